"""What is done and can be counted: its name in the singular, and the verb for it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.patterns import listed

__all__ = ["Deed", "deed_named", "deed_of_verb"]


class Deed(NamedTuple):
    """Something done.

    Attributes:
        unit: It, in the singular: "trafikkontroll".
        head: The last part of a compound: "kontroll".
        how: How it is counted: ``held``, ``effort``, ``time``, ``times``, ``post`` or
            nothing in particular; ``data/deeds.tsv`` tells what these are.
    """

    unit: str
    head: str
    how: str


@lru_cache(maxsize=4096)  # the same nouns come again
def deed_named(noun: str) -> Deed | None:
    """Recognise what is done by its noun, compounds and all forms included.

    >>> deed_named("trafikkontroller")
    Deed(unit='trafikkontroll', head='kontroll', how='held')
    """
    forms = _forms()
    for cut in range(max(len(noun) - _LONGEST, 0), len(noun)):
        if deed := forms.get(noun[cut:]):
            how = deed.how
            if cut and how == "time" and not noun[:cut].endswith(_time_prefixes()):
                how = "held"  # "en temadag" is an event, "en vardag" is a time
            return deed._replace(unit=noun[:cut] + deed.head, how=how)
    return None


def deed_of_verb(verb: str) -> Deed | None:
    """Name what a verb does.

    >>> deed_of_verb("besöker")
    Deed(unit='besök', head='besök', how='held')
    """
    return _verbs().get(verb)


_LONGEST = 30


@cache
def _time_prefixes() -> tuple[str, ...]:
    return tuple(
        prefix for (cell,) in table("time_prefixes") for prefix in listed(cell)
    )


class _Row(NamedTuple):
    deed: Deed
    forms: tuple[str, ...]
    verbs: tuple[str, ...]


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(Deed(one, one, how), (one, *listed(forms)), listed(verbs))
        for one, forms, verbs, how in table("deeds")
    )


@cache
def _forms() -> dict[str, Deed]:
    return {form: row.deed for row in _rows() for form in row.forms}


@cache
def _verbs() -> dict[str, Deed]:
    return {verb: row.deed for row in _rows() for verb in row.verbs}
