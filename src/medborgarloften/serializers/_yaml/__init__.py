"""YAML as every reader understands it alike, with its comments kept."""
