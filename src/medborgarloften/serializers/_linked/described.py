"""The description of a published register, as a portal wants it (DCAT-AP-SE)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import TypeAlias

from medborgarloften.errors import UnknownName
from medborgarloften.reference import municipality_by_code
from medborgarloften.register import Register
from medborgarloften.serializers._linked.catalog import (
    Catalog,
    Dataset,
    Distribution,
)
from medborgarloften.serializers._linked.names import Iri, prefixes
from medborgarloften.serializers._linked.paragraphs import (
    beginning,
    bracketed,
    literal,
    name,
    paragraph,
)
from medborgarloften.serializers._linked.publishers import ContactPoint, Publisher
from medborgarloften.serializers._linked.vocabulary import municipality_iri

__all__ = ["described"]

_Said: TypeAlias = Iterator[tuple[Iri, Sequence[str]]]

_EU = "http://publications.europa.eu/resource/authority/"
_THEMES = "http://publications.europa.eu/resource/authority/data-theme"
_SWEDEN = f"{_EU}country/SWE"
_SWEDISH, _ENGLISH = f"{_EU}language/SWE", f"{_EU}language/ENG"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_PUBLISHER_TYPES = "http://purl.org/adms/publishertype/"
_KEYWORDS_SV = (
    "medborgarlöften",
    "polis",
    "kommuner",
    "trygghet",
    "brottsförebyggande",
)
_KEYWORDS_EN = ("police", "municipalities", "public safety", "crime prevention")
_PROVENANCE_SV = (
    "Utläst ur publicerade medborgarlöften. Överenskommelser: {0}. Löften: {1}. "
    "Utfall: {2}. Källor: {3}."
)
_PROVENANCE_EN = (
    "Read from published medborgarlöften. Agreements: {0}. Promises: {1}. "
    "Outcomes: {2}. Sources: {3}."
)


def described(register: Register, dataset: Dataset, catalog: Catalog) -> Iterator[str]:
    """Write a paragraph for each thing that is told of."""
    used = ("ml", "dcat", "dcterms", "foaf", "rdfs", "skos", "spdx", "vcard", "xsd")
    yield beginning(prefixes(*used))
    yield paragraph(name(catalog.uri), _catalog(catalog, dataset))
    yield paragraph(name(dataset.uri), _dataset(dataset, register))
    for publisher in dict.fromkeys([catalog.publisher, dataset.publisher]):
        yield paragraph(name(publisher.uri), _publisher(publisher))
    for code in _codes(register):
        yield paragraph(municipality_iri(code), _municipality(code))


def _catalog(catalog: Catalog, dataset: Dataset) -> _Said:
    yield "a", ["dcat:Catalog"]
    yield from _in_two_languages(catalog)
    yield "dcterms:publisher", [name(catalog.publisher.uri)]
    languages = [_SWEDISH, _ENGLISH] if catalog.title_en else [_SWEDISH]
    yield "dcterms:language", list(map(name, languages))
    yield "dcat:themeTaxonomy", [name(_THEMES)]
    yield from _address("foaf:homepage", catalog.homepage)
    yield from _address("dcterms:license", catalog.license)
    yield from _days(catalog)
    yield "dcat:dataset", [name(dataset.uri)]


def _dataset(dataset: Dataset, register: Register) -> _Said:
    yield "a", ["dcat:Dataset"]
    yield from _in_two_languages(dataset)
    yield "dcterms:publisher", [name(dataset.publisher.uri)]
    if dataset.contact is not None:
        yield "dcat:contactPoint", [bracketed(_contact(dataset.contact))]
    yield "dcat:theme", [name(f"{_THEMES}/JUST")]
    yield "dcat:keyword", _keywords(dataset, register)
    yield "dcterms:language", [name(_SWEDISH)]
    places = list(map(municipality_iri, _codes(register))) or [name(_SWEDEN)]
    yield "dcterms:spatial", places
    if days := list(_temporal(register)):
        period = [("a", ["dcterms:PeriodOfTime"]), *days]
        yield "dcterms:temporal", [bracketed(period)]
    yield "dcterms:provenance", [bracketed(_provenance(register))]
    yield from _address("dcat:landingPage", dataset.landing_page)
    if dataset.frequency is not None:
        frequency = name(f"{_EU}frequency/{dataset.frequency}")
        yield "dcterms:accrualPeriodicity", [frequency]
    yield from _days(dataset)
    if dataset.distributions:
        files = [bracketed(_distribution(each)) for each in dataset.distributions]
        yield "dcat:distribution", files


def _distribution(file: Distribution) -> _Said:
    yield "a", ["dcat:Distribution"]
    if file.title_sv is not None or file.title_en is not None:
        yield "dcterms:title", _texts(file.title_sv, file.title_en)
    yield from _address("dcat:accessURL", file.access_url)
    yield from _address("dcat:downloadURL", file.download_url)
    yield from _address("dcterms:license", file.license)
    if file.media_type is not None:
        # The Swedish profile wants the words, DCAT the address that stands for them.
        yield "dcterms:format", [literal(file.media_type)]
        yield "dcat:mediaType", [name(_MEDIA_TYPES + file.media_type)]
    if file.byte_size is not None:
        size = literal(str(file.byte_size), datatype="xsd:nonNegativeInteger")
        yield "dcat:byteSize", [size]
    if file.sha256 is not None:
        yield "spdx:checksum", [bracketed(_checksum(file.sha256))]
    if file.conforms_to is not None:
        yield "dcterms:conformsTo", [f"<{file.conforms_to}>"]


def _checksum(sha256: str) -> _Said:
    yield "a", ["spdx:Checksum"]
    yield "spdx:algorithm", ["spdx:checksumAlgorithm_sha256"]
    yield "spdx:checksumValue", [literal(sha256, datatype="xsd:hexBinary")]


def _publisher(publisher: Publisher) -> _Said:
    yield "a", ["foaf:Agent"]
    yield "foaf:name", [literal(publisher.name)]
    if publisher.type is not None:
        yield "dcterms:type", [name(_PUBLISHER_TYPES + publisher.type)]
    yield from _address("foaf:homepage", publisher.homepage)


def _contact(contact: ContactPoint) -> _Said:
    yield "a", ["vcard:Organization"]
    yield "vcard:fn", [literal(contact.name)]
    yield "vcard:hasEmail", [f"<mailto:{contact.email}>"]
    yield from _address("vcard:hasURL", contact.page)


def _in_two_languages(told: Catalog | Dataset) -> _Said:
    yield "dcterms:title", _texts(told.title_sv, told.title_en)
    yield "dcterms:description", _texts(told.description_sv, told.description_en)


def _texts(swedish: str | None, english: str | None) -> list[str]:
    texts = {"sv": swedish, "en": english}
    return [literal(text, language=each) for each, text in texts.items() if text]


def _address(iri: Iri, address: str | None) -> _Said:
    if address is not None:
        yield iri, [name(address)]


def _days(told: Catalog | Dataset) -> _Said:
    days = {"dcterms:issued": told.issued, "dcterms:modified": told.modified}
    for iri, day in days.items():
        if day is not None:
            yield iri, [_day(day)]


def _day(day: date) -> str:
    return literal(day.isoformat(), datatype="xsd:date")


# ---------------------------------------------------------------- what it holds


def _codes(register: Register) -> list[str]:
    """List the municipalities that its agreements hold in."""
    return sorted(
        {code for each in register.agreements for code in each.area.municipalities}
    )


def _municipality(code: str) -> _Said:
    yield "a", ["dcterms:Location"]
    yield "dcterms:identifier", [literal(code)]
    with suppress(UnknownName):
        known = municipality_by_code(code, former=True)
        yield "skos:prefLabel", [literal(known.name, language="sv")]


def _keywords(dataset: Dataset, register: Register) -> list[str]:
    """List words to find it by: of every register, of this one, and the publisher's."""
    promises = (
        each for agreement in register.agreements for each in agreement.promises
    )
    themes = {theme for promise in promises for theme in promise.themes}
    labels = [theme.label_sv for theme in sorted(themes)]
    swedish = dict.fromkeys([*_KEYWORDS_SV, *labels, *dataset.keywords])
    return [
        *(literal(word, language="sv") for word in swedish),
        *(literal(word, language="en") for word in _KEYWORDS_EN),
    ]


def _temporal(register: Register) -> _Said:
    """Tell the first and the last day that any agreement is known to hold."""
    periods = [agreement.in_force for agreement in register.agreements]
    first_days = [each.first_day for each in periods if each.first_day]
    last_days = [each.last_day for each in periods if each.last_day]
    if first_days:
        yield "dcat:startDate", [_day(min(first_days))]
    # What goes on until further notice has no last day.
    if last_days and not any(each.open_ended for each in periods):
        yield "dcat:endDate", [_day(max(last_days))]


def _provenance(register: Register) -> _Said:
    agreements, outcomes = register.agreements, register.outcomes
    promises = sum(len(each.promises) for each in agreements)
    sources = {
        source
        for told in (agreements, outcomes)
        for each in told
        for source in each.sources
    }
    counts = len(agreements), promises, len(outcomes), len(sources)
    told = _PROVENANCE_SV.format(*counts), _PROVENANCE_EN.format(*counts)
    yield "a", ["dcterms:ProvenanceStatement"]
    yield "rdfs:label", _texts(*told)
