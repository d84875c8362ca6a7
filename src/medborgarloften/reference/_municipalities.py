"""The 290 municipalities (kommuner), found by code and by any way to write them.

A code that is no longer in use is refused unless it is asked for, since it may
stand in old statistics beside the code that followed it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, cached_property

from attrs import frozen

from medborgarloften.errors import UnknownName, nearest
from medborgarloften.model._rules import expect
from medborgarloften.model.identity import slug
from medborgarloften.reference._counties import County, counties
from medborgarloften.reference._table import (
    Confidence,
    Names,
    asked,
    by_name,
    found,
    genitive,
    key,
    rows,
)

__all__ = [
    "Change",
    "FormerCode",
    "Municipality",
    "municipalities",
    "municipality",
    "municipality_by_code",
]

# Words beside a name that say no more than what kind of thing it names.
_KINDS = {"kommun", "kommuns", "kommunen", "stad", "stads", "region"}


@frozen
class FormerCode:
    """A kommunkod that a municipality no longer has.

    Attributes:
        code: The four digits.
        until: The last day on which it was in use.
        note: Why it changed.
    """

    code: str
    until: date
    note: str


@frozen
class Change:
    """Something that changed about a municipality since 2003.

    Attributes:
        on: The first day on which it was so.
        note: What changed.
        confidence: How sure the day is.
    """

    on: date
    note: str
    confidence: Confidence


@frozen(kw_only=True)
class Municipality:
    """A municipality (kommun), as Statistics Sweden (SCB) lists them.

    Attributes:
        code: The four digits of the kommunkod: "1882".
        name: "Askersund".
        genitive: The form before "kommun": "Askersunds", but "Motala" and "Falu".
        kommun_name: "Askersunds kommun".
        official_name: What it calls itself: "Malmö stad", "Region Gotland".
        county: The code of its county: "18".
        county_name: "Örebro län".
        iso_3166_2: The code of its county in ISO 3166-2: "SE-T".
        nuts3: The code of its county in Eurostat's NUTS 2024: "SE124".
        former_codes: Codes it had before, the latest first.
        changes: What changed about it, the latest first.
        is_common_word: The bare name is also a word or a common surname, so
            that in running text it must be said to be a municipality.
    """

    code: str
    name: str
    genitive: str
    kommun_name: str
    official_name: str
    county: str
    county_name: str
    iso_3166_2: str
    nuts3: str
    former_codes: tuple[FormerCode, ...] = ()
    changes: tuple[Change, ...] = ()
    is_common_word: bool = False

    @property
    def slug(self) -> str:
        """The name with a to z and hyphens alone.

        >>> municipality("Upplands Väsby").slug
        'upplands-vasby'
        """
        return slug(self.name)

    @cached_property
    def bare_forms(self) -> tuple[str, ...]:
        """The name alone, and its genitives.

        >>> municipality("Falun").bare_forms
        ('Falun', 'Falu', 'Faluns')
        """
        return _once(self.name, self.genitive, genitive(self.name))

    @cached_property
    def explicit_forms(self) -> tuple[str, ...]:
        """The forms that say that it is a municipality.

        Pages also use forms that grammar would not: "Askersund kommun",
        "Strängnäs kommunen".

        >>> municipality("Gotland").explicit_forms[:3]
        ('Region Gotland', 'Region Gotlands', 'Gotlands kommun')
        """
        kinds = ["kommun", "kommuns", "kommunen"]
        official = [self.official_name, genitive(self.official_name)]
        if self.official_name.casefold().endswith(" stad"):
            kind = self.official_name.rpartition(" ")[2]
            kinds += [kind, genitive(kind)]
        stems = _once(self.genitive, *self.bare_forms)
        suffixed = [f"{stem} {kind}" for stem in stems for kind in kinds]
        return _once(*official, *suffixed, f"kommunen {self.name}")

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way to write it that `municipality` understands, the code aside.

        >>> municipality("1283").forms[:4]
        ('Helsingborg', 'Helsingborgs', 'Helsingborgs stad', 'Helsingborgs stads')
        """
        return self.bare_forms + self.explicit_forms


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Tell all municipalities, by code.

    >>> len(municipalities())
    290
    """
    in_county = {each.code: each for each in counties()}
    changes = tuple(rows("municipality_changes.csv"))
    return tuple(
        _municipality(
            row,
            in_county[row["code"][:2]],
            [change for change in changes if change["code"] == row["code"]],
        )
        for row in rows("municipalities.csv")
    )


def municipality(name_or_code: str) -> Municipality:
    """Look up a municipality by any way to write it, whatever the case.

    The whole text must be the name, so words that also mean something else are
    understood too.  Letters without their marks, and a space for a hyphen, are
    understood where only one municipality can be meant: "Goteborg", "Dals Ed".

    >>> municipality("ASKERSUNDS KOMMUN").code
    '1882'
    >>> municipality("Malmö stad").name, municipality("lund").name
    ('Malmö', 'Lund')

    Raises:
        UnknownName: If there is no such municipality; it tells the nearest names.
        InvalidField: If it is no text: a code has four digits and may begin with 0.
    """
    sought = asked("municipality", "name_or_code", name_or_code)
    if sought.isdigit():
        return municipality_by_code(sought)
    like = " ".join(word for word in sought.split() if word not in _KINDS)
    names = (each.name for each in municipalities())
    return found("municipality", name_or_code, _by_key().get(sought), like, names)


def municipality_by_code(code: str, *, former: bool = False) -> Municipality:
    """Look up a municipality by its kommunkod, all four digits.

    A code that is no longer in use is refused, and the error tells which code
    followed it.  With *former* such a code finds the municipality that had it.

    >>> municipality_by_code("1882").name
    'Askersund'
    >>> municipality_by_code("1917", former=True).name
    'Heby'

    Raises:
        UnknownName: If no municipality has the code now, or with *former* ever
            had it.
        InvalidField: If *code* is no text.
    """
    expect(str, "municipality_by_code", "code", code)
    known = _by_code()
    if code in known:
        return known[code]
    later = _by_former_code().get(code)
    if later is not None and former:
        return later
    raise UnknownName(
        "municipality", code, (later.code,) if later else nearest(code, known)
    )


def _municipality(
    row: dict[str, str], county: County, changes: list[dict[str, str]]
) -> Municipality:
    latest_first = [
        (date.fromisoformat(change["on"]), change) for change in reversed(changes)
    ]
    return Municipality(
        code=row["code"],
        name=row["name"],
        genitive=row["genitive"],
        kommun_name=f"{row['genitive']} kommun",
        official_name=row["official_name"],
        county=county.code,
        county_name=county.name,
        iso_3166_2=county.iso_3166_2,
        nuts3=county.nuts3,
        former_codes=tuple(
            FormerCode(change["former_code"], on - timedelta(days=1), change["note"])
            for on, change in latest_first
            if change["former_code"]
        ),
        changes=tuple(
            Change(on, change["note"], Confidence(change["confidence"]))
            for on, change in latest_first
        ),
        is_common_word=row["common_word"] == "1",
    )


def _once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


@cache
def _by_key() -> Names[Municipality]:
    return by_name(
        (key(form), each) for each in municipalities() for form in each.forms
    )


@cache
def _by_code() -> dict[str, Municipality]:
    return {each.code: each for each in municipalities()}


@cache
def _by_former_code() -> dict[str, Municipality]:
    return {
        former.code: each for each in municipalities() for former in each.former_codes
    }
