"""What is wrong with a document, and where, until it is told as problems.

A place is the steps that lead there from the document's top, so that faults can
be put in the order in which a reader of the document meets them.  It is written
as ``$.promises[0].number``; in JSON Lines the number of the line, counted from
1, comes first: ``3:$.promises[0].number``.  A place that is told in words, as that
of a cell is, is told in both languages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeAlias

from attrs import evolve, frozen

from medborgarloften.errors import InvalidDocument, MedborgarloftenError, Problem
from medborgarloften.serializers._strict.data import is_object
from medborgarloften.serializers._strict.words import (
    Words,
    expectation,
    is_not_known,
    shortened,
)

__all__ = [
    "MOST_FAULTS",
    "Fault",
    "Line",
    "Place",
    "Refusal",
    "Written",
    "expected",
    "in_document_order",
    "in_file",
    "invalid_document",
    "missing",
    "telling_refusals",
    "unknown_field",
    "written",
]

MOST_FAULTS = 1000
_TOO_MANY = Words(
    f"only the first {MOST_FAULTS} faults are told; mend what they have in common",
    f"bara de första {MOST_FAULTS} felen visas; åtgärda det som de har gemensamt",
)

Place: TypeAlias = tuple[str | int, ...]
Written: TypeAlias = Callable[[Place], str | Words]


class Line(int):
    """The first step to a place in a document of many lines."""

    __slots__ = ()


@frozen
class Fault:
    """One thing that is wrong, and its place."""

    place: Place
    code: str
    words: Words

    def within(self, place: Place) -> Fault:
        """Tell it of the larger document in which this one stands at *place*."""
        return evolve(self, place=(*place, *self.place))

    def problem(self, written: Written) -> Problem:
        """Tell it to the world, its place *written* as the format has it."""
        place = written(self.place)
        path, path_sv = (
            (place.en, place.sv) if isinstance(place, Words) else (place, None)
        )
        return Problem(
            code=self.code,
            message=self.words.en,
            message_sv=self.words.sv,
            path=path,
            path_sv=path_sv,
        )


@frozen
class Refusal(MedborgarloftenError, ValueError):
    """A value that will not do, raised where its place is not known."""

    code: str
    words: Words

    def at(self, place: Place) -> Fault:
        """Say where it is."""
        return Fault(place, self.code, self.words)


def expected(wanted: Words, value: object) -> Refusal:
    """Make the refusal of a value that is not of the type that is wanted."""
    return Refusal("wrong-type", expectation(wanted, value))


def missing(place: Place) -> Fault:
    """Make the fault of a field that has to be there."""
    return Fault(place, "missing", Words("is missing", "saknas"))


def unknown_field(place: Place, meant: Iterable[str] = ()) -> Fault:
    """Make the fault of a name that no field has, with those it may stand for."""
    return Fault(place, "unknown-field", is_not_known(meant))


def in_document_order(faults: Iterable[Fault], document: Any) -> list[Fault]:
    """Sort faults as their places follow each other in *document*.

    What is missing comes after all that is there, in the order it was found; so do
    the faults of one line.
    """
    positions: dict[int, dict[str, int]] = {}

    def position(fault: Fault) -> list[int]:
        at: Any = document
        steps: list[int] = []
        for step in fault.place:
            if isinstance(step, Line):
                return [step]
            if is_object(at):
                if id(at) not in positions:
                    positions[id(at)] = {key: n for n, key in enumerate(at)}
                steps.append(positions[id(at)].get(str(step), len(at)))
                at = at.get(str(step))
            else:
                steps.append(int(step))
                at = at[int(step)]
        return steps

    return sorted(faults, key=position)


def written(place: Place) -> str:
    """Write a place as JSON's tools do: ``$.promises[0].number``."""
    if place and isinstance(place[0], Line):
        return f"{place[0]}:{written(place[1:])}"
    return "$" + "".join(map(_written_step, place))


def invalid_document(
    faults: Iterable[Fault], written: Written = written
) -> InvalidDocument:
    """Make the error that tells every fault, its place *written* as the format does.

    Of very many, the first are told: nobody mends thousands one by one, and a small
    file must not make millions.
    """
    told = list(islice(faults, MOST_FAULTS))
    if len(told) == MOST_FAULTS:
        told.append(Fault(told[-1].place, "too-many", _TOO_MANY))
    return InvalidDocument(tuple(fault.problem(written) for fault in told))


def in_file(problem: Problem, name: str) -> Problem:
    """Tell of a problem that it is in the file of this name."""
    return evolve(
        problem,
        path=f"{name}: {problem.path}",
        path_sv=problem.path_sv and f"{name}: {problem.path_sv}",
    )


@contextmanager
def telling_refusals(written: Written = written) -> Generator[None]:
    """Let the refusal of a whole be the error that tells its one fault.

    Raises:
        InvalidDocument: If what is done within is refused.
    """
    try:
        yield
    except Refusal as refusal:
        raise invalid_document([refusal.at(())], written) from refusal


def _written_step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if step.isidentifier() else f"[{json.dumps(shortened(step))}]"
