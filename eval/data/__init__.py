"""Questions over the sample minutes."""
