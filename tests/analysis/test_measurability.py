from __future__ import annotations

import string
from enum import Enum
from typing import get_args, get_type_hints

import pytest
from attrs import evolve, has
from hypothesis import given, settings

from medborgarloften import (
    Agreement,
    Area,
    Attribution,
    Citation,
    InvalidField,
    Party,
    PartyKind,
    Per,
    Promise,
    PromiseKind,
    Quantity,
    Register,
    Source,
    Theme,
    ValidityPeriod,
    analysis,
)
from medborgarloften.analysis import (
    AnalysisWording,
    By,
    Measure,
    MeasureFlag,
    MeasureReason,
    measurabilities,
    measurability,
)
from medborgarloften.queries import about
from medborgarloften.testing import registers
from medborgarloften.wording.saying import LANGUAGES, entries_in

CHECKS = Quantity(4, None, "kontroll", Per.YEAR)
WALK = Quantity(1, 1, "vandring", Per.PERIOD)
KISTA = Area(municipalities=("0180",), district="Kista")
TWO = Area(municipalities=("0643", "9999"))
PROMISE = Promise(number=1, text="Göra fyra kontroller", promisors=("police",))
AGREEMENT = Agreement(
    id="habo-2020",
    title="Medborgarlöfte i Habo",
    area=Area(municipalities=("0643",)),
    parties=(
        Party(id="police", kind=PartyKind.POLICE, name="Polisen i Habo"),
        Party(id="habo", kind=PartyKind.MUNICIPALITY, name="Habo kommun"),
    ),
    period=ValidityPeriod.of_year(2020),
    promises=(PROMISE,),
)


def measured(*, period="2020", own=None, area=AGREEMENT.area, **fields):
    """Measure a promise of Habo's that differs in some fields."""
    own = own and ValidityPeriod.parse(own)
    promise = evolve(PROMISE, period=own, **fields)
    agreement = evolve(
        AGREEMENT,
        area=area,
        period=ValidityPeriod.parse(period),
        promises=(promise,),
    )
    return measurability(agreement, promise)


def flag(measure, reason, *evidence):
    """Make a flag by the values of its measure and its reason."""
    return MeasureFlag(Measure(measure), MeasureReason(reason), evidence)


# ---------------------------------------------------------------- flags


@pytest.mark.parametrize(
    ("quantities", "met", "reason"),
    [((CHECKS, WALK), True, "count"), ((), False, "no_count")],
)
def test_a_count_can_be_checked(quantities, met, reason):
    """
    The counts themselves show it.
    """
    found = measured(quantities=quantities).quantity

    assert found == flag("quantity", reason, *quantities)
    assert found.met is bool(found) is met


@pytest.mark.parametrize(
    ("period", "own", "quantities", "reason", "evidence"),
    [
        ("2020", None, (), "agreements_last_day", "2020"),
        ("/2020", None, (), "agreements_last_day", "/2020"),
        ("2020/2020..", None, (), "last_day_or_later", "2020/2020.."),
        ("2020/..", None, (), "no_last_day", "2020/.."),
        ("2020/", None, (), "no_last_day", "2020/"),
        ("/", None, (), "no_last_day", "/"),
        ("2020", "2020-23", (), "own_last_day", "2020-23"),
        ("2020", "2020-23/", (), "agreements_last_day", "2020-23/2020"),
        ("/", "2020-23", (WALK, CHECKS), "own_last_day", "2020-23"),
        ("2020", None, (WALK, CHECKS), "count_per_time", CHECKS),
        ("/", "2020/", (CHECKS,), "count_per_time", CHECKS),
        ("2020", None, (WALK,), "agreements_last_day", "2020"),
        ("/", None, (Quantity(1, 1, "vandring"),), "no_last_day", "/"),
        ("2020", "2019", (CHECKS,), "times_apart", None),
    ],
)
def test_a_time_to_check_is_looked_for_from_near(
    period, own, quantities, reason, evidence
):
    """
    Days of its own come first, then a count for each year or month, then the agreement.
    """
    found = measured(period=period, own=own, quantities=quantities).deadline
    shown = ValidityPeriod.parse(evidence) if isinstance(evidence, str) else evidence

    assert found == flag("deadline", reason, *([shown] if shown else []))
    assert found.met is (reason not in {"no_last_day", "times_apart"})


@pytest.mark.parametrize(
    ("places", "area", "met", "reason", "evidence"),
    [
        (("Stortorget",), Area(), True, "place_named", ["Stortorget"]),
        (("Stortorget",), KISTA, True, "place_named", ["Stortorget"]),
        (("väg 34",), TWO, True, "place_named", ["väg 34"]),
        (("Centrum", "Lunds skolor"), TWO, True, "place_named", None),
        (("torget",), Area(), False, "place_without_name", ["torget"]),
        (("Skolor", "området"), TWO, False, "place_without_name", None),
        (("torget",), KISTA, True, "district_only", ["Kista"]),
        (
            (),
            Area(municipalities=("0180",), district="Norr"),
            True,
            "district_only",
            ["Norr"],
        ),
        (
            (),
            Area(municipalities=("0643", "9999")),
            False,
            "municipality_only",
            ["Habo", "9999"],
        ),
        ((), Area(), False, "no_place", []),
    ],
)
def test_a_place_within_the_municipality_can_be_looked_at(
    places, area, met, reason, evidence
):
    """
    That of the promise comes first; the municipality alone is too large.
    """
    found = measured(places=places, area=area).place

    assert found == flag("place", reason, *(places if evidence is None else evidence))
    assert found.met is met


