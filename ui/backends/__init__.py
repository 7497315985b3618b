"""Reach the product from the app: what the pages ask, change and keep."""
