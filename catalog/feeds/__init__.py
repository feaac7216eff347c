"""Supplier's files in, products and variants out; every wrong cell named."""
