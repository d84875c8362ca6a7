"""What the arguments of commands may be: days, names, words out of a few."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime

from medborgarloften.cli._refusals import UsageError
from medborgarloften.errors import InvalidPeriod, UnknownName, nearest

__all__ = [
    "FORMATS",
    "OneOf",
    "closed_period",
    "day",
    "days",
    "label",
    "name",
    "period",
    "readable",
    "share",
    "today",
    "writable",
]

FORMATS = ("table", "json", "jsonl", "csv", "markdown")


def today() -> date:
    """Read the machine's clock: only the command line does, and where it says so."""
    return datetime.now().astimezone().date()


def day(text: str) -> date:
    """Read a day; it has one way to be written.

    Raises:
        UsageError: If it is written in another, or is none.
    """
    # Python reads 20200601 and 2020-W23-1 too.
    with suppress(ValueError):
        if str(read := date.fromisoformat(text)) == text:
            return read
    raise UsageError("day", found=repr(text))


def period(text: str) -> object:
    """Read a period as documents write it: ``2020``, ``2020-06-01/2021-05-31``.

    Raises:
        UsageError: If it is none.
    """
    from medborgarloften.model import ValidityPeriod

    try:
        return ValidityPeriod.parse(text)
    except InvalidPeriod as error:
        raise UsageError("period", found=repr(text)) from error


def closed_period(text: str) -> object:
    """Read a period that has a first and a last day.

    Raises:
        UsageError: If one of them is missing, or it may go on.
    """
    from medborgarloften.model import ValidityPeriod

    with suppress(InvalidPeriod):
        read = ValidityPeriod.parse(text)
        if read.first_day and read.last_day and not read.open_ended:
            return read
    raise UsageError("closed_period", found=repr(text))


def name(text: str) -> str:
    """Take a name with a letter or a digit in it.

    Raises:
        UsageError: If it has none.
    """
    from medborgarloften.model import slug  # what help has no need of

    if not slug(text):
        raise UsageError("name", found=repr(text))
    return text


def label(text: str) -> str:
    """Take what something is called, with hyphens or blanks between the words.

    Raises:
        UsageError: If there is no letter or digit in it.
    """
    return name(text).replace("-", " ")


def days(text: str) -> int:
    """Read how many days, 0 or more.

    Raises:
        UsageError: If it is no such number.
    """
    if not (text.isascii() and text.isdecimal()) or len(text) > len("1000000"):
        raise UsageError("days", found=repr(text))
    return int(text)


def share(text: str) -> float:
    """Read a share that is more than 0 and at most 1.

    Raises:
        UsageError: If it is no such number.
    """
    with suppress(ValueError):
        if 0 < (read := float(text)) <= 1:
            return read
    raise UsageError("share", found=repr(text))


class OneOf:
    """What takes one of a few words, which may also be written with hyphens.

    >>> OneOf("place", ("county", "police_region"))("police-region")
    'police_region'
    """

    def __init__(self, what: str, known: Sequence[str]) -> None:
        self.known = known
        self._what = what

    def __call__(self, text: str) -> str:
        """Take a word.

        Raises:
            UnknownName: If it is none of those; it tells the nearest.
        """
        word = text.replace("-", "_")
        if word not in self.known:
            near = nearest(word, self.known, most=1)
            raise UnknownName(self._what, text, near)
        return word


def readable(text: str) -> str:
    """Take a format that registers are read from."""
    from medborgarloften.serializers import formats  # slow, and seldom needed

    return OneOf("document_format", formats())(text)


def writable(text: str) -> str:
    """Take a format that registers are written in."""
    from medborgarloften.serializers import formats

    known = (*formats(), *formats(write_only=True))
    return OneOf("document_format", known)(text)
