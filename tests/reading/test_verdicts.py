from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.model import Status, ValidityPeriod
from medborgarloften.reading.outcomes.figures import (
    counted_in,
    held_against,
    status_by_figures,
    target_in,
)
from medborgarloften.reading.outcomes.verdicts import (
    is_in_doubt,
    status_announced,
    status_in,
)

DONE, PARTLY, NOT_DONE = Status.FULFILLED, Status.PARTLY, Status.NOT_FULFILLED
ONGOING, NOT_STARTED = Status.ONGOING, Status.NOT_STARTED


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Uppfyllt", DONE),
        ("JA. Polisen har gjort 38.", DONE),
        ("Nej. Det är klart att vi är besvikna.", NOT_DONE),
        # an answer stands first; "ja" further on says something else
        ("Polisen räknar ja och nej i enkäten.", None),
        # two words that say no are not the one of them that says yes
        ("Löftet är inte uppfyllt.", NOT_DONE),
        ("Kursen är ej genomförd.", NOT_DONE),
        # what judges the promise counts before what was done
        ("31 pass genomförda. Pågår.", ONGOING),
        ("Två möten hölls, men målet nåddes inte.", NOT_DONE),
        ("Ett möte ställdes in, men löftet är infriat.", DONE),
        # and what judges it first before what is said after
        ("Delvis uppnått. I maj var allt klart.", PARTLY),
        # one deed done and another not is a part of it
        ("Ett möte hölls. Det andra blev inte av.", PARTLY),
        ("Arbetet har inletts, två möten hölls.", ONGOING),
        ("Har ännu inte kommit igång.", NOT_STARTED),
        ("Har inte börjat. Försenat", NOT_STARTED),
        # a no may stand before or after, and is not always one
        ("Mötena hölls inte.", NOT_DONE),
        ("Mötena hölls tyvärr aldrig.", NOT_DONE),
        ("Målet uppnåddes inte", NOT_DONE),
        ("Inga kontroller har genomförts", NOT_DONE),
        ("Inte bara klart, utan även utvärderat", DONE),
        ("Polisen är inte nöjd. Mötena hölls.", DONE),
        ("Mötena hölls, inte i skolan", DONE),
        ("Mötena hölls i maj och juni inte minst", DONE),
        # most of it is a part of it, but not where it says how something was done
        ("Nästan klart", PARTLY),
        ("Klart till hälften", PARTLY),
        ("Löftet är i stort sett infriat", PARTLY),
        ("80 procent är genomfört", PARTLY),
        ("Klart till 80 procent", PARTLY),
        ("Klart till 100 procent", DONE),
        ("Löftet är inte helt uppfyllt", PARTLY),
        ("Genomfördes till stor del i centrum", DONE),
        ("Genomfördes till fots", DONE),
        ("Hölls till stor del i alla de åtta skolor som finns i kommunen", DONE),
        # a question is answered by what comes after it
        ("Uppfyllt? Nej", NOT_DONE),
        ("Är löftet uppfyllt? Ja, i maj.", DONE),
        ("Är du nöjd? Ja Nej Vet ej", None),
        # what is to come, not yet, or no longer going on, may be anything
        ("Blir klart 2025", None),
        ("Klart först 2025", None),
        ("Klart till hösten", None),
        ("Ska vara klart i maj", None),
        ("Ännu inte genomfört", None),
        ("Inte klart", None),
        ("Pågår inte längre", None),
        ("Mötet blev inte inställt", None),
        ("Pausat", None),
        ("Blir klart 2025. Pågår", ONGOING),
        ("Hölls inte", NOT_DONE),
        ("Uppnåddes inte", NOT_DONE),
        ("Löftet uppfylldes inte", NOT_DONE),
        ("Till stor del uppfyllt", PARTLY),
        ("Uppfyllt: Nej", NOT_DONE),
        ("Genomfört: Nej", NOT_DONE),
        ("Är löftet uppfyllt? Ja, vi hölls", DONE),
        ("Målet nåddes inte", NOT_DONE),
        ("har inte börjat", NOT_STARTED),
        ("Inte gjort", NOT_DONE),
        ("Löftet bröts", NOT_DONE),
        ("Inte helt klart", PARTLY),
        ("Inte bara klart utan även utvärderat", DONE),
        ("Genomfördes till fots i centrum", DONE),
        ("80 % är genomfört", PARTLY),
        ("När kursen är klar görs nästa", None),
        ("Klart", DONE),
        ("I stort sett uppfyllt", PARTLY),
        ("Mötet ställdes in", NOT_DONE),
        ("har inte börjat. Försenat", NOT_STARTED),
        ("Vi kan konstatera att löftet är uppfyllt", DONE),
        ("Löftet kan anses vara uppfyllt", DONE),
        ("Kontroller genomfördes där ingen förare var påverkad.", DONE),
        ("Löftet uppfylldes inte helt.", PARTLY),
        ("Löftet är inte till fullo uppfyllt.", PARTLY),
        ("Inte alla vandringar hölls.", PARTLY),
        ("Uppfylls delvis", PARTLY),
        ("Klart bättre än i fjol.", None),
        ("En klar minskning av antalet inbrott.", None),
        ("Det är klart att mer behöver göras.", None),
        ("Patrullering genomfördes i princip varje helg.", DONE),
        ("inte genomfört fullt ut", PARTLY),
        ("inte alla genomförda", PARTLY),
        ("Inte uppfyllt ännu, pågår", ONGOING),
        ("inte uppfyllt 2022, men uppfyllt i januari 2023", NOT_DONE),
        ("Status: Ej uppfyllt Kommentar: Fyra kontroller är genomförda", NOT_DONE),
        ("Status: Pågår Kommentar: tre kontroller genomförda", ONGOING),
        ("Status: Uppfyllt Kommentar: En kontroll kunde inte genomföras", DONE),
        ("Status: Delvis uppfyllt. Två av fyra gårdar är klara.", PARTLY),
        (
            "Status: Ej påbörjat. Pandemin har gjort att den flyttats.",
            NOT_STARTED,
        ),
        ("Information om droger är genomförd", DONE),
        ("Målet om tjugo kontroller är uppfyllt", DONE),
        ("Vi klarade målet.", DONE),
        ("Utfört.", DONE),
        ("Målet överträffades.", DONE),
        ("Löftet är infriat och vi är stolta", DONE),
        ("Alla fem kontroller genomfördes under året", DONE),
        ("Sommarlovsaktiviteter har genomförts som planerat", DONE),
        ("Kontroller har genomförts tillsammans med kommunen när skolan började", DONE),
        ("Föräldramöten hölls på alla skolor", DONE),
        ("Löftet uppfyllt med råge", DONE),
        ("Polisen har varit ute.", None),
        ("", None),
    ],
)
def test_a_status_is_told_by_words(told, status):
    """
    Those that judge come before those that only tell of deeds.
    """
    assert status_in(told) is status


