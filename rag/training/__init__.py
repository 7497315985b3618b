"""Train the Swedish static embedding model that is shipped in `rag/models/static_model`."""
