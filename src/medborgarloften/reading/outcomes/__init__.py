"""Outcomes of promises: what a page tells of how it went, and with which promise."""
