from __future__ import annotations

import json as plain_json

import pytest
from attrs import evolve

from medborgarloften import Area, Register, examples
from medborgarloften.serializers import json, jsonl, save


def test_a_good_register_is_called_good(run, register):
    """
    What is in it is counted.
    """
    assert run("check", register) == (
        0,
        f"{register}: inga fel; överenskommelser 3, löften 3, utfall 2\n",
        "",
    )


def test_what_is_odd_is_told_and_is_no_fault(run, tmp_path):
    """
    A mistyped kommunkod may be a new one, so it is told beside the answer.
    """
    flen = examples.register()["flen-fran-2020-03-01-tills-vidare"]
    parties = tuple(evolve(each, code=each.code and "0842") for each in flen.parties)
    mistyped = evolve(flen, area=Area(municipalities=("9999",)), parties=parties)
    path = tmp_path / "register.jsonl"
    save(Register([mistyped]), path)

    done = run("check", path, "--lang", "en")

    assert done.code == 0
    assert done.out.startswith(f"{path}: no faults")
    odd = f"{path}: {flen.id}: no municipality has the kommunkod"
    assert done.err.splitlines() == [
        f"{odd}: 9999",
        f"{odd}: 0842; did you mean 0482 Flen?",
    ]


def test_every_fault_is_told_with_its_place(run, register):
    """
    All faults are told, in the language asked for, and the exit code is 1.
    """
    lines = register.read_text("utf-8").splitlines()
    broken = [plain_json.loads(line) for line in lines]
    broken[0]["title"] = None
    broken[1]["promises"][0]["number"] = "1"
    register.write_text("\n".join(map(plain_json.dumps, broken)), "utf-8")

    swedish, english = (run("check", register, "--lang", each) for each in ("sv", "en"))

    assert (swedish.code, swedish.out) == (1, "")
    first, second = swedish.err.splitlines()
    assert first.startswith(f"{register}: 1:$.title: ")
    assert second.startswith(f"{register}: 2:$.promises[0].number: ")
    assert len(english.err.splitlines()) == 2
    assert english.err != swedish.err


@pytest.mark.parametrize("command", [("find",), ("show", "lund")])
def test_a_faulty_register_answers_nothing(run, tmp_path, command):
    """
    Other commands tell the faults too, instead of an answer from what is left.
    """
    path = tmp_path / "register.json"
    path.write_text("{}", "utf-8")
    name, *rest = command

    done = run(name, path, *rest)

    assert (done.code, done.out) == (1, "")
    assert "$.schema: saknas" in done.err


@pytest.mark.parametrize("form", [json, jsonl], ids=["json", "jsonl"])
def test_standard_input_may_be_either_form_of_json(run, register, form):
    """
    What comes through a pipe is told apart by how it begins.
    """
    typed = form.dumps(jsonl.load(register)).encode()

    done = run("check", "-", typed=typed)

    assert done.out == "-: inga fel; överenskommelser 3, löften 3, utfall 2\n"


def test_nothing_on_standard_input_is_an_empty_register(run):
    """
    Pages without agreements give no lines, and no promises.
    """
    assert run("find", "-").out == "Inga löften.\n"


def test_faults_of_standard_input_are_told(run):
    """
    What was typed is checked as a file would be.
    """
    done = run("check", "-", typed=b"what?")

    assert done.code == 1
    assert done.err.startswith("-: $: ")


def test_several_registers_are_checked(run, register, tmp_path):
    """
    Each is told of, whatever is wrong with those before it.
    """
    faulty = tmp_path / "faulty.json"
    faulty.write_text("{}", "utf-8")

    done = run("check", faulty, register)

    assert done.code == 1
    assert done.out.startswith(f"{register}: inga fel; ")
    assert done.err.startswith(f"{faulty}: $")


@pytest.mark.parametrize("form", ["r.jsonl", "r.json"])
def test_an_empty_register_is_called_empty(run, tmp_path, form):
    """
    Nothing is wrong in it, and there is nothing in it.
    """
    save(Register(), tmp_path / form)

    assert run("check", tmp_path / form, "--lang", "en") == (
        0,
        f"{tmp_path / form}: no faults, but the register is empty\n",
        "",
    )
