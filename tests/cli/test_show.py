from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, settings

from medborgarloften import Register, ValidityPeriod
from medborgarloften.cli._commands.show import _agreement
from medborgarloften.cli._saying import Words
from medborgarloften.cli._words import LANGUAGES
from medborgarloften.serializers import save
from medborgarloften.testing import agreements, registers

# Also who says so, and in which words.
SWEDISH = """\
Nya medborgarlöften
askersund-till-2021-06-30 (medborgarlöfte)

Område: Askersund (1882)
Parter: Polisen (polis); Askersunds kommun (kommun)
Övriga: skolan (skola)
Gäller: till och med 30 juni 2021 (”fram till halvårsskiftet 2021”)
Gäller, såvitt känt: 21 januari 2020 – 30 juni 2021
Publicerat: 2020-01-21
Grundat på: medborgarenkät
Ett utdrag: alla löften är inte med här.

Löften
  1. Polisen lovar fyra insatser per år mot narkotika.
     Lovas av: Polisen (enligt löftet)
     Tillsammans med: skolan
     Teman: Narkotika; Barn och unga
     Hur mycket: insats: minst 4 per år
     Utfall: 2020-06-01: pågår; Nyhet; https://example.org/sida
     Utfall: 2020-12-01: uppfyllt, antal: 5 (”Fem insatser är gjorda.”); Nyhet; https://example.org/sida
  2. Tryggare i centrum
     Lovas av: Polisen; Askersunds kommun (enligt rubriken)
     Typ: mål
     Gäller: hösten 2020

Undertecknare
     Kim Ek; kommunstyrelsens ordförande; C; Askersunds kommun
     Bo Al

Källor
     Nyhet; https://example.org/sida
     page
"""


def test_an_agreement_is_shown_readably(run, register):
    """
    Who, what, when and where are told in Swedish words, in the order of interest.
    """
    assert run("show", register, "askersund-till-2021-06-30") == (0, SWEDISH, "")


def test_an_agreement_is_shown_in_english(run, register):
    """
    Labels and periods follow the language; what the page says stays as it is.
    """
    told = run("show", register, "askersund-till-2021-06-30", "--lang", "en").out

    assert "Holds: through 30 June 2021 (“fram till halvårsskiftet 2021”)" in told
    assert "Outcome: 2020-12-01: fulfilled, counted 5" in told
    assert "Kind: goal" in told


def test_what_contradicts_itself_is_shown(run, register):
    """
    A promise whose own time lies outside its agreement's says so, a district is
    named, and nothing in the text steers the terminal.
    """
    told = run("show", register, "lund").out

    assert "Område: Norra Fäladen; Lund (1281)" in told
    assert "Gäller: ingen dag" in told
    assert "\x1b" not in told


def test_an_agreement_without_promises_says_so(run, register):
    """
    Other headings stand only above something.
    """
    assert run("show", register, "tom").out.splitlines() == [
        "Tom",
        "tom (medborgarlöfte)",
        "",
        "Parter: Polisen (polis)",
        "Gäller: anges inte",
        "",
        "Löften: inga kända",
    ]


def test_lines_fit_their_columns(run, register, monkeypatch):
    """
    Where there is a width, long lines go on below, set in.
    """
    monkeypatch.setenv("COLUMNS", "40")

    lines = run("show", register, "askersund-till-2021-06-30").out.splitlines()

    assert max(map(len, lines)) <= 40
    assert "     mot narkotika." in lines


def test_an_unknown_id_is_told_with_the_nearest(run, register):
    """
    A misspelt id is a mistake in the command.
    """
    done = run("show", register, "askersund-till-2021")

    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "medborgarloften: registret har ingen överenskommelse 'askersund-till-2021'; "
        "menade du 'askersund-till-2021-06-30'?\n"
    )


@pytest.mark.parametrize("place", ["Askersund", "askersund", "1882"])
def test_the_only_agreement_of_a_place_needs_no_id(run, register, place):
    """
    A municipality will do, by its name or its kommunkod.
    """
    assert run("show", register, place) == (0, SWEDISH, "")


def test_several_agreements_of_a_place_are_told(run, tmp_path, small):
    """
    They stand in order of time, and one of them has to be named.
    """
    lund = small["lund"]
    later = evolve(lund, id="b", period=ValidityPeriod.of_year(2021), amendments=())
    earlier = evolve(later, id="c", period=ValidityPeriod.of_year(2019))
    save(Register([later, earlier]), tmp_path / "r.jsonl")

    assert run("show", tmp_path / "r.jsonl", "Lund") == (
        2,
        "",
        (
            "medborgarloften: i Lund finns flera överenskommelser; "
            "ange en av dem: c, b\n"
        ),
    )


def test_a_place_without_agreement_is_told(run, register):
    """
    It is no misspelt id.
    """
    assert run("show", register, "Kiruna").err == (
        "medborgarloften: registret har ingen överenskommelse i Kiruna\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=30)  # whole registers take long to make
@given(agreement=agreements())
def test_every_agreement_can_be_shown(language, agreement):
    """
    Whatever the model allows has its words, and every promise is there.
    """
    lines = list(_agreement(agreement, (), Words(language)))

    for promise in agreement.promises:
        assert f"{promise.number:3}. {promise.text}" in lines


@settings(max_examples=30)  # whole registers take long to make
@given(register=registers())
def test_every_outcome_can_be_shown(register):
    """
    There is a line for each thing that became of a promise.
    """
    say = Words("sv")
    lines = [
        line
        for agreement in register.values()
        for line in _agreement(agreement, register.outcomes_of(agreement.id), say)
        if line.startswith(f"     {say('show.outcome')}: ")
    ]

    assert len(lines) == len(register.outcomes)


def test_what_weakens_a_promise_is_shown(small):
    """
    A promise that is hedged says so, and one that hangs on a condition says which.
    """
    lund = small["lund"]
    (promise,) = lund.promises
    promise = evolve(promise, hedged=True, condition="om det behövs")

    told = list(_agreement(evolve(lund, promises=(promise,)), (), Words("sv")))
    plain = list(_agreement(lund, (), Words("sv")))

    added = [line.strip() for line in told if line not in plain]
    assert added == ["Med förbehåll: ja", "Villkor: om det behövs"]
