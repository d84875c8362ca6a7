"""Who enters into an agreement, who signs it, and where it holds."""

from __future__ import annotations

import re
from enum import StrEnum

from attrs import frozen

from medborgarloften.model._rules import check, refuse

__all__ = ["Area", "Contact", "Party", "PartyKind", "Signatory"]

_MUNICIPALITY_CODE = re.compile(r"[0-9]{4}")


class PartyKind(StrEnum):
    """What sort of body a party is."""

    POLICE = "police"
    MUNICIPALITY = "municipality"
    REGION = "region"
    AUTHORITY = "authority"
    FIRE_SERVICE = "fire_service"
    PUBLIC_TRANSPORT = "public_transport"
    HOUSING_COMPANY = "housing_company"
    SCHOOL = "school"
    SOCIAL_SERVICES = "social_services"
    ASSOCIATION = "association"
    COMPANY = "company"
    OTHER = "other"


@frozen(kw_only=True)
class Party:
    """A body that enters into an agreement, promises in it, or takes part.

    Attributes:
        id: Unique within its agreement: ``"police"``, ``"askersund"``.
        kind: What sort of body it is.
        name: Its name as written: "Askersunds kommun", "lokalpolisområde Hallsberg".
        code: The four digits of the kommunkod (Statistics Sweden), for a
            municipality.
    """

    id: str
    kind: PartyKind
    name: str
    code: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
        if self.code is not None and not _MUNICIPALITY_CODE.fullmatch(self.code):
            raise refuse(self, "code", "give the four digits of a kommunkod")


@frozen(kw_only=True)
class Signatory:
    """A person who signed, and for whom (undertecknare).

    Attributes:
        name: The person's name.
        role: The office signed for, as written: "kommunstyrelsens ordförande".
        political_party: The letters of the political party: "M".
        party: The id of the `Party` represented.
    """

    name: str
    role: str | None = None
    political_party: str | None = None
    party: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)


@frozen(kw_only=True)
class Contact:
    """A person or an office to turn to with questions; not one who signed."""

    name: str
    role: str | None = None
    phone: str | None = None
    email: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)


@frozen(kw_only=True)
class Area:
    """Where an agreement holds.

    Attributes:
        municipalities: The kommunkoder of its municipalities, each once.  A
            promise of the police alone has an area too, though no municipality
            is a party to it.
        district: The part of the municipality it is limited to: "Södermalm".
    """

    municipalities: tuple[str, ...] = ()
    district: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
        codes = self.municipalities
        if not all(map(_MUNICIPALITY_CODE.fullmatch, codes)):
            raise refuse(self, "municipalities", "give kommunkoder of four digits")
        if len(set(codes)) < len(codes):
            raise refuse(self, "municipalities", "name each municipality once")
