"""Keep the library on disk: SQLite is the truth, the indexes follow."""
