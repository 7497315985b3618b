"""All that the app says, in Swedish."""
