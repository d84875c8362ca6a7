"""Names on the web, whole and short.

A name is an IRI.  Short, it begins with a prefix that stands for the beginning of
many: ``dcterms:title``.

Our own names are names and no addresses: ``urn:medborgarloften:Agreement``.  Nobody
has to keep a web site alive for them to mean what they mean, and no domain is
named that is not ours.  The namespace is not registered with IANA.
"""

from __future__ import annotations

import re
from typing import TypeAlias
from urllib.parse import quote

__all__ = [
    "NAMESPACE",
    "PREFIXES",
    "Iri",
    "expanded",
    "is_address",
    "prefixes",
    "segment",
    "written_iri",
]

Iri: TypeAlias = str

NAMESPACE = "urn:medborgarloften:"
# Those that a register is told of with.
PREFIXES = {
    "ml": NAMESPACE,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# Only what is written beside a register speaks in these.
_MORE_PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_ALL_PREFIXES = PREFIXES | _MORE_PREFIXES

_ADDRESS = re.compile(r'https?://[^\x00-\x20<>"{}|^`\\]+')


def prefixes(*short: str) -> dict[str, Iri]:
    """Tell what some prefixes stand for."""
    return {each: _ALL_PREFIXES[each] for each in short}


def expanded(iri: Iri) -> Iri:
    """Write a short name whole.

    >>> expanded("ml:theme:drugs")
    'urn:medborgarloften:theme:drugs'
    """
    prefix, _, local = iri.partition(":")
    return _ALL_PREFIXES[prefix] + local


def written_iri(iri: Iri) -> str:
    """Write a whole name as a person reads it best: short, or between brackets.

    >>> written_iri("http://purl.org/dc/terms/title"), written_iri("http://a.se/")
    ('dcterms:title', '<http://a.se/>')
    """
    for prefix, beginning in _ALL_PREFIXES.items():
        if iri.startswith(beginning):
            return f"{prefix}:{iri.removeprefix(beginning)}"
    return f"<{iri}>"


def is_address(text: str) -> bool:
    """Tell whether a text is an address of the web that can stand as a name.

    >>> is_address("https://polisen.se/löfte"), is_address("se polisen.se")
    (True, False)
    """
    return _ADDRESS.fullmatch(text) is not None


def segment(text: str) -> str:
    """Write any text so that it can be a part of a name, and of no other text's.

    >>> segment("habo-2023"), segment("Åsele 1.0")
    ('habo-2023', '%C3%85sele%201%2E0')
    """
    # Turtle's short names take neither as it is everywhere.
    return quote(text, safe="").replace(".", "%2E").replace("~", "%7E")
