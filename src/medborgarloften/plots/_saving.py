"""Charts as files: SVG, PNG, a page that needs no network, or the chart's own data."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from html import escape
from os import PathLike
from pathlib import Path
from string import Template
from typing import Any

from medborgarloften.errors import InvalidField
from medborgarloften.plots._altair import alt
from medborgarloften.serializers._files.files import format_suffix, write_file

__all__ = ["save"]

# Twice as many points as the picture is wide and high: sharp on paper and screens.
_SCALE = 2
# How a page shows a chart, if the chart itself says nothing else in its usermeta: its
# menu offers images, and no editor elsewhere.
_SHOWN = {
    "renderer": "svg",
    "actions": {"export": True, "source": False, "compiled": False, "editor": False},
}
_PAGE = Template("""\
<!DOCTYPE html>
<html>
<head>
<meta charset="UTF-8">
<title>$title</title>
<script>$libraries</script>
</head>
<body>
<div id="chart"></div>
<script>vegaEmbed("#chart", $chart, $shown).catch(console.error);</script>
</body>
</html>
""")
_GRADIENT = re.compile(r"\bgradient_\d+\b")


def save(chart: alt.TopLevelMixin, path: str | PathLike[str]) -> None:
    """Write a chart into a file, in the format that the end of its name tells.

    ``.svg`` and ``.png`` are images, ``.html`` is a page that shows the chart without
    a network, ``.json`` is the chart as Vega-Lite.  In an SVG and a page stands the
    chart's description too; a PNG has no place that readers of a screen would look in,
    so give it as alternative text where the image is put.

    The file takes its place when all is well; until then what was there stays.

    Raises:
        InvalidField: If *chart* is no chart, *path* no path, or the name ends in
            something else.
        FileError: If the file cannot be written.
        MissingExtra: If what makes images and pages is not installed.
    """
    if not isinstance(chart, alt.TopLevelMixin):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidField("save", "chart", chart, "give a chart")
    if not isinstance(path, str | PathLike):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidField("save", "path", path, "give a path")
    make = _MAKERS.get(format_suffix(path))
    if make is None:
        *most, last = _MAKERS
        remedy = f"let the name end in {', '.join(most)} or {last}"
        raise InvalidField("save", "path", str(Path(path)), remedy)
    spec: dict[str, Any] = chart.to_dict()
    write_file(path, make(spec))


def _svg(spec: dict[str, Any]) -> bytes:
    from medborgarloften.plots._vl_convert import vl_convert

    image = vl_convert.vegalite_to_svg(spec)
    told = escape(str(spec.get("description", "")))
    named = image.replace("<svg ", f'<svg role="img" aria-label="{told}" ', 1)
    return _with_own_gradients(named, spec).encode()


def _with_own_gradients(image: str, spec: dict[str, Any]) -> str:
    """Name gradients after their chart: vl-convert numbers them as they come.

    So the same chart gives the same bytes, and two images on a page share no name.
    """
    chart = sha256(json.dumps(spec).encode()).hexdigest()[:8]
    numbers = dict.fromkeys(_GRADIENT.findall(image))
    own = {name: f"gradient-{chart}-{n}" for n, name in enumerate(numbers)}
    return _GRADIENT.sub(lambda found: own[found[0]], image)


def _png(spec: dict[str, Any]) -> bytes:
    from medborgarloften.plots._vl_convert import vl_convert

    return vl_convert.vegalite_to_png(spec, scale=_SCALE)


def _html(spec: dict[str, Any]) -> bytes:
    from medborgarloften.plots._vl_convert import vl_convert

    libraries: Any = vl_convert  # its types ask for a snippet, and it does without
    title = str(spec.get("description", "")).partition(".")[0]
    page = _PAGE.substitute(
        title=escape(title),
        libraries=libraries.javascript_bundle(),
        chart=_in_script(spec),
        shown=_in_script(_SHOWN),
    )
    return page.encode()


def _in_script(data: dict[str, Any]) -> str:
    """Write data as JSON in which no text can end the script around it."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", r"\u003c")


def _json(spec: dict[str, Any]) -> bytes:
    return f"{json.dumps(spec, ensure_ascii=False, indent=2)}\n".encode()


_MAKERS = {".svg": _svg, ".png": _png, ".html": _html, ".json": _json}
