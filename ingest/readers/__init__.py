"""One format each: `read(path) -> Source`."""
