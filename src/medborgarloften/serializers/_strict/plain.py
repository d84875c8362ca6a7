"""Model objects to plain data and back, with every fault on the way.

cattrs takes longer to import than all of this library, so it is imported when
the first document is read or written, and not before.
"""

from __future__ import annotations

from typing import Any, TypeVar

from medborgarloften.model import Agreement, Outcome
from medborgarloften.serializers._strict.data import is_object
from medborgarloften.serializers._strict.faults import (
    Fault,
    Place,
    Refusal,
    in_document_order,
)
from medborgarloften.serializers._strict.own_rules import faults_within
from medborgarloften.serializers._strict.quick import quickly_read
from medborgarloften.serializers._strict.references import faults_between

__all__ = ["read_plain", "to_plain"]

_T = TypeVar("_T", Agreement, Outcome)


def to_plain(thing: Agreement | Outcome) -> dict[str, Any]:
    """Say it with lists and dictionaries, texts and numbers."""
    from medborgarloften.serializers._strict.converter import converter

    plain: dict[str, Any] = converter().unstructure(thing)
    return plain


def read_plain(
    plain: Any, class_: type[_T], place: Place, faults: list[Fault]
) -> _T | None:
    """Read what stands at *place*; if that cannot be, add what is wrong to *faults*."""
    if (made := quickly_read(plain, class_)) is not None:
        return made
    from cattrs import BaseValidationError

    from medborgarloften.serializers._strict.converter import converter

    try:
        return converter().structure(plain, class_)
    except (BaseValidationError, Refusal) as error:
        found = _faults(error, plain, class_)
    faults += (fault.within(place) for fault in in_document_order(found, plain))
    return None


def _faults(error: Exception, plain: Any, class_: type[_T]) -> list[Fault]:
    from medborgarloften.serializers._strict.problems import faults_in

    found = list(faults_in(error))
    if class_ is not Agreement or not is_object(plain):
        return found
    details = [*faults_between(plain), *faults_within(plain)]
    return [each for each in found if not _is_summary(each, details)] + details


def _is_summary(fault: Fault, details: list[Fault]) -> bool:
    """Tell whether the model said at large what the details say one by one."""
    depth = len(fault.place)
    return fault.code == "invalid" and any(
        each.place[:depth] == fault.place for each in details
    )
