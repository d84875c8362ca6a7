"""A small register, and a way to run the command line within a test."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import NamedTuple

import pytest
from reportlab.pdfgen import canvas

from medborgarloften import (
    Agreement,
    Amendment,
    Area,
    Attribution,
    Basis,
    Outcome,
    Party,
    PartyKind,
    Per,
    Promise,
    PromiseKind,
    Quantity,
    Register,
    Signatory,
    Source,
    Status,
    Theme,
    ValidityPeriod,
)
from medborgarloften.cli import main
from medborgarloften.serializers import save

LANGUAGES_OF_MACHINES = ("LANG", "LC_ALL", "LC_MESSAGES")

POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
SOURCE = Source(url="https://example.org/sida", title="Nyhet")

ASKERSUND = Agreement(
    id="askersund-till-2021-06-30",
    title="Nya medborgarlöften",
    area=Area(municipalities=("1882",)),
    parties=(
        POLICE,
        Party(
            id="askersund",
            kind=PartyKind.MUNICIPALITY,
            name="Askersunds kommun",
            code="1882",
        ),
    ),
    others=(Party(id="skola", kind=PartyKind.SCHOOL, name="skolan"),),
    period=ValidityPeriod.until(date(2021, 6, 30)),
    period_wording="fram till halvårsskiftet 2021",
    published_on=date(2020, 1, 21),
    basis=(Basis.CITIZEN_SURVEY,),
    excerpt=True,
    promises=(
        Promise(
            number=1,
            text="Polisen lovar fyra insatser per år mot narkotika.",
            promisors=("police",),
            partners=("skola",),
            themes=(Theme.DRUGS, Theme.YOUTH),
            quantities=(Quantity(4, None, "insats", Per.YEAR),),
        ),
        Promise(
            number=2,
            text="Tryggare i centrum",
            kind=PromiseKind.GOAL,
            promisors=("police", "askersund"),
            attribution=Attribution.HEADING,
            period=ValidityPeriod.parse("2020-23"),
        ),
    ),
    signatories=(
        Signatory(
            name="Kim Ek",
            role="kommunstyrelsens ordförande",
            political_party="C",
            party="askersund",
        ),
        Signatory(name="Bo Al"),
    ),
    sources=(SOURCE, Source()),
)
UNDATED = Agreement(
    id="lund",
    title="Medborgarlöfte",
    area=Area(municipalities=("1281",), district="Norra Fäladen"),
    parties=(POLICE,),
    amendments=(Amendment(last_day=date(2019, 5, 1)),),
    promises=(
        Promise(
            number=1,
            text="=1+1 [bold]röd[/bold] \x1b[31m",
            promisors=("police",),
            period=ValidityPeriod.of_year(2020),
        ),
    ),
)
EMPTY = Agreement(id="tom", title="Tom", area=Area(), parties=(POLICE,))
OUTCOMES = tuple(
    Outcome(
        agreement=ASKERSUND.id,
        promise=1,
        on=date(2020, month, 1),
        status=status,
        counted=counted,
        wording=wording,
        sources=(SOURCE,),
    )
    for month, status, counted, wording in (
        (6, Status.ONGOING, None, None),
        (12, Status.FULFILLED, 5, "Fem insatser är gjorda."),
    )
)
REGISTER = Register((ASKERSUND, UNDATED, EMPTY), OUTCOMES)


class Done(NamedTuple):
    """What a run of the command line came to."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _no_surroundings(monkeypatch):
    """Let no terminal, and no language of a machine, tell what is printed."""
    surroundings = [
        "COLUMNS",
        "FORCE_COLOR",
        "LANG",
        "LANGUAGE",
        "LC_ALL",
        "LC_MESSAGES",
        "NO_COLOR",
    ]
    for name in surroundings:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capsys, monkeypatch):
    """Give a function that runs the command line, with *typed* on standard input."""

    def run(*arguments, typed=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        code = main([str(argument) for argument in arguments])
        return Done(code, *capsys.readouterr())

    return run


@pytest.fixture
def small():
    """The small register."""
    return REGISTER


@pytest.fixture
def register(tmp_path):
    """Write the small register to a file."""
    path = tmp_path / "register.jsonl"
    save(REGISTER, path)
    return path


@pytest.fixture(scope="session")
def as_html():
    """A way to set a page of text in the markup of a web page."""

    def set_in_markup(page):
        paragraphs = (
            f"<li>{each.removeprefix('•')}</li>" if each[0] == "•" else f"<p>{each}</p>"
            for each in page.splitlines()
            if each
        )
        return f"<!doctype html><main>{''.join(paragraphs)}</main>".encode()

    return set_in_markup


@pytest.fixture(scope="session")
def as_pdf():
    """A way to set a page of text in a document."""

    def set_on_paper(page):
        file = io.BytesIO()
        sheet = canvas.Canvas(file)
        for number, row in enumerate(page.splitlines()):
            sheet.drawString(60, 780 - 16 * number, row)
        sheet.save()
        return file.getvalue()

    return set_on_paper
