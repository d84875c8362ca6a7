"""The letters of a PDF as plain text has them.

Fonts of symbols say nothing by their codes, so what they set is a bullet or
nothing; ligatures, loose accents and marks for printers become the letters and
signs that a reader sees.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["put_right", "unspaced", "without_odd_bullet"]

_LIGATURE = re.compile("[\ufb00-\ufb06]")
# TeX sets an accent and then its letter.
_ACCENT_FIRST = re.compile("([\u00a8\u02da\u00b4]) ?([aouyeAOUYE])")
_COMBINING = {"\u00a8": "\u0308", "\u02da": "\u030a", "\u00b4": "\u0301"}
# The codes that the usual encoding leaves open are bullets (PDF 32000-1, D.2).
_OPEN_CODES = str.maketrans(dict.fromkeys("\x7f\x81\x8d\x8f\x90\x9d", "\u2022"))
_NOT_SHOWN = frozenset({"Cc", "Cs", "Cn"})
_BREAKING_HYPHEN = re.compile("[\u00ad\u2010]$")
# Codes of symbol fonts, kept by Unicode where a program could not do better.
_SYMBOL = "\uf020-\uf0ff"
_ODD_BULLET = re.compile(f"[{_SYMBOL}\u25aa-\u25ff\u2700-\u27bf]\\s*(?=\\S|$)")
_SYMBOLS = re.compile(f"[{_SYMBOL}]")
_SPACED_WORD = re.compile(r"\S(?: \S)*")
_FEWEST_SPACED = 4


def put_right(text: str) -> str:
    r"""Put the letters of a piece of text right.

    >>> put_right("a\u030angfa\u0308rden o\ufb00entlig\x07")
    'ångfärden offentlig'
    """
    text = text.translate(_OPEN_CODES)
    text = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = _ACCENT_FIRST.sub(lambda found: found[2] + _COMBINING[found[1]], text)
    shown = (
        " " if letter.isspace() else letter
        for letter in text
        if letter.isspace() or unicodedata.category(letter) not in _NOT_SHOWN
    )
    return unicodedata.normalize("NFC", "".join(shown))


def without_odd_bullet(row: str) -> str:
    r"""Give a row a bullet that everyone knows, and a break a hyphen.

    >>> without_odd_bullet("\uf0a7 Polisen lovar att syn\xad")
    '• Polisen lovar att syn-'
    """
    mark = _ODD_BULLET.match(row)
    if mark:
        row = "• " + row[mark.end() :]
    return _BREAKING_HYPHEN.sub("-", _SYMBOLS.sub("", row))


def unspaced(row: str) -> str:
    """Join words whose letters are set apart, if it can be told where words end.

    >>> unspaced("M E D B O R G A R L Ö F T E   2 0 2 3")
    'MEDBORGARLÖFTE 2023'
    """
    words = re.split(" {2,}", row)
    letters = sum(map(str.isalpha, row))
    if letters < _FEWEST_SPACED or not all(map(_SPACED_WORD.fullmatch, words)):
        return row
    return " ".join(word.replace(" ", "") for word in words)
