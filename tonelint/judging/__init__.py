"""Rules against a message: what stands around a match, and which verdicts are kept."""
