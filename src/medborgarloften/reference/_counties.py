"""The 21 counties (län)."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from medborgarloften.reference._table import (
    Names,
    asked,
    by_name,
    found,
    genitive,
    key,
    rows,
)

__all__ = ["County", "counties", "county"]


@frozen(kw_only=True)
class County:
    """A county (län).

    Attributes:
        code: The two digits of the länskod (Statistics Sweden): "18".
        name: "Örebro län", "Stockholms län".
        short_name: "Örebro", "Stockholm".
        iso_3166_2: "SE-T"; what follows the hyphen is the county letter
            (länsbokstav).
        nuts3: The county's code in Eurostat's NUTS 2024: "SE124".
        police_region: The name of the police region that it lies in.
    """

    code: str
    name: str
    short_name: str
    iso_3166_2: str
    nuts3: str
    police_region: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way to write it that `county` understands, codes aside.

        >>> county("18").forms
        ('Örebro län', 'Örebro läns', 'Örebro', 'Örebros')
        """
        return tuple(
            dict.fromkeys(
                (
                    self.name,
                    genitive(self.name),
                    self.short_name,
                    genitive(self.short_name),
                    f"{self.short_name} län",
                )
            )
        )


@cache
def counties() -> tuple[County, ...]:
    """Tell all counties, by code.

    >>> len(counties())
    21
    """
    return tuple(County(**row) for row in rows("counties.csv"))


def county(name_or_code: str) -> County:
    """Look up a county by its name, whatever the case, or by any of its codes.

    >>> county("ÖREBRO LÄN").code
    '18'
    >>> county("SE-T") == county("T") == county("SE124") == county("18")
    True

    Raises:
        UnknownName: If there is no such county; it tells the nearest names.
        InvalidField: If it is no text.
    """
    sought = asked("county", "name_or_code", name_or_code)
    names = (each.short_name for each in counties())
    return found(
        "county",
        name_or_code,
        _by_code().get(sought) or _by_name().get(sought),
        sought,
        names,
    )


@cache
def _by_name() -> Names[County]:
    return by_name((key(form), each) for each in counties() for form in each.forms)


@cache
def _by_code() -> dict[str, County]:
    return {
        key(written): each
        for each in counties()
        for written in (
            each.code,
            each.nuts3,
            each.iso_3166_2,
            each.iso_3166_2.removeprefix("SE-"),
        )
    }
