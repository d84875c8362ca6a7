"""That something is under way: told on standard error, and only in a terminal.

What is done at once is not told of.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from threading import Timer
from typing import TypeVar

__all__ = ["busy", "steps"]

_T = TypeVar("_T")
_AT_ONCE = 0.5  # seconds


@contextmanager
def busy(words: str) -> Generator[None]:
    """Show that work goes on of which nobody knows how long it takes."""
    if not _can_be_shown():
        yield
        return
    from rich.console import Console

    status = Console(stderr=True).status(words)
    waiting = Timer(_AT_ONCE, status.start)
    waiting.start()
    try:
        yield
    finally:
        waiting.cancel()
        waiting.join()
        status.stop()


def steps(things: Sequence[_T], words: str) -> Iterable[_T]:
    """Go through things, and show how many of them are done."""
    if len(things) == 1 or not _can_be_shown():
        return things
    from rich.console import Console
    from rich.progress import track

    return track(things, words, console=Console(stderr=True), transient=True)


def _can_be_shown() -> bool:
    if not sys.stderr.isatty():
        return False
    return find_spec("rich") is not None  # one can wait without being told
