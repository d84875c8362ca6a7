"""How a question is answered, told to whoever asks."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from medborgarloften.queries.index import Index
from medborgarloften.queries.questions import AllOf, Question

__all__ = ["Explanation", "Step", "explanation"]


@frozen
class Step:
    """One way in which a question, or one of its alternatives, is answered.

    Attributes:
        looked_up: What the index answers, all of it together; nothing where
            everything is asked.
        rest: What each of those that are looked up is asked; ``None`` where they
            are the answer.
        asked: How many are looked up, and asked the rest.
    """

    looked_up: tuple[Question, ...]
    rest: Question | None
    asked: int


@frozen
class Explanation:
    """How a register answers a question; it prints as English or Swedish sentences.

    Attributes:
        question: What was asked.
        steps: The ways that together answer it, one for each alternative.
        among: How many promises there are.
    """

    question: Question
    steps: tuple[Step, ...]
    among: int

    def __str__(self) -> str:
        return format(self, "en")

    def __format__(self, language: str) -> str:
        """Say it in English (``"en"``) or Swedish (``"sv"``), a line for each step.

        Raises:
            InvalidField: If it is another language.
        """
        from medborgarloften.queries.sentences import sentence, words_for

        language = language or "en"
        say = words_for(language)
        lines: list[str] = []
        for step in self.steps:
            facts = {"asked": step.asked, "among": self.among}
            if step.looked_up:
                looked_up = sentence(AllOf(step.looked_up), language)
                lines.append(say("explain.looked_up", question=looked_up, **facts))
            else:
                lines.append(say("explain.everything", **facts))
            if step.rest is not None:
                rest = sentence(step.rest, language)
                lines.append(say("explain.rest", question=rest, **facts))
        return "\n".join(lines) or say("explain.nothing")


def explanation(question: Question, index: Index[Any, Any]) -> Explanation:
    """Tell how an index answers a question; what is looked up is counted."""
    steps = tuple(
        Step(way.looked_up, way.rest, len(index.looked_up(way)))
        for way in index.ways(question)
    )
    return Explanation(question, steps, len(index.entries))
