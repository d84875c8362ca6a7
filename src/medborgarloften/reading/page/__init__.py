"""A page as a whole: its lines under their headings, its parts, and what it is."""
