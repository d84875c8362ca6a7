"""The promises of a page: which lines they are, and what each of them says."""
