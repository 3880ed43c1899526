"""Makes the parts of the documentation that are made: the reference of the rules, and the static site."""
