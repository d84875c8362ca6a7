"""Blocks of quotation: what somebody says, told from what is only set apart.

Pages set a promise as a block of quotation to make it seen.  Only where there is
a speaker is it what somebody said.
"""

from __future__ import annotations

import re

from medborgarloften.reading.formats.html.elements import words_for
from medborgarloften.reading.formats.html.tree import Tree

__all__ = ["is_spoken"]

# So many tags of a block are looked at.
_LONGEST = 100
_WORD = re.compile(r"\w+")
# A line of speech, or of who spoke, begins with a dash; a hyphen is a bullet.
_DASH = re.compile(r"[ \t\xa0]*[–—―][ \t\xa0]*[\"”“»«]?\w")
# "…", Anna Svensson
_SIGNED = re.compile(
    r"[\"”“»«][\s,.(–—-]{0,9}+[A-ZÅÄÖ][a-zåäöé]++[\s-]{1,9}+[A-ZÅÄÖ][a-zåäöé]"
)
_SPEAKERS = frozenset({"cite", "footer"})


def is_spoken(tree: Tree, number: int) -> bool:
    """Tell whether a block of quotation says or shows that somebody speaks."""
    end = min(tree.closes[number], number + _LONGEST)
    texts = tree.texts[number:end]
    if any(map(_DASH.match, texts)):
        return True
    if not _SPEAKERS.isdisjoint(tree.names[number:end]):
        return True
    words = " ".join(texts)
    return bool(_SIGNED.search(words)) or not words_for("speech").isdisjoint(
        _WORD.findall(words.lower())
    )
