"""Saved questions: to JSON and back.

A question is an object that says which it is, and what it asks for:

>>> from medborgarloften.queries import about, quantified
>>> print(dumps(about("narkotika") & ~quantified()))
{
  "question": "all_of",
  "questions": [
    {
      "question": "about",
      "themes": [
        "drugs"
      ]
    },
    {
      "question": "not",
      "of": {
        "question": "quantified"
      }
    }
  ]
}
>>> loads(dumps(quantified())) == quantified()
True
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeAlias, cast

from attrs import define, field

from medborgarloften.errors import (
    InvalidDocument,
    InvalidField,
    MedborgarloftenError,
    Problem,
    nearest,
)
from medborgarloften.model import ValidityPeriod
from medborgarloften.model._rules import expect
from medborgarloften.model._shapes import FieldShape, fields_of
from medborgarloften.queries import contents, days, parties, places
from medborgarloften.queries.questions import (
    AllOf,
    AnyOf,
    Not,
    Plain,
    Question,
    Where,
    expect_question,
)

__all__ = ["KINDS", "dumps", "loads", "to_data"]

_Data: TypeAlias = dict[str, Any]


def _called(class_: type) -> str:
    """Write the name of a class as documents do: ``ActiveOn`` is ``active_on``."""
    name = class_.__name__
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


KINDS: Mapping[str, type[Plain]] = {
    _called(class_): class_
    for module in (days, places, parties, contents)
    for class_ in vars(module).values()
    if isinstance(class_, type)
    and issubclass(class_, Plain)
    and class_.__name__ in module.__all__
}


def dumps(question: Question) -> str:
    """Write a question as JSON.

    Raises:
        InvalidField: If it is no question, or a plain function is part of it.
    """
    return json.dumps(to_data(question), ensure_ascii=False, indent=2)


def to_data(question: Question) -> _Data:
    """Write a question as plain data, as `dumps` writes it.

    Raises:
        InvalidField: If it is no question, or a plain function is part of it.
    """
    question = expect_question("saved", "question", question)
    match question:
        case AllOf() | AnyOf():
            parts = list(map(to_data, question.questions))
            return {"question": _called(type(question)), "questions": parts}
        case Not():
            return {"question": "not", "of": to_data(question.question)}
        case Where():
            remedy = "a plain function cannot be saved; ask with questions alone"
            raise InvalidField("saved", "question", question, remedy)
        case _:
            class_: type = type(question)
            told = {
                shape.name: _plain(getattr(question, shape.name))
                for shape in fields_of(class_)
            }
            kept = {name: value for name, value in told.items() if value is not None}
            return {"question": _called(type(question)), **kept}


def _plain(value: object) -> object:
    match value:
        case date() | ValidityPeriod():
            return str(value)
        case Enum():
            return value.value
        case tuple():
            return list(map(_plain, cast("tuple[object, ...]", value)))
        case _:
            return value


def loads(text: str | bytes) -> Question:
    """Read a question from JSON.

    Raises:
        InvalidDocument: If anything is wrong, with all that is.
        InvalidField: If it is neither a text nor bytes.
    """
    if not isinstance(text, bytes):
        expect(str, "saved.loads", "text", text)
    reading = _Reading()
    try:
        data: object = json.loads(text, object_pairs_hook=reading.members)
    except RecursionError:
        reading.tell("too-deep", "$", "is too deep", "är för djupt")
    except ValueError as error:
        reading.tell("not-json", "$", f"is no JSON: {error}", f"är inte JSON: {error}")
    else:
        question = reading.question(data, "$")
        if question is not None and not reading.problems:
            return question
    raise InvalidDocument(tuple(reading.problems))


# Deeper than anybody asks, and not so deep that Python gives up.
_DEEPEST = 50


@define
class _Reading:
    """One question while it is read, with what was found to be wrong."""

    problems: list[Problem] = field(factory=list[Problem])
    depth: int = 0

    def tell(self, code: str, path: str, en: str, sv: str) -> None:
        self.problems.append(Problem(code=code, message=en, message_sv=sv, path=path))

    def members(self, pairs: list[tuple[str, object]]) -> _Data:
        """Make an object; a name that it has twice is told."""
        for name in sorted({name for name, _ in pairs}):
            if sum(name == other for other, _ in pairs) > 1:
                en, sv = f"{name!r} is there twice", f"{name!r} står två gånger"
                self.tell("duplicate-key", "$", en, sv)
        return dict(pairs)

    def question(self, data: object, path: str) -> Question | None:
        if not isinstance(data, dict):
            self.tell("wrong-type", path, "is no question", "är ingen fråga")
            return None
        if self.depth == _DEEPEST:
            self.tell("too-deep", path, "is too deep", "är för djupt")
            return None
        self.depth += 1
        question = self._question(cast("_Data", data), path)
        self.depth -= 1
        return question

    def _question(self, told: _Data, path: str) -> Question | None:
        kind: object = told.get("question")
        if kind == "not":
            return self._refused(told, path)
        if isinstance(kind, str) and kind in _JOINED:
            return self._joined(_JOINED[kind], told, path)
        class_ = KINDS.get(kind) if isinstance(kind, str) else None
        if class_ is None:
            known = [*KINDS, *_JOINED, "not"]
            self._refuse_word(kind, f"{path}.question", known)
            return None
        return self._plain(class_, told, path)

    def _refused(self, told: _Data, path: str) -> Question | None:
        self._refuse_others(told, ["of"], path)
        inner = self.question(told.get("of"), f"{path}.of")
        return None if inner is None else Not(inner)

    def _joined(
        self, class_: type[AllOf | AnyOf], told: _Data, path: str
    ) -> Question | None:
        self._refuse_others(told, ["questions"], path)
        parts = told.get("questions")
        if not isinstance(parts, list):
            wanted = "give a list of questions", "ange en lista med frågor"
            self.tell("wrong-type", f"{path}.questions", *wanted)
            return None
        each_of = enumerate(cast("list[object]", parts))
        found = [self.question(each, f"{path}.questions[{n}]") for n, each in each_of]
        known = [each for each in found if each is not None]
        return class_(known) if len(known) == len(found) else None

    def _plain(self, class_: type[Plain], told: _Data, path: str) -> Question | None:
        of_class: type = class_
        shapes = fields_of(of_class)
        self._refuse_others(told, [shape.name for shape in shapes], path)
        before = len(self.problems)
        values = {
            shape.name: self._value(shape, told[shape.name], f"{path}.{shape.name}")
            for shape in shapes
            if shape.name in told
        }
        for shape in shapes:
            if shape.required and shape.name not in told:
                missing = "is missing", "saknas"
                self.tell("missing", f"{path}.{shape.name}", *missing)
        if len(self.problems) > before:
            return None
        try:
            return class_(**values)
        except MedborgarloftenError as error:
            self.tell("invalid", path, str(error), str(error))
            return None

    def _value(self, shape: FieldShape, value: object, path: str) -> object:
        if not shape.many:
            return self._item(shape, value, path)
        if not isinstance(value, list):
            self.tell("wrong-type", path, "give a list", "ange en lista")
            return ()
        items = cast("list[object]", value)
        places = (f"{path}[{n}]" for n in range(len(items)))
        return tuple(map(self._item, [shape] * len(items), items, places))

    def _item(self, shape: FieldShape, value: object, path: str) -> object:
        if not isinstance(value, str):
            self.tell("wrong-type", path, "give a text", "ange en text")
            return None
        wanted_type: type[object] = shape.type
        if issubclass(wanted_type, Enum):
            words = {str(member.value): member for member in wanted_type}
            if value not in words:
                self._refuse_word(value, path, words)
            return words.get(value)
        try:
            return _READ.get(wanted_type, str)(value)
        except ValueError:
            wanted = _WRITTEN[wanted_type]
            self.tell("not-a-date", path, f"write it as {wanted}", f"skriv {wanted}")
            return None

    def _refuse_others(self, told: _Data, names: list[str], path: str) -> None:
        for name in told:
            if name not in names and name != "question":
                near = _did_you_mean(name, names)
                en, sv = (f"is no field{near[0]}", f"finns inte{near[1]}")
                self.tell("unknown-field", f"{path}.{name}", en, sv)

    def _refuse_word(self, word: object, path: str, known: Iterable[str]) -> None:
        near = _did_you_mean(str(word), known)
        en, sv = f"{word!r} will not do{near[0]}", f"{word!r} duger inte{near[1]}"
        self.tell("not-allowed", path, en, sv)


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if str(day) != text:  # "20200601" and "2020-W23-1" are days to Python
        raise ValueError(text)
    return day


_JOINED: Mapping[str, type[AllOf | AnyOf]] = {"all_of": AllOf, "any_of": AnyOf}
_READ: Mapping[type, Callable[[str], object]] = {
    date: _day,
    ValidityPeriod: ValidityPeriod.parse,
}
_WRITTEN: Mapping[type, str] = {
    date: "2020-06-01",
    ValidityPeriod: "2019/2021 or 2020-06-01/2020-08-31",
}


def _did_you_mean(word: str, known: Iterable[str]) -> tuple[str, str]:
    near = nearest(word, known)
    if not near:
        return "", ""
    shown = list(map(repr, near))
    return (
        f"; did you mean {' or '.join(shown)}?",
        f"; menade du {' eller '.join(shown)}?",
    )
