"""Questions as values, and how they are combined.

A question says what is asked and knows nothing of how it is answered: it
compares by value, can be hashed and pickled, and prints as the Python that makes
it again, or as a sentence in English (`str`, ``f"{question:en}"``) or Swedish
(``f"{question:sv}"``).

Questions are combined with ``&``, ``|`` and ``~``.  What stands side by side is
kept side by side, so ``(a & b) & c`` and ``a & (b & c)`` are one question.  A plain
function of a `Match` can stand beside a question, and asks what it likes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TypeAlias, final

from attrs import field, frozen

from medborgarloften.errors import InvalidField
from medborgarloften.model._rules import check

__all__ = [
    "AllOf",
    "AnyOf",
    "Asked",
    "Not",
    "Plain",
    "Question",
    "Where",
    "expect_question",
]


@frozen
class Question:
    """A yes-or-no question about a promise in its agreement.

    This is what all questions have in common; it asks nothing itself.  Combine
    questions with ``&``, ``|`` and ``~``, with each other and with plain functions
    of a `Match`.  Python's own ``and``, ``or`` and ``not`` cannot be taught to, so
    they are refused.
    """

    def __and__(self, other: Asked) -> Question:
        return AllOf((self, other))

    def __rand__(self, other: Asked) -> Question:
        return AllOf((other, self))

    def __or__(self, other: Asked) -> Question:
        return AnyOf((self, other))

    def __ror__(self, other: Asked) -> Question:
        return AnyOf((other, self))

    def __invert__(self) -> Question:
        return Not(self)

    def __bool__(self) -> NoReturn:
        raise TypeError("combine questions with & | ~, not with and, or, not")

    def __str__(self) -> str:
        return format(self, "en")

    def __format__(self, language: str) -> str:
        """Say what is asked, in English (``"en"``) or Swedish (``"sv"``).

        Raises:
            InvalidField: If it is another language.
        """
        from medborgarloften.queries.sentences import sentence  # the words are a file

        return sentence(self, language or "en")


# Any: the match that the function takes is told of questions, not here.
Asked: TypeAlias = Question | Callable[[Any], bool]


@frozen
class Plain(Question):
    """A question that is not made of other questions."""

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@frozen(repr=False)
class Where(Question):
    """Whether a plain function of a `Match` gives a true value.

    An agreement without promises has no match, so the answer is no.  Only the
    function knows what it asks: it is called for each promise that the rest of the
    question leaves, and cannot be written to JSON.
    """

    function: Callable[[Any], object]

    def __attrs_post_init__(self) -> None:
        if not callable(self.function):
            remedy = "give a function of a match"
            raise InvalidField("Where", "function", self.function, remedy)

    @property
    def name(self) -> str:
        """What the function is called."""
        return str(getattr(self.function, "__qualname__", self.function))

    def __repr__(self) -> str:
        return f"Where({self.name})"


def _flat_all(questions: Iterable[Asked]) -> tuple[Question, ...]:
    return _flat(questions, AllOf)


def _flat_any(questions: Iterable[Asked]) -> tuple[Question, ...]:
    return _flat(questions, AnyOf)


def _refused(question: Asked) -> Question:
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
    """Return *value* if it is a question, or as one if it is a plain function.

    Raises:
        InvalidField: If it is neither; it names *owner* and *name*.
    """
    if isinstance(value, Question):
        return value
    # A class is callable too, and Quantified without its brackets is a slip.
    if callable(value) and not isinstance(value, type):
        return Where(value)
    raise InvalidField(owner, name, value, "give a question, such as quantified()")


def _flat(
    questions: Iterable[Asked], joined: type[AllOf | AnyOf]
) -> tuple[Question, ...]:
    if not isinstance(questions, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        remedy = "give questions in a tuple"
        raise InvalidField(joined.__name__, "questions", questions, remedy)
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
