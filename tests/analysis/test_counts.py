from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    Area,
    InvalidField,
    Party,
    PartyKind,
    Promise,
    PromiseKind,
    Register,
    Theme,
    UnknownName,
    ValidityPeriod,
)
from medborgarloften.analysis import (
    By,
    Count,
    Share,
    counts,
    municipalities_in,
)
from medborgarloften.queries import about, active_on, promised_by
from medborgarloften.testing import registers

HABO, LUND, MORA, HEBY, HEBY_ONCE = "0643", "1281", "2062", "0331", "1917"
POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
MUNICIPALITY = Party(id="kommun", kind=PartyKind.MUNICIPALITY, name="Kommunen")
DRUGS, YOUTH = Theme.DRUGS, Theme.YOUTH


def promised(*themes, by=("police",), **fields):
    """Make a promise about some themes."""
    return Promise(number=1, text="Gå", promisors=by, themes=themes, **fields)


def agreed(id, codes=(HABO,), *promises, period="2020"):
    """Make an agreement in some municipalities."""
    return Agreement(
        id=id,
        title="Medborgarlöfte",
        area=Area(municipalities=codes),
        parties=(POLICE, MUNICIPALITY),
        period=ValidityPeriod.parse(period),
    ).with_promises(*promises)


def keys_of(found):
    """List the keys of the rows, in their order."""
    return [row.keys for row in found.rows]


def numbers_of(found):
    """Tell of each row how many promises, agreements and municipalities it has."""
    return {
        row.keys: (row.promises.count, row.agreements.count, row.municipalities.count)
        for row in found.rows
    }


# ---------------------------------------------------------------- what is counted


def test_all_is_counted_where_nothing_is_said_to_count_by():
    """
    Promises, agreements and municipalities, each once; there is a row for all.
    """
    found = counts(
        Register(
            [
                agreed("a", (HABO, LUND), promised(), promised()),
                agreed("b", (LUND,), promised()),
            ]
        )
    )

    assert (found.promises, found.agreements, found.municipalities) == (3, 2, 2)
    assert found.by == ()
    assert found.rows == (Count((), Share(3, 3), Share(2, 2), Share(2, 2)),)


def test_a_promise_counts_under_each_of_its_themes():
    """
    So shares need not add up to 1; what has no theme is counted too, and comes last.
    """
    found = counts(
        Register(
            [
                agreed("a", (HABO,), promised(DRUGS, YOUTH), promised()),
                agreed("b", (LUND,), promised(YOUTH)),
            ]
        ),
        by="theme",
    )

    assert found.by == (By.THEME,)
    assert found.rows == (
        Count((DRUGS,), Share(1, 3), Share(1, 2), Share(1, 2)),
        Count((YOUTH,), Share(2, 3), Share(2, 2), Share(2, 2)),
        Count((None,), Share(1, 3), Share(1, 2), Share(1, 2)),
    )


@pytest.mark.parametrize(
    ("by", "numbers"),
    [
        (By.KIND, {("activity",): (1, 1, 1), ("goal",): (2, 1, 1)}),
        (By.PROMISOR, {("police",): (3, 2, 1), ("municipality",): (1, 1, 1)}),
        (By.MUNICIPALITY, {(HABO,): (3, 2, 1)}),
        (By.COUNTY, {("06",): (3, 2, 1)}),
        (By.POLICE_REGION, {("Öst",): (3, 2, 1)}),
        (By.YEAR, {(2020,): (2, 1, 1), (2021,): (1, 1, 1)}),
    ],
)
def test_each_key_is_told_as_what_it_is(by, numbers):
    """
    Kinds as members, places by code or name, years as numbers.
    """
    goal = PromiseKind.GOAL
    register = Register(
        [
            agreed(
                "a",
                (HABO,),
                promised(by=("kommun", "police"), kind=goal),
                promised(kind=goal),
            ),
            agreed("b", (HABO,), promised(), period="2021"),
        ]
    )

    assert numbers_of(counts(register, by)) == numbers
    assert counts(register, by) == counts(register, by.value) == counts(register, [by])


