"""What the app says: a table for each language, in modules by subject, with the same names."""
