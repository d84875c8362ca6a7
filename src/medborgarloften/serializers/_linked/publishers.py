"""Who publishes, and whom to ask.

Only the publisher knows: nothing of it has a default but that it is not told.
"""

from __future__ import annotations

import re
from enum import StrEnum

from attrs import frozen

from medborgarloften.model._rules import check, refuse
from medborgarloften.serializers._linked.names import is_address

__all__ = ["ContactPoint", "Publisher", "PublisherType", "check_addresses"]

_EMAIL = re.compile(r'[^\s@<>"{}|^`\\]+@[^\s@<>"{}|^`\\]+')


class PublisherType(StrEnum):
    """What sort of body a publisher is, in the words of ADMS."""

    ACADEMIC = "Academia-ScientificOrganisation"
    COMPANY = "Company"
    INDUSTRY_CONSORTIUM = "IndustryConsortium"
    LOCAL_AUTHORITY = "LocalAuthority"
    NATIONAL_AUTHORITY = "NationalAuthority"
    NON_GOVERNMENTAL = "NonGovernmentalOrganisation"
    NON_PROFIT = "NonProfitOrganisation"
    PRIVATE_INDIVIDUAL = "PrivateIndividual(s)"
    REGIONAL_AUTHORITY = "RegionalAuthority"
    STANDARDISATION_BODY = "StandardisationBody"
    SUPRANATIONAL_AUTHORITY = "SupraNationalAuthority"


@frozen(kw_only=True)
class Publisher:
    """Who publishes: an organisation, or a person.

    Attributes:
        uri: The address that it is known by.
        name: What it is called.
        type: What sort of body it is.
        homepage: Its front page.
    """

    uri: str
    name: str
    type: PublisherType | None = None
    homepage: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
        check_addresses(self, "uri", "homepage")


@frozen(kw_only=True)
class ContactPoint:
    """Whom to ask about a dataset.

    Attributes:
        name: What the office, or the person, is called.
        email: Where to write; better that of an office than that of a person.
        page: A page with more ways to get in touch.
    """

    name: str
    email: str
    page: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
        if not _EMAIL.fullmatch(self.email):
            raise refuse(self, "email", "give an address, as in data@kommun.se")
        check_addresses(self, "page")


def check_addresses(thing: object, *fields: str) -> None:
    """Refuse a thing with a field that is told and is no address of the web.

    Raises:
        InvalidField: For the first such field.
    """
    for field in fields:
        address: str | None = getattr(thing, field)
        if address is not None and not is_address(address):
            raise refuse(thing, field, "give an address that begins with https://")
