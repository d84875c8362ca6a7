"""How many, how often: the quantities that a promise sets itself."""
