"""Documents: agreements and registers as plain data that says what it is."""

from __future__ import annotations

from typing import Any, TypeAlias, TypeVar, get_origin

from medborgarloften.errors import InvalidField
from medborgarloften.model import Agreement, Outcome
from medborgarloften.register import Register
from medborgarloften.serializers._documents.headers import (
    AGREEMENT,
    AGREEMENTS,
    OUTCOME,
    REGISTER,
    Opened,
    header,
    opened,
)
from medborgarloften.serializers._strict.data import is_list
from medborgarloften.serializers._strict.faults import (
    Fault,
    Written,
    expected,
    missing,
    unknown_field,
    written,
)
from medborgarloften.serializers._strict.gathering import Gathering
from medborgarloften.serializers._strict.plain import to_plain
from medborgarloften.serializers._strict.words import LIST, Words

__all__ = [
    "Document",
    "DocumentT",
    "document_in",
    "line_document",
    "register_in",
    "register_to_write",
    "to_document",
    "to_write",
]

Document: TypeAlias = Register | Agreement | tuple[Agreement, ...]
DocumentT = TypeVar("DocumentT", Register, Agreement, tuple[Agreement, ...])

_LONGEST_SHOWN = 60

_SCHEMAS: dict[Any, str] = {
    Agreement: AGREEMENT,
    tuple: AGREEMENTS,
    Register: REGISTER,
}


def register_to_write(register: Register, *, without_people: bool) -> Register:
    """Return what is to be written of a register: all, or all but the people.

    Raises:
        InvalidField: If it is no register.
    """
    if not isinstance(register, Register):  # pyright: ignore[reportUnnecessaryIsInstance]
        remedy = f"give a Register, not a {type(register).__name__}"
        raise InvalidField("serializers", "register", _brief(register), remedy)
    return register.without_people() if without_people else register


def to_write(thing: Document, *, without_people: bool) -> Document:
    """Return what is to be written: all of it, or all but the people.

    Raises:
        InvalidField: If it is something that no document is made of.
    """
    match thing:
        case Agreement() | Register():
            return thing.without_people() if without_people else thing
        case tuple() if {type(each) for each in thing} <= {Agreement}:
            if without_people:
                return tuple(map(Agreement.without_people, thing))
            return thing
        case _:
            remedy = "give a Register, an Agreement or a tuple of agreements"
            raise InvalidField("document", "thing", _brief(thing), remedy)


def to_document(thing: Document, *, without_people: bool = False) -> dict[str, Any]:
    """Say what it is, and then all that is in it.

    Raises:
        InvalidField: If it is something that no document is made of.
    """
    match to_write(thing, without_people=without_people):
        case Agreement() as agreement:
            return header(AGREEMENT) | to_plain(agreement)
        case Register(agreements=agreements, outcomes=outcomes):
            return header(REGISTER) | {
                "agreements": list(map(to_plain, agreements)),
                "outcomes": list(map(to_plain, outcomes)),
            }
        case several:
            return header(AGREEMENTS) | {"agreements": list(map(to_plain, several))}


def line_document(thing: Agreement | Outcome) -> dict[str, Any]:
    """Say whether it is an agreement or an outcome, and then all that is in it."""
    schema = AGREEMENT if isinstance(thing, Agreement) else OUTCOME
    return header(schema) | to_plain(thing)


def document_in(
    plain: Any,
    faults: list[Fault],
    wanted: Any = None,
    *,
    written: Written = written,
) -> Document:
    """Make what a document holds, whatever it is, or only if it is what is *wanted*.

    Raises:
        InvalidDocument: If there are *faults* already, or any are found; each place
            is *written* as the format does.
    """
    wanted = get_origin(wanted) or wanted
    if wanted is not None and wanted not in _SCHEMAS:
        remedy = "say Register, Agreement or tuple, or leave it out"
        raise InvalidField("loads", "wanted", wanted, remedy)
    found = opened(plain, _SCHEMAS.values(), (), faults)
    if found is not None and wanted is not None and found.schema != _SCHEMAS[wanted]:
        faults.append(_is_other(found.schema, _SCHEMAS[wanted]))
        found = None
    gathered = _gathered(found, plain, faults, written)
    if found is not None and found.schema == REGISTER:
        return gathered.register()
    agreements = gathered.all_agreements()
    several = found is not None and found.schema == AGREEMENTS
    return agreements if several else agreements[0]


def register_in(
    plain: Any, faults: list[Fault], *, written: Written = written
) -> Register:
    """Make a register of the agreements and outcomes in a document of any kind.

    Raises:
        InvalidDocument: If there are *faults* already, or any are found; each place
            is *written* as the format does.
    """
    found = opened(plain, _SCHEMAS.values(), (), faults)
    return _gathered(found, plain, faults, written).register()


def _brief(thing: object) -> object:
    """Return a thing, or its class where an error would have to show all of it."""
    return thing if len(repr(thing)) <= _LONGEST_SHOWN else type(thing)


def _is_other(schema: str, wanted: str) -> Fault:
    words = Words(
        f"expected {wanted}, got {schema}", f"väntade {wanted}, fick {schema}"
    )
    return Fault(("schema",), "other-schema", words)


def _gathered(
    found: Opened | None, plain: Any, faults: list[Fault], written: Written
) -> Gathering:
    """Read all that a document holds; nothing, if its header could not be read."""
    gathered = Gathering(plain, faults, written)
    if found is None:
        return gathered
    schema, fields = found
    if schema == AGREEMENT:
        gathered.read_agreement(fields, ())
        return gathered
    readers = {"agreements": gathered.read_agreement}
    if schema == REGISTER:
        readers["outcomes"] = gathered.read_outcome
        fields.setdefault("outcomes", [])
    faults += (unknown_field((key,)) for key in fields if key not in readers)
    for field, read in readers.items():
        if is_list(items := fields.get(field)):
            for index, item in enumerate(items):
                read(item, (field, index))
        else:
            gathered.complete = False
            faults.append(_is_no_list(field, fields))
    return gathered


def _is_no_list(field: str, fields: dict[str, Any]) -> Fault:
    if field not in fields:
        return missing((field,))
    return expected(LIST, fields[field]).at((field,))
