"""Formats: from a file to the messages and texts in it, one module each."""
