"""Find the passages that a question may be answered from."""
