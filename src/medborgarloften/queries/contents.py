"""Questions about contents: what is promised, to whom, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar, final

from attrs import field, frozen

from medborgarloften.errors import InvalidField, UnknownName, nearest
from medborgarloften.model import AgreementKind, PromiseKind, Status, Theme
from medborgarloften.model._rules import check, expect, refuse
from medborgarloften.queries.questions import AnyOf, Plain, Question

__all__ = [
    "About",
    "Conditional",
    "Mentioning",
    "OfAgreementKind",
    "OfKind",
    "Quantified",
    "Targeting",
    "WithStatus",
    "about",
    "conditional",
    "mentioning",
    "of_kind",
    "quantified",
    "targeting",
    "with_status",
]

_Member = TypeVar("_Member", bound=StrEnum)


def _sorted(members: Iterable[_Member]) -> tuple[_Member, ...]:
    try:
        return tuple(sorted(set(members)))
    except TypeError:
        return members  # type: ignore[return-value] # it is no tuple, and is refused


def _sorted_themes(themes: Iterable[Theme]) -> tuple[Theme, ...]:
    return _sorted(themes)


def _sorted_kinds(kinds: Iterable[PromiseKind]) -> tuple[PromiseKind, ...]:
    return _sorted(kinds)


def _sorted_agreement_kinds(
    kinds: Iterable[AgreementKind],
) -> tuple[AgreementKind, ...]:
    return _sorted(kinds)


def _sorted_statuses(statuses: Iterable[Status]) -> tuple[Status, ...]:
    return _sorted(statuses)


def _in_python(members: tuple[StrEnum, ...]) -> str:
    named = (f"{type(each).__name__}.{each.name}, " for each in members)
    return "".join(named).join("()")


@final
@frozen
class About(Plain):
    """Whether the promise is about any of some themes; they are kept sorted."""

    themes: tuple[Theme, ...] = field(converter=_sorted_themes, repr=_in_python)

    def __attrs_post_init__(self) -> None:
        check(self)
        if not self.themes:
            raise refuse(self, "themes", "name at least one theme")


@final
@frozen
class OfKind(Plain):
    """Whether the promise is of one of some kinds; they are kept sorted."""

    kinds: tuple[PromiseKind, ...] = field(converter=_sorted_kinds, repr=_in_python)

    def __attrs_post_init__(self) -> None:
        check(self)
        if not self.kinds:
            raise refuse(self, "kinds", "name at least one kind")


@final
@frozen
class OfAgreementKind(Plain):
    """Whether the agreement is of one of some kinds; they are kept sorted."""

    kinds: tuple[AgreementKind, ...] = field(
        converter=_sorted_agreement_kinds, repr=_in_python
    )

    def __attrs_post_init__(self) -> None:
        check(self)
        if not self.kinds:
            raise refuse(self, "kinds", "name at least one kind")


@final
@frozen
class Quantified(Plain):
    """Whether the promise says how many or how often."""


@final
@frozen
class Conditional(Plain):
    """Whether the promise hangs on a condition."""


@frozen
class _Worded(Plain):
    words: str

    def __attrs_post_init__(self) -> None:
        check(self)
        from medborgarloften.queries.swedish import words_in

        plain = " ".join(words_in(self.words))
        if not plain or self.words != plain:
            remedy = f"write it as {plain!r}" if plain else "give a word"
            raise refuse(self, "words", remedy)


@final
@frozen
class Mentioning(_Worded):
    """Whether the promise's text has a word, or some words after each other."""


@final
@frozen
class Targeting(_Worded):
    """Whether one of the promise's target groups has a word, or some words."""


@final
@frozen
class WithStatus(Plain):
    """How it stands with the promise, or stood on a day.

    Attributes:
        statuses: One of these is how; they are kept sorted.
        on: Outcomes of later days do not count; ``None`` counts them all.
    """

    statuses: tuple[Status, ...] = field(converter=_sorted_statuses, repr=_in_python)
    on: date | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
        if not self.statuses:
            raise refuse(self, "statuses", "name at least one status")


def about(theme: Theme | str, *more: Theme | str) -> Question:
    """Ask whether the promise is about a theme, or about any of several.

    >>> about("narkotika", "Barn och unga") == about(Theme.YOUTH, Theme.DRUGS)
    True

    Raises:
        UnknownName: If a theme has no such id or label; it tells the nearest.
        InvalidField: If one is neither a theme nor a name.
    """
    return About(_theme(each) for each in (theme, *more))


