"""Counts in words."""

from __future__ import annotations

from medborgarloften.cli._words import Words
from medborgarloften.model import Quantity

__all__ = ["quantity_in_words"]


def quantity_in_words(quantity: Quantity, say: Words) -> str:
    """Say how many that is, of what, and how often.

    >>> from medborgarloften.model import Per
    >>> quantity_in_words(Quantity(4, None, "trafikinsats", Per.YEAR), Words("sv"))
    'trafikinsats: minst 4 per år'
    """
    least, most = quantity.minimum, quantity.maximum
    if least == most:
        key = "exactly"
    elif most is None:
        key = "least"
    else:
        key = "most" if least is None else "between"
    count = say(f"quantity.{key}", unit=quantity.unit, minimum=least, maximum=most)
    if quantity.average:
        count = say("quantity.average", count=count)
    if quantity.per is not None:
        count = say.label(quantity.per, count=count)
    if quantity.each is not None:
        count = say("quantity.each", count=count, each=quantity.each)
    return count
