"""Follow a matter from meeting to meeting."""
