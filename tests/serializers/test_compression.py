"""Files that are compressed, and files that pretend to be."""

from __future__ import annotations

import gzip
import resource
import sys

import pytest

from medborgarloften import InvalidDocument, MissingExtra, Register, serializers
from medborgarloften.serializers import json
from medborgarloften.serializers._files.compression import _zstd

BOTH = pytest.mark.parametrize("packed", [".gz", ".zst"])


def problem_of(path):
    """Load a file that cannot be, and take its one problem."""
    with pytest.raises(InvalidDocument) as caught:
        serializers.load(path)
    (problem,) = caught.value.problems
    return problem


@BOTH
@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".JSONL"])
def test_a_compressed_file_is_read_as_it_was_saved(tmp_path, register, suffix, packed):
    """
    The end of the name tells that it is compressed, and what it is below that.
    """
    file = tmp_path / f"a{suffix}{packed}"
    serializers.save(register, file)

    assert serializers.load(file) == register
    assert b"Askersund" not in file.read_bytes()


@BOTH
def test_the_same_register_gives_the_same_bytes(tmp_path, register, packed):
    """
    Neither the name of the file nor the time is in it.
    """
    one, other = tmp_path / f"a.json{packed}", tmp_path / f"b.json{packed}"
    serializers.save(register, one)
    serializers.save(register, other)

    assert one.read_bytes() == other.read_bytes()


def test_others_can_expand_it(tmp_path, register):
    """
    What is saved is what every program for it reads.
    """
    serializers.save(register, tmp_path / "a.json.gz")
    serializers.save(register, tmp_path / "a.json.zst")

    written = json.dumps(register).encode()
    assert gzip.decompress((tmp_path / "a.json.gz").read_bytes()) == written
    assert _zstd().decompress((tmp_path / "a.json.zst").read_bytes()) == written


@BOTH
def test_a_file_that_is_cut_off_is_told(tmp_path, register, packed):
    """
    Half a download is no register, and the file is told to be what is wrong.
    """
    file = tmp_path / f"a.json{packed}"
    serializers.save(register, file)
    file.write_bytes(file.read_bytes()[:-40])

    problem = problem_of(file)
    assert (problem.code, problem.path) == ("truncated", "$")


@BOTH
def test_a_file_that_is_not_compressed_is_told(tmp_path, register, packed):
    """
    A name that says what is not so is no reason to guess.
    """
    file = tmp_path / f"a.json{packed}"
    file.write_bytes(json.dumps(register).encode())

    assert problem_of(file).code == "not-compressed"


@BOTH
def test_a_file_that_is_damaged_is_told(tmp_path, register, packed):
    """
    What does not come out as it went in is not taken for a register.
    """
    file = tmp_path / f"a.json{packed}"
    serializers.save(Register([*register.agreements]), file)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)

    assert problem_of(file).code in {"not-compressed", "truncated"}


@BOTH
@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
def test_a_bomb_is_not_let_off(tmp_path, suffix, packed):
    """
    A small file that expands to gigabytes is refused before it fills the memory.
    """
    file = tmp_path / f"a{suffix}{packed}"
    opening = gzip.open if packed == ".gz" else _zstd().open
    with opening(file, "wb") as bomb:
        for _ in range(300):
            bomb.write(bytes(2**20))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    problem = problem_of(file)

    assert problem.code == "too-large"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 250_000


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="Python has it itself")
def test_without_the_library_the_extra_is_named(tmp_path, monkeypatch, register):
    """
    Whoever has not installed it is told how to.
    """
    import backports

    monkeypatch.delattr(backports, "zstd")
    monkeypatch.setitem(sys.modules, "backports.zstd", None)

    with pytest.raises(MissingExtra, match=r"medborgarloften\[zstd\]"):
        serializers.save(register, tmp_path / "a.json.zst")
    assert list(tmp_path.iterdir()) == []


@BOTH
def test_nothing_at_all_is_not_a_compressed_file(tmp_path, packed):
    """
    A download that never began is no empty register.
    """
    file = tmp_path / f"a.jsonl{packed}"
    file.touch()

    assert problem_of(file).code == "truncated"