def of_kind(
    kind: PromiseKind | AgreementKind | str, *more: PromiseKind | AgreementKind | str
) -> Question:
    """Ask whether the promise is of a kind, or its agreement is, or any of several.

    Give a `PromiseKind` (activity, goal, focus), an `AgreementKind` (citizens'
    promise, cooperation agreement), the value of one, or what it is called in
    Swedish or English.

    >>> of_kind("mål") == of_kind(PromiseKind.GOAL)
    True

    Raises:
        UnknownName: If there is no such kind; it tells the nearest.
        InvalidField: If one is neither a kind nor a text.
    """
    known: list[PromiseKind | AgreementKind] = [*PromiseKind, *AgreementKind]
    kinds = [_member(each, "of_kind", "kind", known) for each in (kind, *more)]
    of_promise = [each for each in kinds if isinstance(each, PromiseKind)]
    of_agreement = [each for each in kinds if isinstance(each, AgreementKind)]
    asked: list[Question] = [OfKind(of_promise)] if of_promise else []
    asked += [OfAgreementKind(of_agreement)] if of_agreement else []
    return AnyOf(asked) if len(asked) > 1 else asked[0]


def quantified() -> Question:
    """Ask whether the promise says how many or how often."""
    return Quantified()


def conditional() -> Question:
    """Ask whether the promise hangs on a condition: "om det uppkommer önskemål".

    A promise that is only weak ("i möjligaste mån") is `Promise.hedged`, which is
    another thing.
    """
    return Conditional()


def mentioning(words: str) -> Question:
    """Ask whether the promise's text has a word, in any inflection or compound.

    Endings do not count, nor does the case: ``"trygghetsvandring"`` finds
    "trygghetsvandringar".  A word of at least five letters is found within compounds
    too, as their first or last part: ``"vandring"`` finds "trygghetsvandringen".
    Several words have to follow each other.

    It is told by letters, without a dictionary: shorter words are found as
    themselves alone, few vowels change (``"stad"`` finds "städer"), and what looks
    like a compound is taken for one.  It helps to find, and proves nothing absent.

    >>> mentioning("Öppna  drogscener")
    Mentioning(words='öppna drogscener')

    Raises:
        InvalidField: If it is no text, or has no letter or digit.
    """
    return Mentioning(_words(words, "mentioning"))


def targeting(words: str) -> Question:
    """Ask whether a target group of the promise has a word, as `mentioning` finds it.

    For whom or towards whom, as written.  A promise that names nobody is not found.

    Raises:
        InvalidField: If it is no text, or has no letter or digit.
    """
    return Targeting(_words(words, "targeting"))


def with_status(
    status: Status | str, *more: Status | str, on: date | None = None
) -> Question:
    """Ask how it stands with the promise, by its latest outcome.

    Where several outcomes of the latest day contradict each other, the promise is
    found by each of their statuses.  Where nobody has told, the status is
    `Status.NO_EVIDENCE`.

    Args:
        status: How it stands: a `Status`, its value, or what it is called in
            Swedish or English.
        more: Other statuses, of which any will do.
        on: How it stood on this day: later outcomes do not count.

    >>> with_status("fulfilled", "partly") == with_status("partly", Status.FULFILLED)
    True

    Raises:
        UnknownName: If there is no such status; it tells the nearest.
        InvalidField: If one is neither a status nor a text, or *on* is no day.
    """
    known = list(Status)
    statuses = [
        _member(each, "with_status", "status", known) for each in (status, *more)
    ]
    return WithStatus(statuses, on)


def _theme(theme: object) -> Theme:
    if isinstance(theme, Theme):
        return theme
    if not isinstance(theme, str) or not theme.strip():
        remedy = "give a Theme, its id, or its label"
        raise InvalidField("about", "theme", theme, remedy)
    return Theme.lookup(theme)


def _member(
    value: _Member | str, function: str, argument: str, known: Sequence[_Member]
) -> _Member:
    text = str(expect(str, function, argument, value))
    named = {each.value: each for each in known}
    wanted = "_".join(text.casefold().split())
    if wanted not in named:
        from medborgarloften.wording.saying import LANGUAGES, Wording  # they are a file

        for say in map(Wording, LANGUAGES):
            named |= {say.label(each): each for each in known}
        wanted = " ".join(text.casefold().split())
    found = named.get(wanted)
    if found is None:
        raise UnknownName(argument, text, nearest(text, named))
    return found


def _words(words: object, function: str) -> str:
    from medborgarloften.queries.swedish import words_in

    found = words_in(words) if isinstance(words, str) else []
    if not found:
        remedy = "give a word, or some that follow each other"
        raise InvalidField(function, "words", words, remedy)
    return " ".join(found)
