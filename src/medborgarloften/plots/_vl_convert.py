"""vl-convert, or how to get it: it makes images of charts.

It is imported where a chart is saved, for who only shows charts need not have it.
"""

from __future__ import annotations

from medborgarloften.errors import MissingExtra

try:
    import vl_convert
except ImportError as error:
    raise MissingExtra("vl-convert-python", "plots") from error

__all__ = ["vl_convert"]
