"""Ids that anybody can make again from what an agreement says.

An agreement is told apart by its area, its district, its kind and its period,
never by the address or the title of a page: pages move, and one address shows
different agreements in different years.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from medborgarloften.model.agreement import AgreementKind
from medborgarloften.model.period import ValidityPeriod

__all__ = ["agreement_id", "slug"]

_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
_WHOLE_YEARS = (1, 1, 12, 31)


def slug(name: str) -> str:
    """Write a name with a to z, digits and hyphens alone.

    >>> slug("Upplands Väsby"), slug("Åsele"), slug("Strängnäs/Eskilstuna")
    ('upplands-vasby', 'asele', 'strangnas-eskilstuna')
    """
    letters = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o"))
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return _NOT_IN_A_SLUG.sub("-", plain).strip("-")


def agreement_id(
    places: Iterable[str],
    period: ValidityPeriod,
    *,
    district: str | None = None,
    kind: AgreementKind = AgreementKind.CITIZENS_PROMISE,
) -> str:
    """Make the id of an agreement from the names of its municipalities and the rest.

    Only what is known takes part, so an undated agreement's id says nothing of
    days.

    >>> agreement_id(["Hallsberg"], ValidityPeriod.of_years(2019, 2021))
    'hallsberg-2019-2021'
    >>> agreement_id(["Askersund"], ValidityPeriod.parse("/2021-06-30"))
    'askersund-till-2021-06-30'
    """
    umbrella = "samverkan" if kind is AgreementKind.COOPERATION_AGREEMENT else ""
    parts = [*places, district or "", umbrella, _days(period)]
    return "-".join(filter(None, map(slug, parts))) or "medborgarlofte"


def _days(period: ValidityPeriod) -> str:
    """Write the days, or the years where they are whole however exactly stated."""
    first, last = period.first_day, period.last_day
    if (
        first
        and last
        and (first.month, first.day, last.month, last.day) == _WHOLE_YEARS
    ):
        years = dict.fromkeys((first.year, last.year))
        words = " ".join(map(str, years))
    elif first is None:
        words = f"till {last}" if last else ""
    else:
        words = f"{first} {last}" if last else f"från {first}"
    return f"{words} tills vidare" if period.open_ended else words
