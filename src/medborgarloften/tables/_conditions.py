"""Questions as conditions on a row of the sheet.

SQL answers with yes, no, or null where something is not told.  A null is no yes, and
``&`` and ``|`` keep it so; only ``~`` would make it neither, so before that a null
becomes a no.

What names are alike is not told in SQL: the names that there are were fetched, and
those that are meant are looked for exactly as they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import singledispatch
from typing import TypeAlias

from attrs import frozen

from medborgarloften.model import PartyKind, Status, slug
from medborgarloften.queries.contents import (
    About,
    Conditional,
    Mentioning,
    OfAgreementKind,
    OfKind,
    Quantified,
    Targeting,
    WithStatus,
)
from medborgarloften.queries.days import (
    ActiveDuring,
    ActiveOn,
    EndingBetween,
    MayBeActiveOn,
    StartingBetween,
    Undated,
)
from medborgarloften.queries.holding import (
    AboutDays,
    DaysOf,
    asked_days,
    certain_days,
    days_it_begins,
    days_it_ends,
    possible_days,
)
from medborgarloften.queries.parties import (
    JointlyPromised,
    PromisedByKind,
    PromisedByParty,
    WithPartner,
    WithPartnerKind,
)
from medborgarloften.queries.places import (
    AboutPlaces,
    AboutPoliceAreas,
    InCounty,
    InDistrict,
    InLocalPoliceArea,
    InMunicipality,
    InPoliceArea,
    InPoliceRegion,
    codes_of,
    known_places_of,
)
from medborgarloften.queries.questions import AllOf, AnyOf, Not, Question
from medborgarloften.queries.swedish import pattern_for
from medborgarloften.tables._bases import Bases
from medborgarloften.tables._holding import FRAME
from medborgarloften.tables._ibis import Column, Table, ibis
from medborgarloften.tables._logic import all_of, any_of, has_any
from medborgarloften.tables._parts import (
    Among,
    Kinds,
    Part,
    Quantities,
    Statuses,
    Words,
)
from medborgarloften.tables._sheet import is_about

__all__ = ["Condition", "condition"]

_Holds: TypeAlias = Callable[[Table], Column]


@frozen(eq=False)
class Condition:
    """What a row has to be like.

    Attributes:
        holds: What is asked of the columns of the sheet.
        parts: What has to be added to the sheet before.
    """

    holds: _Holds
    parts: tuple[Part, ...] = ()


@singledispatch
def condition(question: Question, bases: Bases) -> Condition:  # noqa: ARG001 - some need it
    """Turn a question into the condition that answers it, on the sheet of *bases*."""
    raise TypeError(f"{question!r} is no question that tables can be asked")


# ---------------------------------------------------------------- combined


@condition.register
def _(question: AllOf, bases: Bases) -> Condition:
    return _combined(all_of, question.questions, bases)


@condition.register
def _(question: AnyOf, bases: Bases) -> Condition:
    return _combined(any_of, question.questions, bases)


def _combined(
    joined: Callable[[Iterable[Column]], Column],
    questions: Iterable[Question],
    bases: Bases,
) -> Condition:
    several = [condition(each, bases) for each in questions]
    return Condition(
        lambda sheet: joined(each.holds(sheet) for each in several),
        tuple(part for each in several for part in each.parts),
    )


@condition.register
def _(question: Not, bases: Bases) -> Condition:
    denied = condition(question.question, bases)
    return Condition(
        lambda sheet: ~ibis.coalesce(denied.holds(sheet), False), denied.parts
    )


# ---------------------------------------------------------------- days

_COLUMNS: dict[DaysOf, tuple[str, str]] = {
    certain_days: ("certain_first_day", "certain_last_day"),
    possible_days: ("possible_first_day", "possible_last_day"),
    days_it_begins: ("first_day", "first_day"),
    days_it_ends: ("last_day", "last_day"),
}


@condition.register(ActiveOn)
@condition.register(MayBeActiveOn)
@condition.register(ActiveDuring)
@condition.register(StartingBetween)
@condition.register(EndingBetween)
def _(question: AboutDays, _: Bases) -> Condition:
    asked = asked_days(question)
    columns = _COLUMNS[asked.days_of]
    return Condition(
        lambda sheet: _are_among(sheet, columns, asked.first_day, asked.last_day)
    )


def _are_among(
    sheet: Table, columns: tuple[str, str], first_day: date, last_day: date
) -> Column:
    """Ask whether some of the days between two columns are among others.

    So are then those of the agreement's frame.  To ask that too lets an engine leave
    most agreements out before it looks for their promises.
    """
    spans = [columns, FRAME] if FRAME[0] in sheet.columns else [columns]
    return all_of(
        (sheet[first] <= ibis.literal(last_day))
        & (ibis.literal(first_day) <= sheet[last])
        for first, last in spans
    )


@condition.register
def _(_: Undated, __: Bases) -> Condition:
    return Condition(lambda sheet: ~sheet.dated)


# ---------------------------------------------------------------- places


@condition.register(InMunicipality)
@condition.register(InCounty)
@condition.register(InPoliceRegion)
def _(question: AboutPlaces, _: Bases) -> Condition:
    return Condition(_somewhere(_one_of(sorted(codes_of(question)))))


@condition.register(InPoliceArea)
@condition.register(InLocalPoliceArea)
def _(question: AboutPoliceAreas, _: Bases) -> Condition:
    codes: dict[tuple[date, date], list[str]] = {}
    for code, known in known_places_of(question):
        days = known.first_day or date.min, known.last_day or date.max
        codes.setdefault(days, []).append(code)
    places = [(days, _somewhere(_one_of(some))) for days, some in codes.items()]

    def holds(sheet: Table) -> Column:
        covered = (
            _are_among(sheet, _COLUMNS[possible_days], *days) & is_there(sheet)
            for days, is_there in places
        )
        return any_of(covered)

    return Condition(holds)


def _somewhere(is_there: Callable[[Column], Column]) -> _Holds:
    """Ask of each municipality; where there is but one, no list is gone through."""
    return lambda sheet: ibis.coalesce(
        is_there(sheet.municipality),
        sheet.municipalities.filter(is_there).length() > 0,
    )


def _one_of(codes: Iterable[str]) -> Callable[[Column], Column]:
    known = [*codes]
    return lambda code: code.isin(known)


@condition.register
def _(question: InDistrict, bases: Bases) -> Condition:
    written = [each for each in bases.districts if slug(each) == question.name]
    return Condition(lambda sheet: sheet.district.isin(written))


# ---------------------------------------------------------------- parties


@condition.register
def _(question: PromisedByKind, _: Bases) -> Condition:
    return _by_kind(Kinds("promisors"), question.kind)


@condition.register
def _(question: WithPartnerKind, _: Bases) -> Condition:
    return _by_kind(Kinds("partners"), question.kind)


def _by_kind(part: Kinds, kind: PartyKind) -> Condition:
    return Condition(lambda sheet: has_any(sheet[part.column], [kind]), (part,))


@condition.register
def _(question: PromisedByParty, bases: Bases) -> Condition:
    return _by_name("promisors", question, bases)


@condition.register
def _(question: WithPartner, bases: Bases) -> Condition:
    return _by_name("partners", question, bases)


def _by_name(
    role: str, question: PromisedByParty | WithPartner, bases: Bases
) -> Condition:
    part = Among(
        role,
        ids=tuple(each for each in bases.body_ids if slug(each) in question.names),
        names=tuple(each for each in bases.body_names if slug(each) in question.names),
        code=question.code,
    )
    return Condition(lambda sheet: sheet[part.column], (part,))


@condition.register
def _(_: JointlyPromised, __: Bases) -> Condition:
    return Condition(lambda sheet: sheet.joint)


# ---------------------------------------------------------------- contents


@condition.register
def _(question: About, _: Bases) -> Condition:
    return Condition(lambda sheet: is_about(sheet, question.themes))


@condition.register
def _(question: OfKind, _: Bases) -> Condition:
    kinds = [kind.value for kind in question.kinds]
    return Condition(lambda sheet: sheet.kind.isin(kinds))


@condition.register
def _(question: OfAgreementKind, _: Bases) -> Condition:
    kinds = [kind.value for kind in question.kinds]
    return Condition(lambda sheet: sheet.agreement_kind.isin(kinds))


@condition.register
def _(_: Quantified, __: Bases) -> Condition:
    return Condition(lambda sheet: sheet.quantified, (Quantities(),))


@condition.register
def _(_: Conditional, __: Bases) -> Condition:
    return Condition(lambda sheet: sheet.conditional)


@condition.register
def _(question: Mentioning, _: Bases) -> Condition:
    pattern = pattern_for(question.words)
    return Condition(lambda sheet: sheet.text.re_search(pattern), (Words(),))


@condition.register
def _(question: Targeting, _: Bases) -> Condition:
    pattern = pattern_for(question.words)

    def is_meant(group: Column) -> Column:
        return group.re_search(pattern)

    return Condition(
        lambda sheet: sheet.target_groups.filter(is_meant).length() > 0, (Words(),)
    )


@condition.register
def _(question: WithStatus, _: Bases) -> Condition:
    part = Statuses(question.on)
    is_untold = Status.NO_EVIDENCE in question.statuses
    return Condition(
        lambda sheet: (
            sheet.promise.notnull()
            & ibis.coalesce(has_any(sheet[part.column], question.statuses), is_untold)
        ),
        (part,),
    )
