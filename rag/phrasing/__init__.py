"""Say in Swedish what stands around cited words."""
