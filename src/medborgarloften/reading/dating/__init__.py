"""The days of a page: when an agreement holds, was signed, decided and prolonged.

`periods` reads an expression of time; here it is told of what.
"""

from __future__ import annotations

from medborgarloften.reading.dating.agreeing import PagePeriod
from medborgarloften.reading.dating.extending import find_extensions
from medborgarloften.reading.dating.occasions import (
    find_decided,
    find_signed,
    find_wrong_weekdays,
)
from medborgarloften.reading.dating.period import find_period

__all__ = [
    "PagePeriod",
    "find_decided",
    "find_extensions",
    "find_period",
    "find_signed",
    "find_wrong_weekdays",
]
