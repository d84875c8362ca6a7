"""Hypothesis, or the name of the extra that brings it."""

from __future__ import annotations

from medborgarloften.errors import MissingExtra

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError as error:
    raise MissingExtra("hypothesis", "testing") from error

__all__ = ["DrawFn", "SearchStrategy", "st"]
