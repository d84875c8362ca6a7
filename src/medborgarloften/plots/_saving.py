"""Charts as files: SVG, PNG, a page that needs no network, or the chart's own data."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from html import escape
from os import PathLike
from pathlib import Path
from typing import Any

from medborgarloften.errors import InvalidField
from medborgarloften.plots._altair import alt, vl_convert
from medborgarloften.serializers._files.files import format_suffix, write_file

__all__ = ["save"]

# Twice as many points as the picture is wide and high: sharp on paper and screens.
_SCALE = 2
# What the menu of a page offers: images of the chart, and no editor elsewhere.
_ACTIONS = {"export": True, "source": False, "compiled": False, "editor": False}
_TITLE = re.compile("<title>.*?</title>")
_GRADIENT = re.compile(r"\bgradient_\d+\b")


def save(chart: alt.TopLevelMixin, path: str | PathLike[str]) -> None:
    """Write a chart into a file, in the format that the end of its name tells.

    ``.svg`` and ``.png`` are images, ``.html`` is a page that shows the chart without
    a network, ``.json`` is the chart as Vega-Lite.  In an SVG and a page stands the
    chart's description too; a PNG has no place that readers of a screen would look in,
    so give it as alternative text where the image is put.

    The file takes its place when all is well; until then what was there stays.

    Raises:
        InvalidField: If *chart* is no chart, or the name ends in something else.
        FileError: If the file cannot be written.
    """
    if not isinstance(chart, alt.TopLevelMixin):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidField("save", "chart", chart, "give a chart")
    make = _MAKERS.get(format_suffix(path))
    if make is None:
        *most, last = _MAKERS
        remedy = f"let the name end in {', '.join(most)} or {last}"
        raise InvalidField("save", "path", str(Path(path)), remedy)
    spec: dict[str, Any] = chart.to_dict()
    write_file(path, make(spec))


def _svg(spec: dict[str, Any]) -> bytes:
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
    return vl_convert.vegalite_to_png(spec, scale=_SCALE)


def _html(spec: dict[str, Any]) -> bytes:
    usermeta = {"embedOptions": {"actions": _ACTIONS}}
    page = vl_convert.vegalite_to_html(
        {**spec, "usermeta": usermeta}, bundle=True, renderer="svg"
    )
    title = escape(str(spec.get("description", "")).partition(".")[0])
    return _TITLE.sub(lambda _: f"<title>{title}</title>", page, count=1).encode()


def _json(spec: dict[str, Any]) -> bytes:
    return f"{json.dumps(spec, ensure_ascii=False, indent=2)}\n".encode()


_MAKERS = {".svg": _svg, ".png": _png, ".html": _html, ".json": _json}
