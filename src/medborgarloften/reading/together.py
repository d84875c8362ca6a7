"""Pages that belong together: those that follow up, and those that they follow up.

What a page tells of a promise can only be tied to it where the promise is known.  So
pages that follow up are read anew with the agreements of the others, in whatever
order the pages come.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Unpack

from medborgarloften.errors import InvalidField
from medborgarloften.reading._reading import PageKind, Reading
from medborgarloften.reading.knowing import Known, checked
from medborgarloften.reading.reader import read_file

__all__ = ["read_files"]


def read_files(
    paths: Iterable[str | Path], **known: Unpack[Known]
) -> tuple[Reading, ...]:
    """Read pages from files, each as `read_file` does, and tie results to promises.

    The readings are in the order of *paths*.  A page that follows up knows the
    agreements of all the pages, and those given.

    Args:
        paths: The files.
        known: What is known of every one of them, as for `read_text`.

    Raises:
        InvalidField: If what is given is not of its type.
        TypeError: If something else than `Known` tells is given by name.
        OSError: If a file cannot be read.
        MissingExtra: If the extra ``html`` or ``pdf`` is needed and not installed.
        UnknownName: If *municipality* is none.
    """
    known = checked(known, "read_files")
    if isinstance(paths, str | os.PathLike):
        raise InvalidField("read_files", "paths", paths, _SEVERAL)
    # One is read before the next is asked for: whoever gives them sees how far it is.
    pages = [(file, read_file(file, **known)) for file in paths]
    read = (agreement for _, each in pages for agreement in each.agreements)
    # A page that is given twice promises once.
    once = {each.id: each for each in (*read, *known.get("agreements", ()))}
    known["agreements"] = tuple(once.values())
    return tuple(
        read_file(file, **known) if reading.page is PageKind.FOLLOW_UP else reading
        for file, reading in pages
    )


_SEVERAL = "give the files in a list; one alone is read by read_file"
