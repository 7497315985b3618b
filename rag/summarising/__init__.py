"""Summarise one meeting by extraction, one step a module; `meeting` puts them together."""
