"""Who is met on a page: parties, partners and people, and the area it is about."""
