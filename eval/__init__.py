"""Measure the quality of answers."""
