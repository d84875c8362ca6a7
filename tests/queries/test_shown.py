"""How what was found, and a whole register, are shown in a notebook."""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from tests.shown import Shown, as_shown, hostile

from medborgarloften import Register
from medborgarloften.model import (
    Agreement,
    AgreementKind,
    Area,
    Attribution,
    Outcome,
    Party,
    PartyKind,
    Promise,
    PromiseKind,
    Source,
    Status,
    Theme,
    ValidityPeriod,
)
from medborgarloften.queries import (
    AllOf,
    about,
    in_municipality,
    quantified,
    undated,
)
from medborgarloften.testing import questions, registers

p = ValidityPeriod.parse
FEWER = settings(max_examples=25, suppress_health_check=list(HealthCheck))

POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
HABO = Party(id="habo", kind=PartyKind.MUNICIPALITY, name="Habo kommun", code="0643")


def promise(number, **changes):
    """Make a promise."""
    return attrs.evolve(
        Promise(
            number=number,
            text=f"löfte {number}",
            promisors=("police",),
            themes=(Theme.DRUGS,),
        ),
        **changes,
    )


def agreement(id_, *promises, period="2020", **changes):
    """Make an agreement."""
    made = Agreement(
        id=id_,
        title=id_,
        area=Area(municipalities=("0643",)),
        parties=(POLICE, HABO),
        period=p(period),
        promises=promises,
    )
    return attrs.evolve(made, **changes)


def many(count):
    """Make a register of so many promises, each in an agreement of its own."""
    return Register(agreement(f"nr-{n:04}", promise(1)) for n in range(count))


class Asking:
    """A question in plain Python that knows how often it was asked."""

    def __init__(self):
        self.times = 0
        self.__qualname__ = "Asking"

    def __call__(self, _):
        """Say yes."""
        self.times += 1
        return True


def cells(shown):
    """List the texts of each row of the last table."""
    return [["".join(text for text, _ in cell) for cell in row] for row in shown.cells]


# ---------------------------------------------------------------- what was found


def test_what_was_found_is_a_table():
    """
    Each row tells when, who promises, where, about what, what, and in which agreement;
    and what is not certain is told as that.
    """
    spring = promise(2, text="Lysa upp.", period=p("/2020-06"), themes=())
    joint = promise(1, promisors=("police", "habo"), attribution=Attribution.CONTEXT)
    never = promise(3, period=p("2031"), themes=(Theme.SCHOOL, Theme.YOUTH))
    elsewhere = agreement(
        "x", promise(1), period="2020-01-01/..", area=Area(district="Centrum")
    )
    nowhere = agreement("y", promise(1), period="/", area=Area())
    register = Register([agreement("habo", joint, spring, never), elsewhere, nowhere])
    shown = Shown(register.find(~quantified())._repr_html_())

    assert shown.texts[0] == "Promises that do not say how many or how often"
    police = "Polisen"
    assert cells(shown) == [
        ["Period", "Promised by", "Where", "Themes", "Promise", "Agreement"],
        [
            "2020",
            "Polisen; Habo kommun (by the context)",
            "Habo",
            "Drugs",
            "löfte 1",
            "habopromise 1",
        ],
        ["2020 – June 2020", police, "Habo", "", "Lysa upp.", "habopromise 2"],
        [
            "no day: the times of promise and agreement do not meet",
            police,
            "Habo",
            "School as an arena; Children and young people",
            "löfte 3",
            "habopromise 3",
        ],
        [
            "from 2020-01-01, until further notice",
            police,
            "Centrum",
            "Drugs",
            "löfte 1",
            "xpromise 1",
        ],
        ["not stated", police, "not stated", "Drugs", "löfte 1", "ypromise 1"],
    ]


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ("2020-01-02/2021-03-04", "{2020-01-02} – {2021-03-04}"),
        ("2020-21/2021-06-30", "spring 2020 – {2021-06-30}"),
        ("2020/", "from 2020"),
    ],
)
def test_days_are_broken_between_and_not_within(period, shown):
    """
    However narrow the column is, a day stays on one line.
    """
    register = Register([agreement("x", promise(1), period=period)])
    unbroken = shown.replace("{", '<span style="white-space: nowrap">')

    markup = register.find(about("drugs"))._repr_html_()
    assert f">{unbroken.replace('}', '</span>')}</td>" in markup


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ("/", "not stated (known from 2020-05-03)"),
        ("/2021", "through 2021 (known from 2020-05-03)"),
        ("2020/2021", "2020 – 2021"),
    ],
)
def test_a_day_that_is_only_known_is_not_told_as_stated(period, shown):
    """
    An agreement that was signed existed then; when it begins is not said by that.
    """
    signed = agreement("x", promise(1), period=period, signed_on=date(2020, 5, 3))
    found = Register([signed]).find(about("drugs"))

    assert cells(Shown(found._repr_html_()))[1][0] == shown


