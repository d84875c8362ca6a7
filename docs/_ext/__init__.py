"""What makes the pages, beside Sphinx."""
