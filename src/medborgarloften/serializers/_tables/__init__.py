"""Registers as tables of cells, and as files of Arrow's tables."""
