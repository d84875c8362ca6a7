from __future__ import annotations

import hashlib
import re
import sys
from datetime import date

import pytest
import rdflib
from attrs import evolve, fields
from hypothesis import given, settings

from medborgarloften import (
    Amendment,
    Area,
    InvalidDocument,
    InvalidField,
    MissingExtra,
    Register,
    Theme,
    ValidityPeriod,
)
from medborgarloften.serializers import turtle
from medborgarloften.serializers.dcat import (
    CC0,
    Catalog,
    ContactPoint,
    Dataset,
    Distribution,
    Frequency,
    Publisher,
    PublisherType,
    describe,
    missing,
)
from medborgarloften.testing import registers

EU = "http://publications.europa.eu/resource/authority/"

TOWN = Publisher(
    uri="https://kommunen.example/",
    name="Kommunen",
    type=PublisherType.LOCAL_AUTHORITY,
    homepage="https://kommunen.example/start",
)
FILE = Distribution(
    access_url="https://data.kommunen.example/löften",
    download_url="https://data.kommunen.example/löften.ttl",
    title_sv="Som Turtle",
    title_en="As Turtle",
    media_type="text/turtle",
    byte_size=1234,
    sha256="0123456789abcdef" * 4,
    conforms_to="urn:medborgarloften:schema:register:2",
)
DATASET = Dataset(
    uri="https://data.kommunen.example/dataset/löften",
    title_sv="Medborgarlöften",
    title_en="Citizens' promises",
    description_sv='Vad polisen och kommunen "lovat".\nOch vad det blev av det.',
    description_en="What the police and the municipality have promised.",
    publisher=TOWN,
    contact=ContactPoint(
        name="Öppna data",
        email="data@kommunen.example",
        page="https://kommunen.example/kontakt",
    ),
    landing_page="https://kommunen.example/loften",
    issued=date(2024, 1, 2),
    modified=date(2024, 3, 4),
    frequency=Frequency.YEARLY,
    keywords=("grannsamverkan", "polis"),
    distributions=(FILE,),
)
CATALOG = Catalog(
    uri="https://data.kommunen.example/",
    title_sv="Öppna data",
    title_en="Open data",
    description_sv="Kommunens öppna data.",
    description_en="The municipality's open data.",
    publisher=TOWN,
    homepage="https://kommunen.example/data",
    issued=date(2023, 1, 2),
    modified=date(2024, 3, 4),
)

# The barest that may be said.
BARE = Dataset(
    uri="https://data.kommunen.example/dataset/x",
    title_sv="x",
    description_sv="y",
    publisher=Publisher(uri="https://kommunen.example/", name="Kommunen"),
)
BARE_CATALOG = Catalog(
    uri="https://data.kommunen.example/",
    title_sv="x",
    description_sv="y",
    publisher=BARE.publisher,
)


def paths(problems):
    """Say of which thing, which property is missing, and how badly."""
    return [(problem.path, problem.code) for problem in problems]


@pytest.fixture
def description(register):
    """Describe the register that the tests share, with all that may be told."""
    return describe(register, DATASET, CATALOG)


# ---------------------------------------------------------------- what is told


