"""What was read from several pages, as one register; what does not fit is told.

The register may be there before, and nothing in it is lost.
"""

from __future__ import annotations

from collections.abc import Iterable

from medborgarloften.cli._saying import Words
from medborgarloften.errors import MedborgarloftenError
from medborgarloften.reading import Reading
from medborgarloften.register import Register

__all__ = ["gather"]

_NOTHING = Register()


def gather(
    readings: Iterable[tuple[str, Reading]],
    say: Words,
    *,
    known: Register = _NOTHING,
    known_from: str = "",
) -> tuple[Register, list[str]]:
    """Put the agreements and outcomes of pages together, with those known before.

    An agreement that is read twice is kept once.  Where two pages tell different
    things under one id, the first is kept, and what was known before all others;
    that, and every outcome of a promise that is not here, is said in the list.
    """
    pages = list(readings)
    origins = dict.fromkeys(known, known_from)
    kept = dict(known)
    complaints: list[str] = []
    for file, reading in pages:
        for agreement in reading.agreements:
            id_ = agreement.id
            first = origins.setdefault(id_, file)
            if kept.setdefault(id_, agreement) != agreement:
                complaints.append(say("read.clash", file=file, id=id_, first=first))
    register = Register(kept.values(), known.outcomes)
    for file, reading in pages:
        for outcome in reading.outcomes:
            try:
                register = register.add(outcome)
            except MedborgarloftenError:
                id_, number = outcome.agreement, outcome.promise
                complaints.append(say("read.stray", file=file, id=id_, number=number))
    return register, complaints
