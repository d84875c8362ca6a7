"""Rest for the garbage collector while many things are made that live on.

Looking through all of them again and again for garbage would be most of the time
that it takes to make them.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["collector_resting"]


@contextmanager
def collector_resting() -> Generator[None]:
    """Let the garbage collector rest; afterwards it is as it was, whatever happens."""
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()
