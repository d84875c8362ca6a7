"""A register as a folder, with a YAML file for each agreement and its outcomes.

Every file is a document that stands on its own.  It is named after the id of its
agreement, where that is all letters, digits and hyphens; any other name ends with a
checksum, so that no two ids share a file, whatever a system makes of names.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from hashlib import sha256
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import Any

from medborgarloften.errors import FileError, InvalidDocument, InvalidField, Problem
from medborgarloften.model import Agreement, Outcome
from medborgarloften.model.identity import slug
from medborgarloften.register import Register
from medborgarloften.serializers._documents.whole import register_in
from medborgarloften.serializers._files.files import format_suffix, is_folder, read
from medborgarloften.serializers._strict.data import objects_of
from medborgarloften.serializers._strict.faults import (
    Fault,
    Place,
    in_file,
    invalid_document,
)
from medborgarloften.serializers._strict.words import Words, shown
from medborgarloften.serializers._yaml.reading import Composed, composed

__all__ = [
    "files_of",
    "read_folder",
    "refuse_other_files",
    "yaml_files",
]

_SUFFIXES = (".yaml", ".yml")
_LONGEST_NAME = 100
_LONGEST_BEGINNING = 60
_LENGTH_OF_CHECKSUM = 32
_DEVICES_OF_WINDOWS = re.compile("con|prn|aux|nul|(?:com|lpt)[0-9]")
_MOST_NAMED = 20


def files_of(register: Register) -> dict[str, Agreement | Register]:
    """Part a register into what is to stand in each file, by its name.

    An agreement that has outcomes is a register with them.
    """
    return {
        _file_name(agreement.id): Register([agreement], outcomes)
        if (outcomes := register.outcomes_of(agreement.id))
        else agreement
        for agreement in register.agreements
    }


def refuse_other_files(folder: str | PathLike[str], names: Collection[str]) -> None:
    """Refuse a folder with other YAML files than those of these *names*.

    They would be read as if they belonged to what is saved.

    Raises:
        InvalidField: If there are others.
        FileError: If the folder cannot be looked into.
    """
    there = yaml_files(folder) if is_folder(folder) else []
    if others := [name for name in there if name not in names]:
        more = " …" if len(others) > _MOST_NAMED else ""
        remedy = (
            "these files there would be read as part of the register, so move them "
            f"away first: {', '.join(islice(others, _MOST_NAMED))}{more}"
        )
        raise InvalidField("yaml.dump", "path", os.fspath(folder), remedy)


def read_folder(folder: str | PathLike[str]) -> Register:
    """Read the YAML files in a folder, in the order of their names.

    Raises:
        InvalidDocument: If anything is wrong in any of them or between them.
        FileError: If the folder or a file cannot be read.
    """
    agreements: dict[str, tuple[str, Agreement]] = {}
    outcomes: list[Outcome] = []
    problems: list[Problem] = []
    for name in yaml_files(folder):
        try:
            document = composed(read(Path(folder, name)))
            register = register_in(
                document.plain, document.faults, written=document.written
            )
            _refuse_taken_ids(register, document, agreements)
        except InvalidDocument as error:
            problems += (in_file(each, name) for each in error.problems)
            continue
        for agreement in register.agreements:
            agreements.setdefault(agreement.id, (name, agreement))
        outcomes += register.outcomes
    if problems:
        raise InvalidDocument(tuple(problems))
    return Register((agreement for _, agreement in agreements.values()), outcomes)


def yaml_files(folder: str | PathLike[str]) -> list[str]:
    """List the YAML files in a folder that are not hidden, in the order of their names.

    Raises:
        FileError: If the folder cannot be looked into.
    """
    try:
        return sorted(
            each.name
            for each in Path(folder).iterdir()
            if format_suffix(each) in _SUFFIXES
            and not each.name.startswith(".")
            and not is_folder(each)
        )
    except OSError as error:
        raise FileError.of(error, os.fspath(folder)) from error


def _file_name(id_: str) -> str:
    name = slug(id_)
    if name != id_ or len(name) > _LONGEST_NAME or _DEVICES_OF_WINDOWS.fullmatch(name):
        checksum = sha256(id_.encode()).hexdigest()[:_LENGTH_OF_CHECKSUM]
        # No slug has an underscore, so this is the name of no other id.
        name = f"{name[:_LONGEST_BEGINNING]}_{checksum}"
    return f"{name}.yaml"


def _refuse_taken_ids(
    register: Register, document: Composed, taken: dict[str, tuple[str, Agreement]]
) -> None:
    faults = [
        Fault(
            _place_of(agreement.id, document.plain), "duplicate-id", _is_taken(*first)
        )
        for agreement in register.agreements
        if (first := taken.get(agreement.id)) and first[1] != agreement
    ]
    if faults:
        raise invalid_document(faults, document.written)


def _place_of(id_: str, plain: dict[str, Any]) -> Place:
    several: Iterator[Place] = (
        (*place, "id")
        for place, agreement in objects_of(plain, "agreements")
        if agreement.get("id") == id_
    )
    return next(several, ("id",))


def _is_taken(file: str, agreement: Agreement) -> Words:
    name = shown(agreement.id).en
    return Words(
        f"another agreement in {file} has the id {name}; give each an id of its own",
        f"en annan överenskommelse i {file} har id {name}; ge var och en ett eget",
    )
