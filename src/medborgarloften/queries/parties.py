"""Questions about parties: who makes a promise, and who takes part in it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar, final

from attrs import field, frozen

from medborgarloften.errors import InvalidField, UnknownName
from medborgarloften.model import PartyKind, slug
from medborgarloften.model._rules import check, expect, refuse
from medborgarloften.queries.places import named
from medborgarloften.queries.questions import Plain, Question

__all__ = [
    "JointlyPromised",
    "PromisedByKind",
    "PromisedByParty",
    "WithPartner",
    "WithPartnerKind",
    "jointly_promised",
    "promised_by",
    "with_partner",
]

# What each kind of party is called when nobody in particular is meant.
_EVERYDAY_WORDS = {
    PartyKind.POLICE: "polis polisen polismyndigheten",
    PartyKind.MUNICIPALITY: "kommun kommunen kommuner kommunerna",
    PartyKind.REGION: "regionen regioner regionerna",
    PartyKind.AUTHORITY: "myndighet myndigheten myndigheter",
    PartyKind.FIRE_SERVICE: "räddningstjänst räddningstjänsten brandkåren",
    PartyKind.PUBLIC_TRANSPORT: "kollektivtrafik kollektivtrafiken",
    PartyKind.HOUSING_COMPANY: "bostadsbolag bostadsbolaget bostadsföretag",
    PartyKind.SCHOOL: "skola skolan skolor skolorna",
    PartyKind.SOCIAL_SERVICES: "socialtjänst socialtjänsten",
    PartyKind.ASSOCIATION: "förening föreningen föreningar föreningarna",
    PartyKind.COMPANY: "företag företaget företagen",
    PartyKind.OTHER: "övriga",
}
_KINDS = {
    slug(word): kind
    for kind, words in _EVERYDAY_WORDS.items()
    for word in [kind.value, *words.split()]
}


def _kind_in_python(kind: PartyKind) -> str:
    return f"PartyKind.{kind.name}"


@frozen
class _OfKind(Plain):
    kind: PartyKind = field(repr=_kind_in_python)


def _sorted_slugs(names: Iterable[str]) -> tuple[str, ...]:
    if isinstance(names, str) or not isinstance(names, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        return names  # type: ignore[return-value] # it is no tuple, and is refused
    return tuple(sorted({slug(expect(str, "slug", "name", name)) for name in names}))


@frozen
class _Named(Plain):
    """A certain party.

    Attributes:
        names: What its id or its name may be, as `slug` writes them; kept sorted.
        code: The kommunkod, if it is a municipality.  A party with the code is
            meant whatever it is called.
    """

    names: tuple[str, ...] = field(converter=_sorted_slugs)
    code: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
        if not self.names:
            raise refuse(self, "names", "give at least one name")


_Kind = TypeVar("_Kind", bound=_OfKind)
_Name = TypeVar("_Name", bound=_Named)


@final
@frozen
class PromisedByKind(_OfKind):
    """Whether a party of a kind is among those who make the promise."""


@final
@frozen
class PromisedByParty(_Named):
    """Whether a certain party is among those who make the promise.

    Attributes:
        names: What its id or its name may be, as `slug` writes them; kept sorted.
        code: The kommunkod, if it is a municipality.  A party with the code is
            meant whatever it is called.
    """


@final
@frozen
class WithPartnerKind(_OfKind):
    """Whether a party of a kind takes part in the promise without making it."""


@final
@frozen
class WithPartner(_Named):
    """Whether a certain party takes part in the promise without making it.

    Attributes:
        names: What its id or its name may be, as `slug` writes them; kept sorted.
        code: The kommunkod, if it is a municipality.
    """


@final
@frozen
class JointlyPromised(Plain):
    """Whether more than one party makes the promise."""


def promised_by(who: PartyKind | str) -> Question:
    """Ask whether *who* is among those who make the promise.

    A kind of party can be given, its value, or what it is called in Swedish when
    nobody in particular is meant: ``"polisen"``, ``"kommunen"``.  Any other text
    is a party's id or name, however its letters are written; a municipality is
    found by each of its names.  Partners, who only take part, are not meant: see
    `with_partner`.

    >>> promised_by("polisen") == promised_by(PartyKind.POLICE)
    True
    >>> promised_by("askersund") == promised_by("Askersunds kommun")
    True

    Raises:
        InvalidField: If *who* is blank, or neither a kind nor a text.
        UnknownName: If it is said to be a "kommun" and none is called so.
    """
    return _asked("promised_by", who, PromisedByKind, PromisedByParty)


def with_partner(who: PartyKind | str) -> Question:
    """Ask whether *who* takes part in the promise without making it.

    *who* is written as for `promised_by`.

    >>> with_partner("skolan") == with_partner(PartyKind.SCHOOL)
    True

    Raises:
        InvalidField: If *who* is blank, or neither a kind nor a text.
        UnknownName: If it is said to be a "kommun" and none is called so.
    """
    return _asked("with_partner", who, WithPartnerKind, WithPartner)


def jointly_promised() -> Question:
    """Ask whether more than one party makes the promise."""
    return JointlyPromised()


def _asked(
    function: str, who: PartyKind | str, kinds: type[_Kind], parties: type[_Name]
) -> _Kind | _Name:
    if isinstance(who, PartyKind):
        return kinds(who)
    remedy = "give a kind of party or a name"
    if isinstance(who, Enum):
        raise InvalidField(function, "who", who, remedy)
    name = slug(named(who, function, "who", remedy))
    if name in _KINDS:
        return kinds(_KINDS[name])
    from medborgarloften.reference import municipality  # as in in_municipality

    try:
        found = municipality(who)
    except UnknownName:
        if name.endswith("-kommun"):
            raise
        return parties((name,))
    return parties((found.name, found.kommun_name, found.official_name), found.code)
