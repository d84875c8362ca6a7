"""The questions that can be asked, and what each means.

Each function makes a `Question` and reads as English where it is used:
``register.find(active_on(day) & about("narkotika"))``.  Names are looked up and
values are checked here, so a misspelt theme or municipality fails where it was
written, with the nearest right word, and never as an answer that is empty.

What a source does not say is no reason to answer yes, except where the question
is what may be.  An agreement without promises is asked itself: its days and its
area are its own, but it promises nothing about anything.
"""

from __future__ import annotations

from datetime import date

from medborgarloften.errors import InvalidField, UnknownName
from medborgarloften.model import PartyKind, Theme, slug
from medborgarloften.queries.questions import (
    About,
    ActiveOn,
    InMunicipality,
    JointlyPromised,
    MayBeActiveOn,
    PromisedByKind,
    PromisedByParty,
    Quantified,
    Question,
    Undated,
)

__all__ = [
    "about",
    "active_on",
    "in_municipality",
    "jointly_promised",
    "may_be_active_on",
    "promised_by",
    "quantified",
    "undated",
]

# What each kind of party is called when nobody in particular is meant.
_EVERYDAY_WORDS = {
    PartyKind.POLICE: "polis polisen polismyndigheten",
    PartyKind.MUNICIPALITY: "kommun kommunen kommuner kommunerna",
    PartyKind.REGION: "regionen regioner regionerna",
    PartyKind.AUTHORITY: "myndighet myndigheten myndigheter",
    PartyKind.FIRE_SERVICE: "räddningstjänst räddningstjänsten brandkåren",
    PartyKind.PUBLIC_TRANSPORT: "kollektivtrafik kollektivtrafiken",
    PartyKind.HOUSING_COMPANY: "bostadsbolag bostadsbolaget bostadsföretag",
    PartyKind.SCHOOL: "skola skolan skolor skolorna",
    PartyKind.SOCIAL_SERVICES: "socialtjänst socialtjänsten",
    PartyKind.ASSOCIATION: "förening föreningen föreningar föreningarna",
    PartyKind.COMPANY: "företag företaget företagen",
    PartyKind.OTHER: "övriga",
}
_KINDS = {
    slug(word): kind
    for kind, words in _EVERYDAY_WORDS.items()
    for word in [kind.value, *words.split()]
}


def active_on(day: date) -> Question:
    """Ask whether the promise certainly holds on *day*.

    A first day that is not stated is the day on which the agreement is known to
    have existed (signed, decided or published); without that too, and without a
    last day unless it was said to be open ("tills vidare"), nothing is certain
    and the answer is no.  It is also no where the promise's own days are all
    outside the agreement's.

    So ``~active_on(day)`` also finds what may hold on the day; what surely does
    not is found by ``~may_be_active_on(day)``.

    >>> from datetime import datetime
    >>> active_on(datetime(2020, 6, 1, 12, 0))
    Traceback (most recent call last):
    medborgarloften.errors.InvalidField: ...give a whole day: call its date() method

    Raises:
        InvalidField: If *day* is a `datetime`, a text, or no day at all.
    """
    return ActiveOn(day)


def may_be_active_on(day: date) -> Question:
    """Ask whether nothing that is known excludes that the promise holds on *day*.

    An end that is not stated excludes nothing, so an undated promise may hold on
    every day.  Every promise that is `active_on` the day is found here too.

    Raises:
        InvalidField: If *day* is a `datetime`, a text, or no day at all.
    """
    return MayBeActiveOn(day)


def about(theme: Theme | str, *more: Theme | str) -> Question:
    """Ask whether the promise is about a theme, or about any of several.

    >>> about("narkotika", "Barn och unga") == about(Theme.YOUTH, Theme.DRUGS)
    True

    Raises:
        UnknownName: If a theme has no such id or label; it tells the nearest.
        InvalidField: If one is neither a theme nor a name.
    """
    return About(map(_theme, (theme, *more)))


def promised_by(who: PartyKind | str) -> Question:
    """Ask whether *who* is among those who make the promise.

    A kind of party can be given, its value, or what it is called in Swedish when
    nobody in particular is meant: ``"polisen"``, ``"kommunen"``.  Any other text
    is a party's id or name, however its letters are written; a municipality is
    found by each of its names.  Partners, who only take part, are not meant.

    >>> promised_by("polisen") == promised_by(PartyKind.POLICE)
    True
    >>> promised_by("askersund") == promised_by("Askersunds kommun")
    True

    Raises:
        InvalidField: If *who* is blank, or neither a kind nor a text.
    """
    if isinstance(who, PartyKind):
        return PromisedByKind(who)
    name = slug(_text(who, "promised_by", "who", "give a kind of party or a name"))
    if name in _KINDS:
        return PromisedByKind(_KINDS[name])
    from medborgarloften.reference import municipality  # as in in_municipality

    try:
        named = municipality(who)
    except UnknownName:
        return PromisedByParty((name,))
    names = (named.name, named.kommun_name, named.official_name)
    return PromisedByParty(names, named.code)


def jointly_promised() -> Question:
    """Ask whether more than one party makes the promise."""
    return JointlyPromised()


def in_municipality(name_or_code: str) -> Question:
    """Ask whether the agreement holds in a municipality, or in a part of it.

    Its area counts, not its parties: a promise that the police make alone holds
    somewhere too.  An agreement whose area is not known is in no municipality.

    >>> in_municipality("Askersunds kommun") == in_municipality("1882")
    True

    Raises:
        UnknownName: If no municipality is written so; it tells the nearest.
        InvalidField: If it is no text.
    """
    remedy = "give the name of a municipality or its kommunkod"
    name = _text(name_or_code, "in_municipality", "name_or_code", remedy)
    # Where it is used: it would be a tenth of importing the library.
    from medborgarloften.reference import municipality

    return InMunicipality(municipality(name).code)


def quantified() -> Question:
    """Ask whether the promise says how many or how often."""
    return Quantified()


def undated() -> Question:
    """Ask whether no day of validity is stated.

    Neither by the agreement's period nor by the promise's own: "tills vidare" is
    no day, and neither is the day on which the agreement was signed, decided,
    published or later extended.
    """
    return Undated()


def _theme(theme: Theme | str) -> Theme:
    if isinstance(theme, Theme):
        return theme
    remedy = "give a Theme, its id, or its label"
    return Theme.lookup(_text(theme, "about", "theme", remedy))


def _text(value: object, owner: str, name: str, remedy: str) -> str:
    if not isinstance(value, str) or not slug(value):
        raise InvalidField(owner, name, value, remedy)
    return value
