"""What can go wrong, and how it is said.

Errors have two manners.  What a program hands over (a value, a name, a
document) raises: every error here is a `MedborgarloftenError` and also the
builtin that a caller would expect, keeps the facts as fields, and says what
was found and what would do.  What people have published (a page) never raises:
its oddities come back as `Problem` values, each with its place.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable

from attrs import frozen

__all__ = [
    "DuplicateAgreement",
    "FileError",
    "FileMissing",
    "FileNotAllowed",
    "FolderExpected",
    "FolderInTheWay",
    "InvalidDocument",
    "InvalidField",
    "InvalidPeriod",
    "MedborgarloftenError",
    "MissingExtra",
    "NoSuchAgreement",
    "NoSuchParty",
    "NoSuchPromise",
    "Problem",
    "Span",
    "UnknownName",
    "nearest",
]


_LONGEST_SHOWN = 500


class MedborgarloftenError(Exception):
    """The root of every error that this library raises on purpose."""


@frozen
class InvalidField(MedborgarloftenError, ValueError):
    """A field was given a value that its class does not allow.

    >>> str(InvalidField("Promise", "number", 0, "number the promises from 1"))
    'Promise.number: 0 will not do; number the promises from 1'
    """

    owner: str
    field: str
    value: object
    remedy: str

    def __str__(self) -> str:
        try:
            shown = repr(self.value)
        except ValueError:  # Python writes out no number of thousands of digits
            shown = "a very large number"
        if len(shown) > _LONGEST_SHOWN:
            shown = f"{shown[:_LONGEST_SHOWN]}…"
        return f"{self.owner}.{self.field}: {shown} will not do; {self.remedy}"


@frozen
class InvalidPeriod(MedborgarloftenError, ValueError):
    """Days or a text that make no period.

    >>> str(InvalidPeriod("2 January to 1 January", "put the earlier day first"))
    '2 January to 1 January is no period; put the earlier day first'
    """

    found: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.found} is no period; {self.remedy}"


@frozen
class NoSuchPromise(MedborgarloftenError, LookupError):
    """No promise in the agreement has this number."""

    agreement: str
    number: int
    known: tuple[int, ...]

    def __str__(self) -> str:
        known = ", ".join(map(str, self.known)) or "none"
        return f"{self.agreement} has no promise {self.number}; it has: {known}"


@frozen
class NoSuchParty(MedborgarloftenError, LookupError):
    """Nobody in the agreement has this id."""

    agreement: str
    id: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        known = ", ".join(self.known) or "none"
        return f"{self.agreement} has no party {self.id!r}; it has: {known}"


@frozen
class NoSuchAgreement(MedborgarloftenError, KeyError):
    """No agreement in the register has this id.

    A register is a mapping, so this is the `KeyError` that users of mappings wait
    for; it reads as a sentence all the same.
    """

    id: str
    nearest: tuple[str, ...] = ()

    def __str__(self) -> str:
        meant = _did_you_mean(self.nearest)
        return f"no agreement {self.id!r} in the register{meant}"


@frozen
class DuplicateAgreement(MedborgarloftenError, ValueError):
    """Two different agreements claim one id."""

    id: str

    def __str__(self) -> str:
        return (
            f"two different agreements have the id {self.id!r}; "
            f"give one another id, or use replace to put it in the other's place"
        )


@frozen
class UnknownName(MedborgarloftenError, LookupError):
    """A name that the library has no entry for.

    >>> str(UnknownName("municipality", "Askresund", ("Askersund",)))
    "no municipality is called 'Askresund'; did you mean 'Askersund'?"
    """

    what: str
    name: str
    nearest: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"no {self.what} is called {self.name!r}{_did_you_mean(self.nearest)}"


@frozen
class MissingExtra(MedborgarloftenError, ImportError):
    """An optional library is needed and not installed."""

    library: str
    extra: str

    def __str__(self) -> str:
        return f"this needs {self.library}; install medborgarloften[{self.extra}]"


class FileError(MedborgarloftenError, OSError):
    """A file or folder that could not be opened, read or written.

    It has the ``errno``, ``strerror`` and ``filename`` of the `OSError` that it is,
    and what may help in ``remedy``.  Where Python has a class of its own for what
    went wrong, the error is that too: `FileMissing` is a `FileNotFoundError`.

    >>> str(FileError.of(OSError(28, "No space left on device"), "a.json"))
    'a.json: no space left on device; make room, or save somewhere else'
    """

    @staticmethod
    def of(error: OSError, path: str) -> FileError:
        """Make the error that tells of *error* at *path*."""
        kinds = (FileMissing, FileNotAllowed, FolderInTheWay, FolderExpected)
        found = (kind for kind in kinds if isinstance(error, kind.__bases__[1]))
        return next(found, FileError)(error.errno, error.strerror, path)

    @property
    def remedy(self) -> str:
        """What may help."""
        return _FILE_REMEDIES.get(self.errno or 0, "see that it can be read or written")

    def __str__(self) -> str:
        return f"{self.filename}: {str(self.strerror).lower()}; {self.remedy}"


class FileMissing(FileError, FileNotFoundError):
    """There is no such file, or no folder around it."""


class FileNotAllowed(FileError, PermissionError):
    """The file or folder may not be read, or not be written."""


class FolderInTheWay(FileError, IsADirectoryError):
    """There is a folder where a file is wanted."""


class FolderExpected(FileError, NotADirectoryError):
    """There is a file where a folder is wanted."""


_FILE_REMEDIES = {
    errno.ENOENT: "see that the name is right, and that its folder is there",
    errno.EACCES: "ask for the right to it, or choose another place",
    errno.EPERM: "ask for the right to it, or choose another place",
    errno.EROFS: "choose a place that can be written to",
    errno.EISDIR: "name a file, not a folder",
    errno.EEXIST: "name a folder, not a file",
    errno.EINVAL: "choose another name",
    errno.ENOTDIR: "name a folder where there is one",
    errno.ENOSPC: "make room, or save somewhere else",
    errno.EDQUOT: "make room, or save somewhere else",
    errno.EFBIG: "make room, or save somewhere else",
    errno.ELOOP: "see where the symbolic links lead",
    errno.ENAMETOOLONG: "choose a shorter name",
}


@frozen
class Span:
    """A place in a text.

    Attributes:
        start: The first code point, counted from 0.
        end: The code point after the last.
        line: The line that the place begins on, counted from 1.
        quote: The words that stand there.
    """

    start: int
    end: int
    line: int
    quote: str


@frozen(kw_only=True)
class Problem:
    """Something that could not be read, or that cannot be right.

    Attributes:
        code: A short name for this kind of problem, the same in every language.
        message: What was found, in English.
        message_sv: The same in Swedish.
        path: The place in a document, as ``$.promises[0].number``, if it is one.
        span: The place in a page, if it is one.
        path_sv: The path in Swedish, if it is told in words, as a sheet's row is.
    """

    code: str
    message: str
    message_sv: str
    path: str | None = None
    span: Span | None = None
    path_sv: str | None = None

    def __str__(self) -> str:
        return self.in_language("en")

    def in_language(self, language: str) -> str:
        """Say it with its place, in Swedish for ``"sv"`` and else in English.

        >>> problem = Problem(
        ...     code="missing", message="is missing", message_sv="saknas", path="$.id"
        ... )
        >>> problem.in_language("sv")
        '$.id: saknas'
        """
        message, path, line = (
            (self.message_sv, self.path_sv or self.path, "rad")
            if language == "sv"
            else (self.message, self.path, "line")
        )
        if path is not None:
            return f"{path}: {message}"
        if self.span is not None:
            return f"{line} {self.span.line}: {message}: {self.span.quote!r}"
        return message


@frozen
class InvalidDocument(MedborgarloftenError, ValueError):
    """A document that is not what it says it is, with every fault in it."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def nearest(word: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Find the known words that look most like *word*, whatever the case.

    A word that begins or holds *word* comes before one that is merely spelled
    alike.

    >>> nearest("trafik", ["Trafiksäkerhet", "Narkotika"])
    ('Trafiksäkerhet',)
    """
    from difflib import get_close_matches  # slow to import, and seldom needed

    folded = {each.casefold(): each for each in known}
    wanted = word.casefold().strip()
    holding = [each for each in sorted(folded) if wanted and wanted in each]
    alike = get_close_matches(wanted, folded, n=most, cutoff=0.6)
    return tuple(folded[each] for each in dict.fromkeys([*holding, *alike]))[:most]


def _did_you_mean(words: tuple[str, ...]) -> str:
    return f"; did you mean {' or '.join(map(repr, words))}?" if words else ""
