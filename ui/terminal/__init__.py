"""Write values as plain text, for a terminal."""
