"""All that the app says, in English."""
