"""Altair, or how to get it."""

from __future__ import annotations

from medborgarloften.errors import MissingExtra

try:
    import altair as alt
except ImportError as error:
    raise MissingExtra("altair", "plots") from error

__all__ = ["alt"]
