"""How the pages are made."""

from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from collections.abc import Iterator
from enum import Enum
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any

import attrs
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.domains.python import PythonDomain
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

sys.path.insert(0, str(Path(__file__).parent))
from _ext.figures import layers_figure, model_figure
from _ext.pictures import Picture

project = "medborgarloften"
author = "The medborgarloften authors"
copyright = "2026, " + author
version = release = installed_version(project)

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
exclude_patterns = ["_build"]

# The notebooks are kept as they were run; the tests run them anew.
nb_execution_mode = "off"
html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = ["custom.css"]
html_favicon = "_static/favicon.svg"
myst_heading_anchors = 3

# Fields are told in "Attributes:" and by their types, in the order of the file.
autodoc_member_order = "bysource"
napoleon_use_ivar = True

# A signature too long for a line has a line for each argument.
maximum_signature_line_length = 88
python_use_unqualified_type_names = True

# The button copies what is to be typed; where nothing has a prompt, all of it.
copybutton_prompt_text = r">>> |\.\.\.(?: |$)|\$ "
copybutton_prompt_is_regexp = True
copybutton_copy_empty_lines = False
copybutton_image_svg = """\
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Copy"
  viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5">
  <rect x="8" y="8" width="12" height="12" rx="2"/>
  <path d="M16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2"/>
</svg>"""

# `Agreement` in a docstring is a link.
default_role = "py:obj"

# The pages are made without a network, so there is no list of other projects'
# names to check against.  Names of ours must exist, and what is no name at all is
# a slip: a plural right after a closing backtick swallows the text that follows.
# Variables for types stand in signatures and nowhere else.
nitpick_ignore_regex = [
    (r"py:.*", r"(?!medborgarloften)[\w.]+"),
    (r"py:class", r"medborgarloften\.[\w.]+(\._T|\.DocumentT)"),
]


def setup(app: Sphinx) -> None:
    """Draw, and tell what autodoc by itself would leave out or make unreadable."""
    app.add_directive("drawn", Drawn)
    app.add_directive("picture", Picture)
    app.connect("html-page-context", speak_swedish)
    app.connect("missing-reference", link_to_the_only_one)
    app.connect("autodoc-process-docstring", tell_more)
    app.connect("autodoc-process-docstring", leave_to_the_class)
    # The first that has an answer is heard.
    app.connect("autodoc-process-signature", hide_what_is_not_called)
    app.connect("autodoc-process-signature", name_defaults)
    for kind in PythonDomain.directives["class"].doc_field_types:
        if kind.name == "variable":
            kind.label = "Attributes"


class Drawn(SphinxDirective):
    """A picture drawn from the code, in the colours of the page.

    Its content is what those are told who do not see it.
    """

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Draw it anew each time, for the code may have changed and the page not."""
        self.env.note_reread()
        draw = {"layers": layers_figure, "model": model_figure}[self.arguments[0]]
        picture = draw(" ".join(self.content))
        return [
            nodes.raw("", f'<div class="drawing">{picture}</div>', format="html"),
        ]


def speak_swedish(
    _app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Say which pages are in Swedish, for those who have them read aloud."""
    if page.startswith("sv/"):
        context["language"] = "sv"


def tell_more(
    _app: Sphinx, _what: str, _name: str, thing: object, _: object, lines: list[str]
) -> None:
    """Add what a class has and autodoc cannot see."""
    if isinstance(thing, type) and issubclass(thing, Enum):
        lines += members_of(thing)
    elif isinstance(thing, type) and attrs.has(thing):
        lines += cached_properties_of(thing)


def leave_to_the_class(
    _app: Sphinx, _what: str, _name: str, _thing: object, _: object, lines: list[str]
) -> None:
    """Leave out what every field of a named tuple says; its class tells what it is."""
    if lines and lines[0].startswith("Alias for field number "):
        lines.clear()


def members_of(enumeration: type[Enum]) -> Iterator[str]:
    """List the members of an enumeration, each with its value in documents."""
    members = ", ".join(f"``{each.name}`` ({each.value})" for each in enumeration)
    yield from ("", f"Members: {members}.", "")


def cached_properties_of(class_: type) -> Iterator[str]:
    """Tell the cached properties; attrs puts slots without a docstring for them."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(class_))).body
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.FunctionDef)
            and not node.name.startswith("_")
            and "cached_property" in map(ast.unparse, node.decorator_list)
        ):
            yield from ("", f".. py:property:: {node.name}")
            yield from (f"   :type: {ast.unparse(node.returns or node)}", "")
            for line in (ast.get_docstring(node) or "").splitlines():
                yield f"   {line}"
            yield ""


def name_defaults(
    _app: Sphinx,
    _what: str,
    _name: str,
    _thing: object,
    _options: object,
    arguments: str | None,
    returns: str | None,
) -> tuple[str | None, str | None]:
    """Write ``Precision.DAY`` for ``<Precision.DAY: 'day'>``, which is no Python."""
    named = arguments and re.sub(r"<([\w.]+): [^>]*>", r"\1", arguments)
    return named, returns


def hide_what_is_not_called(
    _app: Sphinx,
    _what: str,
    _name: str,
    thing: object,
    _options: object,
    _arguments: str | None,
    _returns: str | None,
) -> tuple[str, None] | None:
    """Show no arguments of a class that the library alone makes, of private ones."""
    if isinstance(thing, type) and attrs.has(thing):
        made_of = [field.name for field in attrs.fields(thing) if field.init]
        if any(name.startswith("_") for name in made_of):
            return "", None
    return None


def link_to_the_only_one(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, text: nodes.TextElement
) -> Any:  # noqa: ANN401 - whatever the domain makes of it
    """Link a name without its module, if only one thing of ours is called so."""
    if node.get("refdomain") != "py":
        return None
    name, python = node["reftarget"], env.domains.python_domain
    found = [
        known
        for known, told in python.objects.items()
        if known.endswith(f".{name}") and not told.aliased
    ]
    if len(found) != 1:
        return None
    page = node["refdoc"]
    return python.resolve_xref(env, page, app.builder, "obj", found[0], node, text)
