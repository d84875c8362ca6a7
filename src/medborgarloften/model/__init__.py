"""What a medborgarlöfte is, as types.

In Sweden the police and a municipality sign *medborgarlöften* ("promises to the
citizens").  Such an `Agreement` is entered into by its parties (`Party`), usually
a local police area and one of the 290 municipalities.  It holds for a
`ValidityPeriod` in an `Area`, rests on a shared picture of local problems (its
`Basis`), and contains promises (`Promise`): who will do what, how often
(`Quantity`), about what (`Theme`), together with whom.  People sign it (each a
`Signatory`).  It is looked at again (a `Review`), may be extended (an
`Amendment`), and each promise has an `Outcome` once somebody tells what became of
it.  Every field can be traced to the words of a `Source` by a `Citation`.

Three rules hold everywhere.  Nothing is made up: what a source does not say is
``None`` or an empty tuple.  An instance that exists is valid: every class is
frozen, compares by value, can be hashed, and refuses what breaks its rules.
Days are whole, and both ends of a period count.
"""

from __future__ import annotations

from medborgarloften.model._calendar import Precision
from medborgarloften.model.agreement import Agreement, AgreementKind, Basis
from medborgarloften.model.identity import agreement_id, slug
from medborgarloften.model.outcome import Outcome, Status
from medborgarloften.model.parties import Area, Contact, Party, PartyKind, Signatory
from medborgarloften.model.per import Per
from medborgarloften.model.period import ValidityPeriod
from medborgarloften.model.promises import Attribution, Promise, PromiseKind, Quantity
from medborgarloften.model.reviews import Amendment, Review
from medborgarloften.model.sources import Citation, How, Source, SourceKind
from medborgarloften.model.themes import Alignment, Theme

__all__ = [
    "Agreement",
    "AgreementKind",
    "Alignment",
    "Amendment",
    "Area",
    "Attribution",
    "Basis",
    "Citation",
    "Contact",
    "How",
    "Outcome",
    "Party",
    "PartyKind",
    "Per",
    "Precision",
    "Promise",
    "PromiseKind",
    "Quantity",
    "Review",
    "Signatory",
    "Source",
    "SourceKind",
    "Status",
    "Theme",
    "ValidityPeriod",
    "agreement_id",
    "slug",
]
