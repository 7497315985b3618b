"""Keep, hand out and clear away a library as a whole."""
