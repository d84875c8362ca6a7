"""How the time that it takes to read a text grows with the text."""

from __future__ import annotations

from time import process_time

from medborgarloften.model._collector import collector_resting


def is_linear(read, short, long):
    """Tell whether it takes about four times as long to read what is so much longer.

    Others may be at work on the machine, and so there are five attempts, each with a
    lead of its own, since what was just read is remembered.  What other tests have
    left for the garbage collector to go through is not counted.
    """

    def seconds(text):
        with collector_resting():
            began = process_time()
            read(text)
            return process_time() - began

    # What is done in no time has no ratio; sixteen times would be the square.
    return any(
        seconds(lead + long) < 8 * seconds(lead + short) + 0.05
        for lead in map(" ".__mul__, range(5))
    )
