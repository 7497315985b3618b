"""Make the parts that work together, of the settings."""
