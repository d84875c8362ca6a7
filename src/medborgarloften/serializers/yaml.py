r"""YAML: agreements that people keep by hand, one in a file or several.

A document says the same as in JSON, and leaves out each field that has its
default.  What looks like a number or a day and is a text has quotes, so that
readers of YAML 1.1 and 1.2 read alike.

Reading is strict, and knows no more of YAML than JSON can say: no tags, no
aliases, and a word without quotes is a text unless JSON would read it otherwise.
So ``no`` is the text, ``0180`` too, and every problem tells its line:

>>> from medborgarloften.serializers import yaml
>>> print(yaml.dumps(()), end="")
schema: medborgarloften/agreements
schema_version: 2
agreements: []
>>> yaml.loads("schema: medborgarloften/agreements\nschema_version: yes")
Traceback (most recent call last):
medborgarloften.errors.InvalidDocument: line 2: $.schema_version: ...
line 1: $.agreements: is missing

A folder holds a register, with a file for each agreement.  See `dump`.

Besides the problems of every document there are two: ``not-yaml``, a text that
cannot be read, and ``not-plain``, one that says what only YAML can say.
"""

from __future__ import annotations

from os import PathLike
from typing import Any, overload

from medborgarloften.errors import InvalidField
from medborgarloften.register import Register
from medborgarloften.serializers._documents.whole import (
    Document,
    DocumentT,
    document_in,
    register_in,
    register_to_write,
    to_document,
)
from medborgarloften.serializers._files.files import (
    is_folder,
    is_to_be_folder,
    read,
    replacing_all,
    write_file,
)
from medborgarloften.serializers._yaml.folders import (
    files_of,
    read_folder,
    refuse_other_files,
)
from medborgarloften.serializers._yaml.reading import composed
from medborgarloften.serializers._yaml.remarks import remarks_in
from medborgarloften.serializers._yaml.shaping import brief, in_order
from medborgarloften.serializers._yaml.writing import as_yaml

__all__ = [
    "dump",
    "dumps",
    "formatted",
    "load",
    "load_register",
    "loads",
]


def dumps(thing: Document, *, without_people: bool = False) -> str:
    """Write an agreement, a tuple of agreements or a register as YAML.

    Say *without_people* to leave out those who signed and whom to ask.

    Raises:
        InvalidField: If it is anything else.
    """
    return as_yaml(brief(to_document(thing, without_people=without_people)), {})


def dump(
    thing: Document, path: str | PathLike[str], *, without_people: bool = False
) -> None:
    """Write it to a file, as `dumps` does, or a register into a folder.

    A path that is a folder, ends with a slash, or is nothing yet and has no suffix
    is of a folder.  Each agreement is written into a file there that is named after
    its id, with its outcomes.  YAML files that are there and would not be written
    are not touched: move them away first, for they would be read with the others.

    What was in a file stays there until all of the new has been written.

    Raises:
        InvalidField: If it is nothing that a document is made of, no register for a
            folder, or there are other YAML files in the folder.
        FileError: If a file cannot be written.
    """
    if is_to_be_folder(path):
        _dump_into_folder(thing, path, without_people=without_people)
        return
    data = dumps(thing, without_people=without_people).encode()
    write_file(path, data)


@overload
def loads(text: str | bytes) -> Document: ...
@overload
def loads(text: str | bytes, wanted: type[DocumentT]) -> DocumentT: ...
def loads(text: str | bytes, wanted: Any = None) -> Document:
    """Read what a document holds; its schema says what that is.

    Bytes are UTF-8, with or without a byte order mark.  Say ``Register``,
    ``Agreement`` or ``tuple`` where nothing else will do.  A field that is left
    out has its default.

    Raises:
        InvalidDocument: If anything is wrong, or it is not what is *wanted*.
        MissingExtra: If ruamel.yaml is not installed.
    """
    return _document(text, wanted)


@overload
def load(path: str | PathLike[str]) -> Document: ...
@overload
def load(path: str | PathLike[str], wanted: type[DocumentT]) -> DocumentT: ...
def load(path: str | PathLike[str], wanted: Any = None) -> Document:
    """Read a file, as `loads` reads a text, or the register in a folder.

    Of a folder all files are read whose names end in ``.yaml`` or ``.yml``, but not
    those that begin with a dot, and not the folders in it.  A problem's path begins
    with the name of the file.

    Raises:
        InvalidDocument: If anything is wrong, or it is not what is *wanted*.
        FileError: If it cannot be read.
        MissingExtra: If ruamel.yaml is not installed.
    """
    if is_folder(path):
        document_in(to_document(Register()), [], wanted)
        return read_folder(path)
    return _document(read(path), wanted)


def load_register(path: str | PathLike[str]) -> Register:
    """Read a folder, or a file with an agreement, several or a register.

    Raises:
        InvalidDocument: If anything is wrong.
        FileError: If it cannot be read.
        MissingExtra: If ruamel.yaml is not installed.
    """
    if is_folder(path):
        return read_folder(path)
    document = composed(read(path))
    return register_in(document.plain, document.faults, written=document.written)


def formatted(text: str | bytes) -> str:
    """Lay a document out as `dumps` does, and keep its comments.

    The fields are put in the order of their class, the header first; a comment
    goes with its field.  Nothing that the document says is added, changed or left
    out.  What is laid out already stays as it is.

    Raises:
        InvalidDocument: If anything is wrong in it.
        MissingExtra: If ruamel.yaml is not installed.
    """
    document = composed(text)
    document_in(document.plain, document.faults, written=document.written)
    return as_yaml(in_order(document.plain), remarks_in(document.text, document.marks))


def _document(text: str | bytes, wanted: Any) -> Document:
    document = composed(text)
    return document_in(
        document.plain, document.faults, wanted, written=document.written
    )


def _dump_into_folder(
    thing: Document, folder: str | PathLike[str], *, without_people: bool
) -> None:
    if not isinstance(thing, Register):
        remedy = "give a Register to write into a folder, or name a file"
        raise InvalidField("yaml.dump", "thing", thing, remedy)
    register = register_to_write(thing, without_people=without_people)
    files = {name: dumps(part).encode() for name, part in files_of(register).items()}
    refuse_other_files(folder, files)
    replacing_all(folder, files)
