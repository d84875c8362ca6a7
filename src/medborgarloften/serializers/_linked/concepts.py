"""The themes as concepts, and where they stand in other classifications (SKOS).

EuroVoc and Wikidata have names for their concepts, and so those are what a theme
is matched with.  ICCS and the police have codes and words but no names, so each of
those gets a name of ours and says by its code or word what it is.  Where nobody has
judged how well two fit, no more is said than that they are related in some way.
"""

from __future__ import annotations

from collections.abc import Iterator

from medborgarloften.model import Alignment, Theme
from medborgarloften.reference import theme_alignments
from medborgarloften.serializers._linked.names import Iri, prefixes, segment
from medborgarloften.serializers._linked.paragraphs import (
    beginning,
    literal,
    name,
    paragraph,
)
from medborgarloften.serializers._linked.vocabulary import word

__all__ = ["themes_scheme"]

_SCHEME = "ml:themes"
_NAMED = {
    "eurovoc": "http://eurovoc.europa.eu/",
    "wikidata": "http://www.wikidata.org/entity/",
}
_ICCS = "International Classification of Crime for Statistical Purposes"
# The title, the property that tells a code, and the language of both.
_UNNAMED = {
    "iccs": (literal(_ICCS, language="en"), "skos:notation", None),
    "polisen": (
        literal("Polisens brottskategorier", language="sv"),
        "skos:prefLabel",
        "sv",
    ),
}


def themes_scheme() -> str:
    """Write the thirty themes as a SKOS concept scheme, in Turtle.

    It is what the names of themes in a register mean, to be published beside it.

    >>> "skos:exactMatch <http://eurovoc.europa.eu/6777>" in themes_scheme()
    True
    """
    head = beginning(prefixes("ml", "dcterms", "skos"))
    return "\n".join([head, _scheme(), *map(_theme, Theme), *_unnamed()])


def _scheme() -> str:
    titles = [
        literal("Vad medborgarlöften handlar om", language="sv"),
        literal("What medborgarlöften are about", language="en"),
    ]
    return paragraph(
        _SCHEME,
        [
            ("a", ["skos:ConceptScheme"]),
            ("dcterms:title", titles),
            ("skos:hasTopConcept", list(map(word, Theme))),
        ],
    )


def _theme(theme: Theme) -> str:
    labels = [
        literal(theme.label_sv, language="sv"),
        literal(theme.label_en, language="en"),
    ]
    return paragraph(
        word(theme),
        [
            ("a", ["skos:Concept"]),
            ("skos:inScheme", [_SCHEME]),
            ("skos:topConceptOf", [_SCHEME]),
            ("skos:notation", [literal(theme.value)]),
            ("skos:prefLabel", labels),
            ("skos:definition", [literal(theme.definition, language="en")]),
            *_matches(theme),
        ],
    )


def _matches(theme: Theme) -> Iterator[tuple[Iri, list[Iri]]]:
    matches: dict[Iri, list[Iri]] = {}
    for alignment in theme.alignments:
        kind = f"{alignment.match}Match" if alignment.match else "mappingRelation"
        matches.setdefault(f"skos:{kind}", []).append(_concept(alignment))
    yield from matches.items()


def _concept(alignment: Alignment) -> Iri:
    if alignment.scheme in _NAMED:
        return name(_NAMED[alignment.scheme] + alignment.code)
    return f"ml:{alignment.scheme}:{segment(alignment.code)}"


def _unnamed() -> Iterator[str]:
    """Write a paragraph for each classification without names, and for its codes."""
    for scheme, (title, told_by, language) in _UNNAMED.items():
        said = [("a", ["skos:ConceptScheme"]), ("dcterms:title", [title])]
        yield paragraph(f"ml:{scheme}", said)
        aligned = {each.alignment for each in theme_alignments()}
        concepts = {
            _concept(each): literal(each.code, language=language)
            for each in aligned
            if each.scheme == scheme
        }
        for concept, code in sorted(concepts.items()):
            said = [
                ("a", ["skos:Concept"]),
                ("skos:inScheme", [f"ml:{scheme}"]),
                (told_by, [code]),
            ]
            yield paragraph(concept, said)
