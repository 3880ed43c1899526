"""The language server: what is found in a reply is shown in the editor in which it is written."""
