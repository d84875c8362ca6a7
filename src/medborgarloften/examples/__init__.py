"""Made-up pages to learn and to try things with, and the register read from them.

They are in the manner of real ones, odd ones among them: a time that cannot be, none
at all, and pages that tell what became of promises.  The municipalities are real, and
promised none of it.

>>> example = register()
>>> example["katrineholm-2020"].promise(1).text
'Genomföra minst 12 insatser mot narkotika på platser där unga samlas'
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from medborgarloften.reading import Reading, read_files
from medborgarloften.register import Register

__all__ = ["pages", "readings", "register", "write"]

_FOLDER = Path(__file__).with_name("pages")


def pages() -> Mapping[str, str]:
    """Give the text of each page by the name of its file.

    >>> print(pages()["oxelosund-2017.txt"].splitlines()[0])
    Medborgarlöfte 2017 för Oxelösunds kommun
    """
    files = sorted(_FOLDER.glob("*.txt"))
    return {file.name: file.read_text("utf-8") for file in files}


@cache
def readings() -> Mapping[str, Reading]:
    """Read the pages, those that follow up together with what they follow up.

    >>> [str(each) for each in readings()["laxa-2022.txt"].problems]
    ["line 7: the period ends before it begins: '1 april 2023 till 31 mars 2022'"]
    """
    files = [_FOLDER / name for name in pages()]
    read = zip(files, read_files(files), strict=True)
    return MappingProxyType({file.name: reading for file, reading in read})


@cache
def register() -> Register:
    """Give the register of all that the pages promise, and of what became of it.

    >>> register()
    <Register of 14 agreements, 10 outcomes>
    """
    read = readings().values()
    return Register(
        (agreement for each in read for agreement in each.agreements),
        (outcome for each in read for outcome in each.outcomes),
    )


def write(folder: str | Path) -> Path:
    """Write the pages and ``register.jsonl`` into a folder, which is made if need be.

    Files that are there already are written anew if they are as they were written.

    Raises:
        FileExistsError: If one of them is there and says something else; nothing is
            written then.
        FileError: If they cannot be written.
    """
    # Slow, and only needed here.
    from medborgarloften.serializers import jsonl
    from medborgarloften.serializers._files.files import write_file

    target = Path(folder)
    texts = {f"pages/{name}": text for name, text in pages().items()}
    texts["register.jsonl"] = jsonl.dumps(register())
    for name, text in texts.items():
        file = target / name
        if file.exists() and file.read_bytes() != text.encode():
            raise FileExistsError(f"{file} says something else; choose another folder")
    for name, text in texts.items():
        file = target / name
        file.parent.mkdir(parents=True, exist_ok=True)
        write_file(file, text.encode())
    return target
