"""What municipalities are called, even those that no longer are or never were."""

from __future__ import annotations

from medborgarloften.errors import UnknownName
from medborgarloften.reference import municipality_by_code

__all__ = ["municipality_name"]


def municipality_name(code: str) -> str:
    """Name the municipality with a kommunkod; an unknown code stands for itself.

    >>> municipality_name("1882"), municipality_name("9999")
    ('Askersund', '9999')
    """
    try:
        return municipality_by_code(code, former=True).name
    except UnknownName:
        return code
