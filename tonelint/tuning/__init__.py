"""What is done before tonelint is used, and needs the extra ``tune``: fitting weights and inflecting lemmas."""
