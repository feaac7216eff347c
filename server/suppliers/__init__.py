"""Suppliers' own tables: what a person said their columns mean, remembered for the next file."""
