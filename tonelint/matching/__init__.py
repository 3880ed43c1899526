"""Patterns against words: compiled, indexed, and found all at once."""
