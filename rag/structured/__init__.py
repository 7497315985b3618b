"""Answer from what the grammar parsed: who said what, votes, decisions, times and places."""
