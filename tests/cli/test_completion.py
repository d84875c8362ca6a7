from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from medborgarloften.queries import in_municipality, promised_by, with_status
from medborgarloften.reference import municipalities

PROGRAM = "medborgarloften"
# What a shell does when somebody presses tab after the words.
TAB = """
source "$1"; shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
"$(complete -p medborgarloften | sed 's/.*-F \\([^ ]*\\).*/\\1/')"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory):
    """Write the script for bash, in Swedish."""
    path = tmp_path_factory.mktemp("completion") / "medborgarloften.bash"
    told = subprocess.run(
        [
            sys.executable,
            "-m",
            "medborgarloften",
            *["--lang", "sv", "completion", "bash"],
        ],
        capture_output=True,
        check=True,
    )
    path.write_bytes(told.stdout)
    return path


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("c", "compare coverage counts copies check convert completion"),
        ("--", "--lang --version --help"),
        ("--lang ", "sv en"),
        ("--lang en cov", "coverage"),
        ("gaps r.jsonl --b", "--between"),
        ("gaps r.jsonl --kind ", "citizens_promise cooperation_agreement"),
        ("counts r.jsonl --by p", "promisor police_region"),
        ("coverage r.jsonl --by co", "county country"),
        ("find r.jsonl --theme nark", "narkotika"),
        ("find r.jsonl --theme drug", ""),  # that would be English
        ("find r.jsonl --theme sex", "sexual_offences"),  # no label to be typed
        ("find r.jsonl --by pol", "polis"),
        ("find r.jsonl --status inte", "inte-påbörjat inte-uppfyllt"),
        ("find r.jsonl --municipality strä", "strängnäs"),
        ("find r.jsonl --municipality Katr", "Katrineholm"),
        ("find r.jsonl --county öre", "örebro"),
        ("find r.jsonl --county Sö", "Södermanland"),
        ("find r.jsonl --police-region B", "Bergslagen"),
        ("show ", "page.txt"),
        ("check page.txt pa", "page.txt"),
        ("find r.jsonl --format js", "json jsonl"),
        ("schema t", "tables"),
        ("plot t", "timeline themes"),
        ("plot themes pag", "page.txt"),
        ("completion ", "bash zsh tcsh"),
        ("read pa", "page.txt"),
        ("read page.txt -o pa", "page.txt"),
    ],
)
def test_a_shell_completes_what_is_typed(script, tmp_path, typed, offered):
    """
    Commands, options, words and names of files are offered, as far as they fit.
    """
    (tmp_path / "page.txt").touch()

    done = subprocess.run(
        [*["bash", "--norc", "-c"], TAB, "tab", script, PROGRAM, *typed.split(" ")],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        encoding="utf-8",
    )

    assert done.stdout.split() == offered.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_there_is_a_script_for_each_shell(run, shell):
    """
    It knows the commands.
    """
    done = run("completion", shell)

    assert (done.code, done.err) == (0, "")
    assert "measurability" in done.out


def test_what_is_offered_is_understood(run):
    """
    What stands for a name is taken for it.
    """
    offered = run("completion", "bash").out

    for each in municipalities():
        for name in (typed(each), typed(each).casefold()):
            assert name in offered
            assert in_municipality(name) == in_municipality(each.code)
    assert promised_by("annan-myndighet") == promised_by("annan myndighet")
    assert with_status("inte uppfyllt") == with_status("not_fulfilled")


def typed(place):
    """Write the name of a place as it can be typed without quotation marks."""
    return place.name.replace(" ", "-")


def test_a_missing_library_is_told(run, monkeypatch):
    """
    Without what writes the script, the extra that brings it is named.
    """
    monkeypatch.setitem(sys.modules, "shtab", None)

    assert run("completion", "zsh").err == (
        "medborgarloften: det här behöver shtab; installera medborgarloften[cli]\n"
    )
