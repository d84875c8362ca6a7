"""The words of promises, as they are held against each other.

Neither case nor an ending makes another word ("möten", "mötet"), and how a text
happened to be typed does not matter.  What nearly all promises say ("polisen lovar
att") tells none from another; those words live in ``said_by_all.txt``, where who
knows the field can correct them.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from medborgarloften.reference._table import key

__all__ = ["said", "stem", "telling_words_of", "words_of", "words_that_tell"]

_WORD = re.compile(r"\w+")
# All of them, so that "insats" and "insatser" are one; a word keeps four letters.
_ENDINGS = re.compile("(?<=....)(?:ande|[aeo]r|[aenst])+$")


def words_of(text: str) -> list[str]:
    """List the words of a text in their order, in lower case and without endings.

    >>> words_of("Två insatser, TVÅ kvällsmöten, en insats.")
    ['två', 'insa', 'två', 'kvällsmö', 'en', 'insa']
    """
    return list(map(stem, _WORD.findall(key(text))))


def telling_words_of(text: str) -> list[str]:
    """List the words that tell a promise from others; all, if none does.

    >>> telling_words_of("Polisen lovar att synas."), telling_words_of("Vi lovar")
    (['syna'], ['vi', 'lovar'])
    """
    return list(map(stem, words_that_tell(text)))


def words_that_tell(text: str, *more: str) -> list[str]:
    """List them with their endings; some *more* may tell, though all say them.

    >>> words_that_tell("Arbeta mot droger"), words_that_tell("mot droger", "mot")
    (['droger'], ['mot', 'droger'])
    """
    words = _WORD.findall(key(text))
    telling = [each for each in words if each in more or each not in _said_by_all()]
    return telling or words


def said(text: str) -> str:
    r"""Write a text as it is heard: without capitals and a full stop at the end.

    >>> said("Synas\n MER .")
    'synas mer'
    """
    return key(text).rstrip(" .")


def stem(word: str) -> str:
    """Leave out the ending of a word."""
    return _ENDINGS.sub("", word)


@cache
def _said_by_all() -> frozenset[str]:
    file = files("medborgarloften.analysis") / "said_by_all.txt"
    return frozenset(file.read_text("utf-8").split())
