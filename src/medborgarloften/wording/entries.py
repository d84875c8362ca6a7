"""The languages, and the words of each, for who speaks of nothing in the model.

Help and refusals come at once, for the model is not loaded here.
"""

from __future__ import annotations

from medborgarloften._showing.phrases import (
    LANGUAGES,
    Entries,
    Language,
    Phrases,
    entries_in,
)

__all__ = ["LANGUAGES", "Entries", "Language", "Phrases", "entries_in"]
