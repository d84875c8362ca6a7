"""Charts that a page makes, shown where the page says so.

The page's own code is run, so that what is shown is what the code gives; the tests run
the same code.  The chart's description is what those are told who do not see it.
"""

from __future__ import annotations

import contextlib
import io
import re
from doctest import DocTestParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from medborgarloften import plots

__all__ = ["Picture", "picture_of"]

_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Picture(SphinxDirective):
    """The chart that the code above calls by a name."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Draw it anew each time, for the code may have changed and the page not."""
        self.env.note_reread()
        path = Path(self.env.doc2path(self.env.docname))
        lines = path.read_text("utf-8").splitlines(keepends=True)
        picture = picture_of("".join(lines[: self.lineno]), self.arguments[0])
        box = f'<div class="drawing">{picture}</div>'
        return [nodes.raw("", box, format="html")]


def picture_of(page: str, name: str) -> str:
    """Run the examples of a page, and draw the chart that they call *name*."""
    names: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        for block in _PYTHON.findall(page):
            for example in DocTestParser().get_examples(block):
                exec(compile(example.source, "page", "single"), names)  # noqa: S102 - our own page
    with TemporaryDirectory() as folder:
        file = Path(folder, "chart.svg")
        plots.save(names[name], file)
        return file.read_text("utf-8")
