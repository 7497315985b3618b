"""Choose the sentences that answer a question."""
