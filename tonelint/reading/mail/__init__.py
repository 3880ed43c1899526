"""Mail: from the lines of a message to the text that its reader sees, each character with its place."""
