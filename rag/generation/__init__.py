"""Answer in a language model's words, each sentence held against the minutes before it is shown."""
