"""The sheet that questions are asked of: a row for each promise, in its agreement.

An agreement without promises has a row too, in which nothing is told of a promise,
not even its number.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from medborgarloften.model import AgreementKind, PromiseKind, Theme
from medborgarloften.tables._bases import Bases
from medborgarloften.tables._holding import DAYS, FRAME, with_days, with_in_force
from medborgarloften.tables._ibis import Column, Table, ibis
from medborgarloften.tables._logic import any_of, bits, has_any
from medborgarloften.tables._parts import (
    Kinds,
    Part,
    Quantities,
    Statuses,
    with_parts,
)

__all__ = ["TOLD", "indexed", "is_about", "sheet_of"]

TOLD = (
    "agreement",
    "promise",
    "municipality",
    "municipalities",
    "district",
    "agreement_kind",
    "kind",
    *DAYS,
)
_INDEXED: tuple[Part, ...] = (
    Quantities(),
    Kinds("promisors"),
    Kinds("partners"),
    Statuses(),
)


def sheet_of(bases: Bases) -> Table:
    """Lay out the sheet with what agreements and promises tell themselves."""
    promises = bases.tables["promises"]
    agreements = with_in_force(bases.tables["agreements"], bases.tables["amendments"])
    told = agreements.left_join(promises, agreements.id == promises.agreement)
    codes = agreements.area_municipalities
    sheet = told.select(
        agreement=agreements.id,
        promise=promises.number,
        agreement_kind=_or_default(agreements.kind, AgreementKind.CITIZENS_PROMISE),
        kind=promises.number.notnull().ifelse(
            _or_default(promises.kind, PromiseKind.ACTIVITY), ibis.null("string")
        ),
        municipality=(codes.length() == 1).ifelse(codes[0], ibis.null("string")),
        municipalities=codes,
        district=agreements.area_district,
        dated=any_of(
            day.notnull()
            for day in (
                agreements.period_first_day,
                agreements.period_last_day,
                promises.period_first_day,
                promises.period_last_day,
            )
        ),
        conditional=promises.condition.notnull(),
        joint=promises.promisors.length() > 1,
        themes=promises.themes,
        text=promises.text,
        target_groups=promises.target_groups,
        agreed_first_day=agreements.agreed_first_day,
        agreed_last_day=agreements.agreed_last_day,
        agreed_open_ended=agreements.agreed_open_ended,
        own_first_day=promises.period_first_day,
        own_last_day=promises.period_last_day,
        own_open_ended=ibis.coalesce(promises.period_open_ended, False),
        **{name: agreements[name] for name in FRAME},
    )
    return with_days(sheet)


def is_about(sheet: Table, themes: Iterable[Theme]) -> Column:
    """Ask whether the promise is about one of some themes, as the sheet has them."""
    if "theme_bits" in sheet.columns:
        return has_any(sheet.theme_bits, themes)
    return any_of(sheet.themes.contains(each.value) for each in themes)


def indexed(sheet: Table, bases: Bases) -> Table:
    """Lay out a sheet with what most questions need, and no texts."""
    sheet = with_parts(sheet, _INDEXED, bases)
    has = {theme: sheet.themes.contains(theme.value) for theme in Theme}
    parts = (part.column for part in _INDEXED)
    return sheet.select(
        *TOLD, "dated", "conditional", "joint", *parts, theme_bits=bits(has)
    )


def _or_default(column: Column, default: Enum) -> Column:
    return ibis.coalesce(column, default.value)
