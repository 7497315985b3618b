"""Everything that understands a question before it is answered."""
