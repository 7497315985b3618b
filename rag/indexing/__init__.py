"""The two indexes of passages, by words and by vectors, each behind one small interface."""
