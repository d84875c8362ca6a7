"""Whether a number counts something that is to be done.

Ages, roads, clock times, shares and years are numbers too and are no counts, nor
is "en" where it is only an article: "ta fram en rutin" tells of no number, "hålla
en föreläsning" tells of one.
"""

from __future__ import annotations

from medborgarloften.reading.quantities.counted import (
    Noun,
    after_pieces,
    words_for,
)
from medborgarloften.reading.quantities.sentence import Sentence
from medborgarloften.reading.text.numbers import Number

__all__ = ["counts_again", "counts_noun"]


def counts_noun(
    sentence: Sentence, number: Number, noun: Noun, *, is_first: bool
) -> bool:
    """Tell whether a number with its noun is a count, and whether the first one."""
    if number.is_deadline:
        return noun.how in {"time", "effort"}
    if _is_none(sentence, number, noun):
        return False
    if number.bound or _is_rated(sentence, number, noun):
        return True
    if sentence.text(number.first) in _ARTICLES and number.maximum == 1:
        return _is_one_deed(sentence, number, noun)
    if noun.how is not None or sentence.says("piece", number.last + 1, number.last + 2):
        return True
    return _is_chosen(sentence, number, noun, is_first=is_first)


def counts_again(sentence: Sentence, number: Number) -> bool:
    """Tell whether a number alone counts what was named before: "en per termin"."""
    after = after_pieces(sentence.words, number)
    is_rated = after in sentence.rate_begins
    has_piece = after > number.last + 1
    is_word = not sentence.words[number.first].text.isdecimal()
    before = sentence.text(number.begin - 1)
    is_more = sentence.amount is not None and before == "med"  # "antalet … med fem"
    is_named = bool(sentence.deeds) and sentence.deeds[0].first < number.begin
    return (
        not number.is_deadline
        and number.begin < sentence.part_begins
        and (is_named or is_more)
        and (is_rated or bool(number.bound) or is_word or has_piece)
        and (
            sentence.text(after) in words_for("again")
            or (
                sentence.text(after) in _ENDS
                and bool(number.bound or has_piece or is_more)
            )
            or is_rated
        )
        and (bool(number.bound) or is_more or _leads_up(sentence, number.begin - 1))
    )


def _leads_up(sentence: Sentence, at: int) -> bool:
    return sentence.text(at) == "," or sentence.text(at) in words_for("link")


def _is_none(sentence: Sentence, number: Number, noun: Noun) -> bool:
    """Tell whether the words around make it an age, a road, a year or a part."""
    before = sentence.text(number.begin - 1)
    opens_clause = before in words_for("clause") or (
        before == "om" and sentence.text(number.begin - 2) in _ENDS
    )
    return (
        sentence.text(number.last + 1) in words_for("before")
        or before in words_for("after")
        or opens_clause  # "i de områden där minst tio hushåll hör av sig"
        or sentence.part_begins in range(number.begin - 3, number.begin)
        or (noun.how == "time" and before in words_for("time"))
        or (not number.bound and number.minimum in _YEARS)
    )


def _is_rated(sentence: Sentence, number: Number, noun: Noun) -> bool:
    """Tell whether it is told how often, right after it or within."""
    return not sentence.rate_begins.isdisjoint(range(number.last + 1, noun.last + 2))


def _is_one_deed(sentence: Sentence, number: Number, noun: Noun) -> bool:
    """Tell whether "en" is a count: it is for what is held, and for who is hired."""
    before = sentence.text(number.first - 1)
    if number.first > 0 and sentence.words[number.first].is_capitalised:
        return False  # the kampanj "En vecka fri från våld"
    if noun.how == "effort":
        return True
    if noun.how in {None, "", "post"}:
        is_hired = sentence.says("hire", number.first - 3, number.first)
        return is_hired or (noun.how == "" and sentence.has_rate_after(noun.last))
    # "En kväll …, en gång per läsår" is counted by its times.
    is_counted_else = noun.how == "time" and sentence.has_times
    if not noun.is_singular or sentence.is_conditional or is_counted_else:
        return False
    if noun.how in {"time", "times"}:
        is_held = sentence.says("hold", number.first - 3, number.first)
        return is_held or before in {"till", "vid"} or bool(sentence.rates)
    # "en inventering … minst en gång vartannat år" is counted by its times
    return before not in words_for("aside") and not sentence.has_times


def _is_chosen(
    sentence: Sentence, number: Number, noun: Noun, *, is_first: bool
) -> bool:
    """Tell whether a number with no deed is what is promised: "anställa två värdar".

    After "i" and the like it tells how far the deed is to reach ("i 400 lägenheter"),
    unless a count of the deed itself came before.
    """
    if noun.name in words_for("never"):
        return False
    if sentence.text(noun.last + 1) in words_for("state"):
        return False  # "tre områden är utpekade"
    before = sentence.text(number.begin - 1)
    if before in words_for("where"):
        return is_first
    return before not in words_for("aside")


_ARTICLES = frozenset({"en", "ett"})
_ENDS = frozenset({"", ".", ",", ";", ")", ":"})
_YEARS = range(1990, 2100)
