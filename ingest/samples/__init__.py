"""Invented sample minutes, for trying the product and for its tests."""

from pathlib import Path

FOLDER = Path(__file__).parent