@pytest.mark.parametrize(
    "said",
    [
        "<https://data.kommunen.example/> a dcat:Catalog",
        '    dcterms:title "Öppna data"@sv, "Open data"@en',
        f"    dcat:themeTaxonomy <{EU}data-theme>",
        "    foaf:homepage <https://kommunen.example/data>",
        f"    dcterms:license <{CC0}>",
        '    dcterms:issued "2023-01-02"^^xsd:date',
        '    dcterms:modified "2024-03-04"^^xsd:date',
        "    dcat:dataset <https://data.kommunen.example/dataset/löften> .",
        "<https://data.kommunen.example/dataset/löften> a dcat:Dataset",
        r'polisen och kommunen \"lovat\".\nOch vad det blev av det."@sv,',
        "    dcterms:publisher <https://kommunen.example/>",
        '        vcard:fn "Öppna data"',
        "        vcard:hasEmail <mailto:data@kommunen.example>",
        "        vcard:hasURL <https://kommunen.example/kontakt>",
        f"    dcat:theme <{EU}data-theme/JUST>",
        f"    dcterms:language <{EU}language/SWE>",
        f"    dcterms:language <{EU}language/SWE>, <{EU}language/ENG>",
        "    dcterms:spatial ml:municipality:1882",
        '        dcat:startDate "2019-01-01"^^xsd:date',
        '        dcat:endDate "2021-12-31"^^xsd:date',
        'Överenskommelser: 1. Löften: 2. Utfall: 1. Källor: 1."@sv,',
        "    dcat:landingPage <https://kommunen.example/loften>",
        f"    dcterms:accrualPeriodicity <{EU}frequency/ANNUAL>",
        "        a dcat:Distribution",
        '        dcterms:title "Som Turtle"@sv, "As Turtle"@en',
        "        dcat:accessURL <https://data.kommunen.example/löften>",
        "        dcat:downloadURL <https://data.kommunen.example/löften.ttl>",
        f"        dcterms:license <{CC0}>",
        '        dcterms:format "text/turtle"',
        (
            "        dcat:mediaType"
            " <https://www.iana.org/assignments/media-types/text/turtle>"
        ),
        '        dcat:byteSize "1234"^^xsd:nonNegativeInteger',
        "            spdx:algorithm spdx:checksumAlgorithm_sha256",
        "        dcterms:conformsTo <urn:medborgarloften:schema:register:2>",
        "<https://kommunen.example/> a foaf:Agent",
        '    foaf:name "Kommunen"',
        "    dcterms:type <http://purl.org/adms/publishertype/LocalAuthority>",
        "ml:municipality:1882 a dcterms:Location",
        '    skos:prefLabel "Askersund"@sv .',
    ],
)
def test_a_portal_finds_what_it_looks_for(description, said):
    """
    All that is given, and all that the register says, is told in the profile's terms.
    """
    assert f" {said.strip()} " in f" {' '.join(description.split())} "


def test_a_whole_description_lacks_nothing(description):
    """
    The profile asks for nothing that is not told.
    """
    assert missing(description) == ()


@settings(max_examples=15)
@given(registers(max_size=2))
def test_any_register_can_be_described(register):
    """
    What a description tells is read by others, whatever the register holds.
    """
    description = describe(register, DATASET, CATALOG)
    graph = rdflib.Graph().parse(data=description, format="turtle")
    (dataset,) = graph.subjects(rdflib.RDF.type, rdflib.DCAT.Dataset)

    assert {code for _, code in paths(missing(description))} <= {"missing-recommended"}
    assert str(graph.value(dataset, rdflib.DCTERMS.title)) in {
        DATASET.title_sv,
        DATASET.title_en,
    }
    assert describe(register, DATASET, CATALOG) == description


def test_what_is_not_given_is_not_told(register):
    """
    No contact, no type and no day is made up; what is lacking is told by `missing`.
    """
    description = describe(register, BARE, BARE_CATALOG)
    dataset, catalog = (f"<{each.uri}>" for each in (BARE, BARE_CATALOG))

    assert paths(missing(description)) == [
        (f"{catalog} dcterms:issued", "missing-recommended"),
        (f"{catalog} dcterms:modified", "missing-recommended"),
        (f"{catalog} foaf:homepage", "missing-recommended"),
        (f"{dataset} dcat:contactPoint", "missing-recommended"),
        (f"{dataset} dcat:distribution", "missing-recommended"),
        ("<https://kommunen.example/> dcterms:type", "missing-recommended"),
    ]
    own = re.sub(r"dcat:keyword [^;]* ;|dcterms:provenance [^]]*]", "", description)
    for untold in ("landingPage", "accrualPeriodicity", "vcard:fn", '"@en'):
        assert untold not in own


