"""Whether a table is one of the register's: what it says of itself, and its columns.

Columns may stand in any order, and those that need not be there may be missing.  A
type is right if it holds the same values: texts and lists of every size, whole
numbers of every width, words kept once with numbers in their place, and nothing but
nulls.  All else would have to be turned into something else, and is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from medborgarloften.errors import Problem, nearest
from medborgarloften.tables._pyarrow import fields_in, pa
from medborgarloften.tables._slots import Slot
from medborgarloften.tables.versions import SCHEMA, SCHEMA_VERSION

__all__ = ["misfits", "problem_with"]

# The name of the table, and of a column and the structures within it.
_Place: TypeAlias = tuple[str, ...]

_MOST_SUGGESTIONS = 20
_LONGEST_SHOWN = 60
_VERSION = re.compile(r"[1-9][0-9]{0,8}")


def misfits(schema: pa.Schema, table: str, slots: Sequence[Slot]) -> list[Problem]:
    """Find why a table of this schema is not the *table* with those slots."""
    place = (table,)
    if claims := [*_false_claims(schema, place)]:
        return claims
    try:
        if {slot.name for slot in slots}.isdisjoint(schema.names):
            return [problem_with(place, "unknown-schema", *_HAS_NO_COLUMN)]
        return [*_misfits(fields_in(schema), slots, place)]
    except UnicodeDecodeError:
        return [problem_with(place, "damaged", *_HAS_BAD_NAMES)]


def problem_with(place: _Place, code: str, en: str, sv: str) -> Problem:
    """Tell what is wrong with a table, or with a column of it."""
    table, *column = place
    path = f"{table}, column {'.'.join(column)}" if column else table
    return Problem(code=code, message=en, message_sv=sv, path=path)


# ---------------------------------------------------------------- what it says


def _false_claims(schema: pa.Schema, place: _Place) -> Iterator[Problem]:
    claims = {
        name.decode(errors="replace"): _shortened(value.decode(errors="replace"))
        for name, value in (schema.metadata or {}).items()
    }
    (table,) = place
    name = claims.get("medborgarloften.schema", SCHEMA)
    version = claims.get("medborgarloften.schema_version", str(SCHEMA_VERSION))
    own = claims.get("medborgarloften.table", table)
    if name != SCHEMA:
        yield problem_with(
            place,
            "unknown-schema",
            f"expected {SCHEMA}, got {name!r}",
            f"väntade {SCHEMA}, fick {name!r}",
        )
    elif not _VERSION.fullmatch(version):
        yield problem_with(
            place,
            "wrong-type",
            f"expected a whole number from 1 as its version, got {version!r}",
            f"väntade ett heltal från 1 som version, fick {version!r}",
        )
    elif int(version) > SCHEMA_VERSION:
        yield problem_with(
            place,
            "newer-version",
            f"its version {version} is newer than this library knows, which is "
            f"{SCHEMA_VERSION}; upgrade medborgarloften",
            f"versionen {version} är nyare än vad biblioteket kan, som är "
            f"{SCHEMA_VERSION}; uppgradera medborgarloften",
        )
    elif own != table:
        yield problem_with(
            place,
            "other-schema",
            f"is the table {own!r}; read a register's tables together, by their names",
            f"är tabellen {own!r}; läs ett registers tabeller ihop, efter sina namn",
        )


# ---------------------------------------------------------------- its columns


def _misfits(
    fields: Sequence[pa.Field[Any]], slots: Sequence[Slot], above: _Place
) -> Iterator[Problem]:
    known = {slot.name: slot for slot in slots}
    counts = Counter(field.name for field in fields)
    # Looking for what was meant takes time, and a file must not decide how much.
    few = len(counts.keys() - known.keys()) <= _MOST_SUGGESTIONS
    for field in fields:
        place = (*above, field.name)
        if field.name not in known:
            meant = nearest(field.name, known, most=1) if few else ()
            yield problem_with(place, "unknown-field", *_is_unknown(meant))
        elif counts[field.name] > 1:
            yield problem_with(place, "duplicate-key", *_IS_THERE_TWICE)
        else:
            yield from _type_misfits(field.type, known[field.name], place)
    for slot in slots:
        if slot.required and slot.name not in counts:
            yield problem_with((*above, slot.name), "missing", *_IS_MISSING)


def _type_misfits(type_: pa.DataType, slot: Slot, place: _Place) -> Iterator[Problem]:
    item = type_
    if slot.many and (pa.types.is_list(type_) or pa.types.is_large_list(type_)):
        item = type_.value_type
    elif slot.many and not pa.types.is_null(type_):
        yield problem_with(place, "wrong-type", *_is_no(slot, type_))
        return
    if slot.parts and pa.types.is_struct(item):
        yield from _misfits(fields_in(item), slot.parts, place)
    elif not (pa.types.is_null(item) or _holds(slot, item)):
        yield problem_with(place, "wrong-type", *_is_no(slot, type_))


def _holds(slot: Slot, type_: pa.DataType) -> bool:
    """Tell whether a type holds single values of the kind that is wanted."""
    if pa.types.is_dictionary(type_):
        return _holds(slot, type_.value_type)
    return not slot.parts and _KINDS.get(slot.type, _TEXT).holds(type_)


class _Kind(NamedTuple):
    """A kind of values: which types hold them, and what they are called."""

    holds: Callable[[pa.DataType], bool]
    en: str
    sv: str


def _is_text(type_: pa.DataType) -> bool:
    return (
        pa.types.is_string(type_)
        or pa.types.is_large_string(type_)
        or pa.types.is_string_view(type_)
    )


_TEXT = _Kind(_is_text, "text (string)", "text (string)")
_KINDS = {
    int: _Kind(pa.types.is_integer, "whole numbers (int64)", "heltal (int64)"),
    bool: _Kind(pa.types.is_boolean, "true or false (bool)", "sant/falskt (bool)"),
    date: _Kind(pa.types.is_date32, "days (date32)", "dagar (date32)"),
}


# ---------------------------------------------------------------- words


_HAS_NO_COLUMN = (
    "has no column of a register; give a file or table from here",
    "har ingen kolumn från ett register; ange en fil eller tabell härifrån",
)
_HAS_BAD_NAMES = (
    "is damaged, for a column has a name that is no text; get it again, whole",
    "är skadad, för en kolumn har ett namn som inte är text; hämta den igen, hel",
)
_IS_MISSING = ("is missing; add the column", "saknas; lägg till kolumnen")
_IS_THERE_TWICE = (
    "is there more than once; keep one of them",
    "finns mer än en gång; behåll en av dem",
)


def _is_unknown(meant: tuple[str, ...]) -> tuple[str, str]:
    hint = f"did you mean {meant[0]!r}?" if meant else "leave it out"
    hint_sv = f"menade du {meant[0]!r}?" if meant else "utelämna den"
    return f"is no known column; {hint}", f"är ingen känd kolumn; {hint_sv}"


def _is_no(slot: Slot, found: pa.DataType) -> tuple[str, str]:
    _, en, sv = _KINDS.get(slot.type, _TEXT)
    if slot.parts:
        en, sv = "structures (struct)", "poster (struct)"
    if slot.many:
        en, sv = f"lists of {en}", f"listor av {sv}"
    name = _shortened(str(found))
    return (
        f"expected {en}, got {name}; cast it to that first",
        f"väntade {sv}, fick {name}; gör om den till det först",
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
