"""Show and serve: the app and the command line."""
