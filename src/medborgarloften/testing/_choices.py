"""One of the words that a field may say."""

from __future__ import annotations

from functools import cache

from medborgarloften.model import (
    AgreementKind,
    Attribution,
    Basis,
    How,
    PartyKind,
    Per,
    Precision,
    PromiseKind,
    SourceKind,
    Status,
    Theme,
)
from medborgarloften.testing._hypothesis import SearchStrategy, st

__all__ = [
    "agreement_kinds",
    "attributions",
    "bases",
    "hows",
    "party_kinds",
    "pers",
    "precisions",
    "promise_kinds",
    "source_kinds",
    "statuses",
    "themes",
]


@cache
def precisions() -> SearchStrategy[Precision]:
    """Choose how exactly an end of a period is stated."""
    return st.sampled_from(Precision)


@cache
def pers() -> SearchStrategy[Per]:
    """Choose the stretch of time that a count is for."""
    return st.sampled_from(Per)


@cache
def party_kinds() -> SearchStrategy[PartyKind]:
    """Choose what sort of body a party is."""
    return st.sampled_from(PartyKind)


@cache
def agreement_kinds() -> SearchStrategy[AgreementKind]:
    """Choose which of the two documents an agreement is."""
    return st.sampled_from(AgreementKind)


@cache
def promise_kinds() -> SearchStrategy[PromiseKind]:
    """Choose between a deed, a state of things and attention."""
    return st.sampled_from(PromiseKind)


@cache
def attributions() -> SearchStrategy[Attribution]:
    """Choose how it is known who promises."""
    return st.sampled_from(Attribution)


@cache
def bases() -> SearchStrategy[Basis]:
    """Choose what a situation picture rests on."""
    return st.sampled_from(Basis)


@cache
def source_kinds() -> SearchStrategy[SourceKind]:
    """Choose what a source is."""
    return st.sampled_from(SourceKind)


@cache
def hows() -> SearchStrategy[How]:
    """Choose how a field came from its words."""
    return st.sampled_from(How)


@cache
def statuses() -> SearchStrategy[Status]:
    """Choose how it stands with a promise."""
    return st.sampled_from(Status)


@cache
def themes() -> SearchStrategy[Theme]:
    """Choose a theme."""
    return st.sampled_from(Theme)
