"""Tell what many meetings said of a subject, and what is new of it."""
