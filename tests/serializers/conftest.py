"""One register that the tests of documents share, and its plain data."""

from __future__ import annotations

import json as builtin_json
from datetime import date

import pytest

from medborgarloften import (
    Agreement,
    Area,
    Citation,
    Outcome,
    Party,
    PartyKind,
    Per,
    Promise,
    Quantity,
    Register,
    Signatory,
    Source,
    Status,
    Theme,
    ValidityPeriod,
)
from medborgarloften.serializers import json

PAGE = Source(url="https://polisen.se/askersund", retrieved_on=date(2020, 2, 1))


@pytest.fixture
def agreement():
    """Make an agreement with promises that refer to parties and each other."""
    return Agreement(
        id="askersund-2019-2021",
        title="Medborgarlöfte för Askersund",
        area=Area(municipalities=("1882",)),
        parties=(
            Party(
                id="police", kind=PartyKind.POLICE, name="lokalpolisområde Hallsberg"
            ),
            Party(
                id="askersund",
                kind=PartyKind.MUNICIPALITY,
                name="Askersunds kommun",
                code="1882",
            ),
        ),
        period=ValidityPeriod.of_years(2019, 2021),
        promises=(
            Promise(
                number=1,
                text="Öka tryggheten i centrum",
                promisors=("police", "askersund"),
                themes=(Theme.PUBLIC_PLACES,),
            ),
            Promise(
                number=2,
                text="Minst 4 trafikinsatser under året",
                parent=1,
                promisors=("police",),
                quantities=(Quantity(4, None, "trafikinsats", Per.YEAR),),
                period=ValidityPeriod.of_year(2020),
            ),
        ),
        signatories=(Signatory(name="Åsa Öberg", party="askersund"),),
        sources=(PAGE,),
        citations=(Citation(path="title", start=0, end=5, quote="Löfte"),),
    )


@pytest.fixture
def register(agreement):
    """Make a register of the agreement and one outcome."""
    outcome = Outcome(
        agreement=agreement.id,
        promise=2,
        on=date(2020, 12, 31),
        status=Status.FULFILLED,
        counted=5,
        sources=(PAGE,),
    )
    return Register([agreement], [outcome])


@pytest.fixture
def agreement_data(agreement):
    """Make the plain data of the agreement's document."""
    return builtin_json.loads(json.dumps(agreement))


@pytest.fixture
def register_data(register):
    """Make the plain data of the register's document."""
    return builtin_json.loads(json.dumps(register))
