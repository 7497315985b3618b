"""Answer one question, or say that the minutes do not."""
