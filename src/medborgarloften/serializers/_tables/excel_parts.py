"""The parts of a workbook's file, measured before they are handed on to be read.

A small file can be made to fill any memory: by parts that expand without end, by a
cell that stands far from the others, by a long text that many cells share.  What is
handed on is what was measured, and nothing else that the file may hold.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from attrs import define, field, frozen

from medborgarloften.serializers._files.compression import (
    MOST_TIMES_LARGER,
    largest_from,
)
from medborgarloften.serializers._strict.faults import Refusal
from medborgarloften.serializers._strict.words import Words, shown
from medborgarloften.serializers._tables.excel_cells import (
    is_dense,
    is_plain,
    size_of_texts,
    sizes_of_shared_texts,
)

__all__ = ["Parts", "no_workbook", "parts_of"]

_OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")


_PACKAGE = ("[Content_Types].xml", "_rels/.rels")
_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_SHARED_TEXTS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"

_BROKEN = (
    BadZipFile,
    EOFError,
    LookupError,  # a part that is not there, an encoding that is none
    NotImplementedError,  # a way to compress that Python does not know
    OSError,
    RuntimeError,  # a password is wanted
    ValueError,
    expat.ExpatError,
    struct.error,
    zlib.error,
)


@frozen(eq=False)
class Parts:
    """What is needed of a workbook to read its sheets.

    Attributes:
        by_name: The contents of the parts, by their names in the file.
        sheets: The XML of each sheet, by what the sheet is called.
    """

    by_name: dict[str, bytes]
    sheets: dict[str, bytes]

    def as_file(self) -> BytesIO:
        """Make a workbook that holds these parts, and nothing else."""
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            for name, data in self.by_name.items():
                archive.writestr(ZipInfo(name), data)
        file.seek(0)
        return file


def parts_of(data: bytes) -> Parts:
    """Take a workbook's file apart.

    Raises:
        Refusal: If it is no workbook, or would grow beyond measure.
    """
    if data.startswith(_OLD_OR_LOCKED):
        raise Refusal("not-a-workbook", _IS_OLD_OR_LOCKED)
    most = largest_from(len(data))
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _unpacked(_Unpacking(archive, most))
    except Refusal:
        raise
    except _BROKEN as error:
        raise no_workbook() from error


def no_workbook() -> Refusal:
    """Make the refusal of what is no workbook, or not whole."""
    return Refusal("not-a-workbook", _IS_NO_WORKBOOK)


@define(eq=False)
class _Unpacking:
    """What has been unpacked of a file, and how much more may be."""

    archive: ZipFile
    left: int
    parts: dict[str, bytes] = field(factory=dict[str, bytes], init=False)

    def take(self, name: str) -> bytes:
        with self.archive.open(name) as part:
            data = part.read(self.left + 1)
        self.spend(len(data))
        # In a comment, behind an entity or in another encoding, something could
        # stand that is not seen by who measures, but by who reads.
        if b"<!" in data or b"\0" in data:
            raise no_workbook()
        self.parts[name] = data
        return data

    def take_if_there(self, name: str) -> bytes:
        return self.take(name) if name in self.archive.namelist() else b""

    def spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise Refusal("too-large", _IS_TOO_LARGE)


def _unpacked(unpacking: _Unpacking) -> Parts:
    for name in _PACKAGE:
        unpacking.take(name)
    relations = _elements(unpacking.take(_RELATIONS), "Relationship")
    paths = {each["Id"]: _path(each["Target"]) for each in relations}
    entries = _elements(unpacking.take(_BOOK), "sheet")
    unpacking.take_if_there(_STYLES)
    shared = sizes_of_shared_texts(unpacking.take_if_there(_SHARED_TEXTS))
    sheets: dict[str, bytes] = {}
    for entry in entries:
        name = entry["name"]
        xml = unpacking.take(paths[entry["id"]])
        if name in sheets or not is_plain(xml):
            raise no_workbook()
        if not is_dense(xml):
            raise Refusal("too-large", _reaches_too_far(name))
        unpacking.spend(size_of_texts(xml, shared))
        sheets[name] = xml
    return Parts(unpacking.parts, sheets)


def _path(target: str) -> str:
    path = target.removeprefix("/")
    return path if path.startswith("xl/") else f"xl/{path}"


def _elements(xml: bytes, name: str) -> list[dict[str, str]]:
    """List the attributes of the elements with a name, whatever their namespaces."""
    found: list[dict[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if _local(tag) == name:
            found.append({_local(key): value for key, value in attributes.items()})

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(xml, True)  # noqa: FBT003 - it takes no names; this is the last of it
    return found


def _local(name: str) -> str:
    return name.rpartition(":")[2]


_IS_NO_WORKBOOK = Words(
    "is no whole workbook of Excel; save it as .xlsx anew, in Excel or LibreOffice",
    "är ingen hel arbetsbok för Excel; spara den som .xlsx på nytt, i Excel eller "
    "LibreOffice",
)
_IS_OLD_OR_LOCKED = Words(
    "is an old .xls, or locked with a password; save it as .xlsx with no password",
    "är en gammal .xls, eller låst med lösenord; spara den som .xlsx utan lösenord",
)
_IS_TOO_LARGE = Words(
    f"expands to more than {MOST_TIMES_LARGER} times its size; save its tables as CSV",
    f"blir mer än {MOST_TIMES_LARGER} gånger så stor; spara tabellerna som CSV",
)


def _reaches_too_far(sheet: str) -> Words:
    name = shown(sheet).en
    return Words(
        f"the sheet {name} has a cell far from the others; delete the rows and "
        "columns between them, and save it anew",
        f"bladet {name} har en cell långt från de andra; ta bort raderna och "
        "kolumnerna emellan, och spara på nytt",
    )
