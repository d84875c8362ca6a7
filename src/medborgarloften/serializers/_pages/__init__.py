"""Agreements in words, for people: pages, comparisons, and days to remember."""