def test_two_parties_of_one_kind_make_a_promise_once():
    """
    What is counted by is the kind, and it is there once.
    """
    other = Party(id="kommun-2", kind=PartyKind.MUNICIPALITY, name="Grannkommunen")
    agreement = Agreement(
        id="a",
        title="Medborgarlöfte",
        area=Area(municipalities=(HABO,)),
        parties=(MUNICIPALITY, other),
        promises=(promised(by=("kommun", "kommun-2")),),
    )

    assert numbers_of(counts(Register([agreement]), "promisor")) == {
        ("municipality",): (1, 1, 1)
    }


def test_an_agreement_without_promises_is_counted_as_an_agreement():
    """
    What it would promise is not stated; its place and its years are.
    """
    register = Register([agreed("a", (HABO,)), agreed("b", (LUND,), promised(DRUGS))])

    for by in ("theme", "kind", "promisor"):
        assert counts(register, by).row(None) == Count(
            (None,), Share(0, 1), Share(1, 2), Share(1, 2)
        )
    assert numbers_of(counts(register, "municipality"))[HABO,] == (0, 1, 1)
    assert numbers_of(counts(register, "year")) == {(2020,): (1, 2, 2)}


def test_what_was_found_can_be_counted():
    """
    Then it is all there is; agreements without a promise that was found are none.
    """
    register = Register(
        [
            agreed("a", (HABO,), promised(DRUGS, YOUTH), promised(YOUTH)),
            agreed("b", (LUND,), promised(YOUTH)),
            agreed("c", (MORA,)),
        ]
    )
    found = counts(register.find(about(DRUGS)), by="theme")

    assert (found.promises, found.agreements, found.municipalities) == (1, 1, 1)
    assert keys_of(found) == [(DRUGS,), (YOUTH,)]


def test_an_empty_register_has_no_rows():
    """
    And nothing in all, of which there is no share.
    """
    found = counts(Register(), by="theme")

    assert found.rows == ()
    assert (found.promises, found.agreements, found.municipalities) == (0, 0, 0)
    assert found.row(DRUGS).promises.fraction is None


# ---------------------------------------------------------------- places


def test_of_a_place_only_the_municipalities_there_are_counted():
    """
    An agreement of two counties counts in both, each with its own municipality.
    """
    register = Register([agreed("a", (HABO, LUND), promised())])

    for by, keys in [
        ("municipality", [(HABO,), (LUND,)]),
        ("county", [("06",), ("12",)]),
        ("police_region", [("Syd",), ("Öst",)]),
    ]:
        assert numbers_of(counts(register, by)) == dict.fromkeys(keys, (1, 1, 1))


def test_a_former_kommunkod_counts_for_what_it_became():
    """
    Heby, which moved to another county, is one municipality in the county of today.
    """
    register = Register(
        [agreed("a", (HEBY_ONCE,), promised()), agreed("b", (HEBY,), promised())]
    )

    assert numbers_of(counts(register, "municipality")) == {(HEBY,): (2, 2, 1)}
    assert numbers_of(counts(register, "county")) == {("03",): (2, 2, 1)}
    assert municipalities_in(register) == {HEBY}


def test_an_unknown_kommunkod_stands_for_itself():
    """
    Nobody knows where it lies; where there is none at all, it is not a municipality.
    """
    register = Register(
        [agreed("a", ("9999",), promised()), agreed("b", (), promised())]
    )

    assert numbers_of(counts(register, "municipality")) == {
        ("9999",): (1, 1, 1),
        (None,): (1, 1, 0),
    }
    assert numbers_of(counts(register, "county")) == {(None,): (2, 2, 1)}
    assert numbers_of(counts(register, "police_region")) == {(None,): (2, 2, 1)}
    assert municipalities_in(register) == {"9999"}


