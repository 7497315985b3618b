"""Train the Swedish static embedding model that is shipped in `rag/static_model`."""
