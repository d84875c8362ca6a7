from __future__ import annotations

import json
from datetime import date

import pytest

from medborgarloften import Register, examples, plots
from medborgarloften.model import AgreementKind
from medborgarloften.queries import about, in_county
from medborgarloften.serializers import save

EXAMPLE = examples.register()
ON = date(2020, 6, 1)


@pytest.fixture
def example(tmp_path):
    """Write the example register to a file."""
    save(EXAMPLE, tmp_path / "register.jsonl")
    return tmp_path / "register.jsonl"


@pytest.mark.parametrize(
    ("picture", "arguments", "chart"),
    [
        ("timeline", [], plots.timeline(EXAMPLE, language="en")),
        (
            "timeline",
            ["--municipality", "Flen", "--kind", "citizens_promise"],
            plots.timeline(
                EXAMPLE,
                municipality="Flen",
                kind=AgreementKind.CITIZENS_PROMISE,
                language="en",
            ),
        ),
        (
            "timeline",
            ["--county", "Örebro", "--county", "Södermanland", "--theme", "drugs"],
            plots.timeline(
                Register(
                    EXAMPLE.agreements_where(
                        (in_county("Örebro") | in_county("Södermanland"))
                        & about("drugs")
                    )
                ),
                language="en",
            ),
        ),
        (
            "themes",
            ["--until", ON],
            plots.themes(EXAMPLE, until=ON, language="en"),
        ),
        (
            "coverage",
            ["--on", ON, "--kind", "citizens-promise"],
            plots.coverage(
                EXAMPLE, ON, kind=AgreementKind.CITIZENS_PROMISE, language="en"
            ),
        ),
        ("progress", ["--on", ON], plots.progress(EXAMPLE, ON, language="en")),
    ],
)
def test_a_picture_is_drawn(run, example, picture, arguments, chart):
    """
    It is the one that Python draws, and what it shows is printed.
    """
    file = example.with_name("picture.json")

    done = run("plot", picture, example, "-o", file, "--lang", "en", *arguments)

    assert done == (0, f"{chart.description}\n", "")
    assert json.loads(file.read_text("utf-8"))["description"] == chart.description


@pytest.mark.parametrize("picture", ["coverage", "progress"])
def test_a_picture_without_a_day_is_of_today(run, example, tmp_path, picture):
    """
    The command line reads the clock.
    """
    file = tmp_path / "picture.svg"

    done = run("plot", picture, example, "-o", file)

    today = date.today()  # noqa: DTZ011 - the machine's own day is meant
    assert done.out.partition(".")[0].endswith(str(today.year))
    assert file.read_bytes().startswith(b"<svg")


def test_a_folder_that_is_not_there_is_told(run, example, tmp_path):
    """
    A picture is put into a folder that exists.
    """
    file = tmp_path / "nowhere" / "picture.json"

    assert run("plot", "themes", example, "-o", file, "--lang", "en").err == (
        f"medborgarloften: {file}: the folder it was to be in does not exist\n"
    )
