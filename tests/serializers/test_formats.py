"""What holds for every format alike."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medborgarloften import InvalidDocument, InvalidField, Register, serializers
from medborgarloften.serializers import format_of, formats, suffixes
from medborgarloften.testing import registers

FEWER = settings(max_examples=15, suppress_health_check=list(HealthCheck))

# What each is saved as: a file, or a folder.
NAMES = {
    **{
        name: f"register.{suffix}"
        for name, suffix in (
            ("arrow", "arrow"),
            ("json", "json"),
            ("jsonl", "jsonl"),
            ("jsonld", "jsonld"),
            ("parquet", "parquet"),
            ("turtle", "ttl"),
            ("xlsx", "xlsx"),
            ("yaml", "yaml"),
        )
    },
    "csv": "tables",
}
EACH = pytest.mark.parametrize("name", sorted(NAMES))
FILES = pytest.mark.parametrize("name", sorted(set(NAMES) - {"csv"}))


def contents(path):
    """Take all the bytes of a file, or of a folder."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files}


def test_every_format_is_tried():
    """
    A format that is added is held to all that is told here.
    """
    assert formats() == tuple(sorted(NAMES))


@FEWER
@given(registers(max_size=2), st.permutations(sorted(NAMES)))
def test_a_register_goes_through_every_format_unchanged(register, order):
    """
    From one to the next, in any order, nothing is lost and nothing is added.
    """
    at = register
    with TemporaryDirectory() as folder:
        for name in order:
            path = Path(folder, NAMES[name])
            serializers.save(at, path, format=name)
            at = serializers.load(path)

            assert at == register, name
            # Equal is not enough: a word of a list equals its text.
            assert repr(attrs.astuple(at)) == repr(attrs.astuple(register)), name


@EACH
def test_the_same_register_gives_the_same_bytes(tmp_path, register, name):
    """
    However it was put together, and whenever it is saved, in another process too.
    """
    one, other, third = (tmp_path / each / NAMES[name] for each in "abc")
    for path in (one, other, third):
        path.parent.mkdir()
    backwards = Register(reversed(register.agreements), reversed(register.outcomes))
    serializers.save(register, one, format=name)
    serializers.save(backwards, other, format=name)
    program = """
import sys
from medborgarloften import serializers
serializers.save(serializers.load(sys.argv[1]), sys.argv[2], format=sys.argv[3])
"""
    subprocess.run(
        [sys.executable, "-c", program, str(one), str(third), name], check=True
    )

    assert contents(one) == contents(other) == contents(third)


@EACH
def test_people_are_left_out_when_asked(tmp_path, register, name):
    """
    Nothing of those who signed is in the file, and all else is.
    """
    path = tmp_path / NAMES[name]
    serializers.save(register, path, format=name, without_people=True)

    assert serializers.load(path) == register.without_people()
    assert all("Öberg".encode() not in data for data in contents(path).values())


@EACH
def test_what_is_empty_is_a_register_too(tmp_path, name):
    """
    A register with nothing in it is saved and loaded like any other.
    """
    path = tmp_path / NAMES[name]
    serializers.save(Register(), path, format=name)

    assert serializers.load(path) == Register()


@EACH
def test_the_same_names_are_in_each_module(tmp_path, register, name):
    """
    Whoever knows one format knows them all.
    """
    module = import_module(f"medborgarloften.serializers.{name}")
    path = tmp_path / NAMES[name]
    module.dump(register, path)

    assert module.load(path) == module.load_register(path) == register
    assert module.loads(module.dumps(register)) == register
    assert {"dump", "dumps", "load", "load_register", "loads"} <= set(module.__all__)


@EACH
def test_only_registers_are_saved(tmp_path, name):
    """
    Anything else is refused before there is a file.
    """
    path = tmp_path / NAMES[name]

    with pytest.raises(InvalidField):
        serializers.save("text", path, format=name)

    assert not path.exists()


@FILES
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_what_is_no_document_is_told_to_be_none(tmp_path, name, data):
    """
    Whatever a file holds, its fault is told as that of a document.
    """
    path = tmp_path / NAMES[name]
    path.write_bytes(data)
    loaded = problems = None
    try:
        loaded = serializers.load(path)
    except InvalidDocument as error:
        problems = error.problems

    assert loaded == Register() or problems
    assert all(each.message and each.message_sv for each in problems or ())


@FILES
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_off_is_refused(tmp_path, register, name, kept):
    """
    Part of a register is none, and is never taken for one.
    """
    path = tmp_path / NAMES[name]
    serializers.save(register, path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])

    # A cut between lines or triples can leave what is whole: then less is not taken
    # for all, for it is another register.
    with pytest.raises(InvalidDocument):
        serializers.load(path)


@pytest.mark.parametrize("name", ["json", "jsonl", "jsonld", "turtle", "yaml"])
def test_a_newer_version_is_refused_with_the_remedy(tmp_path, register, name):
    """
    Whoever has an old library is told to get a new one.
    """
    path = tmp_path / NAMES[name]
    serializers.save(register, path)
    text = path.read_text("utf-8")
    newer = text.replace('"schema_version": 2', '"schema_version": 3')
    newer = newer.replace('"schema_version":2', '"schema_version":3')
    newer = newer.replace("schema_version: 2", "schema_version: 3")
    newer = newer.replace("schema_version 2", "schema_version 3")
    path.write_text(newer, "utf-8")

    assert newer != text
    with pytest.raises(InvalidDocument, match="upgrade medborgarloften"):
        serializers.load(path)