# ---------------------------------------------------------------- years


@pytest.mark.parametrize(
    ("period", "own", "years"),
    [
        ("2019/2021", None, [2019, 2020, 2021]),
        ("2019-12-31/2020-01-01", None, [2019, 2020]),
        ("2019-12-31/2019-12-31", None, [2019]),
        ("2019/2019..", None, [2019]),  # what comes after only may be
        ("2019/", None, [None]),
        ("/2019", None, [None]),
        ("/", None, [None]),
        ("/..", None, [None]),
        ("2019/2021", "2020", [2020]),
        ("2019/2021", "2010", [None]),  # the two have no day in common
        ("2018/2018..", "2019", [None]),  # only may be in force by then
        ("/", "2019", [2019]),
    ],
)
def test_a_promise_counts_in_each_year_that_it_certainly_has_a_day_in(
    period, own, years
):
    """
    Of what may be and of what nobody stated, the year is not stated.
    """
    own = own and ValidityPeriod.parse(own)
    register = Register([agreed("a", (HABO,), promised(period=own), period=period)])

    assert keys_of(counts(register, "year")) == [(year,) for year in years]


@pytest.mark.parametrize(
    ("until", "years", "not_followed"),
    [
        (None, [2018, None], 1),  # and in years that nobody has stated
        (date(2020, 1, 1), [2018, 2019, 2020], 0),
        (date(2019, 12, 31), [2018, 2019], 0),
        (date(2017, 1, 1), [2018, None], 1),  # follows nothing any further
    ],
)
def test_what_has_no_last_day_is_followed_as_far_as_is_said(until, years, not_followed):
    """
    Through a year that is given; its first counts in any case, and how many count in
    that alone is told.
    """
    register = Register(
        [
            agreed("a", (HABO,), promised(), period="2018/.."),
            agreed("b", (LUND,), promised(), period="2020-07-01/2021-06-30"),
            agreed("c", (LUND,), period="2020/.."),  # of which no promise is known
            agreed("d", (LUND,), promised(), period="/"),
        ]
    )
    found = counts(register, ("municipality", "year"), until=until)

    assert [year for code, year in keys_of(found) if code == HABO] == years
    assert found.not_followed == not_followed
    assert counts(register, "municipality", until=until).not_followed == 0


# ---------------------------------------------------------------- several keys


def test_several_keys_are_combined():
    """
    Each combination that there is has a row, in the order of the keys.
    """
    found = counts(
        Register(
            [
                agreed("a", (HABO,), promised(DRUGS, YOUTH), period="2019/2020"),
                agreed("b", (LUND,), promised(YOUTH), promised(), period="2020"),
            ]
        ),
        by=("theme", By.YEAR),
    )

    assert found.by == (By.THEME, By.YEAR)
    assert numbers_of(found) == {
        (DRUGS, 2019): (1, 1, 1),
        (DRUGS, 2020): (1, 1, 1),
        (YOUTH, 2019): (1, 1, 1),
        (YOUTH, 2020): (2, 2, 2),
        (None, 2020): (1, 1, 1),
    }
    assert keys_of(found) == list(numbers_of(found))


def test_rows_are_in_the_order_of_their_keys():
    """
    Members as they are listed, others as they sort, and what is not stated last.
    """
    seen, traffic = Theme.VISIBLE_PRESENCE, Theme.TRAFFIC_SAFETY
    register = Register(
        [
            agreed("a", (LUND,), promised(), promised(traffic), period="/"),
            agreed("b", (LUND,), promised(traffic), promised(), period="2021"),
            agreed("c", (HABO,), promised(seen), period="2020"),
        ]
    )

    assert keys_of(counts(register, "theme")) == [(seen,), (traffic,), (None,)]
    assert keys_of(counts(register, "year")) == [(2020,), (2021,), (None,)]
    assert keys_of(counts(register, "municipality")) == [(HABO,), (LUND,)]
    assert keys_of(counts(register, ("municipality", "year"))) == [
        (HABO, 2020),
        (LUND, 2021),
        (LUND, None),
    ]


