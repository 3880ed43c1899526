"""Words, clauses and sentences of the three languages."""
