"""Permitting findings: what directives and the configuration allow, and what is wrong with such permissions."""
