"""Where, for whom, why and on what condition something is promised.

Each finding is the promise's own words with their place.  What to look for is
data, in ``data/phrase_cues.tsv``, ``target_groups.tsv`` and ``place_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from medborgarloften.reading.actors.partners import FoundPartner, find_partners
from medborgarloften.reading.promises.places import Found, find_places
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.patterns import Patterns, listed, outermost
from medborgarloften.reading.text.words import Word, sentences, words_of

__all__ = [
    "Found",
    "FoundPartner",
    "find_condition",
    "find_hedges",
    "find_partners",
    "find_places",
    "find_purpose",
    "find_target_groups",
]


def find_purpose(text: str) -> tuple[Found, ...]:
    """Find why: "i syfte att …", "för att …", "i förebyggande syfte".

    >>> [found.value for found in find_purpose("Synas mer för att öka tryggheten.")]
    ['för att öka tryggheten']
    """
    return _cued(text, "purpose")


def find_condition(text: str) -> tuple[Found, ...]:
    """Find what it hangs on: "vid behov", "Önskar någon … så lovar vi".

    >>> [found.value for found in find_condition("Vi kommer om det finns behov.")]
    ['om det finns behov']
    """
    return _cued(text, "condition")


def find_hedges(text: str) -> tuple[Found, ...]:
    """Find words that make the commitment weak: "verka för", "i möjligaste mån".

    >>> [found.value for found in find_hedges("Kommunen ska verka för fler lampor.")]
    ['verka för']
    """
    return _cued(text, "hedge")


def find_target_groups(text: str) -> tuple[Found, ...]:
    """Find for whom it is, or towards whom, each once; who helps is not one.

    >>> [found.value for found in find_target_groups("Möta elever i årskurs 8.")]
    ['elever i årskurs 8']
    """
    words = words_of(text)
    aside = {at for each in find_partners(text) for at in range(each.start, each.end)}
    meant = _groups()
    found = dict[str, Found]()
    for hit in outermost(_group_patterns().hits(words)):
        group = Found.of(text, words, hit.first, _with_age(words, hit.last))
        value = meant[hit.pattern] or group.value
        if group.start not in aside:
            found.setdefault(value, group._replace(value=value))
    return tuple(found.values())


def _with_age(words: Sequence[Word], last: int) -> int:
    """Go on past "i årskurs 8" and "15–20 år"."""
    at = last + 1
    if _text(words, at) == "i" and _text(words, at + 1) in {"årskurs", "åk"}:
        at += 2
    begins = at
    while _text(words, at).isdecimal() or (at > begins and _text(words, at) in _TO):
        at += 1
    if at == begins:
        return last
    if begins > last + 1:
        return at - 1
    return at if _text(words, at) == "år" else last


def _cued(text: str, what: str) -> tuple[Found, ...]:
    words = words_of(text)
    sentence_of = {at: each for each in sentences(text, words) for at in each}
    found = list[Found]()
    for hit in outermost(_cue_patterns().hits(words)):
        extent = _cues()[hit.pattern].get(what)
        if extent is None or (found and words[hit.first].start < found[-1].end):
            continue
        sentence = sentence_of[hit.first]
        first, last = hit.first, hit.last
        if extent in {"clause", "after"}:
            last = _clause_end(words, last + 1, sentence.stop)
        elif extent == "opening":
            last = _opening_end(words, sentence) if first == sentence.start else -1
        if extent == "after":
            first = hit.last + 1
        if first <= last:
            found.append(Found.of(text, words, first, last))
    return tuple(found)


def _clause_end(words: Sequence[Word], at: int, end: int) -> int:
    """Tell the last word of the clause that goes on at *at*."""
    while at < end:
        word, following = words[at].text, _text(words, at + 1)
        if word in _CLAUSE_MARKS or (word == "," and following in _clause_ends()):
            break
        if word == "så" and following in _PROMISING:
            break
        at += 1
    return at - 1


def _opening_end(words: Sequence[Word], sentence: range) -> int:
    """Tell the last word of the clause that opens a sentence, before the main one."""
    texts = [words[at].text for at in sentence]
    for marks in (_SO, _COMMA, _PROMISING):
        for at in range(1, len(texts)):
            if texts[at] in marks:
                return sentence.start + at - 1
    return -1


def _text(words: Sequence[Word], at: int) -> str:
    return words[at].text if at < len(words) else ""


_SO = frozenset({"så"})
_COMMA = frozenset({","})
_PROMISING = frozenset({"lovar", "ska", "skall", "kommer", "hjälper", "erbjuder"})
_TO = frozenset({"-", "–", "till", "och"})
_CLAUSE_MARKS = frozenset({".", "!", "?", ";", ":", "("})


@cache
def _cues() -> dict[str, dict[str, str]]:
    cues = dict[str, dict[str, str]]()
    for what, extent, words in table("phrase_cues"):
        cues.setdefault(words, {})[what] = extent
    return cues


@cache
def _cue_patterns() -> Patterns:
    return Patterns(_cues())


@cache
def _clause_ends() -> frozenset[str]:
    return frozenset(word for (word,) in table("clause_ends"))


@cache
def _groups() -> dict[str, str]:
    return {
        pattern: "".join(meant)
        for words, *meant in table("target_groups")
        for pattern in listed(words)
    }


@cache
def _group_patterns() -> Patterns:
    return Patterns(_groups())