def test_the_least_of_a_file_is_where_it_is(register):
    """
    A file of which nothing else is known has its address and its licence.
    """
    bare = Distribution(access_url="https://data.kommunen.example/x")
    english = evolve(bare, title_en="All of it")
    dataset = evolve(BARE, distributions=(bare, english))
    description = describe(register, dataset, BARE_CATALOG)

    assert description.count("a dcat:Distribution ;") == 2
    assert description.count(f"dcterms:license <{CC0}>") == 3
    assert 'dcterms:title "All of it"@en ;' in description
    assert ("[] dcterms:format", "missing-recommended") in paths(missing(description))


def test_two_publishers_are_two(register):
    """
    Who keeps the catalog need not publish what is in it.
    """
    police = Publisher(uri="https://polisen.example/", name="Polisen")
    description = describe(register, DATASET, evolve(CATALOG, publisher=police))

    assert description.count("a foaf:Agent ;") == 2
    assert paths(missing(description)) == [
        ("<https://polisen.example/> dcterms:type", "missing-recommended")
    ]


def test_words_to_find_it_by_come_from_what_it_is_about(agreement):
    """
    Themes are keywords, those of the publisher too, and each is there once.
    """
    first, *_ = agreement.promises
    about = evolve(first, themes=(Theme.CAMERA, Theme.DRUGS))
    register = Register([evolve(agreement, promises=(about,), citations=())])
    description = describe(register, DATASET, CATALOG)

    for word in ("Kamerabevakning", "Narkotika", "grannsamverkan", "polis"):
        assert description.count(f'"{word}"@sv') == 1
    assert '"Inbrott och tillgrepp"@sv' not in description


@pytest.mark.parametrize(
    ("periods", "told"),
    [
        (["2019/2021", "2023"], ["2019-01-01", "2023-12-31"]),
        (["2019/2021", "2023/.."], ["2019-01-01"]),
        (["2019/2021", "2023/2024.."], ["2019-01-01"]),
        (["2019/"], ["2019-01-01"]),
        (["/2021-06-30"], ["2021-06-30"]),
        (["/"], []),
        ([], []),
    ],
)
def test_the_days_are_those_of_the_agreements(agreement, periods, told):
    """
    What goes on until further notice has no last day, and no day is made up.
    """
    agreements = [
        evolve(agreement.with_period(ValidityPeriod.parse(each)), id=each)
        for each in periods
    ]
    description = describe(Register(agreements), BARE, BARE_CATALOG)

    assert re.findall(r'dcat:(?:start|end)Date "(.*)"', description) == told
    assert ("dcterms:temporal" in description) == bool(told)


def test_an_extension_counts(agreement):
    """
    The last day is that of the latest amendment.
    """
    longer = agreement.with_amendment(Amendment(last_day=date(2022, 6, 30)))

    assert 'dcat:endDate "2022-06-30"' in describe(
        Register([longer]), BARE, BARE_CATALOG
    )


def test_what_names_no_municipality_is_about_sweden(agreement):
    """
    Where no place is known, the country is; an unknown code has no name.
    """
    nowhere = Register([evolve(agreement, area=Area())])
    unknown = Register([evolve(agreement, area=Area(municipalities=("9999",)))])

    assert f"dcterms:spatial <{EU}country/SWE> ;" in describe(
        nowhere, BARE, BARE_CATALOG
    )
    assert describe(unknown, BARE, BARE_CATALOG).endswith(
        'ml:municipality:9999 a dcterms:Location ;\n    dcterms:identifier "9999" .\n'
    )


