"""Questions in words, in two languages."""

from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import given

from medborgarloften.errors import InvalidField
from medborgarloften.model import PartyKind, Theme, ValidityPeriod
from medborgarloften.queries import (
    AllOf,
    AnyOf,
    about,
    active_during,
    active_on,
    conditional,
    ending_before,
    ending_between,
    in_county,
    in_district,
    in_local_police_area,
    in_municipality,
    in_police_area,
    in_police_region,
    jointly_promised,
    may_be_active_on,
    mentioning,
    of_kind,
    promised_by,
    quantified,
    saved,
    starting_between,
    targeting,
    undated,
    with_partner,
    with_status,
)
from medborgarloften.queries.questions import Where
from medborgarloften.testing import questions
from medborgarloften.wording.saying import entries_in

DAY, LATER = date(2020, 6, 1), date(2020, 8, 31)


SAID = {
    active_on(DAY): (
        "certainly hold on 1 June 2020",
        "med säkerhet gäller den 1 juni 2020",
    ),
    ~active_on(DAY): (
        "do not certainly hold on 1 June 2020",
        "inte med säkerhet gäller den 1 juni 2020",
    ),
    may_be_active_on(DAY): ("may hold on 1 June 2020", "kan gälla den 1 juni 2020"),
    active_during(ValidityPeriod.since(DAY)): (
        "certainly hold on a day of the period from 1 June 2020",
        "med säkerhet gäller någon dag i perioden från och med 1 juni 2020",
    ),
    active_during(ValidityPeriod()): (
        "certainly hold on some day",
        "med säkerhet gäller någon dag",
    ),
    starting_between(DAY, LATER): (
        "begin between 1 June 2020 and 31 August 2020",
        "börjar mellan den 1 juni 2020 och den 31 augusti 2020",
    ),
    ending_between(DAY, LATER): (
        "end between 1 June 2020 and 31 August 2020",
        "slutar mellan den 1 juni 2020 och den 31 augusti 2020",
    ),
    ending_before(LATER): (
        "end on 30 August 2020 or before",
        "slutar senast den 30 augusti 2020",
    ),
    undated(): ("state no day of validity", "saknar uppgift om giltighetstid"),
    in_municipality("1882"): ("hold in Askersund", "gäller i Askersund"),
    in_county("18"): ("hold in Örebro län", "gäller i Örebro län"),
    in_police_region("Bergslagen"): (
        "hold in the police region Bergslagen",
        "gäller i polisregion Bergslagen",
    ),
    in_police_area("Örebro"): (
        "hold in the police area Örebro",
        "gäller i polisområde Örebro",
    ),
    in_local_police_area("LPO Hallsberg"): (
        "hold in the local police area Hallsberg",
        "gäller i lokalpolisområde Hallsberg",
    ),
    in_district("Södermalm"): (
        "are limited to the district “sodermalm”",
        "är begränsade till området ”sodermalm”",
    ),
    promised_by("polisen"): ("are made by: police", "ges av: polis"),
    promised_by("Habo"): ("are made by “Habo”", "ges av ”Habo”"),
    with_partner(PartyKind.SCHOOL): (
        "are carried out together with: school",
        "sker i samverkan med: skola",
    ),
    with_partner("Västtrafik"): (
        "are carried out together with “vasttrafik”",
        "sker i samverkan med ”vasttrafik”",
    ),
    jointly_promised(): (
        "are made by more than one party",
        "ges av flera tillsammans",
    ),
    about("drugs", "youth"): (
        "are about (drugs or children and young people)",
        "handlar om (narkotika eller barn och unga)",
    ),
    of_kind("goal"): ("are of the kind: goal", "är av typen: mål"),
    of_kind("citizens_promise"): (
        "stand in a document of the kind: citizens' promise",
        "står i dokument av typen: medborgarlöfte",
    ),
    quantified(): (
        "say how many or how often",
        "anger hur många eller hur ofta",
    ),
    conditional(): ("depend on a condition", "är förenade med villkor"),
    mentioning("torget"): ("mention “torget”", "nämner ”torget”"),
    targeting("unga"): ("are for or towards “unga”", "riktar sig till ”unga”"),
    with_status("partly"): (
        "have the status: partly fulfilled",
        "har läget: delvis uppfyllt",
    ),
    with_status("partly", on=DAY): (
        "on 1 June 2020 had the status: partly fulfilled",
        "den 1 juni 2020 hade läget: delvis uppfyllt",
    ),
    Where(callable): ("meet callable", "uppfyller callable"),
    quantified() & ~conditional(): (
        "say how many or how often and do not depend on a condition",
        "anger hur många eller hur ofta och inte är förenade med villkor",
    ),
    undated() & (quantified() | conditional()): (
        (
            "state no day of validity and "
            "(say how many or how often or depend on a condition)"
        ),
        (
            "saknar uppgift om giltighetstid och "
            "(anger hur många eller hur ofta eller är förenade med villkor)"
        ),
    ),
    ~(undated() & conditional()): (
        "state a day of validity or do not depend on a condition",
        "har uppgift om giltighetstid eller inte är förenade med villkor",
    ),
    undated() & ~(quantified() | conditional()): (
        (
            "state no day of validity and "
            "(do not say how many or how often and do not depend on a condition)"
        ),
        (
            "saknar uppgift om giltighetstid och "
            "(inte anger hur många eller hur ofta och inte är förenade med villkor)"
        ),
    ),
    undated() | AllOf((conditional(),)): (
        "state no day of validity or depend on a condition",
        "saknar uppgift om giltighetstid eller är förenade med villkor",
    ),
    ~AllOf(()): ("cannot be", "inte kan finnas"),
    undated() & ~AnyOf(()): (
        "state no day of validity and are whatever they are",
        "saknar uppgift om giltighetstid och är vilka som helst",
    ),
}


