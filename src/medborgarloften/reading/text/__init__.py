"""The text of a page: lines, sentences and words, each with its place.

Everything else in `reading` builds on this and nothing here knows what a promise
is.
"""
