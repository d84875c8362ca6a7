"""What it costs to read and write documents.

The other side of most rows is pydantic, with the same model and the same rules
(`benchmarks.in_pydantic`): frozen models, strict, that refuse what they do not know.
"""

from __future__ import annotations

import gc
import json as builtin_json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from time import perf_counter

from pydantic import ValidationError

from benchmarks import Sides, Stopwatch, generated, in_pydantic, row, timed
from medborgarloften.errors import InvalidDocument
from medborgarloften.serializers import json, jsonl
from medborgarloften.serializers._documents import speed
from medborgarloften.serializers._documents.json import line_of
from medborgarloften.serializers._documents.whole import line_document

_REGISTER = generated.register(200)
_THINGS = _REGISTER.agreements
_LINES = [
    builtin_json.dumps(
        line_document(thing), ensure_ascii=False, separators=(",", ":")
    ).encode()
    for thing in _THINGS
]
_MODELS = [in_pydantic.Agreement.model_validate_json(line) for line in _LINES]


def each(work: Callable[[bytes], object]) -> Stopwatch:
    """Make a stopwatch for the same work on every line."""
    return timed(lambda: [work(line) for line in _LINES])


@row("JSON to objects, with msgspec", against="pydantic", at_most=1 / 1.8)
def decoding_fast() -> Sides:
    """Read agreements with the extra speed."""
    return each(json.loads), each(in_pydantic.Agreement.model_validate_json)


@row("JSON to objects, without msgspec", against="pydantic", at_most=1 / 0.9)
def decoding() -> Sides:
    """Read agreements with what every installation has."""
    return (
        each(without_speed(json.loads)),
        each(in_pydantic.Agreement.model_validate_json),
    )


@row("JSON to objects, with msgspec", against="mashumaro, no rules", at_most=1.0)
def decoding_against_mashumaro() -> Sides:
    """Compare with a library that builds dataclasses, and checks nothing of ours."""
    from benchmarks import in_mashumaro

    return each(json.loads), each(in_mashumaro.Agreement.from_json)


@row("JSON to objects, with msgspec", against="msgspec to dictionaries", at_most=2.0)
def decoding_against_dictionaries() -> Sides:
    """Compare with reading the same text as plain data, unchecked."""
    import msgspec

    return each(json.loads), each(msgspec.json.decode)


@row("objects to JSON, with msgspec", against="pydantic", at_most=1 / 1.5)
def encoding_fast() -> Sides:
    """Write agreements with the extra speed."""
    return (
        timed(lambda: [line_of(thing) for thing in _THINGS]),
        timed(lambda: [model.model_dump_json() for model in _MODELS]),
    )


@row("error report, three faults", against="pydantic", at_most=4.0)
def complaining() -> Sides:
    """Tell everything that is wrong with a document."""
    document = builtin_json.loads(_LINES[0])
    document["title"] = 7
    document["signed_on"] = "2020-02-30"
    document["promises"][1]["quantities"][0]["unit"] = None
    faulty = builtin_json.dumps(document).encode()

    def ours() -> None:
        with suppress(InvalidDocument):
            json.loads(faulty)

    def theirs() -> None:
        try:
            in_pydantic.Agreement.model_validate_json(faulty)
        except ValidationError as error:
            error.errors()

    return timed(ours), timed(theirs)


def without_speed(work: Callable[[bytes], object]) -> Callable[[bytes], object]:
    """Let work be done as if msgspec were not installed."""
    fast = vars(speed)["_fast"]

    def slowly(data: bytes) -> object:
        speed.__dict__["_fast"] = lambda: None
        try:
            return work(data)
        finally:
            speed.__dict__["_fast"] = fast

    return slowly


def file_of(count: int) -> Path:
    """Write a file of so many agreements, once."""
    path = _FOLDER / f"{count}.jsonl"
    if not path.exists():
        jsonl.write(generated.agreements(count), path)
    return path


_FOLDER = Path(mkdtemp(prefix="medborgarloften-"))
_FEW, _MANY = 1_000, 100_000


@row(
    "bulk load of 100,000", against="the collector running", at_most=1 / 1.35, rounds=3
)
def loading_in_bulk() -> Sides:
    """Load with the garbage collector resting, and with it at work all the time."""
    at_work = "bulk._WORTH_PAUSING = 10**12"
    return loaded_in_new_process(""), loaded_in_new_process(at_work)


_LOAD = """
import gc, sys
from time import perf_counter as now
from medborgarloften.serializers import jsonl
from medborgarloften.serializers._documents import bulk
{preparation}
start = now()
kept = jsonl.load(sys.argv[1])
gc.collect(0)  # the young pass that follows belongs to it
print(now() - start)
"""


def loaded_in_new_process(preparation: str) -> Stopwatch:
    """Make a stopwatch for a load in a new interpreter."""
    program, path = _LOAD.format(preparation=preparation), str(file_of(_MANY))
    return lambda: float(subprocess.check_output([sys.executable, "-c", program, path]))


@row("memory of 20,000 agreements", against="pydantic", at_most=0.5, rounds=3)
def remembering() -> Sides:
    """Compare what two processes hold after loading the same file."""
    path = str(file_of(20_000))
    return held_by(_OURS, path), held_by(_THEIRS, path)


_OURS = "from medborgarloften.serializers import jsonl; load = jsonl.load"
_THEIRS = """
from benchmarks.in_pydantic import Agreement
def load(path):
    with open(path, "rb") as file:
        return [Agreement.model_validate_json(line) for line in file]
"""


def held_by(preparation: str, path: str) -> Stopwatch:
    """Make what measures the memory that loading adds to a new process, in bytes."""
    program = f"""
import gc, sys
{preparation}
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1])
import itertools
with open(sys.argv[1], "rb") as file, open(sys.argv[1] + ".one", "wb") as one:
    one.writelines(itertools.islice(file, 50))
load(sys.argv[1] + ".one")
gc.collect()
before = resident()
kept = load(sys.argv[1])
gc.collect()
print(resident() - before)
"""
    return lambda: float(subprocess.check_output([sys.executable, "-c", program, path]))


@row("saving, each of 100,000", against="each of 1,000", at_most=1.3, rounds=3)
def saving() -> Sides:
    """Write a large register and a small one; the cost of each should not grow."""
    return per_agreement(_MANY, _save), per_agreement(_FEW, _save)


@row("loading, each of 100,000", against="each of 1,000", at_most=1.3, rounds=3)
def loading() -> Sides:
    """Read a large register and a small one; the cost of each should not grow."""
    return per_agreement(_MANY, _load), per_agreement(_FEW, _load)


def _save(count: int) -> float:
    register = jsonl.load(file_of(count))
    gc.collect()
    start = perf_counter()
    jsonl.dump(register, _FOLDER / "saved.jsonl")
    return perf_counter() - start


def _load(count: int) -> float:
    path = file_of(count)
    start = perf_counter()
    kept = jsonl.load(path)
    taken = perf_counter() - start
    del kept
    return taken


def per_agreement(count: int, work: Callable[[int], float]) -> Stopwatch:
    """Make a stopwatch for one agreement of many; few are done many times over."""
    times = max(1, 20_000 // count)
    return lambda: sum(work(count) for _ in range(times)) / times / count