def test_a_row_that_is_not_there_has_none_of_all():
    """
    So a table can be filled without asking first.
    """
    found = counts(Register([agreed("a", (HABO,), promised(DRUGS))]), by="theme")

    assert found.row(YOUTH) == Count((YOUTH,), Share(0, 1), Share(0, 1), Share(0, 1))
    assert found.row("drugs") is found.rows[0]


@pytest.mark.parametrize(
    ("by", "key"),
    [
        ("theme", "youth"),
        ("kind", PromiseKind.GOAL),
        ("promisor", PartyKind.SCHOOL),
        ("municipality", LUND),
        ("municipality", "9999"),  # unknown, but there
        ("county", "12"),
        ("police_region", "Syd"),
        ("year", 1917),
        *((by, None) for by in By),
    ],
)
def test_whatever_can_be_a_key_can_be_looked_up(by, key):
    """
    What nothing has counts for none.
    """
    register = Register([agreed("a", ("9999",), promised(DRUGS))])

    assert counts(register, by).row(key).keys == (key,)


@pytest.mark.parametrize(
    ("by", "keys", "error", "message"),
    [
        ("theme", ("drug",), UnknownName, "no theme is called 'drug'.* 'drugs'"),
        ("kind", ("aktivitet",), UnknownName, "no kind is called"),
        ("promisor", ("polis",), UnknownName, "no promisor is called"),
        ("municipality", ("Habo",), UnknownName, "no municipality is called"),
        ("municipality", (HEBY_ONCE,), UnknownName, "no municipality is called"),
        ("county", ("Skåne län",), UnknownName, "no county is called"),
        ("police_region", ("Sud",), UnknownName, "no police region .* mean 'Syd'"),
        ("year", ("2020",), InvalidField, r"Counts\.row\.year: '2020'"),
        ("year", (True,), InvalidField, "not a bool"),
        ("theme", (3,), InvalidField, r"Counts\.row\.theme: 3"),
        ("theme", ([],), InvalidField, r"Counts\.row\.theme: \[\]"),
        ("theme", (), InvalidField, "give 1: theme"),
        ("theme", (DRUGS, 2020), InvalidField, r"Counts\.row\.keys"),
        (("theme", "year"), (2020, DRUGS), InvalidField, r"row\.theme: 2020"),
        ((), (None,), InvalidField, "give 0: none"),
    ],
)
def test_what_can_be_no_key_is_not_counted_as_none(by, keys, error, message):
    """
    A misspelt key would else look like a zero.
    """
    found = counts(Register([agreed("a", (HABO,), promised(DRUGS))]), by)

    with pytest.raises(error, match=message):
        found.row(*keys)


def test_a_share_keeps_its_denominator():
    """
    It reads as a sentence and is a number when one is wanted.
    """
    assert str(Share(2, 6)) == "2 of 6"
    assert Share(2, 6).fraction == Fraction(1, 3)
    assert Share(0, 0).fraction is None


# ---------------------------------------------------------------- municipalities


def test_how_many_municipalities_promise_something_is_one_line():
    """
    About both themes in one promise, or in any two of the municipality's.
    """
    register = Register(
        [
            agreed("a", (HABO,), promised(DRUGS, YOUTH)),
            agreed("b", (LUND,), promised(DRUGS), promised(YOUTH)),
            agreed("c", (MORA,), promised(DRUGS)),
            agreed("d", (MORA,), promised(YOUTH), period="2021"),
        ]
    )
    on_the_day = active_on(date(2020, 6, 1))

    both = register.find(on_the_day & about("youth") & about("drugs"))
    youth = register.find(on_the_day & about("youth"))
    drugs = register.find(on_the_day & about("drugs"))

    assert municipalities_in(both) == {HABO}
    assert counts(both).municipalities == 1
    assert municipalities_in(youth) & municipalities_in(drugs) == {HABO, LUND}


