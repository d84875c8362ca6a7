"""Files that are read and written a line at a time, and much at once."""

from __future__ import annotations

import gc
import subprocess
import sys

import attrs
import pytest

from medborgarloften import InvalidDocument, InvalidField, Register
from medborgarloften.errors import FileError
from medborgarloften.serializers import jsonl
from medborgarloften.serializers._documents import bulk
from medborgarloften.serializers._documents.bulk import Pool, collector_paused


def many(agreement, count):
    """Make agreements that differ in their ids alone."""
    return (attrs.evolve(agreement, id=f"habo-{n}") for n in range(count))


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_what_was_written_one_by_one_is_read_one_by_one(tmp_path, register, suffix):
    """
    Agreements and outcomes come back in the order they were written.
    """
    file = tmp_path / f"a.jsonl{suffix}"
    things = [*register.outcomes, *register.agreements]

    assert jsonl.write(iter(things), file) == 2
    assert list(jsonl.read(file)) == things
    assert jsonl.load(file) == register


def test_what_was_saved_is_read_one_by_one(tmp_path, register):
    """
    The two ways write the same lines.
    """
    jsonl.dump(register, tmp_path / "a.jsonl")
    jsonl.write((*register.agreements, *register.outcomes), tmp_path / "b.jsonl")

    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_people_are_left_out_when_asked(tmp_path, register):
    """
    Outcomes name nobody, and of agreements the people are left out.
    """
    file = tmp_path / "a.jsonl"
    jsonl.write((*register.agreements, *register.outcomes), file, without_people=True)

    assert jsonl.load(file) == register.without_people()
    assert "Öberg" not in file.read_text("utf-8")


def test_a_line_that_cannot_be_read_stops_the_reading_or_is_passed_over(
    tmp_path, register
):
    """
    The problem tells the number of the line; who wants to go on, can.
    """
    first, second = jsonl.dumps(register).splitlines(keepends=True)
    file = tmp_path / "a.jsonl"
    file.write_text(f'{first}\n{{"schema": "x"}}\n{second}', "utf-8")
    skipped = []

    with pytest.raises(InvalidDocument, match=r"3:\$\.schema: expected"):
        list(jsonl.read(file))
    assert list(jsonl.read(file, skip=skipped.append)) == [
        *register.agreements,
        *register.outcomes,
    ]
    assert [error.problems[0].path for error in skipped] == ["3:$.schema"]


def test_progress_is_told(tmp_path, agreement):
    """
    Reading tells bytes and how many there are, writing how many are written.
    """
    file, packed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    told = []

    jsonl.write(
        many(agreement, 2001), file, progress=lambda *told_of: told.append(told_of)
    )
    jsonl.write(many(agreement, 2001), packed)

    assert told == [(1000, 0), (2000, 0), (2001, 0)]
    for path in (file, packed):
        size, told = path.stat().st_size, []
        for _ in jsonl.read(path, progress=lambda *of, told=told: told.append(of)):
            pass
        done = [each for each, _ in told]

        assert done == sorted(done)
        assert 0 < done[0] <= done[-1] == size
        assert {total for _, total in told} == {size}
        assert len(told) == 3


def test_what_is_no_thing_is_refused_and_nothing_replaced(tmp_path, agreement):
    """
    A file is written whole or not at all, however it is written.
    """
    file = tmp_path / "a.jsonl"
    jsonl.write([agreement], file)

    with pytest.raises(InvalidField, match="an Agreement or an Outcome"):
        jsonl.write([agreement, "text"], file)

    assert list(jsonl.read(file)) == [agreement]
    assert list(tmp_path.iterdir()) == [file]


def test_reading_line_by_line_keeps_no_line(tmp_path, agreement):
    """
    Ten times as many agreements take no more memory to go through.
    """
    few, lots = tmp_path / "few.jsonl", tmp_path / "lots.jsonl"
    jsonl.write(many(agreement, 2_000), few)
    jsonl.write(many(agreement, 20_000), lots)
    program = """
import resource, sys
from medborgarloften.serializers import jsonl
count = 0
for path in sys.argv[1:]:
    for thing in jsonl.read(path):
        count += 1
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
assert jsonl.write(jsonl.read(sys.argv[2]), sys.argv[2]) == 20_000
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
    told = subprocess.run(
        [sys.executable, "-c", program, str(few), str(lots)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    after_few, after_lots, after_writing = map(int, told.stdout.split())

    # In kilobytes; the larger file has some 30,000.
    assert after_lots - after_few < 3_000
    assert after_writing - after_few < 3_000


def test_a_line_without_end_is_refused(tmp_path, monkeypatch):
    """
    A file that is one endless line does not fill the memory.
    """
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"\n" + b" " * 1_000)
    monkeypatch.setattr(jsonl, "_LONGEST_LINE", 100)

    for reading in (jsonl.load, lambda path: list(jsonl.read(path))):
        with pytest.raises(InvalidDocument, match="the line is longer than") as caught:
            reading(file)
        assert [each.code for each in caught.value.problems] == ["too-large"]


def test_the_collector_rests_only_while_much_is_read(tmp_path, monkeypatch, register):
    """
    It is as it was afterwards, also after a failure, and if it was off it stays so.
    """
    much = bulk._WORTH_PAUSING
    assert gc.isenabled()
    with collector_paused(much - 1):
        assert gc.isenabled()
    with collector_paused(much):
        assert not gc.isenabled()
    assert gc.isenabled()

    faulty = tmp_path / "a.jsonl"
    faulty.write_text("{")
    monkeypatch.setattr(bulk, "_WORTH_PAUSING", 0)
    with pytest.raises(InvalidDocument):
        jsonl.load(faulty)
    assert gc.isenabled()
    gc.disable()
    try:
        jsonl.loads(jsonl.dumps(register))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_repeats_is_kept_once(agreement):
    """
    Equal parties, periods and counts of many agreements are the same objects.
    """
    register = Register(many(agreement, 3))
    first, second, third = jsonl.loads(jsonl.dumps(register)).agreements

    assert first.parties is second.parties is third.parties
    assert first.period is second.period
    assert first.promises[1].quantities is third.promises[1].quantities
    assert first.promises[1].promisors is third.promises[1].promisors


def test_a_word_and_a_text_that_are_equal_are_kept_apart(agreement):
    """
    A theme equals its text; what is shared stays of its own kind.
    """
    (theme,) = agreement.promises[0].themes
    odd = attrs.evolve(agreement.promises[1], places=(theme.value,))
    changed = attrs.evolve(agreement, promises=(agreement.promises[0], odd))

    pool = Pool()
    pool.share(changed)

    assert type(changed.promises[0].themes[0]) is type(theme)
    assert type(changed.promises[1].places[0]) is str


def test_a_missing_file_is_told_and_not_the_one_that_is_written(tmp_path):
    """
    What fails within is told of itself.
    """
    with pytest.raises(FileError, match="nowhere") as caught:
        jsonl.write(jsonl.read(tmp_path / "nowhere.jsonl"), tmp_path / "a.jsonl")

    assert caught.value.filename == str(tmp_path / "nowhere.jsonl")
    assert list(tmp_path.iterdir()) == []
