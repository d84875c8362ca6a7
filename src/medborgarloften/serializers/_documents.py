"""Documents: plain data that says what it is.

Every document begins with the name of its schema and its version, so that a
program that meets it years later knows what it has.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypeAlias, TypeVar, get_origin

from medborgarloften.errors import InvalidField
from medborgarloften.model import Agreement, Outcome
from medborgarloften.register import Register
from medborgarloften.serializers._data import is_list, is_object
from medborgarloften.serializers._faults import (
    Fault,
    Place,
    expected,
    missing,
    unknown_field,
)
from medborgarloften.serializers._gathering import Gathering
from medborgarloften.serializers._plain import to_plain
from medborgarloften.serializers._words import (
    LIST,
    OBJECT,
    TEXT,
    Words,
    expectation,
    shown,
)

__all__ = [
    "AGREEMENT",
    "OUTCOME",
    "Document",
    "DocumentT",
    "document_in",
    "fields_of",
    "outcome_document",
    "register_in",
    "schema_of",
    "to_document",
]

Document: TypeAlias = Register | Agreement | tuple[Agreement, ...]
DocumentT = TypeVar("DocumentT", Register, Agreement, tuple[Agreement, ...])

AGREEMENT = "medborgarloften/agreement"
AGREEMENTS = "medborgarloften/agreements"
OUTCOME = "medborgarloften/outcome"
REGISTER = "medborgarloften/register"

_SCHEMAS: dict[Any, str] = {
    Agreement: AGREEMENT,
    tuple: AGREEMENTS,
    Register: REGISTER,
}
_VERSION = 1
_HEADER = ("schema", "version")


def to_document(thing: Document) -> dict[str, Any]:
    """Say what it is, and then all that is in it.

    Raises:
        InvalidField: If it is something that no document is made of.
    """
    match thing:
        case Agreement():
            return _headed(AGREEMENT) | to_plain(thing)
        case Register(agreements=agreements, outcomes=outcomes):
            return _headed(REGISTER) | {
                "agreements": list(map(to_plain, agreements)),
                "outcomes": list(map(to_plain, outcomes)),
            }
        case tuple() if {type(each) for each in thing} <= {Agreement}:
            return _headed(AGREEMENTS) | {"agreements": list(map(to_plain, thing))}
        case _:
            remedy = "give a Register, an Agreement or a tuple of agreements"
            raise InvalidField("document", "thing", thing, remedy)


def outcome_document(outcome: Outcome) -> dict[str, Any]:
    """Say that it is an outcome, and then all that is in it."""
    return _headed(OUTCOME) | to_plain(outcome)


def document_in(plain: Any, faults: list[Fault], wanted: Any = None) -> Document:
    """Make what a document holds, whatever it is, or only if it is what is *wanted*.

    Raises:
        InvalidDocument: If there are *faults* already, or any are found.
    """
    wanted = get_origin(wanted) or wanted
    schemas = _SCHEMAS.values()
    schema = schema_of(plain, schemas, (), faults)
    if schema is not None and wanted is not None and schema != _SCHEMAS[wanted]:
        faults.append(_is_other(schema, _SCHEMAS[wanted]))
        schema = None
    gathered = _gathered(schema, plain, faults)
    if schema == REGISTER:
        return gathered.register()
    agreements = gathered.all_agreements()
    return agreements if schema == AGREEMENTS else agreements[0]


def register_in(plain: Any, faults: list[Fault]) -> Register:
    """Make a register of the agreements and outcomes in a document of any kind.

    Raises:
        InvalidDocument: If there are *faults* already, or any are found.
    """
    schema = schema_of(plain, _SCHEMAS.values(), (), faults)
    return _gathered(schema, plain, faults).register()


def schema_of(
    plain: Any, known: Collection[str], place: Place, faults: list[Fault]
) -> str | None:
    """Tell which of the *known* schemas a document has.

    ``None`` if it cannot be read by any of them.  What is wrong with the header
    is added to *faults*; the rest may be readable all the same.
    """
    if not is_object(plain):
        faults.append(expected(OBJECT, plain).at(place))
        return None
    found = [*_schema_faults(plain, known), *_version_faults(plain)]
    faults += (fault.within(place) for fault in found)
    if any(fault.place == ("schema",) or fault.code == _NEWER for fault in found):
        return None
    return str(plain["schema"])


def fields_of(plain: dict[str, Any]) -> dict[str, Any]:
    """Take the header off."""
    return {key: value for key, value in plain.items() if key not in _HEADER}


_NEWER = "newer-version"
_A_VERSION = Words("a whole number from 1", "ett heltal från 1")


def _headed(schema: str) -> dict[str, Any]:
    return {"schema": schema, "version": _VERSION}


def _schema_faults(header: dict[str, Any], known: Collection[str]) -> Iterator[Fault]:
    place = ("schema",)
    if "schema" not in header:
        yield missing(place)
    elif type(header["schema"]) is not str:
        yield expected(TEXT, header["schema"]).at(place)
    elif header["schema"] not in known:
        names = ", ".join(known)
        wanted = Words(f"one of {names}", f"något av {names}")
        yield Fault(place, "unknown-schema", expectation(wanted, header["schema"]))


def _version_faults(header: dict[str, Any]) -> Iterator[Fault]:
    place = ("version",)
    if "version" not in header:
        yield missing(place)
        return
    version = header["version"]
    if type(version) is not int or version < 1:
        yield expected(_A_VERSION, version).at(place)
    elif version > _VERSION:
        yield Fault(place, _NEWER, _is_newer(version))


def _is_newer(version: int) -> Words:
    found = shown(version)
    return Words(
        f"{found.en} is newer than this library knows, which is {_VERSION}; "
        "upgrade it: pip install -U medborgarloften",
        f"{found.sv} är nyare än vad biblioteket kan, som är {_VERSION}; "
        "uppgradera det: pip install -U medborgarloften",
    )


def _is_other(schema: str, wanted: str) -> Fault:
    words = Words(
        f"expected {wanted}, got {schema}", f"väntade {wanted}, fick {schema}"
    )
    return Fault(("schema",), "other-schema", words)


def _gathered(schema: str | None, plain: Any, faults: list[Fault]) -> Gathering:
    """Read all that a document of the schema holds; nothing, if it is ``None``."""
    gathered = Gathering(plain, faults)
    if schema is None:
        return gathered
    fields = fields_of(plain)
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
