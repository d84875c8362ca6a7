"""Every rule of every class, broken once, with what the complaint then says."""

from __future__ import annotations

from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    Amendment,
    Area,
    Citation,
    Contact,
    InvalidField,
    MedborgarloftenError,
    Outcome,
    Party,
    PartyKind,
    Per,
    Promise,
    PromiseKind,
    Quantity,
    Review,
    Signatory,
    Source,
    Status,
    Theme,
    ValidityPeriod,
)
from medborgarloften.model._rules import whole_day
from medborgarloften.testing import days

NOON = datetime(2020, 6, 1, 12, tzinfo=UTC)
CALL_DATE = "give a whole day: call its date() method"
NOT_BLANK = "give a text that is not blank, or leave it out"
ONE_OF_US = "name one of: hallsberg, police, skola"

VALID = {
    Amendment: Amendment(),
    Area: Area(),
    Citation: Citation(path="title", start=0, end=2, quote="på"),
    Contact: Contact(name="Kommunpolisen"),
    Outcome: Outcome(
        agreement="habo-2020",
        promise=1,
        on=date(2020, 6, 1),
        status=Status.NO_EVIDENCE,
    ),
    Party: Party(id="police", kind=PartyKind.POLICE, name="Polisen"),
    Promise: Promise(number=1, text="Trafik", promisors=("police",)),
    Quantity: Quantity(4, None, "insats"),
    Review: Review(purpose="revidering"),
    Signatory: Signatory(name="Maria Svensson"),
    Source: Source(),
    ValidityPeriod: ValidityPeriod(),
}


