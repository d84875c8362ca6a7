"""``medborgarloften lineage``: which agreement follows which."""

from __future__ import annotations

from argparse import Namespace
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from medborgarloften.analysis import (
    AnalysisWording,
    Contradiction,
    Lineage,
    Succession,
    lineage,
)
from medborgarloften.cli._answers import Column, print_answer
from medborgarloften.cli._commands._telling import named_places, places
from medborgarloften.cli._places import load_there
from medborgarloften.cli._saying import Words

__all__ = ["run"]


class _Row(NamedTuple):
    """An agreement in its row of agreements, and what it follows."""

    chain: int
    municipalities: tuple[str, ...]
    agreement: str
    follows: Succession | None
    contradictions: tuple[Contradiction, ...]
    undated: bool
    unplaced: bool


def run(options: Namespace, say: Words) -> int:
    """Print the rows of agreements, one agreement after the other."""
    register, there = load_there(options, say)
    rows = [each for each in _rows(lineage(register)) if each.agreement in there]
    print_answer(rows, _columns(say), options, say)
    return 0


def _rows(told: Lineage) -> Sequence[_Row]:
    follows = {each.later: each for each in told.successions}
    contradictions: dict[str, list[Contradiction]] = defaultdict(list)
    for each in told.contradictions:
        for agreement in dict.fromkeys(each.agreements):
            contradictions[agreement].append(each)
    undated, unplaced = set(told.undated), set(told.unplaced)
    return [
        _Row(
            chain=number,
            municipalities=chain.municipalities,
            agreement=agreement,
            follows=follows.get(agreement),
            contradictions=tuple(contradictions[agreement]),
            undated=agreement in undated,
            unplaced=agreement in unplaced,
        )
        for number, chain in enumerate(told.chains, 1)
        for agreement in chain.agreements
    ]


def _columns(say: Words) -> Sequence[Column[_Row]]:
    words = AnalysisWording(say.language)

    def follows(row: _Row) -> str:
        if row.follows is None:
            return ""
        days, how = row.follows.days_between, words.label(row.follows.how)
        key = "lineage.follows_later" if days else "lineage.follows"
        return say(key, earlier=row.follows.earlier, how=how, days=days)

    def doubts(row: _Row) -> str:
        told = [words.label(each.kind) for each in row.contradictions]
        told += [say("lineage.undated")] * row.undated
        told += [say("lineage.unplaced")] * row.unplaced
        return "; ".join(told)

    return (
        Column("chain", lambda row: row.chain),
        Column(
            "municipalities",
            lambda row: named_places(row.municipalities),
            lambda row: say.places(row.municipalities),
            lambda row: places(row.municipalities),
            room=1,
        ),
        Column("agreement", lambda row: row.agreement, room=2),
        Column(
            "follows",
            lambda row: row.follows.earlier if row.follows else None,
            follows,
            room=2,
        ),
        Column(
            "how",
            lambda row: row.follows.how.value if row.follows else None,
            only_data=True,
        ),
        Column(
            "days_between",
            lambda row: row.follows.days_between if row.follows else None,
            only_data=True,
        ),
        Column(
            "in_register",
            lambda row: row.follows.in_register if row.follows else None,
            only_data=True,
        ),
        Column(
            "contradictions",
            lambda row: [
                {"kind": each.kind.value, "agreements": list(each.agreements)}
                for each in row.contradictions
            ],
            doubts,
            lambda row: [each.kind.value for each in row.contradictions],
            room=2,
        ),
        Column("undated", lambda row: row.undated, only_data=True),
        Column("unplaced", lambda row: row.unplaced, only_data=True),
    )