# ---------------------------------------------------------------- which it is


def test_the_name_tells_the_format():
    """
    Each end is of one format, whatever its case, below what tells of compression.
    """
    told = {suffix: format_of(f"a{suffix}") for suffix in suffixes()}

    assert set(told.values()) == set(formats()) - {"csv"}
    assert format_of("A.YAML.GZ") == "yaml"
    assert format_of("a.ics", to_write=True) == "calendar"
    assert suffixes(write_only=True) == (".ics", ".md")


@pytest.mark.parametrize("name", ["csv", "parquet", "yaml"])
def test_what_is_in_a_folder_tells_the_format(tmp_path, register, name):
    """
    What was saved into a folder needs no name of a format to be loaded.
    """
    folder = tmp_path / "folder"
    serializers.save(register, folder, format=name)

    assert format_of(folder) == name
    assert serializers.load(folder) == register


def test_a_folder_of_two_formats_is_not_guessed_about(tmp_path, register):
    """
    Which of them is meant has to be said.
    """
    serializers.save(register, tmp_path / "a.yaml")
    (tmp_path / "a.csv").write_text("x")

    with pytest.raises(InvalidField, match="it has csv and yaml; say the format"):
        serializers.load(tmp_path)
    assert serializers.load(tmp_path, format="yaml") == register


@pytest.mark.parametrize(
    ("path", "format_", "remedy"),
    [
        ("a", None, "or, for a folder, say the format: csv, parquet or yaml$"),
        ("a.xml", None, r"; let the name end in \.json, .* or \.ttl$"),
        ("a.csv", None, "as serializers.csv.dump_flat writes, cannot be read back$"),
        ("a.md", None, r"only written, and cannot be read back; let .* in \.json, "),
        ("a.TXT", None, r"is a page: read it with medborgarloften\.reading; or let"),
        ("a.xhtml", None, r"is a page: read it with medborgarloften\.reading; or let"),
        ("a.json", "jsnl", "'jsnl' will not do; say jsonl"),
        ("a.json", "markdown", "'markdown' will not do; say"),
    ],
)
def test_what_cannot_be_loaded_is_told(tmp_path, path, format_, remedy):
    """
    The error tells the names that would do.
    """
    with pytest.raises(InvalidField, match=remedy):
        serializers.load(tmp_path / path, format=format_)


def test_what_cannot_be_saved_is_told(tmp_path, register):
    """
    What a .csv may be is told, and so is what writes each of the two.
    """
    told = {}
    for name in ("a.csv", "a.txt"):
        with pytest.raises(InvalidField) as caught:
            serializers.save(register, tmp_path / name)
        told[name] = caught.value.remedy

    assert told["a.csv"] == (
        "a register in CSV is a folder of files: name a folder, and say format='csv'; "
        "one file with a row for each promise, which cannot be read back, is written "
        "by serializers.csv.dump_flat"
    )
    assert told["a.txt"].startswith("let the name end in .json, ")
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("name", ["json", "csv"])
def test_many_things_that_are_no_register_are_not_all_shown(name):
    """
    The error names their class, and shows what is short as it is.
    """
    module = import_module(f"medborgarloften.serializers.{name}")

    with pytest.raises(InvalidField, match=r": <class 'list'> will not do; give a Reg"):
        module.dumps([*range(100)])
    with pytest.raises(InvalidField, match=r": \[1\] will not do; give a Register"):
        module.dumps([1])


def test_what_is_written_for_people_is_saved_but_not_loaded(tmp_path, register):
    """
    A calendar and a page are no formats that a register can come back from.
    """
    for name in ("a.ics", "a.md"):
        serializers.save(register, tmp_path / name)

        assert (tmp_path / name).stat().st_size > 0
        with pytest.raises(InvalidField):
            serializers.load(tmp_path / name)


def test_a_name_that_says_another_format_is_refused(tmp_path, register):
    """
    A page of Markdown is not written under the name of a register.
    """
    path = tmp_path / "a.json"
    serializers.save(register, path)

    with pytest.raises(InvalidField, match="it ends as json; give it another name"):
        serializers.save(register, path, format="markdown")

    assert serializers.load(path) == register


@pytest.mark.parametrize("name", ["json", "yaml"])
def test_only_what_a_document_can_be_is_wanted(register, name):
    """
    Anything else is refused with what can.
    """
    module = import_module(f"medborgarloften.serializers.{name}")

    for wanted in (dict, "Register"):
        with pytest.raises(InvalidField, match="say Register, Agreement or tuple"):
            module.loads(module.dumps(register), wanted)


@pytest.mark.parametrize("name", ["json", "yaml"])
def test_people_are_left_out_of_single_agreements_too(agreement, name):
    """
    Of one agreement, and of several that are no register.
    """
    module = import_module(f"medborgarloften.serializers.{name}")
    published = agreement.without_people()

    for thing, left in ((agreement, published), ((agreement,), (published,))):
        assert module.loads(module.dumps(thing, without_people=True)) == left