@pytest.mark.parametrize(
    ("told", "doubted"),
    [
        ("Blir klart i höst", True),
        ("Pausat", True),
        ("Uppfyllt?", True),
        ("Ej avslutat", True),
        ("blir klart 2025", True),
        ("Klart, men inte utvärderat", True),
        ("Mötet hölls inte fysiskt utan digitalt.", True),
        ("Ingen kommun har genomfört fler kontroller.", True),
        (
            "Kontrollerna genomfördes inte bara i tätorten utan även på landsbygden.",
            True,
        ),
        ("Vi vet inte om löftet är uppfyllt.", True),
        ("Oklart om löftet är uppfyllt.", True),
        ("Det går inte att säga om löftet är uppfyllt", True),
        ("Tveksamt om målet är uppnått.", True),
        ("Genomfördes inte förrän i november.", True),
        ("Målet nåddes inte förrän i december.", True),
        ("Målet var inte uppnått vid halvårsskiftet men är nu uppnått.", True),
        ("Genomförts men inte i den omfattning som utlovats.", True),
        ("Bara ett av två möten hölls.", True),
        ("Avslutat utan att målet nåddes", True),
        ("Kontroller har i princip genomförts varje vecka.", True),
        ("osäkert om det är uppfyllt", True),
        ("om medel finns uppfylls löftet", True),
        ("vi tror att det är genomfört", True),
        ("Uppfylldes 2021 men inte 2022", True),
        ("Genomfört med undantag av ett tillfälle", True),
        ("Klart bättre än i fjol", False),
        ("Uppfyllt", False),
        ("Två möten", False),
    ],
)
def test_words_of_a_status_may_tell_none(told, doubted):
    """
    That there are such words is told, so that nobody takes it for silence.
    """
    assert is_in_doubt(told) is doubted
    assert not doubted or status_in(told) is None


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Genomfört", DONE),
        ("Inte genomfört", NOT_DONE),
        ("Pågår fortfarande:", ONGOING),
        # a question, a year and a sentence announce nothing
        ("Är löftet uppfyllt?", None),
        ("Genomfört 2019", None),
        ("Polisen har genomfört allt som den lovade", None),
    ],
)
def test_a_short_heading_announces_a_status(heading, status):
    """
    It holds for all the items below it.
    """
    assert status_announced(heading) is status


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("38 kontroller", 38),
        ("fem besök har gjorts", 5),
        ("9 kontroller (29 sammanlagt)", 29),
        ("9 i maj, totalt 29", 29),
        # a target, a day, a year and a share are no deeds
        ("målet är 20", None),
        ("Mål: 20. Utfall 4", 4),
        ("vid 13 tillfällen (löftet var 12)", 13),
        ("den 9 maj", None),
        ("klart 9 maj", None),
        ("genomförd 19/4", None),
        ("hölls 2019", None),
        ("68 procent är nöjda", None),
        # nor is who took part, or where
        ("genomfördes med 14 deltagare", None),
        ("på väg 25", None),
        ("det hann vi med elva gånger", 11),
        # "en" counts where something is said of how many
        ("en kontroll gjordes", 1),
        ("en av tre är gjord", 1),
        ("en trygghetsvandring är gjord", 1),
        ("ett möte har hållits", 1),
        ("en vandring är på gång", None),
        ("en av", None),
        ("Fyra av sex är gjorda", 4),
        # what stands by the deed, and not what was planned, left out or could not be
        ("6 planerade, 4 genomförda", 4),
        ("planerade 6, genomförda 4", 4),
        ("två tredjedelar genomförda", None),
        ("genomfört med undantag av ett tillfälle", None),
        ("Två lampor kunde inte bytas", None),
        ("2 Ej uppfyllt", 2),
        ("en av de bästa", None),
        ("en patrull", None),
        ("en", None),
        # what is at most so many is not counted
        ("högst 4 gånger", None),
        ("inget", None),
    ],
)
def test_deeds_are_counted(told, counted):
    """
    In all if that is said, and else the first number of them.
    """
    assert counted_in(told) == counted


