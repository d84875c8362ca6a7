"""Questions as sentences, in Swedish and in English.

>>> from medborgarloften.queries import about, in_municipality
>>> print(sentence(about("narkotika") & ~in_municipality("Habo"), "sv"))
Löften som handlar om narkotika och inte gäller i Habo

What is refused is said of each part, and what is bracketed stands in brackets, so
the sentence means what the question does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import cast

import attrs

from medborgarloften.model import ValidityPeriod
from medborgarloften.queries.contents import WithStatus
from medborgarloften.queries.days import ActiveDuring, EndingBetween
from medborgarloften.queries.parties import PromisedByParty, WithPartner
from medborgarloften.queries.places import InCounty, InMunicipality
from medborgarloften.queries.questions import AllOf, AnyOf, Not, Question, Where
from medborgarloften.reference import county
from medborgarloften.wording.saying import Language, Wording, entries_in, municipality

__all__ = ["sentence", "words_for"]


def sentence(question: Question, language: str) -> str:
    """Say what a question asks for.

    Raises:
        InvalidField: If the language is neither ``"sv"`` nor ``"en"``.
    """
    say = words_for(language)
    if question in (AllOf(()), AnyOf(())):
        return say(f"sentence.{'all' if isinstance(question, AllOf) else 'none'}")
    return say("sentence.promises", asked=_asked(question, say, is_so=True))


@cache
def words_for(language: str) -> Wording:
    """Make the wording that knows the words for questions."""
    own = entries_in("medborgarloften.queries", "sentences.toml")
    # What is no language is refused there.
    return Wording(cast("Language", language), own)


def _asked(question: Question, say: Wording, *, is_so: bool) -> str:
    """Say the verb and all that belongs to it; *is_so* is false where it is refused."""
    match question:
        case Not():
            return _asked(question.question, say, is_so=not is_so)
        case AllOf() | AnyOf():
            # Not both is either not; not either is both not.
            are_joined = isinstance(question, AllOf) is is_so
            return _joined(question.questions, say, are_joined=are_joined, is_so=is_so)
        case _:
            answer = "yes" if is_so else "no"
            return say(f"{answer}.{_name(question)}", **_facts(question, say))


def _joined(
    questions: Sequence[Question], say: Wording, *, are_joined: bool, is_so: bool
) -> str:
    if not questions:
        return say(f"sentence.{'anything' if are_joined else 'nothing'}")
    sign = say(f"sentence.{'and' if are_joined else 'or'}")
    parts = [_asked(each, say, is_so=is_so) for each in questions]
    if len(parts) > 1:
        parts = [
            f"({part})" if _is_combined(each) else part
            for each, part in zip(questions, parts, strict=True)
        ]
    return sign.join(parts)


def _is_combined(question: Question) -> bool:
    inner = question.question if isinstance(question, Not) else question
    return isinstance(inner, AllOf | AnyOf) and len(inner.questions) > 1


def _name(question: Question) -> str:
    if isinstance(question, WithStatus) and question.on is not None:
        return "WithStatusOn"
    if question == ActiveDuring(ValidityPeriod()):
        return "ActiveAtAll"
    if isinstance(question, EndingBetween) and question.first_day == date.min:
        return "EndingBy"
    return type(question).__name__


def _facts(question: Question, say: Wording) -> dict[str, str]:
    match question:
        case InMunicipality():
            return {"code": municipality(question.code)}
        case InCounty():
            return {"code": county(question.code).name}
        case PromisedByParty() | WithPartner():
            code, names = question.code, question.names
            return {"who": names[0] if code is None else municipality(code)}
        case Where():
            return {"name": question.name}
        case _:
            told = attrs.asdict(question, recurse=False)
            return {name: _said(value, say) for name, value in told.items()}


def _said(value: object, say: Wording) -> str:
    match value:
        case date():
            return say.day(value)
        case ValidityPeriod():
            return say.period(value)
        case Enum():
            # Some labels begin with a capital, and none with a name.
            label = say.label(value)
            return f"{label[0].lower()}{label[1:]}"
        case tuple():
            members = cast("tuple[Enum, ...]", value)
            said = say("sentence.or").join(_said(each, say) for each in members)
            return f"({said})" if len(members) > 1 else said
        case _:
            return str(value)
