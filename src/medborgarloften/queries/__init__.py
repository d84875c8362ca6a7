"""Questions to a register, and how they are answered.

>>> from datetime import date
>>> question = active_on(date(2020, 6, 1)) & about("narkotika")
>>> question
ActiveOn(day=datetime.date(2020, 6, 1)) & About(themes=(Theme.DRUGS, ))

Give it to `Register.find`.  A question is a value: it can be kept, compared,
combined further with ``&``, ``|`` and ``~``, and asked again.
"""

from __future__ import annotations

from medborgarloften.queries.asking import (
    about,
    active_on,
    in_municipality,
    jointly_promised,
    may_be_active_on,
    promised_by,
    quantified,
    undated,
)
from medborgarloften.queries.matches import Match, Matches
from medborgarloften.queries.questions import (
    About,
    ActiveOn,
    AllOf,
    AnyOf,
    InMunicipality,
    JointlyPromised,
    MayBeActiveOn,
    Not,
    PromisedByKind,
    PromisedByParty,
    Quantified,
    Question,
    Undated,
)
from medborgarloften.queries.scan import holds, holds_somewhere

__all__ = [
    "About",
    "ActiveOn",
    "AllOf",
    "AnyOf",
    "InMunicipality",
    "JointlyPromised",
    "Match",
    "Matches",
    "MayBeActiveOn",
    "Not",
    "PromisedByKind",
    "PromisedByParty",
    "Quantified",
    "Question",
    "Undated",
    "about",
    "active_on",
    "holds",
    "holds_somewhere",
    "in_municipality",
    "jointly_promised",
    "may_be_active_on",
    "promised_by",
    "quantified",
    "undated",
]
