"""What it costs to ask a register: on a day, about a theme, of how many.

Periods are spread so that one in a hundred agreements holds on a day.  The day
changes from call to call, as it does when people ask, and each side gives the
agreements or the promises themselves, in a list.  A list that only has to be copied
is the least that any answer can cost.
"""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache, partial
from importlib import import_module
from itertools import cycle
from typing import Any, TypeAlias

from benchmarks import Sides, Stopwatch, row, timed
from benchmarks.generated import small_agreements
from medborgarloften.model import Agreement, Theme
from medborgarloften.queries import about, active_on
from medborgarloften.queries.index import AgreementIndex
from medborgarloften.register import Register

_Ask: TypeAlias = Callable[[date], list[Any]]
_Agreements: TypeAlias = Sequence[Agreement]

_SIZES = (3_000, 100_000, 1_000_000)
_DAYS = [date(2010, 1, 1) + timedelta(days=37 * n) for n in range(64)]
_ABOUT_DRUGS = about(Theme.DRUGS)


@lru_cache(maxsize=1)  # a million agreements are some gigabytes
def _register(count: int) -> Register:
    return Register(small_agreements(count))


def _asking(ask: _Ask) -> Stopwatch:
    """Make a stopwatch for what is asked of one day after the other."""
    days = cycle(_DAYS)
    return timed(lambda: ask(next(days)))


def _on_a_day(register: Register) -> _Ask:
    return lambda day: register.agreements_where(active_on(day))


def _about_drugs(register: Register) -> _Ask:
    return lambda day: list(register.find(active_on(day) & _ABOUT_DRUGS))


# ---------------------------------------------------------------- the least it can cost


def _against_copying(count: int) -> Sides:
    ask = _on_a_day(_register(count))
    ready = {day: ask(day) for day in _DAYS}
    return _asking(ask), _asking(lambda day: ready[day].copy())


def _against_picking(count: int) -> Sides:
    register = _register(count)
    ask = _about_drugs(register)
    matches = list(register.find(_ABOUT_DRUGS))
    places = {id(match): n for n, match in enumerate(matches)}
    ready = {day: [places[id(match)] for match in ask(day)] for day in _DAYS}
    return _asking(ask), _asking(lambda day: [matches[n] for n in ready[day]])


# ---------------------------------------------------------------- other libraries


def _days(agreement: Agreement) -> tuple[int, int]:
    first_day, last_day = agreement.in_force.first_day, agreement.in_force.last_day
    return (first_day or date.min).toordinal(), (last_day or date.max).toordinal()


def _interval_tree(agreements: _Agreements) -> Any:  # noqa: ANN401 - it has no types
    library: Any = import_module("intervaltree")
    days = ((*_days(each), each) for each in agreements)
    return library.IntervalTree(
        library.Interval(first, last + 1, each) for first, last, each in days
    )


def _with_intervaltree(agreements: _Agreements) -> _Ask:
    tree = _interval_tree(agreements)
    return lambda day: [each.data for each in tree[day.toordinal()]]


def _columns(agreements: _Agreements) -> dict[str, list[int]]:
    first, last = zip(*map(_days, agreements), strict=True)
    return {"first": list(first), "last": list(last), "n": [*range(len(agreements))]}


def _with_pandas(agreements: _Agreements) -> _Ask:
    frame = import_module("pandas").DataFrame(_columns(agreements))

    def ask(day: date) -> list[Any]:
        number = day.toordinal()
        found = frame.n[(frame["first"] <= number) & (frame["last"] >= number)]
        return [agreements[n] for n in found.tolist()]

    return ask


def _with_polars(agreements: _Agreements) -> _Ask:
    library: Any = import_module("polars")
    frame = library.DataFrame(_columns(agreements))
    first, last = library.col("first"), library.col("last")

    def ask(day: date) -> list[Any]:
        number = day.toordinal()
        found = frame.lazy().filter((first <= number) & (last >= number)).collect()
        return [agreements[n] for n in found["n"].to_list()]

    return ask


