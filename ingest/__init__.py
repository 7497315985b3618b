"""Turn files into documents with chunks."""
