"""The example notebooks, run anew and held against what they show.

Where a notebook, or what it shows, was changed on purpose:
``python -m pytest tests/notebooks --refresh``.
"""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
EACH = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)

# What people read in them; how a picture is drawn depends on a machine's fonts.
LARGEST = 500_000
TEXT_IN_PICTURE = re.compile(r"<text[^>]*>([^<]*)</text>")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a notebook in a kernel that knows nothing of its user's settings."""
    for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))

    def made(path):
        notebook = nbformat.read(path, as_version=4)
        NotebookClient(
            notebook,
            timeout=120,
            kernel_name="python3",
            record_timing=False,
            resources={"metadata": {"path": str(tmp_path)}},
        ).execute()
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.execution_count = None
                cell.outputs = [kept(output) for output in cell.outputs]
        # The kernel tells its version, which is none of the notebook's business.
        notebook.metadata = nbformat.read(path, as_version=4).metadata
        return notebook

    return made


def kept(output):
    """Keep of an output what does not differ from run to run."""
    output.update(dict.fromkeys({"execution_count"}.intersection(output)))
    output.get("metadata", {}).clear()
    return output


def said(cell):
    """Tell what people read in the outputs of a cell."""
    return [
        {kind: words(kind, data) for kind, data in output.get("data", output).items()}
        for output in cell.get("outputs", ())
    ]


def words(kind, data):
    """Tell what stands in an output."""
    text = data if isinstance(data, str) else str(data)
    return TEXT_IN_PICTURE.findall(text) if kind == "image/svg+xml" else text


def kept_in(path, notebook, *, is_refreshed):
    """Read what is kept in a file, once the notebook is there if that is wanted."""
    if is_refreshed:
        nbformat.write(notebook, path)
    return nbformat.read(path, as_version=4)


def test_what_a_notebook_gives_now_can_be_kept(tmp_path):
    """
    Whoever asks for it gets the file anew; whoever does not has it as it was.
    """
    before, after = (nbformat.v4.new_notebook() for _ in range(2))
    after.cells = [nbformat.v4.new_markdown_cell("Nytt")]
    path = tmp_path / "a.ipynb"
    nbformat.write(before, path)

    assert kept_in(path, after, is_refreshed=False) == before
    assert kept_in(path, after, is_refreshed=True) == after


@EACH
def test_a_notebook_shows_what_it_gives(path, run, request):
    """
    Run from its beginning, each cell gives what is kept below it.
    """
    notebook = run(path)

    is_refreshed = request.config.getoption("--refresh", default=False)
    known = kept_in(path, notebook, is_refreshed=is_refreshed)
    for cell, fresh in zip(known.cells, notebook.cells, strict=True):
        assert said(cell) == said(fresh), cell.source


@EACH
def test_a_notebook_tells_nothing_of_a_machine(path):
    """
    It is small, with no path, time or script in it, and its cells keep their names.
    """
    text = path.read_text("utf-8")
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)

    assert len(text) < LARGEST
    for word in ("/home/", "/tmp/", "/work/", "<script", "image/png", "iopub"):  # noqa: S108
        assert word not in text
    ids = [cell.id for cell in notebook.cells]
    assert ids == [f"{c.cell_type}-{n}" for n, c in enumerate(notebook.cells, 1)]


@EACH
def test_a_notebook_has_results_and_no_errors(path):
    """
    Every cell of code shows something, and nothing of it is a warning.
    """
    cells = nbformat.read(path, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]

    assert [cell.source for cell in code if not cell.outputs] == []
    kinds = {output.output_type for cell in code for output in cell.outputs}
    assert kinds == {"execute_result"}


@EACH
def test_a_picture_has_words_in_its_place(path):
    """
    Those who cannot see a picture are told what it shows.
    """
    for cell in nbformat.read(path, as_version=4).cells:
        shows = any("image/svg+xml" in each.data for each in cell.get("outputs", ()))
        assert ("mystnb" in cell.metadata) is shows
        assert not shows or cell.metadata.mystnb.image.alt


def test_every_notebook_is_on_the_page_of_notebooks():
    """
    The page that leads to them leads to each.
    """
    page = (FOLDER / "index.md").read_text("utf-8")

    assert NOTEBOOKS
    for path in NOTEBOOKS:
        assert f"]({path.name})" in page
        assert f"\n{path.stem}\n" in page
