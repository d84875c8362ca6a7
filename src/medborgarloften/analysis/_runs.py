"""Where the words of two texts differ, word by word."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Run", "runs_of"]


class Run(NamedTuple):
    """Words that stand beside each other: the other text has them all, or none."""

    words: str
    changed: bool


def runs_of(old: str, new: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Cut two texts where their words begin to differ, and cease to.

    >>> runs_of("Två möten om året", "Fyra möten om året")[1]
    (Run(words='Fyra', changed=True), Run(words='möten om året', changed=False))
    """
    from difflib import SequenceMatcher  # slow to import, and seldom needed

    before, after = old.split(), new.split()
    old_runs, new_runs = list[Run](), list[Run]()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, *cuts in matcher.get_opcodes():
        old_start, old_end, new_start, new_end = cuts
        for words, found in (
            (before[old_start:old_end], old_runs),
            (after[new_start:new_end], new_runs),
        ):
            if words:
                found.append(Run(" ".join(words), tag != "equal"))
    return tuple(old_runs), tuple(new_runs)
