"""Choose, count and order what the pages show: pure functions of values."""
