from __future__ import annotations

from math import isqrt

import pytest
from tests.growth import is_linear

from medborgarloften.reading import read_text
from medborgarloften.reading.text.patterns import Patterns
from medborgarloften.reading.text.words import words_of

TOP = "Medborgarlöfte 2020 för Kiruna kommun\n\nVi lovar\n\n"
PAGE = (
    "Medborgarlöfte 2020 för Kiruna kommun\n\n"
    "Löftet gäller från den 1 mars 2020 till och med den 28 februari 2022.\n\n"
    "Polisen lovar\n\n• Polisen ska göra fyra kontroller i veckan på torget.\n"
    "• Polisen ska besöka skolan tillsammans med kommunen varje termin.\n\n"
    "Undertecknat den 14 februari 2020\n\nEva Ek, kommunalråd (S)\n\n"
)


def stairs(length):
    """Write items, each farther in than the one above it."""
    rows = isqrt(2 * length)
    return TOP + "".join(" " * row + "• Synas mer.\n" for row in range(rows))


def numbered(length):
    """Write numbered items, each with a number of its own."""
    rows = length // 24
    return TOP + "".join(f"{row}. Polisen ska synas.\n" for row in range(rows))


@pytest.mark.parametrize(
    ("piece", "length"),
    [
        # whole pages, lists, headings and blocks, one after the other
        (PAGE, 6_000), ("• Polisen lovar fyra kontroller i veckan.\n", 6_000),
        ("Rubrik om Kiruna\n\n", 8_000), ("Medborgarlöfte 2020\n\n", 6_000),
        ("• A\n- B\n* C\n", 2_000), ("Detta är ett stycke om orten.\n\n", 6_000),
        ("Eva Ek, kommunalråd (S)\n", 6_000), ("Ansvarig: Polisen\n", 6_000),
        ("– Vi lovar mer, säger Eva Ek.\n", 6_000), ("polisen lovar\n", 8_000),
        ("• Fotpatruller, mål 100: 118 pass. Klart\n", 6_000),
        # lines without an end
        ("Polisen lovar att synas mer i centrum varje vecka. ", 6_000),
        ("ord ", 10_000), ("Eva ", 6_000), ("2020 ", 1_000), ("1 ", 5_000),
        ("den 3 maj 2020 och ", 6_000), ("skolan, ", 6_000), ("a\t", 4_000),
        ("Polisen och kommunen ", 6_000), ("bl.a. ", 6_000), ("(", 8_000),
        # words without an end, and what is no word
        ("a", 40_000), ("brott", 40_000), ("\n", 200_000), (" ", 200_000),
        ("/", 8_000), ("- ", 8_000), (".", 40_000),
    ],
)  # fmt: skip
def test_time_is_linear(piece, length):
    """
    Four times as much of anything takes about four times as long to read.
    """
    pieces = piece * (length // len(piece))

    assert is_linear(read_text, TOP + pieces, TOP + pieces * 4)


@pytest.mark.parametrize("written", [stairs, numbered])
def test_time_is_linear_for_lists(written):
    """
    Lists may be nested as deep, and numbered as far, as there is room for.
    """
    assert is_linear(read_text, written(8_000), written(32_000))


def test_patterns_of_one_opening_are_told_apart():
    """
    Of patterns that begin alike each is found where all of it fits, and only there.
    """
    patterns = Patterns(
        ["trafik*", "trafikolyck*", "trafikant", "traf* i centrum", "*å"]
    )

    found = patterns.hits(
        words_of("Trafikolyckor i centrum: trafikanten, trafikant å.")
    )

    assert [(hit.pattern, hit.first) for hit in found] == [
        ("traf* i centrum", 0),
        ("trafik*", 0),
        ("trafikolyck*", 0),
        ("trafik*", 4),
        ("trafik*", 6),
        ("trafikant", 6),
        ("*å", 7),
    ]
