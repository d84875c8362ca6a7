"""Altair, or how to get it, and vl-convert, which makes images of its charts."""

from __future__ import annotations

from medborgarloften.errors import MissingExtra

try:
    import altair as alt
except ImportError as error:
    raise MissingExtra("altair", "plots") from error

try:
    import vl_convert
except ImportError as error:
    raise MissingExtra("vl-convert-python", "plots") from error

__all__ = ["alt", "vl_convert"]
