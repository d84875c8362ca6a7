"""Published files as text: HTML and PDF, each with an extra of its own.

The text that comes out is the page's text from there on: citations count its
code points.
"""
