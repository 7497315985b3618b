"""The stable JSON of all that is told."""
