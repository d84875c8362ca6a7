from __future__ import annotations

import pytest
from hypothesis import given, settings

from medborgarloften import (
    Agreement,
    Area,
    InvalidField,
    Party,
    PartyKind,
    Register,
    ValidityPeriod,
    examples,
)
from medborgarloften.analysis import Oddity, OddityKind, oddities
from medborgarloften.testing import registers

POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")


def municipality(name, code):
    """Make the municipality as a party."""
    return Party(id="kommun", kind=PartyKind.MUNICIPALITY, name=name, code=code)


def odd(area, *parties):
    """Tell what is odd in an agreement of an area and some parties."""
    agreement = Agreement(
        id="a",
        title="Löfte",
        area=Area(municipalities=area),
        parties=(POLICE, *parties),
        period=ValidityPeriod(),
    )
    return list(oddities(Register([agreement])))


@pytest.mark.parametrize(
    ("area", "parties", "told"),
    [
        (("0484",), [municipality("Eskilstuna kommun", "0484")], []),
        ((), [municipality("Eskilstuna kommun", "0484")], []),
        ((), [municipality("Kommunen", "0484")], []),  # whose name tells nothing
        ((), [municipality("Eskilstuna kommun", None)], []),
        # Heby had another code before it changed county
        (("1917",), [municipality("Heby kommun", "1917")], []),
        # nobody has such a code
        (("0999",), [], [Oddity("a", OddityKind.UNKNOWN_CODE, "0999")]),
        (
            ("0999",),
            [municipality("Eskilstuna kommun", "0999")],
            [
                Oddity("a", OddityKind.UNKNOWN_CODE, "0999", None, ("0484",)),
                Oddity("a", OddityKind.UNKNOWN_CODE, "0999", "kommun", ("0484",)),
            ],
        ),
        (
            ("0484",),
            [municipality("Kommunen", "0999")],
            [Oddity("a", OddityKind.UNKNOWN_CODE, "0999", "kommun")],
        ),
        # the name of one and the code of another
        (
            ("0480",),
            [municipality("Eskilstuna kommun", "0480")],
            [Oddity("a", OddityKind.NAMED_OTHERWISE, "0480", "kommun", ("0484",))],
        ),
        # an area without its municipality
        (
            ("0480", "0482"),
            [municipality("Eskilstuna kommun", "0484")],
            [Oddity("a", OddityKind.OUTSIDE_AREA, "0484", "kommun")],
        ),
    ],
)
def test_what_does_not_fit_is_told(area, parties, told):
    """
    A code that nobody has, a name with another's code, a party from elsewhere.
    """
    assert odd(area, *parties) == told


def test_others_than_municipalities_have_no_kommunkod_to_fit():
    """
    What code a region or the police have is not asked.
    """
    region = Party(id="region", kind=PartyKind.REGION, name="Regionen", code="0999")

    assert odd(("0484",), region) == []


def test_nothing_is_odd_in_the_examples():
    """
    Pages that are read get their codes from the list itself.
    """
    assert oddities(examples.register()) == ()


@settings(max_examples=40)
@given(registers())
def test_they_come_in_the_order_of_agreements(register):
    """
    Whatever the register, nothing raises, and each is of a code that is there.
    """
    told = oddities(register)

    assert [each.agreement for each in told] == sorted(each.agreement for each in told)
    for each in told:
        agreement = register[each.agreement]
        codes = {*agreement.area.municipalities, *(p.code for p in agreement.parties)}
        assert each.code in codes


def test_only_a_register_is_looked_through():
    """
    An agreement by itself is refused, with what to give.
    """
    with pytest.raises(InvalidField, match="give a Register"):
        oddities(examples.register()["gnesta"])