@pytest.mark.parametrize("question", SAID, ids=repr)
def test_a_question_is_a_sentence_in_two_languages(question):
    """
    English unless another is asked for.
    """
    english, swedish = SAID[question]

    assert (
        str(question) == f"{question}" == f"{question:en}" == f"Promises that {english}"
    )
    assert f"{question:sv}" == f"Löften som {swedish}"


@pytest.mark.parametrize("theme", Theme)
def test_a_theme_begins_with_a_small_letter_in_a_sentence(theme):
    """
    None begins with a name or with the letters of an abbreviation.
    """
    labels = {"en": theme.label_en, "sv": theme.label_sv}

    for language, label in labels.items():
        assert label[:2].istitle()
        inside = f"{label[0].lower()}{label[1:]}"
        assert format(about(theme), language).endswith(inside)


def test_all_and_none_are_sentences_too():
    """
    A question of no parts asks for everything, or for nothing.
    """
    assert (str(AllOf(())), f"{AllOf(()):sv}") == ("All promises", "Alla löften")
    assert (str(AnyOf(())), f"{AnyOf(()):sv}") == ("No promises", "Inga löften")


@given(questions())
def test_every_question_has_a_sentence(question):
    """
    However it is combined, and it says something else when it is refused.
    """
    assert str(question) != f"{question:sv}"
    assert str(question) != str(~question)


def test_a_question_is_told_in_no_other_language():
    """
    The message says which there are.
    """
    with pytest.raises(InvalidField, match="say 'sv' or 'en'"):
        format(undated(), "fi")


def test_words_for_yes_and_no_have_the_same_facts():
    """
    For every kind of question, in both languages.
    """

    def facts(words):
        return {name for _, name, _, _ in string.Formatter().parse(words) if name}

    entries = entries_in("medborgarloften.queries", "sentences.toml")
    kinds = {class_.__name__ for class_ in saved.KINDS.values()}

    assert (
        set(entries["yes"])
        == set(entries["no"])
        == kinds
        | {
            "ActiveAtAll",
            "EndingBy",
            "WithStatusOn",
            "Where",
        }
    )
    for name, said in entries["yes"].items():
        told = [*said.values(), *entries["no"][name].values()]
        assert len({frozenset(facts(words)) for words in told}) == 1
