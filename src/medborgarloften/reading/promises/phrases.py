"""Where, for whom, why and on what condition something is promised.

Each finding is the promise's own words with their place.  What to look for is
data, in ``data/phrase_cues.tsv``, ``target_groups.tsv`` and ``place_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from medborgarloften.reading.actors.partners import FoundPartner, find_partners
from medborgarloften.reading.promises.places import Found, find_places
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.patterns import Hit, Patterns, listed, outermost
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
    hits = outermost(_group_patterns().hits(words))
    last_of = {hit.first: hit.last for hit in hits}
    ends = -1
    for hit in hits:
        if hit.first <= ends or words[hit.first].start in aside:
            continue
        if _text(words, hit.first) in _kinds_of_people() and hit.last + 1 in last_of:
            continue  # "unga" belongs to "unga brottsoffer"
        ends = hit.last
        value = meant[hit.pattern]
        if not value:
            ends = _with_rest(words, hit.last, last_of)
        first = hit.first
        if not value and _text(words, first - 1) in _kinds_of_people():
            first -= 1
        group = Found.of(text, words, first, ends)
        value = value or group.value
        found.setdefault(value, group._replace(value=value))
    return tuple(found.values())


def _with_rest(words: Sequence[Word], last: int, last_of: Mapping[int, int]) -> int:
    """Go on past what tells which of them: "till elever i årskurs 8", "som bor här"."""
    last = _with_age(words, last)
    following = _text(words, last + 1)
    if following == "till" and _text(words, last + 2) in _kinds_of_people():
        return _with_rest_of(words, last + 3, last_of, last)
    if following == "till":
        return _with_rest_of(words, last + 2, last_of, last)
    if following == "som":
        at = last + 2
        end = min(len(words), at + _LONGEST_CLAUSE)
        while at < end and words[at].text not in {",", *_relative_ends()}:
            at += 1
        return at - 1 if at > last + 3 else last
    if words[last].text in _AT:  # "personal inom skola, vård och omsorg"
        at = min(last + 1, len(words) - 1)
        while _text(words, at + 1) in {",", "och"} and _is_short(words, at + 2):
            at += 2
        return at
    return last


def _with_rest_of(
    words: Sequence[Word], at: int, last_of: Mapping[int, int], last: int
) -> int:
    return _with_age(words, last_of[at]) if at in last_of else last


def _is_short(words: Sequence[Word], at: int) -> bool:
    """Tell whether a list goes on with one word more: "skola, vård och omsorg"."""
    return _text(words, at).isalpha() and not _text(words, at).endswith(("a", "ar"))


def _with_age(words: Sequence[Word], last: int) -> int:
    """Go on past "i årskurs 8", "under 15 år" and "15–20 år"."""
    at = last + 1
    if _text(words, at) == "i" and _text(words, at + 1) in _SCHOOL_YEARS:
        at += 2
    elif _text(words, at) == "i" and _text(words, at + 1) in _AGES:
        at += 2 + (_text(words, at + 2) == "av")
        return _with_years(words, at, last)
    elif _text(words, at) in {"under", "över", "mellan"}:
        return _with_years(words, at + 1, last)
    begins = at
    while _text(words, at).isdecimal() or (at > begins and _text(words, at) in _TO):
        at += 1
    while at > begins and not words[at - 1].text.isdecimal():
        at -= 1  # "i årskurs 7 till en kväll"
    if at == begins:
        return last
    if begins > last + 1:
        return at - 1
    return at if _text(words, at) == "år" else last


def _with_years(words: Sequence[Word], at: int, last: int) -> int:
    """Go on past an age, if there is one."""
    begins = at
    while _text(words, at).isdecimal() or (at > begins and _text(words, at) in _TO):
        at += 1
    return at if at > begins and _text(words, at) == "år" else last


def _cued(text: str, what: str) -> tuple[Found, ...]:
    words, hits = _cues_in(text)
    if not hits:
        return ()
    sentence_of = {at: each for each in sentences(text, words) for at in each}
    found = list[Found]()
    for hit in hits:
        extent = _cues()[hit.pattern].get(what)
        if extent is None or (found and words[hit.first].start < found[-1].end):
            continue
        sentence = sentence_of[hit.first]
        first, last = hit.first, hit.last
        if extent in {"clause", "after"}:
            last = _clause_end(words, last + 1, sentence.stop)
        elif "opening" in extent and first == sentence.start:
            last = _opening_end(words, sentence)
        elif "if" in extent:
            last = _asking_end(words, last + 1, sentence.stop)
        elif extent == "opening":
            continue
        if extent == "after":
            first = hit.last + 1
        if first <= last:
            found.append(Found.of(text, words, first, last))
    return tuple(found)


@lru_cache(maxsize=64)  # each promise is looked through for three things in turn
def _cues_in(text: str) -> tuple[tuple[Word, ...], tuple[Hit, ...]]:
    words = words_of(text)
    return words, tuple(outermost(_cue_patterns().hits(words)))


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


def _asking_end(words: Sequence[Word], at: int, end: int) -> int:
    """Tell the last word of a clause that says on whose wish or in what case."""
    last = _clause_end(words, at, min(end, at + _LONGEST_CLAUSE))
    is_asking = any(words[each].text in _asking() for each in range(at, last + 1))
    return last if is_asking else -1


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
_PROMISING = frozenset(
    {"lovar", "ska", "skall", "kommer", "hjälper", "erbjuder", "deltar", "ordnar"}
    | {"anordnar", "gör", "kallar", "bjuder", "ger", "håller", "besöker"}
)
_TO = frozenset({"-", "–", "till", "och"})
_LONGEST_CLAUSE = 14
_SCHOOL_YEARS = frozenset({"årskurs", "årskurserna", "åk"})
_AGES = frozenset({"åldern", "åldrarna", "ålder"})
_AT = frozenset({"inom", "på", "i", "vid"})
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
def _asking() -> frozenset[str]:
    rows = table("condition_verbs")
    return frozenset(word for (words,) in rows for word in listed(words))


@cache
def _clause_ends() -> frozenset[str]:
    return frozenset(word for (word,) in table("clause_ends"))


@cache
def _relative_ends() -> frozenset[str]:
    return frozenset(
        word for (words,) in table("relative_ends") for word in listed(words)
    )


@cache
def _kinds_of_people() -> frozenset[str]:
    """Get the adjectives that belong to a group's name: "motorintresserade unga"."""
    rows = table("kinds_of_people")
    return frozenset(word for (words,) in rows for word in listed(words))


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
