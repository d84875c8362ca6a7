"""``medborgarloften coverage``: which municipalities have an agreement in force."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Container, Iterable, Sequence
from datetime import date

from medborgarloften.analysis import (
    AnalysisWording,
    Coverage,
    CoverageOnDay,
    CoverageShare,
    MunicipalityCoverage,
    coverage,
    coverage_over_time,
)
from medborgarloften.cli._answers import Column, print_answer
from medborgarloften.cli._commands._days import complain_of_unplaced, day_or_today
from medborgarloften.cli._commands._telling import text_of
from medborgarloften.cli._files import load_register
from medborgarloften.cli._places import in_places, municipalities_there
from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._saying import Words
from medborgarloften.model import AgreementKind
from medborgarloften.reference import county, municipalities
from medborgarloften.wording.saying import municipality

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Print what each municipality has on a day, or how many have it."""
    asked = tuple(in_places(options))
    kind = options.kind and AgreementKind(options.kind)
    there = municipalities_there(asked)
    on: list[date] = options.on or [day_or_today(None, say)]
    if len(on) > 1 and (options.by != "municipality" or asked):
        raise UsageError("many_days")
    register = load_register(options.register, say)
    if len(on) > 1:
        over_time = coverage_over_time(register, on, kind=kind)
        print_answer(over_time, _day_columns(say), options, say)
    elif options.by == "municipality":
        found = coverage(register, *on, kind=kind).municipalities
        rows = [each for each in found if each.municipality in there]
        print_answer(rows, _columns(say), options, say)
    else:
        shares = _shares(coverage(register, *on, kind=kind), options.by, there)
        print_answer(shares, _share_columns(say), options, say)
    complain_of_unplaced(
        register, kind, say, may_hold=lambda period: any(map(period.may_cover, on))
    )
    return 0


def _shares(told: Coverage, by: str, there: Container[str]) -> Iterable[CoverageShare]:
    places = [each for each in municipalities() if each.code in there]
    match by:
        case "country":
            return (told.national,)
        case "county":
            names = {each.county_name for each in places}
            return (each for each in told.counties if each.place in names)
        case _:
            names = {county(each.county).police_region for each in places}
            return (each for each in told.police_regions if each.place in names)


def _columns(say: Words) -> Sequence[Column[MunicipalityCoverage]]:
    words = AnalysisWording(say.language)
    return (
        Column("code", lambda row: row.municipality, only_data=True),
        Column("municipality", lambda row: municipality(row.municipality)),
        Column(
            "state", lambda row: row.state.value, lambda row: words.label(row.state)
        ),
        Column("since", lambda row: text_of(row.since), words.since),
        Column(
            "since_precision",
            lambda row: row.since_precision and row.since_precision.value,
            only_data=True,
        ),
        Column("agreements", lambda row: list(row.agreements), room=2),
        Column("districts", lambda row: list(row.districts), room=1),
    )


def _share_columns(say: Words) -> Sequence[Column[CoverageShare]]:
    return (
        Column("place", lambda row: row.place),
        Column(
            "municipalities",
            lambda row: row.municipalities,
            heading=say("column.in_municipalities"),
        ),
        Column("active", lambda row: row.active),
        Column("active_in_part", lambda row: row.active_in_part),
        Column("may_be_active", lambda row: row.may_be_active),
        Column("none", lambda row: row.none),
    )


def _day_columns(say: Words) -> Sequence[Column[CoverageOnDay]]:

    def of_share(column: Column[CoverageShare]) -> Column[CoverageOnDay]:
        return Column(
            column.name, lambda row: column.data(row.share), heading=column.heading
        )

    on = Column[CoverageOnDay]("on", lambda row: text_of(row.on))
    return (on, *map(of_share, _share_columns(say)[1:]))
