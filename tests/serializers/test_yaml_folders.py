from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from medborgarloften import Agreement, InvalidDocument, InvalidField, Register
from medborgarloften.errors import FileError
from medborgarloften.serializers import yaml
from medborgarloften.serializers._yaml.folders import _file_name, read_folder
from medborgarloften.testing import registers

# Making many registers takes longer than all that is done with them here.
FEWER = settings(max_examples=15)

ALIKE = ["Åre", "åre", "are", "ARE", "Are!", "are/", "../are", "are.", " are", "ar\ne"]
IDS = [*ALIKE, "con", "COM1", "/", "..", "\0", "-", "å" * 300, "a" * 300, "a" * 299]


def register_of(agreement, *ids):
    """Make a register of agreements that differ only in their ids."""
    return Register(evolve(agreement, id=id_) for id_ in ids)


def problems_of(folder):
    """Tell what is wrong in a folder."""
    with pytest.raises(InvalidDocument) as caught:
        yaml.load(folder)
    return [str(problem) for problem in caught.value.problems]


@FEWER
@given(registers(max_size=2))
def test_a_register_comes_back_as_it_was(tmp_path_factory, register):
    """
    Nothing is lost in a folder, and the same register gives the same files.
    """
    one, other = (tmp_path_factory.mktemp("folder") for _ in range(2))
    yaml.dump(register, one)
    yaml.dump(register, other)

    assert yaml.load(one) == yaml.load_register(str(one)) == register
    assert contents(one) == contents(other)