@pytest.mark.parametrize(
    ("owner", "field", "value", "remedy"),
    [
        # A time is no day.
        (Amendment, "on", NOON, CALL_DATE),
        (Amendment, "last_day", NOON, CALL_DATE),
        (Outcome, "on", NOON, CALL_DATE),
        (Source, "published_on", NOON, CALL_DATE),
        (Source, "updated_on", NOON, CALL_DATE),
        (Source, "retrieved_on", NOON, CALL_DATE),
        (ValidityPeriod, "first_day", NOON, CALL_DATE),
        (ValidityPeriod, "last_day", NOON, CALL_DATE),
        # Nor is a text, or nothing where a day is needed.
        (Outcome, "on", "2020-06-01", "give a date, not a str"),
        (Outcome, "on", None, "give a date, not None"),
        # To Python True is 1.
        (Promise, "number", True, "give an int, not a bool"),
        (Promise, "parent", True, "give an int, not a bool"),
        (Quantity, "minimum", True, "give an int, not a bool"),
        (Quantity, "maximum", False, "give an int, not a bool"),
        (Review, "times", True, "give an int, not a bool"),
        (Citation, "source", False, "give an int, not a bool"),
        (Citation, "start", False, "give an int, not a bool"),
        (Outcome, "promise", True, "give an int, not a bool"),
        (Outcome, "counted", True, "give an int, not a bool"),
        # And 1 is no True, nor a whole number anything but an int.
        (Promise, "hedged", 1, "give a bool, not an int"),
        (Quantity, "average", 0, "give a bool, not an int"),
        (ValidityPeriod, "open_ended", 1, "give a bool, not an int"),
        (Quantity, "minimum", 4.0, "give an int, not a float"),
        # A list can change, and cannot be hashed; a text is a tuple of nothing.
        (Area, "municipalities", ["1861"], "give a tuple, not a list"),
        (Area, "municipalities", "1861", "give a tuple, not a str"),
        (Promise, "promisors", ["police"], "give a tuple, not a list"),
        (Promise, "themes", {Theme.DRUGS}, "give a tuple, not a set"),
        (Outcome, "sources", [Source()], "give a tuple, not a list"),
        # A word is no member of an enum, and one enum is not another.
        (Party, "kind", "police", "give a PartyKind, not a str"),
        (Promise, "kind", "goal", "give a PromiseKind, not a str"),
        (Promise, "kind", Per.YEAR, "give a PromiseKind, not a Per"),
        (Quantity, "per", "year", "give a Per, not a str"),
        (Outcome, "status", "fulfilled", "give a Status, not a str"),
        (ValidityPeriod, "first_precision", "day", "give a Precision, not a str"),
        (Citation, "how", "stated", "give a How, not a str"),
        (Source, "kind", "page", "give a SourceKind, not a str"),
        # Nor is a member of an enum a text.
        (Promise, "text", Theme.DRUGS, "give a str, not a Theme"),
        (Promise, "period", "2019", "give a ValidityPeriod, not a str"),
        # A text that says nothing is left out.
        (Party, "id", "", NOT_BLANK),
        (Party, "name", " \n\t", NOT_BLANK),
        (Promise, "text", "\N{NO-BREAK SPACE}", NOT_BLANK),
        (Promise, "purpose", "", NOT_BLANK),
        (Quantity, "unit", "", NOT_BLANK),
        (Quantity, "each", " ", NOT_BLANK),
        (Signatory, "name", "", NOT_BLANK),
        (Contact, "phone", "", NOT_BLANK),
        (Area, "district", "", NOT_BLANK),
        (Source, "url", "", NOT_BLANK),
        (Citation, "quote", " ", NOT_BLANK),
        (Outcome, "agreement", "", NOT_BLANK),
        (Review, "purpose", "", NOT_BLANK),
        (Amendment, "wording", "", NOT_BLANK),
        # The rules that are a class's own.
        (Area, "municipalities", ("186",), "give kommunkoder of four digits"),
        (Area, "municipalities", ("1861", "18610"), "give kommunkoder of four digits"),
        (Area, "municipalities", ("\u0661861",), "give kommunkoder of four digits"),
        (Area, "municipalities", ("1861", "1861"), "name each municipality once"),
        (Party, "code", "186", "give the four digits of a kommunkod"),
        (Party, "code", "1861\n", "give the four digits of a kommunkod"),
        (Source, "sha256", "ab" * 31, "give 64 lower-case hexadecimal digits"),
        (Source, "sha256", "AB" * 32, "give 64 lower-case hexadecimal digits"),
        (Citation, "source", -1, "count the sources from 0"),
        (Citation, "start", -1, "count code points from 0"),
        (Citation, "end", 3, "the quote that starts there ends at 2"),
        (Citation, "end", 1, "the quote that starts there ends at 2"),
        (Quantity, "minimum", None, "give a minimum, a maximum or both"),
        (Quantity, "minimum", -1, "give 0 or more"),
        (Quantity, "maximum", 3, "give 4 or more"),
        (Review, "times", 0, "give 1 or more"),
        (Promise, "number", 0, "number the promises from 1"),
        (Promise, "promisors", (), "name at least one party"),
        (Promise, "promisors", ("police", "police"), "name each party once"),
        (
            Promise,
            "partners",
            ("skola", "skola"),  # one twice
            "name each partner once, and nobody who promises",
        ),
        (
            Promise,
            "partners",
            ("police",),  # promises it
            "name each partner once, and nobody who promises",
        ),
        (Promise, "parent", 0, "promises are numbered from 1"),
        (
            Promise,
            "text",
            "S\udce4ter",  # a byte that was never decoded
            "it holds half a character (a surrogate); decode it as UTF-8",
        ),
        (Outcome, "promise", 0, "promises are numbered from 1"),
        (Outcome, "counted", -1, "give 0 or more"),
    ],
)
def test_a_value_that_breaks_a_rule_is_refused(owner, field, value, remedy):
    """
    The complaint names the class, the field, the value, and what would do instead.
    """
    with pytest.raises(InvalidField) as caught:
        attrs.evolve(VALID[owner], **{field: value})

    error = caught.value
    assert (error.owner, error.field, error.remedy) == (owner.__name__, field, remedy)
    assert error.value == value


@pytest.mark.parametrize(
    ("owner", "field", "value", "item", "remedy"),
    [
        (
            Promise,
            "themes",
            ("drugs",),
            "drugs",
            "for each item, give a Theme, not a str",
        ),
        (Promise, "promisors", (1,), 1, "for each item, give a str, not an int"),
        (Promise, "places", ("torget", ""), "", NOT_BLANK),
        (Promise, "quantities", (4,), 4, "for each item, give a Quantity, not an int"),
        (
            Area,
            "municipalities",
            (1861,),
            1861,
            "for each item, give a str, not an int",
        ),
        (
            Outcome,
            "sources",
            (None,),
            None,
            "for each item, give a Source, not None",
        ),
    ],
)
def test_an_item_that_breaks_a_rule_is_refused(owner, field, value, item, remedy):
    """
    The complaint shows the item, not all that it stands among.
    """
    with pytest.raises(InvalidField) as caught:
        attrs.evolve(VALID[owner], **{field: value})

    assert caught.value.value == item
    assert caught.value.remedy == remedy


