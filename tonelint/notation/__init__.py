"""The pattern notation of rules: from a line of text to a tree."""
