"""YAML and JSON as values that know their places."""