@pytest.mark.parametrize("status", [each for each in Status if each != "no_evidence"])
def test_whoever_tells_of_a_promise_has_a_source(status):
    """
    Only that nobody has told needs nobody who tells.
    """
    with pytest.raises(InvalidField) as caught:
        attrs.evolve(VALID[Outcome], status=status)

    assert str(caught.value) == (
        "Outcome.sources: () will not do; name a source, or say no_evidence"
    )


def test_a_ceiling_alone_starts_from_nothing():
    """
    A maximum without a minimum is 0 or more.
    """
    with pytest.raises(InvalidField, match=r"Quantity.maximum: -1 .*; give 0 or more"):
        Quantity(None, -1, "insats")


police, school = VALID[Party], Party(id="skola", kind=PartyKind.SCHOOL, name="skolan")


def numbered(*parents):
    """Make promises of which each serves another, or none."""
    return tuple(
        Promise(
            number=number, text=f"löfte {number}", promisors=("police",), parent=parent
        )
        for number, parent in enumerate(parents, 1)
    )


@pytest.mark.parametrize(
    ("changes", "blamed", "value", "remedy"),
    [
        ({"parties": ()}, "Agreement.parties", (), "name at least one party"),
        (  # two parties with one id
            {"parties": (police, police), "others": (school,), "promises": ()},
            "Agreement.parties",
            "police",
            "give everybody an id of their own",
        ),
        (  # a party and another with one id
            {"others": (police, school)},
            "Agreement.others",
            "police",
            "give everybody an id of their own",
        ),
        (  # nobody has the id
            {"promises": (attrs.evolve(numbered(None)[0], promisors=("region",)),)},
            "Agreement.promises[0].promisors",
            ("region",),
            ONE_OF_US,
        ),
        (
            {"promises": (attrs.evolve(numbered(None)[0], partners=("region",)),)},
            "Agreement.promises[0].partners",
            ("region",),
            ONE_OF_US,
        ),
        (
            {"signatories": (Signatory(name="Maria", party="region"),)},
            "Agreement.signatories[0].party",
            "region",
            ONE_OF_US,
        ),
        (  # the first is missing
            {"promises": numbered(None, None)[1:]},
            "Agreement.promises[0].number",
            2,
            "it is number 1 of the promises",
        ),
        (  # out of order
            {"promises": numbered(None, None)[::-1]},
            "Agreement.promises[0].number",
            2,
            "it is number 1 of the promises",
        ),
        (  # one number twice
            {"promises": numbered(None) * 2},
            "Agreement.promises[1].number",
            1,
            "it is number 2 of the promises",
        ),
        (  # above the last
            {"promises": numbered(2, 3)},
            "Agreement.promises[1].parent",
            3,
            "name the number of a promise here",
        ),
        (  # itself
            {"promises": numbered(1)},
            "Agreement.promises[0].parent",
            1,
            "let no goal serve itself",
        ),
        (  # itself by way of two others
            {"promises": numbered(2, 3, 1)},
            "Agreement.promises[0].parent",
            2,
            "let no goal serve itself",
        ),
        (  # two that go round, above one that does not
            {"promises": numbered(2, 3, 2)},
            "Agreement.promises[0].parent",
            2,
            "let no goal serve itself",
        ),
        ({"ordinal": 0}, "Agreement.ordinal", 0, "count from 1"),
        ({"ordinal": True}, "Agreement.ordinal", True, "give an int, not a bool"),
        (
            {"citations": (attrs.evolve(VALID[Citation], source=2),)},
            "Agreement.citations[0].source",
            2,
            "cite a source that is among the sources",
        ),
        (
            {"parent": "hallsberg-2019-2021"},
            "Agreement.parent",
            "hallsberg-2019-2021",
            "name another agreement than itself",
        ),
        (
            {"supersedes": "hallsberg-2019-2021"},
            "Agreement.supersedes",
            "hallsberg-2019-2021",
            "name another agreement than itself",
        ),
        (
            {"amendments": (Amendment(last_day=date(2018, 12, 31)),)},
            "Agreement.amendments[0].last_day",
            date(2018, 12, 31),
            "end it on 2019-01-01 or later",
        ),
        ({"signed_on": NOON}, "Agreement.signed_on", NOON, CALL_DATE),
        ({"decided_on": NOON}, "Agreement.decided_on", NOON, CALL_DATE),
        ({"published_on": NOON}, "Agreement.published_on", NOON, CALL_DATE),
        ({"id": " "}, "Agreement.id", " ", NOT_BLANK),
        ({"title": ""}, "Agreement.title", "", NOT_BLANK),
        ({"notes": ""}, "Agreement.notes", "", NOT_BLANK),
        ({"priorities": ("",)}, "Agreement.priorities", "", NOT_BLANK),
        (
            {"parties": [police]},
            "Agreement.parties",
            [police],
            "give a tuple, not a list",
        ),
        (
            {"kind": "citizens_promise"},
            "Agreement.kind",
            "citizens_promise",
            "give an AgreementKind, not a str",
        ),
        (
            {"basis": ("other",)},
            "Agreement.basis",
            "other",
            "for each item, give a Basis, not a str",
        ),
        (
            {"period": None},
            "Agreement.period",
            None,
            "give a ValidityPeriod, not None",
        ),
        ({"excerpt": 0}, "Agreement.excerpt", 0, "give a bool, not an int"),
    ],
)
def test_an_agreement_that_breaks_a_rule_is_refused(
    agreement, changes, blamed, value, remedy
):
    """
    The complaint names the part that is wrong, wherever in the agreement it stands.
    """
    with pytest.raises(InvalidField) as caught:
        attrs.evolve(agreement, **changes)

    error = caught.value
    assert f"{error.owner}.{error.field}" == blamed
    assert (error.value, error.remedy) == (value, remedy)