@pytest.mark.parametrize(
    ("attribution", "met", "reason"),
    [
        (Attribution.STATED, True, "promise_says_who"),
        (Attribution.HEADING, True, "heading_says_who"),
        (Attribution.CONTEXT, False, "context_says_who"),
    ],
)
def test_who_promises_is_to_be_said(attribution, met, reason):
    """
    By the promise or by the heading above it; the names are shown in any case.
    """
    found = measured(promisors=("habo", "police"), attribution=attribution).promisor

    assert found == flag("promisor", reason, "Habo kommun", "Polisen i Habo")
    assert found.met is met


@pytest.mark.parametrize(
    ("kind", "text", "met", "reason", "words"),
    [
        ("activity", "Göra fyra kontroller", True, "nothing_vague", []),
        (
            "activity",
            "Polisen ska Arbeta\n mot droger",
            False,
            "vague_deed",
            ["Arbeta mot"],
        ),
        ("activity", "Vi verkar för fler möten", False, "vague_deed", ["verkar för"]),
        ("activity", "Arbeta mot droger genom kontroller", True, "nothing_vague", []),
        (
            "activity",
            "Arbeta mot droger, t.ex. genom dialog",
            True,
            "nothing_vague",
            [],
        ),
        (
            "activity",
            "Arbeta mot droger. Gå genom parken",
            False,
            "vague_deed",
            ["Arbeta mot"],
        ),
        ("activity", "Polisen ska synas mer", False, "vague_deed", ["synas"]),
        ("activity", "Vara mer synliga", False, "vague_deed", ["synliga"]),
        ("activity", "Öka närvaron på stan", False, "vague_deed", ["Öka närvaron"]),
        ("activity", "Stödja föreningar", False, "vague_deed", ["Stödja"]),
        (
            "activity",
            "Gå genom parken och arbeta mot droger",
            True,
            "nothing_vague",
            [],
        ),
        ("activity", "Genom dialog utveckla parken", False, "vague_deed", ["utveckla"]),
        ("activity", "Utbilda dem som arbetar med unga", True, "nothing_vague", []),
        (
            "activity",
            "Ställa vakter för att främja trygghet",
            True,
            "nothing_vague",
            [],
        ),
        ("activity", "Bygga samt utveckla parken", True, "nothing_vague", []),
        ("activity", "Bearbeta med omsorg", True, "nothing_vague", []),
        ("goal", "Öka tryggheten", False, "goal", []),
        ("focus", "Arbeta mot droger", False, "focus", []),
    ],
)
def test_a_deed_is_seen_to_be_done(kind, text, met, reason, words):
    """
    Words that tell a direction are none, unless it is said by what, or after another.
    """
    found = measured(kind=PromiseKind(kind), text=text).activity

    assert found == flag("activity", reason, *words)
    assert found.met is met


def test_a_number_makes_vague_words_possible_to_check():
    """
    It is the count then that can be checked; a goal is none the less a goal.
    """
    found = measured(text="Arbeta mot droger", quantities=(CHECKS,)).activity
    goal = measured(kind=PromiseKind.GOAL, quantities=(CHECKS,)).activity

    assert found == flag("activity", "count", CHECKS)
    assert goal == flag("activity", "goal")


@pytest.mark.parametrize(
    ("hedged", "condition", "met", "reason", "evidence"),
    [
        (False, None, True, "nothing_held_back", []),
        (False, "vid behov", False, "condition", ["vid behov"]),
        (True, None, False, "hedge", ["om möjligt"]),
        (True, "vid behov", False, "hedge_and_condition", ["om möjligt", "vid behov"]),
    ],
)
def test_what_is_held_back_is_told(hedged, condition, met, reason, evidence):
    """
    The words of a hedge are those that are cited for it.
    """
    promise = evolve(PROMISE, hedged=hedged, condition=condition)
    agreement = evolve(
        AGREEMENT,
        promises=(promise,),
        sources=(Source(url="https://example.org"),),
        citations=(
            Citation(path="promises[0].text", start=0, end=4, quote="Göra"),
            Citation(path="promises[0].hedged", start=5, end=15, quote="om möjligt"),
            Citation(path="promises[1].hedged", start=0, end=3, quote="bör"),
        ),
    )
    found = measurability(agreement, promise).commitment

    assert found == flag("commitment", reason, *evidence)
    assert found.met is met


# ---------------------------------------------------------------- no score