@pytest.mark.parametrize(
    ("count", "rows", "told"),
    [
        (0, 0, ["None were found."]),
        (1, 1, []),
        (20, 20, []),
        (21, 21, []),
        (22, 20, ["… and 2 more."]),
        (1300, 20, ["… and 1,280 more."]),
    ],
)
def test_only_the_first_are_shown(count, rows, told):
    """
    A table stays a table, and how many more there are is told, unless it is one.
    """
    shown = Shown(many(count).find(about("drugs"))._repr_html_())

    assert len(shown.cells) == 1 + rows
    assert [text for text in shown.texts if "more" in text or "None" in text] == told


def test_no_more_is_looked_for_than_is_shown():
    """
    A question that has to be asked of each is asked of those that are shown and one.
    """
    asking = Asking()
    found = many(50).find(asking)
    shown = Shown(found._repr_html_())

    assert asking.times == 21
    assert shown.texts[-1] == "… and more; len() counts them."
    assert len(found) == 50
    assert Shown(found._repr_html_()).texts[-1] == "… and 30 more."
    assert asking.times == 21 + 50


def test_a_long_question_prints_shortly():
    """
    However much is asked, the prompt shows the beginning.
    """
    everywhere = in_municipality("Habo")
    for name in (
        "Mullsjö",
        "Lund",
        "Åsele",
        "Mora",
        "Gnesta",
        "Flen",
        "Laxå",
        "Lerum",
        "Motala",
        "Ydre",
        "Ekerö",
    ):
        everywhere |= in_municipality(name)

    printed = repr(Register().find(everywhere))
    assert printed == f"<Matches (0): p{str(everywhere)[1:200]}…>"


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        (about("drugs"), "<Matches (1,300): promises that are about drugs>"),
        (AllOf(()), "<Matches (1,300): all promises>"),
        (undated(), "<Matches: promises that state no day of validity>"),
        (
            about("drugs") & undated(),
            "<Matches: promises that are about drugs and state no day of validity>",
        ),
    ],
)
def test_what_was_found_prints_as_a_sentence(question, printed):
    """
    With how many there are, unless promises have yet to be asked one by one.
    """
    assert repr(many(1300).find(question)) == printed


def test_what_was_counted_is_told():
    """
    The prompt asks no promise, and tells how many there are once that is known.
    """
    asking = Asking()
    found = many(2).find(asking)

    assert repr(found) == "<Matches: promises that meet Asking>"
    assert asking.times == 0
    assert len(found) == 2
    assert repr(found) == "<Matches (2): promises that meet Asking>"


@FEWER
@given(registers(max_size=1), questions())
def test_what_was_found_prints_on_one_line(register, question):
    """
    Whatever is asked, nothing breaks the line or steers the terminal.
    """
    assert repr(register.find(question)).isprintable()


@FEWER
@given(registers(max_size=2), hostile)
def test_hostile_matches_are_shown_as_texts(register, text):
    """
    Whatever was found, its table shows its words and does nothing.
    """
    extra = agreement(
        text,
        promise(1, text=text),
        parties=(attrs.evolve(POLICE, name=text), HABO),
        area=Area(district=text),
    )
    hostile_register = Register([extra])
    row = cells(Shown(hostile_register.find(about("drugs"))._repr_html_()))[1]
    as_text = as_shown(text)
    assert row[1:3] == [as_text, as_text]
    assert row[4:] == [as_text, f"{as_text}promise 1"]

    for found in (register.find(undated()), register.find(~undated())):
        shown = Shown(found._repr_html_())
        promises = [as_shown(match.promise.text) for match in found]
        assert [row[4] for row in cells(shown)[1:]] == promises[:20]


def test_a_match_has_a_card():
    """
    It names those of its agreement, tells when the promise holds, and how it went.
    """
    walks = promise(1, period=p("2020-21"), themes=(), partners=("habo",), hedged=True)
    outcome = Outcome(
        agreement="x",
        promise=1,
        on=date(2021, 1, 1),
        status=Status.FULFILLED,
        counted=4,
        sources=(Source(title="x"),),
    )
    (match,) = Register([agreement("x", walks)], [outcome]).find(AllOf(()))
    shown = Shown(match._repr_html_())

    assert shown.texts[0] == "Promise 1 of x"
    assert cells(shown) == [
        ["Number", "1"],
        ["Text", "löfte 1"],
        ["Kind", "activity"],
        ["Promisors", "Polisen"],
        ["Attribution", "says the promise"],
        ["Partners", "Habo kommun"],
        ["Hedged", "yes"],
        ["Period", "spring 2020"],
        [
            "Outcomes",
            (
                "agreement x, promise 1, on 1 January 2021, status fulfilled, "
                "counted 4, sources web page, x"
            ),
        ],
    ]


