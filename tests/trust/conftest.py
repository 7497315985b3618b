"""What the tests of trust have in common: one folder of theirs holds no tests."""

# Its module shuts in whatever process imports it.
collect_ignore = ["guard"]
