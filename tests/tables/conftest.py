"""One register with something in every field, which the tests of tables share."""

from __future__ import annotations

from datetime import date

import pytest

from medborgarloften import (
    Agreement,
    AgreementKind,
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
    Register,
    Review,
    Signatory,
    Source,
    SourceKind,
    Status,
    Theme,
    ValidityPeriod,
)

PAGE = Source(
    url="https://kommun.example/habo",
    kind=SourceKind.NEWS,
    title="Nytt medborgarlöfte",
    publisher="Habo kommun",
    published_on=date(2023, 1, 31),
    updated_on=date(2023, 2, 1),
    retrieved_on=date(2024, 3, 5),
    media_type="text/html",
    sha256="0123456789abcdef" * 4,
)
UMBRELLA = Agreement(
    id="habo-samverkan-2022",
    kind=AgreementKind.COOPERATION_AGREEMENT,
    title="Samverkansöverenskommelse",
    area=Area(),
    parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
)
AGREEMENT = Agreement(
    id="habo-2023",
    title="Medborgarlöfte för Habo kommun",
    area=Area(municipalities=("0643", "0642"), district="Centrum"),
    parties=(
        Party(id="police", kind=PartyKind.POLICE, name="lokalpolisområde Jönköping"),
        Party(id="habo", kind=PartyKind.MUNICIPALITY, name="Habo kommun", code="0643"),
    ),
    others=(Party(id="skola", kind=PartyKind.SCHOOL, name="skolan"),),
    period=ValidityPeriod(
        date(2023, 1, 1), date(2024, 12, 31), Precision.YEAR, Precision.YEAR
    ),
    period_wording="under 2023 och 2024",
    promises=(
        Promise(
            number=1,
            text="Öka tryggheten i centrum",
            kind=PromiseKind.GOAL,
            promisors=("police", "habo"),
            themes=(Theme.PUBLIC_PLACES,),
        ),
        Promise(
            number=2,
            text="Två till fyra gånger i månaden under våren patrullera till fots",
            parent=1,
            promisors=("police",),
            attribution=Attribution.HEADING,
            partners=("skola",),
            themes=(Theme.DRUGS, Theme.PUBLIC_PLACES),
            quantities=(
                Quantity(2, 4, "patrullering", Per.MONTH, average=True, each="torg"),
                Quantity(None, 9, "kväll"),
            ),
            period=ValidityPeriod(
                date(2023, 3, 1), None, Precision.SEASON, open_ended=True
            ),
            places=("torget", "resecentrum"),
            target_groups=("ungdomar",),
            purpose="i syfte att minska droghandeln",
            condition="om det behövs",
            hedged=True,
        ),
    ),
    signatories=(
        Signatory(
            name="Kim Ek",
            role="kommunstyrelsens ordförande",
            political_party="M",
            party="habo",
        ),
    ),
    signed_on=date(2023, 1, 20),
    decided_on=date(2023, 1, 15),
    published_on=date(2023, 1, 31),
    basis=(Basis.CITIZEN_DIALOGUE, Basis.SAFETY_SURVEY),
    priorities=("Trygghet", "Narkotika"),
    expected_effects=("Fler känner sig trygga",),
    reviews=(
        Review(purpose="uppföljning", times=2, per=Per.YEAR, wording="två gånger"),
    ),
    amendments=(
        Amendment(on=date(2024, 11, 1), last_day=date(2025, 6, 30), wording="förlängs"),
    ),
    supersedes="habo-2021",
    parent="habo-samverkan-2022",
    ordinal=5,
    excerpt=True,
    contacts=(
        Contact(name="Lo Berg", role="chef", phone="114 14", email="a@kommun.example"),
    ),
    sources=(PAGE, Source()),
    citations=(
        Citation(path="title", source=1, start=3, end=8, quote="Löfte"),
        Citation(path="period", start=0, end=4, quote="2023", how=How.INFERRED),
    ),
    notes="Kontrollerat mot protokollet.",
)
OUTCOME = Outcome(
    agreement="habo-2023",
    promise=2,
    on=date(2023, 12, 31),
    status=Status.PARTLY,
    counted=11,
    wording="Elva gånger blev det",
    sources=(PAGE, Source(kind=SourceKind.DOCUMENT)),
)
NOBODY_TELLS = Outcome(
    agreement="habo-2023", promise=1, on=date(2023, 6, 1), status=Status.NO_EVIDENCE
)


@pytest.fixture
def full_register():
    """Make a register with something in every field, and nothing in most."""
    return Register([AGREEMENT, UMBRELLA], [OUTCOME, NOBODY_TELLS])
