"""Questions to a register, and how they are answered.

>>> from datetime import date
>>> question = active_on(date(2020, 6, 1)) & about("narkotika")
>>> question
ActiveOn(day=datetime.date(2020, 6, 1)) & About(themes=(Theme.DRUGS, ))
>>> print(question)
Promises that certainly hold on 1 June 2020 and are about drugs

Give it to `Register.find`.  A question is a value: it can be kept, compared,
combined further with ``&``, ``|`` and ``~``, saved as JSON
(`medborgarloften.queries.saved`), and asked again.

Each function makes a `Question` and reads as English where it is used.  Names are
looked up and values are checked there, so a misspelt theme or municipality fails
where it was written, with the nearest right word, and never as an answer that is
empty.

What a source does not say is no reason to answer yes, except where the question
is what may be.  An agreement without promises is asked itself: its days and its
area are its own, but it promises nothing about anything.
"""

from __future__ import annotations

from medborgarloften.queries.contents import (
    About,
    Conditional,
    Mentioning,
    OfAgreementKind,
    OfKind,
    Quantified,
    Targeting,
    WithStatus,
    about,
    conditional,
    mentioning,
    of_kind,
    quantified,
    targeting,
    with_status,
)
from medborgarloften.queries.days import (
    ActiveDuring,
    ActiveOn,
    EndingBetween,
    MayBeActiveOn,
    StartingBetween,
    Undated,
    active_during,
    active_on,
    ending_before,
    ending_between,
    may_be_active_on,
    starting_between,
    undated,
)
from medborgarloften.queries.explaining import Explanation, Step
from medborgarloften.queries.match import Match
from medborgarloften.queries.matches import Matches
from medborgarloften.queries.parties import (
    JointlyPromised,
    PromisedByKind,
    PromisedByParty,
    WithPartner,
    WithPartnerKind,
    jointly_promised,
    promised_by,
    with_partner,
)
from medborgarloften.queries.places import (
    InCounty,
    InDistrict,
    InLocalPoliceArea,
    InMunicipality,
    InPoliceArea,
    InPoliceRegion,
    in_county,
    in_district,
    in_local_police_area,
    in_municipality,
    in_police_area,
    in_police_region,
)
from medborgarloften.queries.questions import AllOf, AnyOf, Asked, Not, Question, Where
from medborgarloften.queries.scan import holds, holds_somewhere

__all__ = [
    "About",
    "ActiveDuring",
    "ActiveOn",
    "AllOf",
    "AnyOf",
    "Asked",
    "Conditional",
    "EndingBetween",
    "Explanation",
    "InCounty",
    "InDistrict",
    "InLocalPoliceArea",
    "InMunicipality",
    "InPoliceArea",
    "InPoliceRegion",
    "JointlyPromised",
    "Match",
    "Matches",
    "MayBeActiveOn",
    "Mentioning",
    "Not",
    "OfAgreementKind",
    "OfKind",
    "PromisedByKind",
    "PromisedByParty",
    "Quantified",
    "Question",
    "StartingBetween",
    "Step",
    "Targeting",
    "Undated",
    "Where",
    "WithPartner",
    "WithPartnerKind",
    "WithStatus",
    "about",
    "active_during",
    "active_on",
    "conditional",
    "ending_before",
    "ending_between",
    "holds",
    "holds_somewhere",
    "in_county",
    "in_district",
    "in_local_police_area",
    "in_municipality",
    "in_police_area",
    "in_police_region",
    "jointly_promised",
    "may_be_active_on",
    "mentioning",
    "of_kind",
    "promised_by",
    "quantified",
    "starting_between",
    "targeting",
    "undated",
    "with_partner",
    "with_status",
]
