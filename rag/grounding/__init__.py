"""Check a statement, aspect by aspect, against the words that it cites."""