def contents(folder):
    """Tell what is in the files of a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_each_agreement_has_a_file_with_its_outcomes(tmp_path, agreement, register):
    """
    A file is named after the id; one without outcomes is the agreement's alone.
    """
    more = register.add(evolve(agreement, id="habo-2020"))
    yaml.dump(more, tmp_path)

    assert contents(tmp_path) == {
        "askersund-2019-2021.yaml": yaml.dumps(register).encode(),
        "habo-2020.yaml": yaml.dumps(more["habo-2020"]).encode(),
    }


def test_lines_are_counted_in_the_language_of_the_rest(tmp_path, agreement):
    """
    The name of the file comes first, in Swedish as in English.
    """
    written = yaml.dumps(agreement)
    (tmp_path / "a.yaml").write_text(written.replace("2019-01-01", "1 maj 2019"))
    (tmp_path / "b.yaml").write_text("a: b: c")

    with pytest.raises(InvalidDocument) as caught:
        yaml.load(tmp_path)

    told = [problem.in_language("sv") for problem in caught.value.problems]
    line = 1 + written[: written.index("2019-01-01")].count("\n")
    assert told[0] == (
        f"a.yaml: rad {line}: $.period.first_day: väntade ett datum enligt ISO 8601, "
        "fick '1 maj 2019'; skriv det som 2024-05-01"
    )
    assert told[1].startswith("b.yaml: $: rad 1, kolumn 5: inte YAML: ")


def test_people_can_be_left_out(tmp_path, register):
    """
    As in a single file.
    """
    yaml.dump(register, tmp_path, without_people=True)

    assert yaml.load(tmp_path) == register.without_people()


def test_no_two_ids_share_a_file(tmp_path, agreement):
    """
    Ids that systems take for the same name, or for a way out of the folder, or that
    are longer than names may be, are all kept apart inside it.
    """
    register = register_of(agreement, *IDS)
    yaml.dump(register, tmp_path)

    names = [file.name for file in tmp_path.iterdir()]
    assert len({name.lower() for name in names}) == len(IDS)
    assert all(name.isascii() and len(name) <= 110 for name in names)
    assert {"are.yaml", "con.yaml"} & set(names) == {"are.yaml"}
    assert yaml.load(tmp_path) == register


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_name_is_safe_whatever_the_id(one, other):
    """
    No id makes a hidden file, a path, or the name of another id's file.
    """
    assume(one != other)
    names = [
        _file_name(id_.encode("utf-8", "replace").decode()) for id_ in (one, other)
    ]

    assert all(re.fullmatch(r"[a-z0-9_][a-z0-9_-]*\.yaml", name) for name in names)
    assert names[0] != names[1]


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("askersund-2019", "askersund-2019.yaml"),
        ("Åsele/2019", "asele-2019_"),
        ("..", "_"),
        ("con", "con_"),
        ("x" * 101, "x" * 60 + "_"),
        # what could be taken for the name of another id with a checksum
        ("asele_0123456789abcdef", "asele-0123456789abcdef_"),
    ],
)
def test_a_name_is_the_id_where_it_can_be(id_, name):
    """
    Another name begins with what is left of the id, and a checksum tells the rest.
    """
    made = _file_name(id_)

    assert made == name or re.fullmatch(f"{name}[0-9a-f]{{32}}.yaml", made)


def test_files_that_are_there_are_replaced(tmp_path, agreement, register):
    """
    Saving again writes the same files, with what is new in them.
    """
    yaml.dump(register, tmp_path)
    changed = register.replace(agreement.with_notes("ny"))
    yaml.dump(changed, tmp_path)

    assert yaml.load(tmp_path) == changed
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("name", ["other.yaml", "OTHER.YML", "other.yaml.gz"])
def test_other_yaml_files_are_neither_lost_nor_read(tmp_path, register, name):
    """
    They are named with what to do, before anything is written.
    """
    (tmp_path / name).write_text("before")

    with pytest.raises(InvalidField, match=f"move them away first: {name}$"):
        yaml.dump(register, tmp_path)

    assert contents(tmp_path) == {name: b"before"}


def test_of_many_other_files_some_are_named(tmp_path, register):
    """
    The error is no longer than can be read.
    """
    for number in range(21):
        (tmp_path / f"{number:02}.yaml").touch()

    with pytest.raises(InvalidField, match=r"00\.yaml, .*, 19\.yaml …$"):
        yaml.dump(register, tmp_path)


def test_files_that_are_no_yaml_are_no_matter(tmp_path, register):
    """
    Notes, hidden files and folders may lie beside the agreements.
    """
    (tmp_path / "README.md").write_text("# Avtal")
    (tmp_path / ".hidden.yaml").write_text("- no: agreement")
    (tmp_path / "older.yaml").mkdir()
    yaml.dump(register, tmp_path)

    assert yaml.load(tmp_path) == register


def test_what_is_to_be_a_folder_is_told_by_its_name(tmp_path, register, monkeypatch):
    """
    A slash at the end, or no suffix, makes a folder; what is there stays what it is.
    """
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    Path("folder.yaml").mkdir()
    for name in ("a/", "b.x/", "c", "file", "d.yaml", "folder.yaml"):
        yaml.dump(register, name)

        assert yaml.load(name) == register

    folders = {each.name for each in tmp_path.iterdir() if each.is_dir()}
    assert folders == {"a", "b.x", "c", "folder.yaml"}


def test_an_empty_register_is_an_empty_folder(tmp_path):
    """
    It is made, and read back.
    """
    yaml.dump(Register(), tmp_path / "empty")

    assert list((tmp_path / "empty").iterdir()) == []
    assert yaml.load(tmp_path / "empty") == Register()


def test_only_a_register_fits_a_folder(tmp_path, agreement):
    """
    Several agreements would lose their order, so they are refused.
    """
    for thing in (agreement, (agreement,)):
        with pytest.raises(
            InvalidField, match="give a Register to write into a folder"
        ):
            yaml.dump(thing, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_a_register_and_nothing_else(tmp_path, register):
    """
    Who wants an agreement is told what there is.
    """
    yaml.dump(register, tmp_path)

    assert yaml.load(tmp_path, Register) == register
    with pytest.raises(InvalidDocument, match="got medborgarloften/register"):
        yaml.load(tmp_path, Agreement)


def test_every_kind_of_document_is_read(tmp_path, agreement, register):
    """
    Files that people put there hold one agreement, several, or outcomes too; what
    two of them say alike is one.
    """
    more = tuple(evolve(agreement, id=id_) for id_ in ("a", "b"))
    yaml.dump(agreement, tmp_path / "1.yaml")
    yaml.dump((agreement, *more), tmp_path / "2.yml")
    yaml.dump(register, tmp_path / "3.yaml.gz")

    assert yaml.load(tmp_path) == register.add(*more)


def test_every_fault_in_every_file_is_told(tmp_path, agreement, register):
    """
    Its path begins with the name of the file and the line.
    """
    document = yaml.dumps(agreement)
    (tmp_path / "a.yaml").write_text(document.replace("title:", "titel:"), "utf-8")
    (tmp_path / "b.yaml").write_text("a: *b", "utf-8")
    (tmp_path / "c.yaml").write_bytes(b"\xff")
    (tmp_path / "d.yaml.gz").write_bytes(b"x")
    (tmp_path / "e.yaml").write_text(document, "utf-8")
    yaml.dump(
        (evolve(agreement, id="f"), agreement.with_notes("x")), tmp_path / "f.yaml"
    )
    yaml.dump(agreement.with_notes("y"), tmp_path / "g.yaml")
    (tmp_path / "h.yaml").write_text(
        yaml.dumps(register).replace("promise: 2", "promise: 3"), "utf-8"
    )

    told = problems_of(tmp_path)

    assert [each.partition("; ")[0] for each in told] == [
        "a.yaml: line 4: $.titel: is not a known field",
        "a.yaml: line 1: $.title: is missing",
        "b.yaml: $: line 1, column 4: an alias is not read",
        "c.yaml: $: line 1, column 1: the byte 0xff is not UTF-8",
        "d.yaml.gz: $: is not compressed as its name says, or damaged",
        (
            "f.yaml: line 56: $.agreements[1].id: another agreement in e.yaml has the"
            " id 'askersund-2019-2021'"
        ),
        (
            "g.yaml: line 3: $.id: another agreement in e.yaml has the"
            " id 'askersund-2019-2021'"
        ),
        (
            "h.yaml: line 58: $.outcomes[0].promise: 'askersund-2019-2021' has no"
            " promise 3"
        ),
    ]


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    """
    A link that leads nowhere is not passed over.
    """
    (tmp_path / "a.yaml").symlink_to(tmp_path / "nowhere")

    with pytest.raises(FileError, match=r"a\.yaml: no such file"):
        yaml.load(tmp_path)


def test_a_folder_that_cannot_be_looked_into_is_named(tmp_path):
    """
    The error is Python's own, and the library's.
    """
    with pytest.raises(FileError, match="nowhere: no such file"):
        read_folder(tmp_path / "nowhere")
    with pytest.raises(FileError, match="file name too long"):
        yaml.load("x" * 5000)


def test_where_no_folder_can_be_it_is_told(tmp_path, register):
    """
    A file in its place, or no folder around it.
    """
    (tmp_path / "file").write_text("before")

    with pytest.raises(FileError):
        yaml.dump(register, f"{tmp_path}/file/")
    with pytest.raises(FileNotFoundError):
        yaml.dump(register, tmp_path / "nowhere" / "folder")
    with pytest.raises(FileNotFoundError):
        yaml.load(tmp_path / "nowhere")

    assert contents(tmp_path) == {"file": b"before"}
