"""How values are shown: in a few words, as HTML, and in Swedish or English.

Nothing of the model is known here, so that every layer can show what it has.
"""
