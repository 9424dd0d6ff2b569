"""Bytes become a `Document`: one module per kind of file."""
