"""Rules as values, their files, and the rules in force."""
