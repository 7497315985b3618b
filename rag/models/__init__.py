"""Turn words into vectors and back into nearness: the models, and how they are loaded."""