def test_a_complaint_reads_as_a_sentence():
    """
    Field, value and remedy stand in one line.
    """
    with pytest.raises(MedborgarloftenError) as caught:
        attrs.evolve(VALID[Promise], kind="goal")

    assert str(caught.value) == (
        "Promise.kind: 'goal' will not do; give a PromiseKind, not a str"
    )


def test_long_chains_of_goals_are_allowed(agreement):
    """
    A goal may serve a goal that serves a goal, in any order.
    """
    down = attrs.evolve(agreement, promises=numbered(None, 1, 2, 3))
    up = attrs.evolve(agreement, promises=numbered(2, 3, 4, None))

    assert down.promise(4).parent == 3
    assert up.promise(1).parent == 2


def test_an_amendment_may_end_an_agreement_on_its_first_day(agreement):
    """
    One day is a period.
    """
    changed = agreement.with_amendment(Amendment(last_day=date(2019, 1, 1)))

    assert changed.in_force.days == 1


def test_an_amendment_of_an_agreement_without_a_first_day_cannot_be_too_early(
    agreement,
):
    """
    What is not stated refuses nothing.
    """
    undated = agreement.with_period(ValidityPeriod())

    assert undated.with_amendment(Amendment(last_day=date(1999, 1, 1))).amendments


@given(days())
def test_a_whole_day_is_let_through(day):
    """
    A day is what it is.
    """
    assert whole_day(day) is day


@pytest.mark.parametrize("value", [NOON, "2020-06-01", None, 20200601])
def test_what_is_no_whole_day_is_not_let_through(value):
    """
    Neither a time, nor a text, nor a number is a day.
    """
    with pytest.raises(InvalidField) as caught:
        whole_day(value)

    assert (caught.value.owner, caught.value.field) == ("date", "day")


@given(st.sampled_from([Agreement, *VALID]))
def test_a_class_that_needs_a_field_says_so(owner):
    """
    Fields without a default have to be given, by the name that documents use.
    """
    needed = [
        field.name for field in attrs.fields(owner) if field.default is attrs.NOTHING
    ]

    if needed:
        with pytest.raises(TypeError, match=needed[0]):
            owner()
    else:
        assert owner() == owner()


def test_kinds_have_their_defaults():
    """
    What is most common need not be said.
    """
    assert VALID[Promise].kind is PromiseKind.ACTIVITY
    assert VALID[Review].times == 1


def test_a_list_is_no_tuple():
    """
    What could be changed later is refused, whatever is in it.
    """
    with pytest.raises(InvalidField, match="give a tuple, not a list"):
        Area(municipalities=["1882"])


@pytest.mark.parametrize("sign", [1, -1])
def test_a_number_beyond_all_measure_is_refused(sign):
    """
    Nobody counts that far, and no format could write it out.
    """
    assert Quantity(10**600, None, "insats").minimum == 10**600
    with pytest.raises(InvalidField, match="a number of at most 600 digits"):
        Quantity(sign * 10**700, None, "insats")