def test_there_is_no_score():
    """
    A promise is not just measurable or not, and no promise more than another.
    """
    found = measured()

    assert [each.measure for each in found.flags] == list(Measure)
    assert found.flags[0] is found.quantity
    assert found.flags[-1] is found.commitment
    with pytest.raises(TypeError, match="ask the flags"):
        bool(found)
    with pytest.raises(TypeError):
        found < found  # noqa: B015, PLR0124 - it is the comparison that is refused


def test_a_register_is_gone_through_promise_by_promise():
    """
    All of it, or what was found in it.
    """
    drugs = evolve(PROMISE, number=2, text="Lysa upp", themes=(Theme.DRUGS,))
    agreement = AGREEMENT.with_promises(PROMISE, drugs)
    register = Register([agreement])

    assert list(measurabilities(register)) == [
        measurability(agreement, each) for each in agreement.promises
    ]
    assert [
        each.promise for each in measurabilities(register.find(about("drugs")))
    ] == [2]


def test_the_promise_is_to_be_one_of_the_agreement():
    """
    Else nobody knows who its parties are and when it holds.
    """
    with pytest.raises(InvalidField, match="one of the promises of 'habo-2020'"):
        measurability(AGREEMENT, evolve(PROMISE, text="Något annat"))
    with pytest.raises(InvalidField, match=r"measurability\.agreement"):
        measurability(PROMISE, PROMISE)
    with pytest.raises(InvalidField, match=r"measurabilities\.asked"):
        measurabilities([AGREEMENT])


@settings(max_examples=40)
@given(registers())
def test_every_flag_of_every_promise_can_be_said(register):
    """
    Whatever officials have written, there is a reason for each flag, in words.
    """
    for found in measurabilities(register):
        assert [each.measure for each in found.flags] == list(Measure)
        for language in LANGUAGES:
            assert all(each.said(language) for each in found.flags)


# ---------------------------------------------------------------- words


def test_a_flag_is_said_with_what_shows_it():
    """
    In the language that is asked for; what was published stays as it is.
    """
    found = measured(quantities=(CHECKS, WALK), places=("Torget i Habo",))

    assert found.quantity.said("sv") == (
        "ett antal utlovas: kontroll: minst 4 per år, vandring: 1 under perioden"
    )
    assert found.place.said("en") == "the promise names a place: Torget i Habo"
    assert measured().deadline.said("sv") == "överenskommelsen har en sista dag: 2020"
    assert measured().quantity.said("en") == "no count is promised"


def enumerations_in(type_):
    """Gather the enumerations that a type is made of."""
    own = {type_} if isinstance(type_, type) and issubclass(type_, Enum) else set()
    return own.union(*map(enumerations_in, get_args(type_)))


PUBLIC = [getattr(analysis, name) for name in analysis.__all__]
TYPES = [
    *PUBLIC,
    *(type_ for row in filter(has, PUBLIC) for type_ in get_type_hints(row).values()),
]


@pytest.mark.parametrize(
    "enumeration",
    sorted(set().union(*map(enumerations_in, TYPES)), key=lambda each: each.__name__),
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_in_a_row_has_a_label(enumeration, language):
    """
    In both languages, each its own.
    """
    labels = [AnalysisWording(language).label(member) for member in enumeration]

    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("name", ["CoverageState", "ContradictionKind", "DueReason"])
def test_no_label_is_of_something_that_is_not_there(name):
    """
    Who takes a member away takes its words away.
    """
    labels = entries_in("medborgarloften.analysis", "words.toml")[name]

    assert set(labels) == {member.value for member in getattr(analysis, name)}


def test_everything_can_be_said_in_both_languages():
    """
    An entry has words in each language, and tells the same facts in them.
    """
    entries = entries_in("medborgarloften.analysis", "words.toml")

    for table in entries.values():
        for entry in table.values():
            assert set(entry) == set(LANGUAGES)
            swedish, english = (
                {name for _, name, _, _ in string.Formatter().parse(words)}
                for words in entry.values()
            )
            assert swedish == english


@pytest.mark.parametrize(
    ("by", "key", "swedish", "english"),
    [
        (By.THEME, Theme.DRUGS, "Narkotika", "Drugs"),
        (By.KIND, PromiseKind.GOAL, "mål", "goal"),
        (By.PROMISOR, PartyKind.POLICE, "polis", "police"),
        (By.MUNICIPALITY, "1882", "Askersund", "Askersund"),
        (By.MUNICIPALITY, "9999", "9999", "9999"),
        (By.COUNTY, "18", "Örebro län", "Örebro län"),
        (By.POLICE_REGION, "Bergslagen", "Bergslagen", "Bergslagen"),
        (By.YEAR, 2020, "2020", "2020"),
        (
            By.YEAR,
            None,
            "inget år är säkert, eller inte alla",
            "no year is certain, or not every year",
        ),
        (By.MUNICIPALITY, None, "anges inte", "not stated"),
    ],
)
def test_keys_are_called_what_they_are_called(by, key, swedish, english):
    """
    Members by their labels, places by their names.
    """
    assert AnalysisWording("sv").key(by, key) == swedish
    assert AnalysisWording("en").key(by, key) == english
