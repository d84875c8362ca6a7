"""Questions about promises, as frozen values.

A question says what is asked and knows nothing of how it is answered: it
compares by value, can be hashed and pickled, and prints as the Python that makes
it again.  `medborgarloften.queries.asking` has the functions that make
questions, and says what each means; interpreters answer them.

Questions are combined with ``&``, ``|`` and ``~``.  What stands side by side is
kept side by side, so ``(a & b) & c`` and ``a & (b & c)`` are one question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NoReturn, final

from attrs import field, frozen

from medborgarloften.errors import InvalidField
from medborgarloften.model import PartyKind, Theme, slug
from medborgarloften.model._rules import check, refuse

__all__ = [
    "About",
    "ActiveOn",
    "AllOf",
    "AnyOf",
    "InMunicipality",
    "JointlyPromised",
    "MayBeActiveOn",
    "Not",
    "PromisedByKind",
    "PromisedByParty",
    "Quantified",
    "Question",
    "Undated",
    "expect_question",
]

_MUNICIPALITY_CODE = re.compile(r"[0-9]{4}")


@frozen
class Question:
    """A yes-or-no question about a promise in its agreement.

    This is what all questions have in common; it asks nothing itself.  Combine
    questions with ``&``, ``|`` and ``~``.  Python's own ``and``, ``or`` and
    ``not`` cannot be taught to, so they are refused.
    """

    def __and__(self, other: Question) -> Question:
        return AllOf((self, other))

    def __or__(self, other: Question) -> Question:
        return AnyOf((self, other))

    def __invert__(self) -> Question:
        return Not(self)

    def __bool__(self) -> NoReturn:
        raise TypeError("combine questions with & | ~, not with and, or, not")


@frozen
class _Plain(Question):
    """A question that is not made of other questions."""

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@frozen
class ActiveOn(_Plain):
    """Whether the promise certainly holds on a day."""

    day: date


@final
@frozen
class MayBeActiveOn(_Plain):
    """Whether nothing that is known excludes that the promise holds on a day."""

    day: date


def _sorted_themes(themes: Iterable[Theme]) -> tuple[Theme, ...]:
    return tuple(sorted(set(themes)))


def _themes_in_python(themes: tuple[Theme, ...]) -> str:
    return "".join(f"Theme.{theme.name}, " for theme in themes).join("()")


@final
@frozen
class About(_Plain):
    """Whether the promise is about any of some themes; they are kept sorted."""

    themes: tuple[Theme, ...] = field(converter=_sorted_themes, repr=_themes_in_python)

    def __attrs_post_init__(self) -> None:
        check(self)
        if not self.themes:
            raise refuse(self, "themes", "name at least one theme")


@final
@frozen
class PromisedByKind(_Plain):
    """Whether a party of a kind is among those who make the promise."""

    kind: PartyKind = field(repr=lambda kind: f"PartyKind.{kind.name}")


def _sorted_slugs(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(map(slug, names))))


@final
@frozen
class PromisedByParty(_Plain):
    """Whether a certain party is among those who make the promise.

    Attributes:
        names: What its id or its name may be, as `slug` writes them; kept sorted.
        code: The kommunkod, if it is a municipality.  A party with the code is
            meant whatever it is called.
    """

    names: tuple[str, ...] = field(converter=_sorted_slugs)
    code: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
        if not self.names:
            raise refuse(self, "names", "give at least one name")


@final
@frozen
class JointlyPromised(_Plain):
    """Whether more than one party makes the promise."""


@final
@frozen
class InMunicipality(_Plain):
    """Whether the agreement holds in the municipality with a kommunkod."""

    code: str

    def __attrs_post_init__(self) -> None:
        check(self)
        if not _MUNICIPALITY_CODE.fullmatch(self.code):
            raise refuse(self, "code", "give the four digits of a kommunkod")


@final
@frozen
class Quantified(_Plain):
    """Whether the promise says how many or how often."""


@final
@frozen
class Undated(_Plain):
    """Whether no day of validity is stated, by the agreement or the promise."""


def _flat_all(questions: Iterable[Question]) -> tuple[Question, ...]:
    return _flat(questions, AllOf)


def _flat_any(questions: Iterable[Question]) -> tuple[Question, ...]:
    return _flat(questions, AnyOf)


def _refused(question: Question) -> Question:
    return expect_question("Not", "question", question)


@final
@frozen(repr=False)
class AllOf(Question):
    """Whether each of some questions is answered with yes; of none, always."""

    questions: tuple[Question, ...] = field(converter=_flat_all)

    def __repr__(self) -> str:
        return _between(" & ", self.questions) or f"AllOf({self.questions!r})"


@final
@frozen(repr=False)
class AnyOf(Question):
    """Whether any of some questions is answered with yes; of none, never."""

    questions: tuple[Question, ...] = field(converter=_flat_any)

    def __repr__(self) -> str:
        return _between(" | ", self.questions) or f"AnyOf({self.questions!r})"


@final
@frozen(repr=False)
class Not(Question):
    """Whether a question is answered with no."""

    question: Question = field(converter=_refused)

    def __invert__(self) -> Question:
        return self.question

    def __repr__(self) -> str:
        return f"~{_operand(self.question)}"


def expect_question(owner: str, name: str, value: object) -> Question:
    """Return *value* if it is a question; else the error names *owner* and *name*.

    Raises:
        InvalidField: If it is none.
    """
    if not isinstance(value, Question):
        raise InvalidField(owner, name, value, "give a question, such as quantified()")
    return value


def _flat(
    questions: Iterable[Question], joined: type[AllOf | AnyOf]
) -> tuple[Question, ...]:
    flat: list[Question] = []
    for each in questions:
        question = expect_question(joined.__name__, "questions", each)
        flat += question.questions if isinstance(question, joined) else (question,)
    return tuple(flat)


def _between(sign: str, questions: tuple[Question, ...]) -> str:
    """Write two or more questions with a sign between; fewer have no such form."""
    return sign.join(map(_operand, questions)) if len(questions) > 1 else ""


def _operand(question: Question) -> str:
    joined = isinstance(question, AllOf | AnyOf)
    return f"({question!r})" if joined else repr(question)
