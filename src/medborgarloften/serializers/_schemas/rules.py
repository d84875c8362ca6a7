"""The rules of the model's classes: those that a schema can say, and the others.

What a class refuses beside a value of a wrong type is written in its code, where
no schema can read it.  So it is told here once more, and what the two accept is
compared by the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from attrs import frozen

from medborgarloften.model import (
    Agreement,
    Area,
    Citation,
    Outcome,
    Party,
    Precision,
    Promise,
    Quantity,
    Review,
    Source,
    Status,
    ValidityPeriod,
)
from medborgarloften.model._shapes import fields_of
from medborgarloften.serializers._schemas.texts import Schema, fixed_text, unit_end

__all__ = [
    "UNSAID",
    "UnsaidRule",
    "list_rules",
    "object_rules",
    "unsaid",
    "value_rules",
]

_FROM_0: Schema = {"type": "integer", "minimum": 0}
_FROM_1: Schema = {"type": "integer", "minimum": 1}
_KOMMUNKOD = fixed_text("[0-9]{4}", 4)

_VALUES: dict[tuple[type, str], Schema] = {
    (Agreement, "ordinal"): _FROM_1,
    (Area, "municipalities"): _KOMMUNKOD,
    (Citation, "source"): _FROM_0,
    (Citation, "start"): _FROM_0,
    (Citation, "end"): _FROM_1,  # the quote is not blank
    (Outcome, "promise"): _FROM_1,
    (Outcome, "counted"): _FROM_0,
    (Party, "code"): _KOMMUNKOD,
    (Promise, "number"): _FROM_1,
    (Promise, "parent"): _FROM_1,
    (Quantity, "minimum"): _FROM_0,
    (Quantity, "maximum"): _FROM_0,
    (Review, "times"): _FROM_1,
    (Source, "sha256"): fixed_text("[0-9a-f]{64}", 64),
}
_LISTS: dict[tuple[type, str], Schema] = {
    (Agreement, "parties"): {"minItems": 1},
    (Area, "municipalities"): {"uniqueItems": True},
    (Promise, "promisors"): {"minItems": 1, "uniqueItems": True},
    (Promise, "partners"): {"uniqueItems": True},
}


def value_rules(class_: type, field: str) -> Schema | None:
    """Describe a value of a *field* that is less than all of its type, if it is."""
    return _VALUES.get((class_, field))


def list_rules(class_: type, field: str) -> Schema:
    """Describe what the list in a *field* keeps as a whole."""
    return _LISTS.get((class_, field), {})


def object_rules(class_: type) -> Schema:
    """Describe what the fields of an object of a class keep between them."""
    if class_ is Quantity:
        return {"anyOf": [_having(minimum=_FROM_0), _having(maximum=_FROM_0)]}
    if class_ is Outcome:
        no_evidence: Schema = {"const": Status.NO_EVIDENCE.value}
        return {"if": _having(status=no_evidence), "else": _having(sources=_SOME)}
    if class_ is Agreement:
        return {"if": _having(citations=_SOME), "then": _having(sources=_SOME)}
    if class_ is ValidityPeriod:
        return {"allOf": list(_ends_of_units())}
    return {}


_SOME: Schema = {"type": "array", "minItems": 1}


def _having(**fields: Schema) -> Schema:
    return {"properties": fields, "required": list(fields)}


def _ends_of_units() -> Iterator[Schema]:
    for precision in Precision:
        if precision is not Precision.DAY:
            stated: Schema = {"const": precision.value}
            yield {
                "if": _having(first_precision=stated),
                "then": _having(first_day=unit_end(precision, "first_day")),
            }
            yield {
                "if": _having(last_precision=stated),
                "then": _having(last_day=unit_end(precision, "last_day")),
            }


@frozen
class UnsaidRule:
    """A rule that reading keeps, and that JSON Schema has no words for.

    Attributes:
        code: That of the problem, where the rule is broken.
        path: The place of the problem within an agreement or an outcome, each
            index as ``[*]``; ``*`` where it can be anywhere.
        rule: The rule.
    """

    code: str
    path: str
    rule: str


_ANYWHERE = "*"
_A_PARTY = "It is the id of one of the parties or others."
_ANOTHER = "It is another agreement than this one."
_IN_ORDER = "The last day is not before the first."
_AN_ID_OF_ITS_OWN = "It is nobody else's among the parties and others."

UNSAID = (
    UnsaidRule("duplicate-key", _ANYWHERE, "An object names each of its keys once."),
    UnsaidRule("wrong-type", _ANYWHERE, "A whole number has no point: 1, not 1.0."),
    UnsaidRule(
        "duplicate-id",
        "agreement.id",
        "No other agreement of the register has it, but for one that is the same.",
    ),
    UnsaidRule("duplicate-id", "agreement.parties[*].id", _AN_ID_OF_ITS_OWN),
    UnsaidRule("duplicate-id", "agreement.others[*].id", _AN_ID_OF_ITS_OWN),
    UnsaidRule("invalid", "agreement.period", _IN_ORDER),
    UnsaidRule(
        "invalid",
        "agreement.promises[*].number",
        "Promises are numbered 1, 2, 3 … as they stand.",
    ),
    UnsaidRule(
        "broken-reference",
        "agreement.promises[*].parent",
        "It is the number of another promise, and no goal serves itself.",
    ),
    UnsaidRule("broken-reference", "agreement.promises[*].promisors[*]", _A_PARTY),
    UnsaidRule("broken-reference", "agreement.promises[*].partners[*]", _A_PARTY),
    UnsaidRule(
        "invalid", "agreement.promises[*].partners[*]", "It is none of the promisors."
    ),
    UnsaidRule(
        "invalid",
        "agreement.promises[*].quantities[*].maximum",
        "It is not less than the minimum.",
    ),
    UnsaidRule("invalid", "agreement.promises[*].period", _IN_ORDER),
    UnsaidRule("broken-reference", "agreement.signatories[*].party", _A_PARTY),
    UnsaidRule(
        "invalid",
        "agreement.amendments[*].last_day",
        "It is not before the first day of the agreement.",
    ),
    UnsaidRule("invalid", "agreement.supersedes", _ANOTHER),
    UnsaidRule("invalid", "agreement.parent", _ANOTHER),
    UnsaidRule(
        "broken-reference",
        "agreement.citations[*].source",
        "It is less than the number of sources.",
    ),
    UnsaidRule(
        "invalid",
        "agreement.citations[*].end",
        "It is the start and the length of the quote, added.",
    ),
    UnsaidRule(
        "broken-reference",
        "outcome.agreement",
        "It is the id of an agreement of the register.",
    ),
    UnsaidRule(
        "broken-reference",
        "outcome.promise",
        "It is the number of one of that agreement's promises.",
    ),
    UnsaidRule(
        "invalid",
        "outcome.status",
        "It is no verdict before the first day of the promise.",
    ),
)


def unsaid(class_: type | None = None, field: str = "") -> str:
    """Tell the rules of a *field* that no schema says; those of all without one."""
    rules = (each.rule for each in UNSAID if _place(each.path) == (class_, field))
    return " ".join(dict.fromkeys(rules))


@cache
def _place(path: str) -> tuple[type | None, str]:
    """Find the class, and the field of it, that a path leads to."""
    if path == _ANYWHERE:
        return None, ""
    top, *steps, last = re.findall(r"\w+", path)
    class_: Any = {"agreement": Agreement, "outcome": Outcome}[top]
    for step in steps:
        class_ = next(each.type for each in fields_of(class_) if each.name == step)
    return class_, last
