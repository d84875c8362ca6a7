"""Registers as linked data: a tree of what is said, its text, and back from a graph."""