def _with_duckdb(agreements: _Agreements) -> _Ask:
    connection = import_module("duckdb").connect()
    frame = import_module("pandas").DataFrame(_columns(agreements))
    connection.register("frame", frame)
    connection.execute("CREATE TABLE days AS SELECT * FROM frame")

    def ask(day: date) -> list[Any]:
        asked = "SELECT n FROM days WHERE first <= $1 AND last >= $1"
        found = connection.execute(asked, [day.toordinal()]).fetchnumpy()
        return [agreements[n] for n in found["n"].tolist()]

    return ask


_LIBRARIES: dict[str, Callable[[_Agreements], _Ask]] = {
    "intervaltree": _with_intervaltree,
    "pandas": _with_pandas,
    "polars": _with_polars,
    "DuckDB": _with_duckdb,
}


def _against_library(count: int, library: str) -> Sides:
    """Let another library answer from what it has ready, and see that it agrees."""
    register = _register(count)
    ours, theirs = _on_a_day(register), _LIBRARIES[library](register.agreements)
    found = {each.id for each in ours(_DAYS[0])}
    assert found == {each.id for each in theirs(_DAYS[0])}  # noqa: S101
    return _asking(ours), _asking(theirs)


# ---------------------------------------------------------------- the index itself


def _index(agreements: _Agreements) -> object:
    index = AgreementIndex(agreements, lambda: ())
    index.answer(active_on(_DAYS[0]))
    return index


def _building(count: int) -> Sides:
    agreements = _register(count).agreements
    for each in agreements:
        _days(each)  # what an agreement remembers of itself is for both
    return timed(lambda: _index(agreements)), timed(lambda: _interval_tree(agreements))


def _remembering(count: int) -> Sides:
    agreements = _register(count).agreements
    return (
        lambda: _held_by(lambda: _index(agreements)),
        lambda: _held_by(lambda: _interval_tree(agreements)),
    )


def _held_by(make: Callable[[], object]) -> float:
    """Measure the memory that something holds, in bytes."""
    gc.collect()
    tracemalloc.start()
    made = make()
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del made
    return held


# ---------------------------------------------------------------- growth


def _growing(count: int, ask_of: Callable[[Register], _Ask]) -> Sides:
    """Compare what each thing found costs with what it costs among the fewest."""
    few, many = _per_found(_SIZES[0], ask_of), _per_found(count, ask_of)
    return many, few


def _per_found(count: int, ask_of: Callable[[Register], _Ask]) -> Stopwatch:
    ask = ask_of(_register(count))
    found = sum(len(ask(day)) for day in _DAYS) / len(_DAYS)
    stopwatch = _asking(ask)
    return lambda: stopwatch() / found


# ---------------------------------------------------------------- the rows

# A question costs some microseconds before it is looked up, whatever it finds; of few
# agreements they are nearly all of it.
_COPY = {3_000: 150.0, 100_000: 3.0, 1_000_000: 1.5}
_PICK = {3_000: 150.0, 100_000: 3.0, 1_000_000: 1.0}
_LIBRARY = {
    (3_000, "intervaltree"): 1.0,
    (100_000, "intervaltree"): 0.02,
    (1_000_000, "intervaltree"): 0.02,
}

for _count in _SIZES:
    _work = f"active on a day, {_count:,} agreements"
    row(_work, against="copying the answer", at_most=_COPY[_count])(
        partial(_against_copying, _count)
    )
    row(
        f"active on a day and about a theme, {_count:,} agreements",
        against="picking the answer by ready numbers",
        at_most=_PICK[_count],
    )(partial(_against_picking, _count))
    for _library in _LIBRARIES:
        row(_work, against=_library, at_most=_LIBRARY.get((_count, _library), 1.0))(
            partial(_against_library, _count, _library)
        )
    row(
        f"index of {_count:,} agreements", against="intervaltree", at_most=0.5, rounds=3
    )(partial(_building, _count))
    row(
        f"memory of the index of {_count:,} agreements",
        against="intervaltree",
        at_most=1.0,
        rounds=1,
    )(partial(_remembering, _count))
    if _count > _SIZES[0]:
        row(
            f"active on a day, for each found of {_count:,}",
            against=f"itself, of {_SIZES[0]:,}",
            at_most=1.0,
        )(partial(_growing, _count, _on_a_day))
        row(
            f"active on a day and about a theme, for each found of {_count:,}",
            against=f"itself, of {_SIZES[0]:,}",
            at_most=1.0,
        )(partial(_growing, _count, _about_drugs))
