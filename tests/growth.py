"""How the time that it takes to read a text grows with the text."""

from __future__ import annotations

from time import process_time

from medborgarloften.model._collector import collector_resting

# A time that a clock can measure, and texts so long that they may be read in less.
ENOUGH_SECONDS = 0.02
LONG_ENOUGH = 1_000_000


def is_linear(read, short, long, clock=process_time):
    """Tell whether it takes about four times as long to read what is so much longer.

    Both are repeated until the short one takes long enough to have a ratio, on
    whatever machine.  Others may be at work on it, and so there are five attempts,
    each with a lead of its own, since what was just read is remembered.  What other
    tests have left for the garbage collector to go through is not counted.
    """

    def seconds(text):
        with collector_resting():
            began = clock()
            read(text)
            return clock() - began

    read(short[:1_000])  # what is made once, for all texts, is made now
    times = 1
    for lead in map(" ".__mul__, range(5)):
        took = seconds(lead + short * times)
        while took < ENOUGH_SECONDS and len(short) * times < LONG_ENOUGH:
            times *= 2
            took = seconds(lead + short * times)
        if seconds(lead + long * times) < 8 * took:  # sixteen would be the square
            return True
    return False