def test_all_municipalities_of_an_area_are_meant():
    """
    Whoever promises; agreements without promises add none.
    """
    register = Register([agreed("a", (HABO, LUND), promised()), agreed("b", (MORA,))])

    assert municipalities_in(register) == {HABO, LUND}


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("by", "error", "message"),
    [
        ("themes", UnknownName, "did you mean 'theme'"),
        (["year", "tema"], UnknownName, "no key to count by is called 'tema'"),
        ([2020], InvalidField, r"counts\.by: 2020"),
        (2020, InvalidField, "give one or several of: theme, kind"),
        (None, InvalidField, r"counts\.by: None"),
        (["theme", By.THEME], InvalidField, "give each once"),
    ],
)
def test_nothing_else_can_be_counted_by(by, error, message):
    """
    The error tells what can.
    """
    with pytest.raises(error, match=message):
        counts(Register(), by)


@pytest.mark.parametrize(
    "until", [datetime(2020, 1, 1, tzinfo=UTC), 2020, "2020-06-01"]
)
def test_how_far_open_ends_are_followed_is_a_whole_day(until):
    """
    A time of day is refused as everywhere.
    """
    with pytest.raises(InvalidField, match=r"counts\.until"):
        counts(Register(), until=until)


@pytest.mark.parametrize("function", [counts, municipalities_in])
def test_only_registers_and_what_was_found_in_them_are_counted(function):
    """
    The error says what would do.
    """
    with pytest.raises(InvalidField, match=rf"{function.__name__}\.asked"):
        function([])


# ---------------------------------------------------------------- laws

some = settings(max_examples=40)


@some
@given(registers())
def test_counting_is_what_asking_for_each_key_finds(register):
    """
    By theme and by promisor, the numbers are those of the questions.
    """
    for by, ask, keys in [
        ("theme", about, Theme),
        ("promisor", promised_by, PartyKind),
    ]:
        found = counts(register, by)
        for key in keys:
            asked = register.find(ask(key))
            row = found.row(key)
            assert row.promises.count == len(asked)
            assert row.agreements.count == len({each.agreement.id for each in asked})
            assert row.municipalities.count == len(municipalities_in(asked))


@some
@given(registers(), st.lists(st.sampled_from(By), max_size=3, unique=True))
def test_nothing_is_left_out(register, by):
    """
    Every promise, agreement and municipality is in some row, and no row has more.
    """
    found = counts(register, by)
    wholes = (found.promises, found.agreements, found.municipalities)
    promises = [each for its in register.values() for each in its.promises]

    assert wholes[:2] == (len(promises), len(register))
    for part, whole in zip(
        ("promises", "agreements", "municipalities"), wholes, strict=True
    ):
        shares = [getattr(row, part) for row in found.rows]
        assert all(share.of == whole for share in shares)
        assert all(share.count <= whole for share in shares)
        assert sum(share.count for share in shares) >= whole
    assert len(set(keys_of(found))) == len(found.rows)


@some
@given(registers(), st.permutations(By))
def test_the_order_of_the_keys_turns_the_table(register, by):
    """
    Rows become columns, with the same numbers.
    """
    one, other, *_ = by
    rows, columns = counts(register, (one, other)), counts(register, (other, one))

    assert numbers_of(rows) == {
        keys[::-1]: numbers for keys, numbers in numbers_of(columns).items()
    }


@some
@given(registers(), st.sampled_from(PartyKind))
def test_what_was_found_has_the_same_years_as_in_the_whole(register, kind):
    """
    So a question has one answer, whatever else is counted with it.
    """
    found = counts(register.find(promised_by(kind)), "year")
    whole = counts(register, ("promisor", "year"))

    assert [row.promises.count for row in found.rows] == [
        whole.row(kind, *row.keys).promises.count for row in found.rows
    ]
