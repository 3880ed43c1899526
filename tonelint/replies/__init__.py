"""What a reply is made of: whose words stand where, and in which language."""
