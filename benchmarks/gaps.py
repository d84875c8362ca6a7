"""What it costs to find the lapses of all municipalities.

portion does arithmetic with intervals of anything: what is not covered is what is
left of the whole when each period has been taken from it.  Both sides get the
register as it is and find the same gaps; ours also tells what ended before each, and
what began after.
"""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module
from random import Random
from typing import Any

from benchmarks import Sides, row, timed
from medborgarloften.analysis import gaps
from medborgarloften.model import Agreement, Area, Party, PartyKind, ValidityPeriod
from medborgarloften.reference import municipalities
from medborgarloften.register import Register

portion: Any = import_module("portion")  # it has no types

_ONE_DAY = timedelta(days=1)
_PERIODS = 10_000
_BETWEEN = ValidityPeriod.of_years(1970, 2030)
_POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")


@row(
    "national gaps, 290 municipalities, 10,000 periods",
    against="portion",
    at_most=0.2,
)
def finding_gaps() -> Sides:
    """Find them once before, so that both sides see that they find the same."""
    register = _register()
    ours = [
        (gap.municipality, gap.first_day, gap.last_day)
        for gap in gaps(register, _BETWEEN)
    ]
    assert sorted(ours) == _with_portion(register)  # noqa: S101 - else nothing is told
    return (
        timed(lambda: gaps(register, _BETWEEN)),
        timed(lambda: _with_portion(register)),
    )


def _with_portion(register: Register) -> list[tuple[str, date, date]]:
    """Take what is covered from the whole; the day after the last is not in it."""
    within = _half_open(_BETWEEN)
    covered: dict[str, list[Any]] = {each.code: [] for each in municipalities()}
    for agreement in register.agreements:
        for code in agreement.area.municipalities:
            covered[code].append(_half_open(agreement.in_force))
    return [
        (code, gap.lower, gap.upper - _ONE_DAY)
        for code, periods in covered.items()
        for gap in within - portion.Interval(*periods)
    ]


def _half_open(period: ValidityPeriod) -> Any:  # noqa: ANN401 - it has no types
    first_day, last_day = period.first_day, period.last_day
    return portion.closedopen(first_day, last_day and last_day + _ONE_DAY)


def _register() -> Register:
    """Spread agreements of half a year to two years over sixty years and all places."""
    random = Random(1)  # noqa: S311 - for the same register each time
    places = municipalities()
    return Register(
        Agreement(
            id=str(number),
            title="Medborgarlöfte",
            area=Area(municipalities=(places[number % len(places)].code,)),
            parties=(_POLICE,),
            period=ValidityPeriod.of_months(
                date(1970, 1, 1) + timedelta(days=random.randrange(60 * 365)),
                random.choice((6, 12, 24)),
            ),
        )
        for number in range(_PERIODS)
    )