def test_a_match_without_outcomes_tells_none():
    """
    Its period is the agreement's, where it has none of its own.
    """
    (match,) = many(1).find(AllOf(()))

    assert cells(Shown(match._repr_html_()))[-2:] == [
        ["Themes", "Drugs"],
        ["Period", "2020"],
    ]


# ---------------------------------------------------------------- a register


def facts_of(register):
    """Tell what a register shows, line by line."""
    markup = register._repr_html_()
    assert Shown(markup).texts[0] == "Register"
    return dict(cells(Shown(markup.replace("<br>", "|"))))


def test_a_register_is_shown_in_figures():
    """
    How much there is, of what, where and when, with what is uncertain beside it.
    """
    goal = promise(2, kind=PromiseKind.GOAL, themes=(), attribution=Attribution.CONTEXT)
    umbrella = AgreementKind.COOPERATION_AGREEMENT
    outcome = Outcome(
        agreement="a",
        promise=1,
        on=date(2021, 1, 1),
        status=Status.FULFILLED,
        sources=(Source(title="x"),),
    )
    register = Register(
        [
            agreement("a", promise(1), goal, promise(3), period="2019/2020"),
            agreement(
                "b",
                promise(1),
                period="/",
                excerpt=True,
                area=Area(),
                published_on=date(2016, 5, 1),
            ),
            agreement("c", period="/2023", kind=umbrella),
            agreement("d", promise(1), period="2017-05/"),
            agreement(
                "e", period="2018/..", area=Area(municipalities=("1383", "9999"))
            ),
        ],
        [outcome, attrs.evolve(outcome, on=date(2021, 2, 1))],
    )

    assert facts_of(register) == {
        "Agreements": (
            "5: citizens' promise (4), cooperation agreement (1)"
            "|1 known to be no more than an excerpt|2 without promises"
        ),
        "Promises": (
            "5: activity (4), goal (1)"
            "|1 where who promises is told by the context alone"
        ),
        "Years": (
            "2016–2023|1 undated|1 with no first day stated"
            "|1 with no last day stated|1 that may go on until further notice"
        ),
        "Municipalities": (
            "3: Habo (3), 9999 (1), Varberg (1)"
            "|1 with a code that is not known|1 agreement names none"
        ),
        "Themes": "1: Drugs (4)|1 promise has none",
        "Outcomes": "2: fulfilled (2)|4 promises have none",
    }


def test_a_register_of_nothing_says_so():
    """
    Nothing is counted as nothing, and no year is made up.
    """
    assert facts_of(Register()) == {
        "Agreements": "0",
        "Promises": "0",
        "Years": "",
        "Municipalities": "0",
        "Themes": "0",
        "Outcomes": "0",
    }


def test_a_register_of_one_year_names_it_once():
    """
    What is certain throughout has nothing beside it.
    """
    outcome = Outcome(
        agreement="a", promise=1, on=date(2021, 1, 1), status=Status.NO_EVIDENCE
    )
    told = facts_of(Register([agreement("a", promise(1), promise(2))], [outcome]))

    assert told["Years"] == "2020"
    assert told["Municipalities"] == "1: Habo (1)"
    assert told["Outcomes"] == "1: nothing is known (1)|1 promise has none"


def test_only_the_most_common_are_named():
    """
    Those of most promises come first, then by name, and the rest are counted.
    """
    themes = list(Theme)[:12]

    def told_of(themes):
        register = Register(
            [
                agreement("a", promise(1, themes=tuple(themes))),
                agreement(
                    "b", promise(1, themes=(Theme.YOUTH,)), promise(2, themes=())
                ),
                agreement("c", promise(1, themes=())),
            ]
        )
        return facts_of(register)["Themes"]

    told = told_of(themes)
    labels = sorted(theme.label_en for theme in themes if theme is not Theme.YOUTH)
    named = ", ".join(f"{label} (1)" for label in labels[:9])
    assert told == (
        f"12: Children and young people (2), {named}, and 2 more|2 promises have none"
    )
    assert "more" not in told_of(themes[:11])


def test_the_figures_are_counted_once():
    """
    To show a register again takes no time.
    """
    register = many(3)

    assert register._repr_html_() is register._repr_html_()


@FEWER
@given(registers(max_size=3))
def test_the_figures_of_any_register_add_up(register):
    """
    What a register shows are its own numbers, whatever it holds.
    """
    told = facts_of(register)
    promises = [each for a in register.agreements for each in a.promises]

    assert told["Agreements"].startswith(f"{len(register)}")
    assert told["Promises"].startswith(f"{len(promises)}")
    assert told["Outcomes"].startswith(f"{len(register.outcomes)}")
    undated_ones = sum(not each.period.is_stated for each in register.agreements)
    assert (f"{undated_ones} undated" in told["Years"]) is (undated_ones > 0)
    for each in register.agreements:
        if each.in_force.is_stated and each.in_force.first_day:
            first, _, last = told["Years"].partition("|")[0].partition("–")
            assert int(first) <= each.in_force.first_day.year <= int(last or first)
