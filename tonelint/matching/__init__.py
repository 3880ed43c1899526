"""Patterns against words: put together with their word classes, compiled, and found all at once."""