@pytest.mark.parametrize(
    ("told", "target"),
    [
        ("3 av 25 kontroller", 25),
        ("två av fyra gårdar", 4),
        ("4 genomförda (mål: 6)", 6),
        ("Målet är 25 kontroller och 20 är klara", 25),
        ("6 planerade, 4 genomförda", 6),
        ("planerade 6, genomförda 4", 6),
        ("många planerade, 4 genomförda", None),
        ("4 av dem", None),
        ("4 av", None),
        ("4 kontroller", None),
    ],
)
def test_how_many_there_were_to_be_may_stand_beside(told, target):
    """
    What was done is then held against that.
    """
    assert target_in(told) == target


@pytest.mark.parametrize(
    ("promise", "counted", "status"),
    [
        ("minst 50 kontroller", 50, DONE),
        ("50 kontroller", 60, DONE),
        ("50 kontroller", 49, PARTLY),
        ("50 kontroller", 0, NOT_DONE),
        ("400 timmars fotpatrull", 512, DONE),
        # what is promised a month is held against the year
        ("hålla ett möte i månaden", 12, DONE),
        ("hålla ett möte i månaden", 11, PARTLY),
        # nothing can be said of two promises in one, of a ceiling or of no number
        ("10 kontroller och 4 vandringar", 10, None),
        ("högst 4 kontroller", 3, None),
        ("synas mer", 3, None),
    ],
)
def test_figures_judge_a_promise_of_a_number(promise, counted, status):
    """
    What was counted is held against what was promised for the time told of.
    """
    year = ValidityPeriod.parse("2018")

    assert status_by_figures(promise, counted, year) is status


def test_a_rate_needs_a_time():
    """
    "I månaden" cannot be held against a count for nobody knows how long.
    """
    promise = "hålla ett möte i månaden"

    assert status_by_figures(promise, 11, ValidityPeriod()) is None


@given(st.integers(0, 99), st.integers(1, 99))
def test_more_deeds_are_never_judged_worse(counted, promised):
    """
    One more is as good, or better.
    """
    order = [NOT_DONE, PARTLY, DONE]
    less, more = (held_against(each, promised) for each in (counted, counted + 1))

    assert order.index(less) <= order.index(more)
