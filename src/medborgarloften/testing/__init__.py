"""Hypothesis strategies for everything in the model, for our tests and yours.

Each strategy makes only values that are valid, and looks for the corners: ends
that are not stated, periods of one day, terms and winters, texts that a format
may trip over.  Import what you need and give it to `hypothesis.given`:

>>> from hypothesis import given
>>> @given(agreements())
... def test_everybody_who_promises_is_known(agreement):
...     for promise in agreement.promises:
...         assert agreement.promisors_of(promise)
>>> test_everybody_who_promises_is_known()

Days are within the years 1900 to 2150.
"""

from __future__ import annotations

from medborgarloften.testing._agreements import (
    agreements,
    amendments,
    outcomes,
    promises,
    registers,
    reviews,
)
from medborgarloften.testing._basics import days, texts
from medborgarloften.testing._choices import (
    agreement_kinds,
    attributions,
    bases,
    hows,
    party_kinds,
    pers,
    precisions,
    promise_kinds,
    source_kinds,
    statuses,
    themes,
)
from medborgarloften.testing._questions import questions
from medborgarloften.testing._values import (
    alignments,
    areas,
    bounded_periods,
    citations,
    contacts,
    parties,
    periods,
    quantities,
    signatories,
    sources,
)

__all__ = [
    "agreement_kinds",
    "agreements",
    "alignments",
    "amendments",
    "areas",
    "attributions",
    "bases",
    "bounded_periods",
    "citations",
    "contacts",
    "days",
    "hows",
    "outcomes",
    "parties",
    "party_kinds",
    "periods",
    "pers",
    "precisions",
    "promise_kinds",
    "promises",
    "quantities",
    "questions",
    "registers",
    "reviews",
    "signatories",
    "source_kinds",
    "sources",
    "statuses",
    "texts",
    "themes",
]
