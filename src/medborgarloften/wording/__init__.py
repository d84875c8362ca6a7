"""The model in words, Swedish or English, for all that speaks to people."""
