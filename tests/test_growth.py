"""Growth: what is linear is told from what is not, however fast the machine."""

from __future__ import annotations

import pytest
from tests.growth import is_linear


@pytest.mark.parametrize("milliseconds", [0.01, 0.1, 3, 30])
@pytest.mark.parametrize(("power", "linear"), [(0, True), (1, True), (2, False)])
def test_a_square_is_told_from_a_line(milliseconds, power, linear):
    """
    Also where the short text is read in no time.
    """
    now = 0.0

    def read(text):
        nonlocal now
        now += milliseconds / 1_000 * (len(text) / 1_000) ** power

    text = "x" * 1_000

    assert is_linear(read, text, text * 4, clock=lambda: now) is linear


def test_a_square_beside_a_line_is_told():
    """
    A text that is too short to show it is made longer.
    """
    now = 0.0

    def read(text):
        nonlocal now
        length = len(text) / 1_000
        now += 0.001 * length + 0.001 * length**2

    text = "x" * 1_000

    assert not is_linear(read, text, text * 4, clock=lambda: now)
