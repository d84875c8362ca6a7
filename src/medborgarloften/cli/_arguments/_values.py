"""What the arguments of commands may be: days, names, words out of a few."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime

from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._words import entries_in
from medborgarloften.errors import InvalidField, InvalidPeriod, UnknownName, nearest

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

_DAY = re.compile(r"(?<!\d)[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\d)")
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
    _refuse_no_such_day(text)
    raise UsageError("day", found=repr(text))


def _refuse_no_such_day(text: str) -> None:
    """Refuse a day, written well, that no calendar has: 2020-06-31."""
    for written in _DAY.findall(text):
        try:
            date.fromisoformat(written)
        except ValueError as error:
            raise UsageError("no_such_day", found=written) from error


def period(text: str) -> object:
    """Read a period as documents write it: ``2020``, ``2020-06-01/2021-05-31``.

    Raises:
        UsageError: If it is none.
    """
    from medborgarloften.model import ValidityPeriod

    try:
        return ValidityPeriod.parse(text)
    except InvalidPeriod as error:
        _refuse_no_such_day(text)
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
    _refuse_no_such_day(text)
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
    """What takes one of a few words, or what that is called in either language.

    Whether letters are capital does not matter, nor does what joins words.

    >>> take = OneOf("place", ("county", "police_region"))
    >>> take("police-region"), take("Polisregion"), take("län")
    ('police_region', 'police_region', 'county')
    """

    def __init__(self, what: str, known: Sequence[str]) -> None:
        self.known = known
        self._what = what

    def __call__(self, text: str) -> str:
        """Take a word.

        Raises:
            UnknownName: If it is none of those; it tells the nearest.
        """
        wanted = _folded(text)
        for word in self.known:
            if _folded(word) == wanted:
                return word
        called = dict(self._called())
        if wanted in called:
            return called[wanted]
        near = nearest(wanted.replace(" ", "_"), self.known, most=1)
        raise UnknownName(self._what, text, near or nearest(wanted, called, most=1))

    def _called(self) -> Iterator[tuple[str, str]]:
        """Tell what the words are called in each language, and which is meant."""
        for package, file, table in _LABELS:
            labels = entries_in(package, file)[table]
            for word in self.known:
                for label in labels.get(word, {}).values():
                    yield _folded(label), word


# Where it stands what words are called; only who uses no id waits for it.
_LABELS = (
    ("medborgarloften.cli", "usage.toml", "choice"),
    ("medborgarloften.model", "words.toml", "AgreementKind"),
    ("medborgarloften.analysis", "words.toml", "By"),
)


def _folded(text: str) -> str:
    return " ".join(re.split(r"[-_\s]+", text.casefold().strip()))


def readable(text: str) -> str:
    """Take a format that registers are read from."""
    from medborgarloften.serializers import formats  # slow, and seldom needed

    if text in formats(write_only=True):  # no other is meant
        raise UnknownName("format_to_read", text)
    return _format(text, "format_to_read", formats())


def writable(text: str) -> str:
    """Take a format that registers are written in."""
    from medborgarloften.serializers import formats

    known = (*formats(), *formats(write_only=True))
    return _format(text, "format_to_write", known)


def _format(text: str, what: str, known: Sequence[str]) -> str:
    try:
        return OneOf(what, known)(text)
    except UnknownName as error:
        meant = _format_by_end(text)
        if error.nearest or meant is None or meant not in known:
            raise
        raise UnknownName(what, text, (meant,)) from error


def _format_by_end(end: str) -> str | None:
    """Tell the format of files whose names end so: ``md``."""
    from medborgarloften.serializers import format_of

    with suppress(InvalidField):
        return format_of(f"register.{end.removeprefix('.')}", to_write=True)
    return None