def test_a_file_is_measured(tmp_path, register):
    """
    Size, checksum and type are those of the file as it lies there.
    """
    file = tmp_path / "a.ttl"
    turtle.dump(register, file)
    told = Distribution.of_file(file, "https://data.kommunen.example/a.ttl")
    data = file.read_bytes()

    assert told == Distribution(
        access_url="https://data.kommunen.example/a.ttl",
        download_url="https://data.kommunen.example/a.ttl",
        media_type="text/turtle",
        byte_size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.JSONLD", "application/ld+json"),
        ("a.json.gz", "application/gzip"),
        ("a.unknown", None),
        ("a", None),
    ],
)
def test_the_type_of_a_file_is_told_by_its_name(tmp_path, name, media_type):
    """
    The end of the name tells; of an end that is not known, nothing is said.
    """
    (tmp_path / name).write_bytes(b"")

    told = Distribution.of_file(tmp_path / name, "https://data.kommunen.example/a")
    assert (told.media_type, told.byte_size) == (media_type, 0)


def test_a_file_that_is_not_there_is_pythons_own_error(tmp_path):
    """
    Whoever handles missing files already handles this one.
    """
    with pytest.raises(FileNotFoundError):
        Distribution.of_file(tmp_path / "a.ttl", "https://data.kommunen.example/a")


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("thing", "change"),
    [
        (TOWN, {"uri": "kommunen.example"}),
        (TOWN, {"uri": "https://kommunen.example/> ."}),
        (TOWN, {"homepage": "https://"}),
        (TOWN, {"name": " "}),
        (TOWN, {"type": "LocalAuthority"}),  # a word that is no PublisherType
        (DATASET.contact, {"email": "kommunen.example"}),
        (DATASET.contact, {"email": "a@b> . <x:y"}),
        (DATASET.contact, {"page": "ftp://kommunen.example"}),
        (DATASET, {"uri": "urn:x:y"}),
        (DATASET, {"landing_page": "x"}),
        (DATASET, {"publisher": "Kommunen"}),
        (DATASET, {"title_sv": None}),
        (DATASET, {"keywords": ["a"]}),
        (DATASET, {"issued": "2024-01-01"}),
        (CATALOG, {"uri": ""}),
        (CATALOG, {"homepage": "x"}),
        (CATALOG, {"license": "CC0"}),
        (FILE, {"access_url": "a.ttl"}),
        (FILE, {"download_url": "a.ttl"}),
        (FILE, {"license": "CC0"}),
        (FILE, {"media_type": "turtle"}),
        (FILE, {"media_type": "text/<turtle>"}),
        (FILE, {"byte_size": -1}),
        (FILE, {"byte_size": True}),
        (FILE, {"sha256": "0" * 63}),
        (FILE, {"conforms_to": "schema"}),
        (FILE, {"conforms_to": "urn:a:b> ."}),
    ],
    ids=repr,
)
def test_what_could_not_be_followed_is_refused(thing, change):
    """
    An address that is none is told with the field that it was given for.
    """
    with pytest.raises(InvalidField) as caught:
        evolve(thing, **change)

    assert (caught.value.field,) == tuple(change)


@pytest.mark.parametrize("position", range(3))
def test_only_the_right_things_are_described(register, position):
    """
    Each of the three is what it is called.
    """
    things = [register, DATASET, CATALOG]
    things[position] = None

    with pytest.raises(InvalidField, match=r"^describe"):
        describe(*things)


