"""Medborgarlöften as data: what Swedish police and municipalities have promised.

The everyday names are here: the model's classes, the `Register` that keeps
agreements, and the errors.  Pages are read with `medborgarloften.reading`,
questions are in `medborgarloften.queries`, documents in
`medborgarloften.serializers`, and facts about Sweden in
`medborgarloften.reference`.

Each name is loaded when it is first used, so that the command line starts at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

# The one place where imports are hidden: type checkers follow them, and
# `__getattr__` does what they say.
if TYPE_CHECKING:
    from medborgarloften.errors import (
        DuplicateAgreement,
        InvalidDocument,
        InvalidField,
        InvalidPeriod,
        MedborgarloftenError,
        MissingExtra,
        NoSuchAgreement,
        NoSuchParty,
        NoSuchPromise,
        Problem,
        Span,
        UnknownName,
    )
    from medborgarloften.model import (
        Agreement,
        AgreementKind,
        Alignment,
        Amendment,
        Area,
        Attribution,
        Basis,
        Citation,
        Contact,
        How,
        Outcome,
        Party,
        PartyKind,
        Per,
        Precision,
        Promise,
        PromiseKind,
        Quantity,
        Review,
        Signatory,
        Source,
        SourceKind,
        Status,
        Theme,
        ValidityPeriod,
    )
    from medborgarloften.register import Match, Matches, Register

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
    "DuplicateAgreement",
    "How",
    "InvalidDocument",
    "InvalidField",
    "InvalidPeriod",
    "Match",
    "Matches",
    "MedborgarloftenError",
    "MissingExtra",
    "NoSuchAgreement",
    "NoSuchParty",
    "NoSuchPromise",
    "Outcome",
    "Party",
    "PartyKind",
    "Per",
    "Precision",
    "Problem",
    "Promise",
    "PromiseKind",
    "Quantity",
    "Register",
    "Review",
    "Signatory",
    "Source",
    "SourceKind",
    "Span",
    "Status",
    "Theme",
    "UnknownName",
    "ValidityPeriod",
]

# Where the names are at home; what is quick to load comes first.
_HOMES = ("errors", "model", "register")
# Those that need no extra are there without being imported.
_MODULES = (*_HOMES, "analysis", "queries", "reading", "reference", "serializers")


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    if name in __all__:
        homes = (import_module(f"{__name__}.{home}") for home in _HOMES)
        home = next(each for each in homes if name in each.__all__)
        found = globals()[name] = getattr(home, name)
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_MODULES})
