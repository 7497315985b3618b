"""Invented sample minutes."""
