"""One agreement, with a little of everything, for tests to change."""

from __future__ import annotations

from datetime import date

import pytest

from medborgarloften import (
    Agreement,
    AgreementKind,
    Area,
    Attribution,
    Basis,
    Citation,
    Contact,
    Party,
    PartyKind,
    Per,
    Promise,
    PromiseKind,
    Quantity,
    Review,
    Signatory,
    Source,
    Theme,
    ValidityPeriod,
)


@pytest.fixture
def agreement():
    """
    Hallsberg's agreement for 2019-2021: a goal, an activity and a focus.
    """
    return Agreement(
        id="hallsberg-2019-2021",
        kind=AgreementKind.CITIZENS_PROMISE,
        title="Medborgarlöfte för Hallsberg",
        area=Area(municipalities=("1861",)),
        parties=(
            Party(
                id="police", kind=PartyKind.POLICE, name="Lokalpolisområde Hallsberg"
            ),
            Party(
                id="hallsberg",
                kind=PartyKind.MUNICIPALITY,
                name="Hallsbergs kommun",
                code="1861",
            ),
        ),
        others=(Party(id="skola", kind=PartyKind.SCHOOL, name="skolan"),),
        period=ValidityPeriod.of_years(2019, 2021),
        promises=(
            Promise(
                number=1,
                text="Öka tryggheten i centrum",
                kind=PromiseKind.GOAL,
                promisors=("police", "hallsberg"),
                attribution=Attribution.CONTEXT,
            ),
            Promise(
                number=2,
                text="Genomföra minst 4 trygghetsvandringar per år",
                parent=1,
                promisors=("hallsberg",),
                partners=("skola",),
                themes=(Theme.SAFETY_WALKS,),
                quantities=(Quantity(4, None, "trygghetsvandring", Per.YEAR),),
            ),
            Promise(
                number=3, text="Trafik", kind=PromiseKind.FOCUS, promisors=("police",)
            ),
        ),
        signatories=(Signatory(name="Maria Svensson", party="hallsberg"),),
        signed_on=date(2018, 11, 28),
        basis=(Basis.CITIZEN_DIALOGUE,),
        reviews=(Review(purpose="revidering", per=Per.YEAR),),
        contacts=(Contact(name="Kommunpolisen", phone="114 14"),),
        sources=(
            Source(url="https://polisen.se/hallsberg"),
            Source(title="Löftet (pdf)"),
        ),
        citations=(
            Citation(path="title", start=0, end=14, quote="Medborgarlöfte"),
            Citation(path="signatories[0].name", start=20, end=25, quote="Maria"),
            Citation(
                path="contacts[0].phone", source=1, start=3, end=9, quote="114 14"
            ),
        ),
    )
