"""Pages of HTML, as text and what their markup tells."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from medborgarloften.errors import MissingExtra
from medborgarloften.reading.formats import html
from medborgarloften.reading.formats.extract import Link
from medborgarloften.reading.formats.html import extract_html, thinning
from medborgarloften.reading.formats.html.thinning import LONGEST_UNTOUCHED, thinned
from medborgarloften.reading.text.document import Document, LineKind

PAGES = Path(__file__).parent / "markup"
PDF = "application/pdf"
LD = '<script type="application/ld+json">'
DAY = 'content="2020-02-03"'
AT = "https://a.example/"


def page(name):
    """Extract one of the pages beside this file, and cut it into lines."""
    extract = extract_html((PAGES / f"{name}.html").read_bytes())
    document = Document.of(extract.text, extract.kinds)
    return extract, [(line.kind.value, line.text) for line in document.lines]


def test_a_page_of_the_police():
    """
    The title stands outside the main part; menus, cookies and footer are gone.
    """
    extract, lines = page("police")

    assert lines[:5] == [
        ("heading", "Ekby – medborgarlöften 2021–2022"),
        (
            "paragraph",
            "Polisen och Ekby kommun har tagit fram löften med dem som bor här.",
        ),
        ("heading", "Det här ska vi göra"),
        ("bullet", "Polisen ska genomföra minst fyra trafikkontroller i månaden."),
        ("bullet", "Kommunen ska se över belysningen. Det sker före hösten."),
    ]
    assert len(lines) == 6
    assert extract.title == "Ekby – medborgarlöften | Polismyndigheten"
    assert extract.url == "https://example.se/loften/ekby/"
    assert extract.publisher == "Polismyndigheten"
    assert extract.published_on == date(2021, 2, 3)
    assert extract.updated_on == date(2021, 3, 5)
    assert extract.media_type == "text/html"


def test_a_page_within_a_form():
    """
    A form that holds the page is kept, and so are panels that a button opens.
    """
    extract, lines = page("sitevision")

    assert ("heading", "Polisen lovar att:") in lines
    assert ("numbered", "vara synlig i centrum") in lines
    assert ("heading", "Så följs löftet upp") in lines
    assert any(text.startswith("Vi träffas varje månad") for _, text in lines)
    assert ("label", "Ansvarig: Kommunen") in lines
    assert not any("Bygga" in text for _, text in lines)
    assert extract.links == (
        Link(
            words="Medborgarlöfte 2020",
            url="https://ekby.example/download/1.abc/lofte.pdf",
            media_type=PDF,
        ),
    )


def test_a_news_page():
    """
    Other news, tags and the comment field are no part of it.
    """
    extract, lines = page("wordpress")

    assert [kind for kind, _ in lines] == [
        "heading",
        "paragraph",
        "caption",
        "paragraph",
        "quote",
    ]
    assert (extract.published_on, extract.updated_on) == (
        date(2022, 1, 10),
        date(2022, 1, 12),
    )
    assert extract.publisher == "Ekbybladet"


def test_a_page_laid_out_with_tables():
    """
    A menu in a cell goes, breaks are rows, and two of them part paragraphs.
    """
    _, lines = page("tables_2005")

    assert lines == [
        ("heading", "Medborgarlöfte 2016"),
        (
            "paragraph",
            "Polisen och kommunen är överens om följande för ett tryggare Ekby.",
        ),
        ("heading", "Polisen"),
        ("paragraph", "Polisen ska finnas i centrum på fredagskvällar."),
        ("heading", "Kommunen"),
        ("bullet", "Kommunen ska röja buskage"),
        ("bullet", "och laga belysning"),
    ]


def test_a_page_of_nothing_but_divs():
    """
    Without one telling element, what is said is kept and what is offered is not.
    """
    extract, lines = page("divs")

    assert [text for _, text in lines] == [
        "Löften för Ekby",
        "Polisen lovar att finnas på torget varje fredag.",
        "Kommunen lovar att hålla biblioteket öppet på kvällarna för alla som vill.",
        "Se planen i handlingsplanen.",
    ]
    assert [link.words for link in extract.links] == ["handlingsplanen"]


def test_tables_of_owners():
    """
    A cell is told by its column, below what its row is about.
    """
    _, lines = page("columns")

    assert lines[2:] == [
        ("heading", "Trafik"),
        ("label", "Polis: Ska kontrollera hastighet vid skolor."),
        ("label", "Kommun: Ska bygga farthinder."),
        ("label", "Polis: Ska delta i möten."),
        ("heading", "Centrum"),
        ("heading", "Polis"),
        ("bullet", "Fotpatrullera"),
        ("bullet", "Genomföra två trygghetsvandringar Ansvarig: Kommunen"),
        ("label", "Polis: Synas mer."),
        ("label", "Kommun: Röja sly."),
        ("label", "Ansvarig: Polisen"),
        ("label", "Tid: 2023"),
    ]


@pytest.mark.parametrize(
    ("markup", "text", "kinds"),
    [
        ("<p>a <b>b</b>\n c</p>d", "a b c\n\nd", {}),
        ("<b>a</b> <i>b</i><b>c <!-- x --></b>", "a bc", {}),
        ("<b>a<i> </i></b>b", "a b", {}),
        ("<h1>Ett<br>två</h1>", "Ett två", {1: "heading"}),
        (f"<h2>{'ord ' * 60}</h2>", ("ord " * 60).strip(), {}),
        ("<p><strong>Polisen lovar:</strong></p>", "Polisen lovar:", {1: "heading"}),
        ("<p><b>Vi ses.</b></p>", "Vi ses.", {}),
        ("<p><b>Ansvarig: vi</b></p>", "Ansvarig: vi", {}),
        ("<p style='font-weight:bold'>Mål</p>", "Mål", {1: "heading"}),
        ("<p><span style='font-weight: 700'>Mål</span></p>", "Mål", {1: "heading"}),
        ("<ol start=3><li>a<li value=7>b</ol>", "3. a\n7. b", {1: "num", 2: "num"}),
        ("<ol type=a><li>x</ol>", "a) x", {1: "num"}),
        ("<ol type=A start=27><li>x</ol>", "27. x", {1: "num"}),
        ("<ol start=x><li>x</ol>", "1. x", {1: "num"}),
        ("<li>x", "• x", {1: "bullet"}),
        ("<ul><li>• x<li>1. y<li>- </ul>", "• x\n1. y\n• -", {1: "b", 2: "n", 3: "b"}),
        ("<ul><li><ul><li>x</ul>y</ul>", "  • x\n  y", {1: "bullet"}),
        ("<ul><li>A.<br>B<br>c</ul>", "• A.\n  B\n  c", {1: "bullet"}),
        ("<ul><li>a<br>b</ul>", "• a b", {1: "bullet"}),
        ("<ul><li>a<p>Syfte: b</ul>", "• a\n  Syfte: b", {1: "bullet"}),
        ("<p>a<br><br>b", "a\n\nb", {}),
        ("<pre>a\nb<br>c</pre>", "a\nb\nc", {}),
        ("<p><q>Bra</q></p>", "”Bra”", {1: "quote"}),
        ("<blockquote>Vi ska synas mer.</blockquote>", "Vi ska synas mer.", {}),
        ("<blockquote>– Bra</blockquote>", "– Bra", {1: "quote"}),
        ("<blockquote>Bra, säger hon.</blockquote>", "Bra, säger hon.", {1: "quote"}),
        (
            "<blockquote>”Bra.” Åsa Ek, polis</blockquote>",
            "”Bra.” Åsa Ek, polis",
            {1: "quote"},
        ),
        (
            "<blockquote>Bra <cite>Åsa</cite></blockquote>",
            "Bra Åsa",
            {1: "quote"},
        ),
        ("<blockquote><ul><li>a</ul></blockquote>", "• a", {1: "bullet"}),
        ("<p class='wp-caption-text'>x</p>", "x", {1: "caption"}),
        ("<figure><figcaption><h2>A</h2></figcaption></figure>", "A", {1: "heading"}),
        ("<a href=x><table><tr><td><a href=y>b</table>c</a>", "b\n\nc", {}),
        ("<p>a<canvas><b>x</b></canvas>b</p>", "ab", {}),
        ("<frameset><frame></frameset>", "", {}),
        ("<p>a<img alt=x>b</p>", "a b", {}),
        ("<h2><button>Mål</button></h2>", "Mål", {1: "heading"}),
        ("<button>Sök</button>x", "x", {}),
        ("<details><summary>A</summary>b</details>", "A\n\nb", {1: "heading"}),
        ("a<title>b</title>", "a", {}),
        ("<p>&nbsp;&shy;</p>a&shy;b", "a\xadb", {}),
        ("<dl><dt>Tid<dd>nu</dl>", "Tid: nu", {}),
        ("<dl><dt>Tid<dt>Ort</dl>", "Tid\n\nOrt", {1: "h", 3: "h"}),
        ("<dt>Tid</dt>", "Tid", {1: "heading"}),
        ("<dt>Tid</dt><p>nu", "Tid\nnu", {1: "heading"}),
        ("<dl><dt><p>A</p><p>B</p><dd>c</dl>", "A\nB: c", {1: "heading"}),
        ("<a name=x>b</a>", "b", {}),
        ("<dl><dt>Tid<dd><ul><li>a<li>b</ul></dl>", "Tid\n\n• a\n• b", None),
        (f"<dl><dt>{'x' * 90}<dd>b</dl>", "x" * 90 + "\nb", {}),
    ],
)
def test_blocks_are_rows(markup, text, kinds):
    """
    Each block is a row, and the markup tells what some of them are.
    """
    extract = extract_html(markup)

    assert extract.text == text
    if kinds is not None:
        assert extract.kinds.keys() == kinds.keys()
        assert all(
            kind.value.startswith(kinds[row][:1]) for row, kind in extract.kinds.items()
        )


@pytest.mark.parametrize(
    ("content", "text", "problems"),
    [
        ("<p>å".encode(), "å", []),
        ("<p>å".encode("cp1252"), "å", []),
        ("<meta charset=iso-8859-1><p>å".encode("latin-1"), "å", []),
        ("<meta charset=x><p>å".encode(), "å", []),
        ("<p>å".encode("utf-8-sig"), "å", []),
        ("<p>å".encode("utf-16"), "å", []),
        (b"<meta charset=utf-8><p>\xe5", "\ufffd", ["not-utf8"]),
        (b"<p>\x81", "\ufffd", ["not-utf8"]),
        ("<p>\ud800", "?", ["not-text"]),
    ],
)
def test_bytes_are_decoded_as_they_say(content, text, problems):
    """
    What cannot be decoded is replaced and told.
    """
    extract = extract_html(content)

    assert extract.text == text
    assert [problem.code for problem in extract.problems] == problems


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("<meta property=article:published_time content=2020-02-03T23:00Z>", "pub"),
        (f"<meta name=date content=2020-02-30><meta name=pubdate {DAY}>", "pub"),
        ("<time itemprop=datePublished datetime=2020-02-03>i dag</time>", "pub"),
        (LD + '[{"a":[{"datePublished":"2020-02-03"}]}]</script>', "pub"),
        ("<p>Publicerad: <time datetime=2020-02-03>3/2</time>", "pub"),
        (
            f"<p>{'ord ' * 20}<b>x</b> Publicerad: <time datetime=2020-02-03>x</time>",
            "pub",
        ),
        ("<p><time datetime=2020-02-03>Publicerad 3/2</time>", "pub"),
        ("<p>Senast uppdaterad <time datetime=2020-02-03>3/2</time>", "upd"),
        ('<meta property="og:updated_time" content="2020-02-03">', "upd"),
        ("<p>Vi ses <time datetime=2020-02-03>3/2</time> <time>4/2</time>", None),
        (LD + '{"datePublished":</script>', None),
        (LD + '{"datePublished":3}</script>', None),
    ],
)
def test_days_are_told_in_many_ways(head, told):
    """
    A day that is not told to be one of the two is neither.
    """
    extract = extract_html(f"{head}<p>Text.")
    day = date(2020, 2, 3)

    assert extract.published_on == (day if told == "pub" else None)
    assert extract.updated_on == (day if told == "upd" else None)


def test_a_given_address_comes_first():
    """
    The page's own address counts if none is given, and if it is one.
    """
    own = '<link rel=canonical href="/b"><base href="https://a.example/x/">'

    assert extract_html(own).url == "https://a.example/b"
    assert extract_html(own, url="https://c.example/").url == "https://c.example/"
    assert extract_html('<link rel=canonical href="/b">').url is None
    assert extract_html('<link rel=canonical href="http://[">').url is None


@pytest.mark.parametrize(
    ("link", "words", "url", "media_type"),
    [
        ("<a href=x.PDF?y>Löftet</a>", "Löftet", AT + "b/x.PDF?y", PDF),
        (
            "<a href=/x>Löftet (pdf, 1 MB)</a>",
            "Löftet (pdf, 1 MB)",
            AT + "x",
            PDF,
        ),
        (
            "<a href=/x type=application/pdf>L&shy;öftet</a>",
            "L\xadöftet",
            AT + "x",
            PDF,
        ),
        ("<a href=x.pdf>Ett<br>Löftet</a>", "Löftet", AT + "b/x.pdf", PDF),
    ],
)
def test_links_to_documents(link, words, url, media_type):
    """
    A link's words stand in the text as they stand in the link.
    """
    extract = extract_html(f"<p>Se {link}.", url="https://a.example/b/c")

    assert extract.links == (Link(words=words, url=url, media_type=media_type),)
    assert words in extract.text


def test_a_link_around_blocks():
    """
    Its words are the longest of its rows, and none where it holds much of a page.
    """
    rows = "<div>Ett</div><div>Löftet</div>"
    many = "<div>rad</div>" * 30

    assert extract_html(f"<a href=x.pdf>{rows}</a>").links[0].words == "Löftet"
    assert extract_html(f"<a href=x.pdf>{many}</a>").links == ()


def test_other_links_are_no_documents():
    """
    Pages, broken addresses and pictures without words are left out.
    """
    page = "<a href=x>a</a> <a href='http://[/x.pdf'>b</a> <a href=x.pdf><img></a>"

    assert extract_html(page).links == ()


LONG = "Polisen lovar att finnas på torget varje fredag, och så har det blivit. " * 4
SAID = LONG.strip()


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        # A main part with next to nothing in it is none.
        (f"<main><p>Start</main><div>{LONG}</div>", f"Start\n\n{SAID}"),
        # Two articles that both have something to say.
        (
            f"<article>{LONG}</article><article>{LONG}</article>",
            f"{SAID}\n\n{SAID}",
        ),
        (f"<article role=x>{LONG}</article><article>Se</article>", SAID),
        # Titles: one outside is kept, but not one that is hidden.
        (
            f"<header><h1><a href=/>A</a></h1></header><main>{LONG}</main>",
            f"A\n\n{SAID}",
        ),
        (f"<div hidden><h1>A</h1></div><main>{LONG}</main>", SAID),
        (f"<article>{LONG}<article>{LONG}</article></article>b", f"{SAID}\n\n{SAID}"),
        ("<a href=#p>A</a><div id=p hidden>b</div>c", "A\n\nb\n\nc"),
        (f"<h2 style=x>A</h2><p>{LONG}", f"A\n\n{SAID}"),
        (f"<article>{LONG}</article>a<p>{LONG}{LONG}", f"{SAID}\n\na\n\n{LONG}{SAID}"),
        (f"<article>{LONG}<footer><a href=1>b</a></footer></article>", SAID),
        (f"<article>{LONG}<footer>b</footer></article>", f"{SAID}\n\nb"),
        (f"<form><input>a</form><p>{LONG}", SAID),
        # Menus, unless a text leads into them.
        ("<ul><li><a href=1>A</a><li><a href=2>B</a><li><a href=3>C</a></ul>b", "b"),
        (
            "Så här:<ul><li><a href=1>A<li><a href=2>B<li><a href=3>C</ul>",
            "Så här:\n\n• A\n• B\n• C",
        ),
        ("<nav>a</nav><nav><h1>B</h1></nav>c", "B\n\nc"),
        (f"<div class=cookies>a</div><div id=shareBox>b</div><p>{LONG}", SAID),
        (f"<h2>Fler nyheter</h2><p>{LONG}", f"Fler nyheter\n\n{SAID}"),
        (
            f"<h2>Nyheter</h2><div>Nu<ul>{'<li><a href=1>A</a>' * 3}</ul></div>{LONG}",
            SAID,
        ),
        # What is hidden is no text, whatever there is to press.
        (f"<p hidden>a</p>{LONG}<button aria-label=x></button>", SAID),
        (
            f"<p>Vi använder cookies.</p><h1>A</h1><p>{LONG}",
            f"Vi använder cookies.\n\nA\n\n{SAID}",
        ),
    ],
)
def test_what_is_the_pages_own(markup, text):
    """
    When in doubt it is kept.
    """
    assert extract_html(markup).text == text


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ("<tr><th>A<th>B<tr><th>x<td>y", "x\nB: y"),
        ("<tr><th>A<th>B<tr><td colspan=2>x<tr><td>y<td>z", "x\n\nA: y\nB: z"),
        ("<tr><th><th>B<tr><td>x<td>y", "x\nB: y"),
        ("<tr><th>A<th>B<tr><td>x<td>y<td>z", "A: x\nB: y\nz"),
        ("<tr><th>A<th>B<tr><td>x<td>y<td><ul><li>z</ul>", "A: x\nB: y\n• z"),
        ("<tr><td>x<td>y", "x\n\ny"),
        ("<tr><td>x<td><h2>y</h2>", "x\n\ny"),
        (
            f"<tr><td>{LONG}<td>{LONG}<tr><td>x<td>y",
            f"{SAID}\n\n{SAID}\n\nx\n\ny",
        ),
        ("<tr><td>" + "<b>x</b>" * 20 + "<td>y", "x" * 20 + "\n\ny"),
        ("<tr><td><b>A</b><td>y", "A: y"),
        ("<tr>" + "<td>x" * 52, "\n\n".join(["x"] * 52)),
    ],
)
def test_tables(rows, text):
    """
    A table that names its columns or rows is told; another is read cell by cell.
    """
    assert extract_html(f"<table>{rows}</table>").text == text
    assert "A: " not in extract_html(f"<table role=none>{rows}</table>").text


def test_a_publisher_may_be_a_word():
    """
    JSON-LD writes a publisher in two ways, and others are passed over.
    """
    data = '[{"publisher": 1}, {"publisher": "Ekby"}]'
    page = f'<script type="application/ld+json">{data}</script>'

    assert extract_html(page).publisher == "Ekby"


def test_a_page_without_the_parser(monkeypatch):
    """
    Who lacks the parser is told what to install.
    """
    monkeypatch.setitem(
        sys.modules, "medborgarloften.reading.formats.html.parsing", None
    )

    with pytest.raises(MissingExtra, match=r"medborgarloften\[html\]"):
        extract_html("<p>a")


def test_a_page_that_is_too_long(monkeypatch):
    """
    What is beyond the bound is not read, and that is told.
    """
    monkeypatch.setattr(html, "LONGEST", 5)
    extract = extract_html("<p>abcd")

    assert extract.text == "ab"
    assert [problem.code for problem in extract.problems] == ["too-long"]


PIECES = [
    "<p>",
    "<div>",
    "<ul>",
    "<ol",
    "start=-3>",
    "<li>",
    "</li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td",
    "rowspan=3>",
    "<th>",
    "<b>",
    "</b>",
    "<a",
    "href=x.pdf>",
    "</a>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<h1>",
    "</h1>",
    "<h2>",
    "<br>",
    "<blockquote>",
    "<q>",
    "<nav>",
    "<main>",
    "<article>",
    "<header>",
    "<form>",
    "<input>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<time>",
    "<pre>",
    "<time",
    "datetime=2020-02-03>",
    "<aside>",
    "<button",
    "aria-controls=x>",
    "<title>",
    "&amp;",
    "&#0;",
    "<",
    ">",
    '"',
    "Polisen",
    "kommun:",
    "Ansvarig",
    "Publicerad",
    "<template>",
    "<svg>",
    "<select>",
    "<p/hidden>",
    "<img>",
    "'",
    "<figcaption>",
    "</table>",
    "</div>",
]
ODD = ["använder cookies", "\x00", "\x85", "\u2028", "\ud800", "\xa0"]
PARTS = st.sampled_from([*PIECES, *ODD]) | st.text(max_size=5)


@given(st.lists(PARTS, max_size=40).map(" ".join))
def test_nothing_raises(markup):
    """
    Whatever the markup is, the rows that are told of exist, and links' words too.
    """
    for each in (markup, markup + " " * LONGEST_UNTOUCHED):
        extract = extract_html(each)
        rows = extract.text.split("\n")
        Document.of(extract.text, extract.kinds)

        assert all(rows[number - 1].strip() for number in extract.kinds)
        assert all(link.words in extract.text for link in extract.links)


@given(st.binary(max_size=200))
def test_no_bytes_raise(content):
    """
    Bytes of any sort are some text.
    """
    assert isinstance(extract_html(content).text, str)


TREES = st.recursive(
    st.just(()), lambda below: st.lists(below, min_size=1, max_size=3).map(tuple)
).filter(bool)


def written(tree, tag, level, expected):
    """Write a list, and add what is expected of its items."""
    items = []
    for below in tree:
        words = f"punkt {len(expected)}"
        expected.append((level * 2, words))
        items.append(
            f"<li>{words}" + (written(below, tag, level + 1, expected) if below else "")
        )
    return f"<{tag}>{''.join(items)}</{tag}>"


@given(TREES, st.sampled_from(["ul", "ol"]))
def test_nested_lists_come_back(tree, tag):
    """
    Each item is a line, as far in as it is nested.
    """
    expected = []
    extract = extract_html(written(tree, tag, 0, expected))
    lines = Document.of(extract.text, extract.kinds).lines

    assert [(line.indent, line.text) for line in lines] == expected
    assert {line.kind for line in lines} == {
        LineKind.BULLET if tag == "ul" else LineKind.NUMBERED
    }


@pytest.mark.parametrize(
    "piece",
    [
        "<div>", "<p><b>", "<ul><li>", "<font size=1>", "<p '", '<p a="', "<svg>", "<",
        "<!--", "</p>", "<table><tr><td>", "<dl><dt>a<dd>b", "<blockquote>– a",
        "<h2>nyheter</h2><a href=x>", "<p hidden id=a><a href=#a>b</a>",
        "<a href=x><p>",
        "<ul><li>a<br>b", "<nav><h1>a</h1>", "<main><article>a", "<p>om kakor<button>",
    ],
)  # fmt: skip
def test_time_is_linear(piece, monkeypatch):
    """
    Four times as much of anything takes about four times as long.
    """
    monkeypatch.setattr(thinning, "LONGEST_UNTOUCHED", 0)
    short = piece * (10_000 // len(piece))

    assert is_linear(extract_html, short, short * 4)


@pytest.mark.parametrize("piece", ["<div>", "<ul><li>"])
def test_deep_pages_end(piece):
    """
    The longest page that the parser gets as it is ends, however deep it is nested.
    """
    assert extract_html(piece * (LONGEST_UNTOUCHED // len(piece)) + "x").text


def test_long_pages_say_the_same():
    """
    A page that is thinned reads as it did, but for what nobody reads.
    """
    long = "<!--" + "x" * LONGEST_UNTOUCHED + "-->"
    for path in sorted(PAGES.glob("*.html")):
        page = path.read_text("utf-8")

        assert thinned(page) == page
        assert extract_html(page + long).text == extract_html(page).text
        assert extract_html(page + long).links == extract_html(page).links
        assert extract_html(page + long).published_on == extract_html(page).published_on


def rows(markup):
    """The text of a page, without empty rows."""
    return [row for row in extract_html(markup).text.split("\n") if row]


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        # who, and when, to the left of what is promised
        (
            "<tr><th>Vem<th>Löfte<th>Hur ofta<tr><td>Polisen<td>Synas<td>Varje vecka",
            ["• Synas", "Vem: Polisen", "Hur ofta: Varje vecka"],
        ),
        (
            (
                "<tr><th>Vem<th>Löfte<tr><td rowspan=2>Polisen<td>Synas<tr><td>Gå"
                "<tr><td colspan=2>Annat"
            ),
            ["• Synas", "Vem: Polisen", "• Gå", "Vem: Polisen", "Annat"],
        ),
        # an area is no detail of what stands beside it
        (
            "<tr><th>Område<th>Löfte<tr><td>Torget<td>Synas",
            ["Område: Torget", "Löfte: Synas"],
        ),
        # each column is somebody's
        (
            "<tr><th>Polisen lovar<th>Kommunen lovar<tr><td>Synas<td>Röja",
            ["• Polisen lovar: Synas", "• Kommunen lovar: Röja"],
        ),
        # ticks tell who
        (
            (
                "<tr><th>Löfte<th>Polis<th>Kommun<th>När<tr><td>Gå<td>X<td>x<td>Maj"
                "<tr><td>Röja<td><td>✓<td>Juni"
            ),
            [
                *("• Gå", "Ansvarig: Polis och Kommun", "När: Maj"),
                *("• Röja", "Ansvarig: Kommun", "När: Juni"),
            ],
        ),
    ],
)
def test_a_table_of_promises_tells_who_and_when_below_each(table, wanted):
    """
    Wherever the column of promises stands, its cells come first.
    """
    assert rows(f"<h1>Löften</h1><table>{table}</table>")[1:] == wanted


LONG = "<p>Polisen och kommunen lovar här något som är ganska långt.</p>" * 4


@pytest.mark.parametrize(
    ("panel", "is_kept"),
    [
        ("<h2><button aria-expanded=false>A</button></h2><div aria-hidden=true>", True),
        ("<button aria-expanded=false>A</button><div style='display:none'>", True),
        ("<div role=tabpanel hidden>", True),
        ("<a aria-controls=k>A</a><p>B</p><div id=k hidden>", True),
        ("<button aria-expanded=false>A</button><p>B</p><div hidden>", False),
        ("<button>A</button><div hidden>", False),
        (f"{'<br>' * 40}<div hidden>", False),
        (
            (
                "<button aria-expanded=false>A</button>"
                "<div hidden><a href=/>Många länkar i menyn</a>"
            ),
            False,
        ),
    ],
)
def test_what_a_button_or_a_tab_shows_is_kept(panel, is_kept):
    """
    It is hidden until a reader presses, and is a part of the page all the same.
    """
    assert ("dolt" in rows(f"<h1>Löften</h1>{LONG}{panel}dolt")) is is_kept


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.4 x", b"\x89PNG\r\n", bytes(range(256)), b"PK\x03\x04", b"x\0\0"],
)
def test_what_is_no_text_is_told_to_be_none(content):
    """
    To save a picture as UTF-8 would help nobody.
    """
    (problem,) = extract_html(content).problems

    assert problem.code == "binary"
    assert "read_pdf" in problem.message