@pytest.mark.parametrize(
    ("thing", "property_", "code"),
    [
        ("<https://data.kommunen.example/>", "dcterms:title", "missing"),
        ("<https://data.kommunen.example/>", "dcterms:description", "missing"),
        ("<https://data.kommunen.example/>", "dcterms:publisher", "missing"),
        ("<https://data.kommunen.example/>", "dcat:dataset", "missing"),
        ("<https://data.kommunen.example/>", "dcterms:license", "missing-recommended"),
        ("<https://data.kommunen.example/>", "dcterms:language", "missing-recommended"),
        (
            "<https://data.kommunen.example/>",
            "dcat:themeTaxonomy",
            "missing-recommended",
        ),
        (f"<{DATASET.uri}>", "dcterms:title", "missing"),
        (f"<{DATASET.uri}>", "dcterms:description", "missing"),
        (f"<{DATASET.uri}>", "dcterms:publisher", "missing"),
        (f"<{DATASET.uri}>", "dcat:contactPoint", "missing-recommended"),
        (f"<{DATASET.uri}>", "dcat:distribution", "missing-recommended"),
        (f"<{DATASET.uri}>", "dcat:keyword", "missing-recommended"),
        (f"<{DATASET.uri}>", "dcat:theme", "missing-recommended"),
        (f"<{DATASET.uri}>", "dcterms:spatial", "missing-recommended"),
        (f"<{DATASET.uri}>", "dcterms:temporal", "missing-recommended"),
        ("<https://kommunen.example/>", "foaf:name", "missing"),
        ("<https://kommunen.example/>", "dcterms:type", "missing-recommended"),
        ("[]", "vcard:fn", "missing"),
        ("[]", "vcard:hasEmail", "missing"),
        ("[]", "dcat:accessURL", "missing"),
        ("[]", "dcterms:license", "missing-recommended"),
        ("[]", "dcterms:format", "missing-recommended"),
    ],
)
def test_each_property_that_is_taken_away_is_missed(
    description, thing, property_, code
):
    """
    What the profile demands or recommends is missed if, and only if, it is not there.
    """
    graph = rdflib.Graph().parse(data=description, format="turtle")
    iri = graph.namespace_manager.expand_curie(property_)
    holders = [
        subject
        for subject, _ in graph.subject_objects(iri)
        if thing == (f"<{subject}>" if isinstance(subject, rdflib.URIRef) else "[]")
    ]
    for holder in holders:
        graph.remove((holder, iri, None))

    assert holders
    assert (f"{thing} {property_}", code) in paths(missing(graph.serialize()))


def test_things_that_are_not_described_are_missed():
    """
    Nothing at all lacks a catalog; a publisher who is only named lacks a name.
    """
    assert paths(missing("")) == [
        ("dcat:Catalog", "missing"),
        ("dcat:Dataset", "missing"),
    ]

    publisher = "<http://purl.org/dc/terms/publisher>"
    named = f"<http://a.se/> {publisher} <http://b.se/>, 'Kommunen' ."
    assert [path for path, code in paths(missing(named)) if code == "missing"] == [
        "dcat:Catalog",
        "dcat:Dataset",
        "<http://b.se/> foaf:name",
        '"Kommunen" foaf:name',  # a text is nobody
    ]


def test_what_is_missing_is_told_in_both_languages():
    """
    Each problem says whether it has to be there, in English and in Swedish.
    """
    problems = missing("<http://a.se/> a <http://www.w3.org/ns/dcat#Catalog> .")

    assert [problem.in_language("sv") for problem in problems[3:5]] == [
        "<http://a.se/> dcat:dataset: saknas, och profilen kräver det",
        "<http://a.se/> dcterms:license: saknas, och profilen rekommenderar det",
    ]
    assert str(problems[3]) == (
        "<http://a.se/> dcat:dataset: is missing, and the profile demands it"
    )


def test_what_is_no_turtle_is_refused():
    """
    A description that cannot be read is told with its line.
    """
    with pytest.raises(InvalidDocument, match=r"^\$: line 1: not Turtle"):
        missing("<a>")


def test_the_missing_library_is_told(register, monkeypatch):
    """
    Describing needs no library; looking for what is missing does.
    """
    monkeypatch.delitem(
        sys.modules, "medborgarloften.serializers._linked.rdf", raising=False
    )
    monkeypatch.setitem(sys.modules, "rdflib.plugins.parsers.jsonld", None)

    description = describe(register, DATASET, CATALOG)
    with pytest.raises(MissingExtra, match=r"medborgarloften\[rdf\]"):
        missing(description)


def test_every_field_is_told(register):
    """
    Nothing that a publisher gives is left out of the description.
    """
    description = describe(register, DATASET, CATALOG)
    for thing in (TOWN, FILE, DATASET, CATALOG, DATASET.contact):
        for field in fields(type(thing)):
            value = getattr(thing, field.name)
            if isinstance(value, str | int | date):
                assert str(value).partition("\n")[0].replace('"', '\\"') in description
