"""``medborgarloften compare``: what has changed from one agreement to another."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from medborgarloften.analysis import (
    Comparison,
    PromisorChange,
    QuantityChange,
    TimelineRow,
    compare,
)
from medborgarloften.cli._answers import Column, Data, print_answer
from medborgarloften.cli._commands._choosing import rows_in
from medborgarloften.cli._commands._telling import party, quantity, short_quantity
from medborgarloften.cli._files import load_register
from medborgarloften.cli._output import complain
from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._saying import Words
from medborgarloften.model import Agreement, Party, Promise
from medborgarloften.register import Register

__all__ = ["run"]


class _Row(NamedTuple):
    """What became of a promise, or of several."""

    change: str
    old: tuple[Promise, ...]
    new: tuple[Promise, ...]
    promisors: PromisorChange
    quantities: tuple[QuantityChange, ...] = ()


def run(options: Namespace, say: Words) -> int:
    """Print what became of each promise of the old agreement, and what is new."""
    register = load_register(options.register, say)
    ids = (options.old, options.new)
    if options.new is None:
        ids = _two_in(options.old, register)
        complain(say("compare.two", old=ids[0], new=ids[1]))
    old, new = (register[id_] for id_ in ids)
    if old is new:
        complain(say("compare.itself", id=old.id))
    elif _came_after(old, new):
        complain(say("compare.backwards", old=old.id, new=new.id))
    if options.totals:
        totals = list(_totals(compare(old, new), say))
        print_answer(totals, _total_columns(), options, say)
    else:
        print_answer(list(_rows(old, new)), _columns(say), options, say)
    for agreement in (old, new):
        if agreement.excerpt:
            complain(say("compare.excerpt", id=agreement.id))
    return 0


def _came_after(old: Agreement, new: Agreement) -> bool:
    """Tell whether what is called old certainly began after what is called new."""
    began, later = old.period.first_day, new.period.first_day
    return began is not None and later is not None and began > later


def _two_in(name: str, register: Register) -> tuple[str, str]:
    """Find the two agreements of a municipality, the earlier first.

    Raises:
        NoSuchAgreement: If it is neither the id of an agreement nor a municipality.
        UsageError: If there are not two to compare, or nobody can tell which came
            first; it tells which there are.
    """
    if name in register:
        area = register[name].area
        near = [each.id for each in register.agreements if each.area == area]
        raise UsageError("one_id", id=name, ids=", ".join(near))
    rows = rows_in(name, register)
    if len(rows) == len(("old", "new")) and _are_in_order(*rows):
        old, new = rows
        return old.agreement, new.agreement
    ids = ", ".join(row.agreement for row in rows)
    raise UsageError("two_ids", place=name, ids=ids)


def _are_in_order(old: TimelineRow, new: TimelineRow) -> bool:
    """Tell whether one is of the same kind as the other, and begins after it."""
    begin, later = old.possible.first_day, new.possible.first_day
    return old.kind is new.kind and begin is not None and begin != later


def _rows(old: Agreement, new: Agreement) -> Iterator[_Row]:
    told = compare(old, new)
    for change, pairs in (("kept", told.kept), ("reworded", told.reworded)):
        for pair in pairs:
            yield _Row(
                change, (pair.old,), (pair.new,), pair.promisors, pair.quantities
            )
    for split in told.split:
        yield _Row("split", (split.old,), split.new, split.promisors, split.quantities)
    for merged in told.merged:
        now = (merged.new,)
        yield _Row("merged", merged.old, now, merged.promisors, merged.quantities)
    for promise in told.new:
        made_by = PromisorChange((), new.promisors_of(promise))
        yield _Row("new", (), (promise,), made_by)
    for promise in told.dropped:
        made_by = PromisorChange(old.promisors_of(promise), ())
        yield _Row("dropped", (promise,), (), made_by)


def _columns(say: Words) -> Sequence[Column[_Row]]:
    return (
        Column(
            "change", lambda row: row.change, lambda row: say(f"change.{row.change}")
        ),
        Column(
            "old",
            lambda row: list(map(_promise, row.old)),
            lambda row: _numbered(row.old),
            lambda row: _numbered(row.old),
            room=4,
        ),
        Column(
            "new",
            lambda row: list(map(_promise, row.new)),
            lambda row: _numbered(row.new),
            lambda row: _numbered(row.new),
            room=4,
        ),
        Column(
            "promisors_before",
            lambda row: list(map(party, row.promisors.old)),
            flat=lambda row: _names(row.promisors.old),
            only_data=True,
        ),
        Column(
            "promisors_now",
            lambda row: list(map(party, row.promisors.new)),
            flat=lambda row: _names(row.promisors.new),
            only_data=True,
        ),
        Column(
            "quantities",
            lambda row: list(map(_quantity_change, row.quantities)),
            lambda row: _changes(row, say),
            lambda row: list(map(_short_change, row.quantities)),
            room=3,
            heading=say("column.changes"),
        ),
    )


def _changes(row: _Row, say: Words) -> str:
    """Say what else is different: who promises, and how many."""
    who = row.promisors
    told = [
        tuple(say.quantity(each) if each else "–" for each in (change.old, change.new))
        for change in row.quantities
    ]
    if who.old and who.new and who.changed:
        told.insert(0, ("; ".join(_names(who.old)), "; ".join(_names(who.new))))
    return "; ".join(say("compare.change", old=old, new=new) for old, new in told)


def _numbered(promises: Iterable[Promise]) -> str:
    return " / ".join(f"{each.number}. {each.text}" for each in promises)


def _names(parties: Iterable[Party]) -> list[str]:
    return [each.name for each in parties]


def _promise(promise: Promise) -> Data:
    return {"number": promise.number, "text": promise.text}


def _quantity_change(change: QuantityChange) -> Data:
    return {
        "old": change.old and quantity(change.old),
        "new": change.new and quantity(change.new),
    }


def _short_change(change: QuantityChange) -> str:
    both = (change.old, change.new)
    return " → ".join(short_quantity(each) if each else "–" for each in both)


# ---------------------------------------------------------------- totals


class _Counted(NamedTuple):
    """How many promises of a sort there are in each of the two."""

    name: str
    words: str
    old: int
    new: int


def _totals(told: Comparison, say: Words) -> Iterator[_Counted]:
    for name, total in (
        ("promises", told.promises),
        ("joint", told.joint),
        ("quantified", told.quantified),
    ):
        yield _Counted(name, say(f"total.{name}"), total.old, total.new)
    for each in told.by_kind:
        words = say("total.by", kind=say.label(each.kind))
        yield _Counted(each.kind.value, words, each.old, each.new)


def _total_columns() -> Sequence[Column[_Counted]]:
    return (
        Column("total", lambda row: row.name, lambda row: row.words),
        Column("old", lambda row: row.old),
        Column("new", lambda row: row.new),
    )
