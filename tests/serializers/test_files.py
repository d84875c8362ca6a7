from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from medborgarloften import InvalidDocument, InvalidField, Register, serializers
from medborgarloften.errors import (
    FileError,
    FileMissing,
    FileNotAllowed,
    FolderInTheWay,
)
from medborgarloften.serializers import json, jsonl
from medborgarloften.serializers._files.files import replacing, replacing_all

EACH = pytest.mark.parametrize("suffix", serializers.suffixes())


def mode(path):
    """Tell a file's permissions."""
    return stat.S_IMODE(path.stat().st_mode)


@EACH
def test_a_file_is_read_as_it_was_saved(tmp_path, register, suffix):
    """
    The end of a file's name chooses its format, whatever its case.
    """
    for name in (f"register{suffix}", f"REGISTER{suffix.upper()}"):
        serializers.save(register, tmp_path / name)

        assert serializers.load(tmp_path / name) == register
        assert serializers.load(str(tmp_path / name)) == register


def test_formats_are_told_apart_by_name(tmp_path, register):
    """
    Each name gets the format that it promises.
    """
    serializers.save(register, tmp_path / "a.json")
    serializers.save(register, tmp_path / "a.jsonl")

    assert (tmp_path / "a.json").read_text("utf-8") == json.dumps(register)
    assert (tmp_path / "a.jsonl").read_text("utf-8") == jsonl.dumps(register)


@pytest.mark.parametrize("name", ["register.xml", "register", ".json"])
def test_a_name_that_promises_no_format_is_refused(tmp_path, register, name):
    """
    The error tells the ends that would do, and no file is made.
    """
    with pytest.raises(InvalidField, match=r"end in \.json, \.jsonl, "):
        serializers.save(register, tmp_path / name)
    with pytest.raises(InvalidField, match=r"end in \.json, \.jsonl, "):
        serializers.load(tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_a_file_of_agreements_is_a_register_of_them(tmp_path, agreement, register):
    """
    Whatever kind of document a file holds, a register is what is loaded.
    """
    file = tmp_path / "some.json"
    for thing in (agreement, (agreement,), (agreement, agreement)):
        json.dump(thing, file)

        assert serializers.load(file) == Register([agreement])
        assert json.load(file) == thing

    json.dump(register, file)
    assert json.load(file, Register) == register


def test_a_file_of_something_else_is_refused(tmp_path):
    """
    A file that is there and holds no document tells what is wrong with it.
    """
    for suffix in (".json", ".jsonl", ".yaml"):
        file = tmp_path / f"a{suffix}"
        file.write_text("[]")

        with pytest.raises(InvalidDocument, match="expected an object, got a list"):
            serializers.load(file)


@EACH
def test_a_file_that_is_not_there_is_pythons_own_error(tmp_path, suffix):
    """
    Whoever handles missing files already handles these.
    """
    with pytest.raises(FileNotFoundError):
        serializers.load(tmp_path / f"missing{suffix}")


@EACH
def test_saving_again_replaces_what_was_there(tmp_path, register, suffix):
    """
    Nothing of the old contents stays, and nothing lies beside them.
    """
    file = tmp_path / f"a{suffix}"
    serializers.save(register, file)
    serializers.save(Register(), file)

    assert serializers.load(file) == Register()
    assert list(tmp_path.iterdir()) == [file]


def test_a_failure_in_the_midst_leaves_what_was_there(tmp_path):
    """
    Half of the new is never seen, and its draft is taken away.
    """
    file = tmp_path / "a.json"
    file.write_text("before")

    def write_half_of_it():
        with replacing(file) as opened:
            opened.write(b"half")
            opened.flush()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half_of_it()

    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="limits are of Unix")
