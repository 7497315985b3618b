"""List decisions and tasks over the whole library, and tell which tasks are carried out."""