@EACH
def test_a_full_disk_leaves_what_was_there(tmp_path, register, suffix):
    """
    When no more can be written, Python's error tells so and the old file stays.
    """
    file = tmp_path / f"a{suffix}"
    serializers.save(register, file)
    program = """
import resource, sys
from attrs import evolve
from medborgarloften import Register, serializers
register = serializers.load(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
many = (evolve(each, id=str(n)) for each in register.values() for n in range(999))
try:
    serializers.save(Register(many), sys.argv[1])
except OSError as error:
    print(type(error).__name__, error.strerror)
"""
    told = subprocess.run(
        [sys.executable, "-c", program, str(file)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    assert told.stdout == "FileError File too large\n"
    assert serializers.load(file) == register
    assert list(tmp_path.iterdir()) == [file]


def test_a_text_that_cannot_be_written_leaves_what_was_there(tmp_path, agreement):
    """
    A faulty thing is refused before a file is touched.
    """
    file = tmp_path / "a.json"
    json.dump(agreement, file)

    with pytest.raises(InvalidField):
        json.dump([agreement], file)

    assert json.load(file) == agreement
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    "suffix",
    # These may be folders, whatever their names.
    sorted({*serializers.suffixes()} - {".parquet", ".yaml", ".yml"}),
)
def test_where_no_file_can_be_pythons_own_error_tells(tmp_path, register, suffix):
    """
    A folder in its place, no folder around it, or a file for a folder.
    """
    folder, file = tmp_path / f"folder{suffix}", tmp_path / "file"
    folder.mkdir()
    file.write_text("before")

    with pytest.raises(IsADirectoryError):
        serializers.save(register, folder)
    with pytest.raises(FileNotFoundError) as no_folder:
        serializers.save(register, tmp_path / "nowhere" / f"a{suffix}")
    with pytest.raises(NotADirectoryError) as no_such_folder:
        serializers.save(register, file / f"a{suffix}")

    assert no_folder.value.filename == str(tmp_path / "nowhere" / f"a{suffix}")
    assert no_folder.value.errno == errno.ENOENT
    assert no_such_folder.value.filename == str(file / f"a{suffix}")
    assert file.read_text() == "before"
    assert sorted(tmp_path.iterdir()) == [file, folder]
    assert list(folder.iterdir()) == []


def test_a_link_stays_a_link(tmp_path, register):
    """
    Saving through a symbolic link replaces the file that it leads to.
    """
    file, link = tmp_path / "there" / "a.json", tmp_path / "link.json"
    file.parent.mkdir()
    link.symlink_to(file)

    serializers.save(Register(), link)
    serializers.save(register, link)

    assert link.readlink() == file
    assert serializers.load(file) == register


@pytest.mark.parametrize("wanted", [0o600, 0o640, 0o664])
def test_permissions_stay_as_they_were(tmp_path, wanted):
    """
    A file that others may not read is not opened to them by saving it.
    """
    file = tmp_path / "a.json"
    file.write_text("before")
    file.chmod(wanted)

    with replacing(file) as opened:
        (draft,) = (each for each in tmp_path.iterdir() if each != file)
        assert mode(draft) == wanted
        opened.write(b"after")

    assert (file.read_bytes(), mode(file)) == (b"after", wanted)


def test_a_new_file_is_like_any_other(tmp_path, register):
    """
    A file that was not there gets the permissions that new files get.
    """
    serializers.save(register, tmp_path / "a.json")
    (tmp_path / "other").write_text("x")

    assert mode(tmp_path / "a.json") == mode(tmp_path / "other")


def test_what_is_no_file_is_written_to(tmp_path, register):
    """
    A pipe, like a device, is not replaced by a file.
    """
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        serializers.save(register, pipe)
        written = os.read(reader, 1_000_000)
    finally:
        os.close(reader)

    assert jsonl.loads(written) == register
    assert pipe.is_fifo()


def test_a_large_file_is_read_line_by_line(tmp_path, register):
    """
    Lines are read as they come: what comes before one need not be kept.
    """
    first, second = jsonl.dumps(register).splitlines(keepends=True)
    file = Path(tmp_path / "a.jsonl")
    file.write_text(first + second * 1000, "utf-8")

    assert serializers.load(file) == register


# ---------------------------------------------------------------- what is refused


def error_of(work):
    """Do what the system refuses, and take the error."""
    with pytest.raises(FileError) as caught:
        work()
    return caught.value


def test_a_file_error_tells_the_file_and_what_may_help(tmp_path, register):
    """
    It is Python's own error too, with its number, its words and the file.
    """
    missing, folder = tmp_path / "no.json", tmp_path / "a.json"
    folder.mkdir()

    error = error_of(lambda: serializers.load(missing))
    assert isinstance(error, FileMissing | FileNotFoundError)
    assert (error.errno, error.filename) == (errno.ENOENT, str(missing))
    assert str(error) == (
        f"{missing}: no such file or directory; "
        "see that the name is right, and that its folder is there"
    )
    error = error_of(lambda: serializers.save(register, folder))
    assert isinstance(error, FolderInTheWay)
    assert str(error).endswith("is a directory; name a file, not a folder")


def test_what_is_seldom_refused_is_told_as_well(tmp_path, register):
    """
    A name that is too long, and links that lead in a circle.
    """
    circle = tmp_path / "a.json"
    circle.symlink_to(circle)

    assert "shorter name" in str(
        error_of(lambda: serializers.save(register, tmp_path / f"{'x' * 300}.json"))
    )
    assert "symbolic links" in str(error_of(lambda: serializers.load(circle)))
    assert error_of(lambda: serializers.load(circle)).errno == errno.ELOOP


def test_an_error_that_nobody_has_a_remedy_for_is_told_all_the_same():
    """
    The system's own words stand, with what can be said of any file.
    """
    error = FileError.of(OSError(errno.EIO, "Input/output error"), "a.json")

    assert type(error) is FileError
    assert str(error) == (
        "a.json: input/output error; see that it can be read or written"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="rights are of Unix")
def test_a_folder_without_rights_keeps_what_it_has(tmp_path, register):
    """
    Whoever may not write there is told so, and whoever may not read.
    """
    file = tmp_path / "a.json"
    serializers.save(register, file)
    program = """
import os, sys
from medborgarloften import Register, serializers
from medborgarloften.errors import FileNotAllowed
file = sys.argv[1]
# Imported now: later the library itself may not be read.
serializers.save(serializers.load(file), file)
if os.getuid() == 0:
    os.setuid(65534)  # nobody: root may do everything
for work, what in ((serializers.save, (Register(), file)), (serializers.load, (file,))):
    try:
        work(*what)
    except FileNotAllowed as error:
        print(isinstance(error, PermissionError), str(error).rpartition("; ")[2])
"""
    tmp_path.chmod(0o500)
    file.chmod(0o000)
    try:
        told = subprocess.run(
            [sys.executable, "-c", program, str(file)],
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
    finally:
        tmp_path.chmod(0o700)
        file.chmod(0o600)

    assert told.stdout == "True ask for the right to it, or choose another place\n" * 2
    assert serializers.load(file) == register
    assert list(tmp_path.iterdir()) == [file]


# ---------------------------------------------------------------- folders


def test_files_of_a_folder_are_replaced_together(tmp_path):
    """
    If one of them cannot be written, none is.
    """
    folder = tmp_path / "tables"
    replacing_all(folder, {"a.csv": b"1", "b.csv": b"1"})
    (folder / "other.txt").write_text("mine")
    (folder / "c.csv").mkdir()

    with pytest.raises(FolderInTheWay):
        replacing_all(folder, {"a.csv": b"2", "b.csv": b"2", "c.csv": b"2"})

    assert (folder / "a.csv").read_bytes() == b"1"
    assert sorted(each.name for each in folder.iterdir()) == [
        "a.csv",
        "b.csv",
        "c.csv",
        "other.txt",
    ]


def test_a_folder_that_was_made_for_nothing_is_taken_away(tmp_path):
    """
    After a failure there is what there was before: nothing.
    """
    with pytest.raises(FileError, match="shorter name"):
        replacing_all(tmp_path / "tables", {"a.csv": b"1", "x" * 300: b"1"})

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("failing", range(4))
def test_whichever_file_cannot_take_its_place_none_does(tmp_path, monkeypatch, failing):
    """
    A table that is open in Excel cannot be replaced on Windows: all stay then.
    """
    folder = tmp_path / "tables"
    before = {"a.csv": b"1", "b.csv": b"1"}
    replacing_all(folder, before)
    replace, calls = Path.replace, []

    def refuse_one(self, target):
        calls.append(target)
        if len(calls) == failing + 1:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse_one)
    with pytest.raises(FileNotAllowed):
        replacing_all(folder, {"a.csv": b"2", "b.csv": b"2"})

    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


def test_a_pipe_is_known_by_any_of_its_names(register):
    """
    What a shell hands over as a file is written to, not replaced.
    """
    inlet, outlet = os.pipe()
    try:
        serializers.save(register, f"/dev/fd/{outlet}", format="jsonl")
        written = os.read(inlet, 1_000_000)
    finally:
        os.close(inlet)
        os.close(outlet)

    assert jsonl.loads(written) == register


def test_a_name_that_no_file_can_have_is_told(register):
    """
    It is a fault of the name, and not of the program.
    """
    with pytest.raises(FileError, match="choose another name"):
        serializers.save(register, "a\0b.json")
    with pytest.raises(FileError, match="choose another name"):
        serializers.load("a\0b.json")


def test_other_errors_of_values_are_left_as_they_are(tmp_path):
    """
    Only a name that cannot be is taken for one.
    """
    with pytest.raises(ValueError, match="mine"), replacing(tmp_path / "a.json"):
        raise ValueError("mine")
