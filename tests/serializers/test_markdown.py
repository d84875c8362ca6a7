from __future__ import annotations

import re
from datetime import date

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from medborgarloften import (
    Agreement,
    Amendment,
    Area,
    Attribution,
    Basis,
    Contact,
    InvalidField,
    NoSuchAgreement,
    NoSuchPromise,
    Outcome,
    Party,
    PartyKind,
    Per,
    Promise,
    Quantity,
    Register,
    Review,
    Signatory,
    Source,
    SourceKind,
    Status,
    ValidityPeriod,
)
from medborgarloften.serializers import markdown
from medborgarloften.testing import agreements, registers, texts

# Making many agreements takes longer than all that is done with them here.
FEWER = settings(max_examples=40)

PAGE = Source(url="https://habo.se/löften?a=1&b=2", title="Våra löften")

# HTML is let through, tables and strikethrough too: what would become any shows.
PARSERS = (
    MarkdownIt("commonmark", {"html": True}),
    MarkdownIt("js-default", {"html": True}),
)
SIGNS = "#*_`~<>[]()!|\\&;:/=+-.@$^{}1a \n"
MEANT = {
    "heading",
    "paragraph",
    "bullet_list",
    "list_item",
    "inline",
    "text",
    "strong",
    "link",
}


def promising(text, *promisors, **fields):
    """Make a promise, of the police unless another is told."""
    return Promise(number=1, text=text, promisors=promisors or ("police",), **fields)


def agreed(*promises, **fields):
    """Make an agreement of police and municipality, with a school that takes part."""
    stated = {
        "id": "habo",
        "title": "Medborgarlöfte för Habo",
        "area": Area(municipalities=("0643",)),
        "period": ValidityPeriod.of_year(2023),
        "parties": (
            Party(id="police", kind=PartyKind.POLICE, name="Polisen"),
            Party(id="habo", kind=PartyKind.MUNICIPALITY, name="Habo kommun"),
        ),
        "others": (Party(id="skola", kind=PartyKind.SCHOOL, name="skolan"),),
    }
    return Agreement(
        promises=tuple(
            attrs.evolve(promise, number=number)
            for number, promise in enumerate(promises, 1)
        ),
        **(stated | fields),
    )


def outcome(**fields):
    """Make an outcome of the first promise in Habo."""
    told = {"agreement": "habo", "promise": 1, "on": date(2023, 12, 31)}
    return Outcome(**(told | {"status": Status.FULFILLED, "sources": (PAGE,)} | fields))


def normal(text):
    """Write a text with single blanks, and without what no page can show."""
    return " ".join(re.sub("[\0\x7f]", "\ufffd", text).split())


def tokens_of(page, parser=PARSERS[0]):
    """List everything that a parser finds on a page, and what is in that."""
    found = parser.parse(page)
    return [*found, *(inner for each in found for inner in each.children or ())]


def shown(page, parser=PARSERS[0]):
    """List the texts of headings, paragraphs and points, as they are read."""
    return [
        normal("".join(inner.content for inner in each.children))
        for each in parser.parse(page)
        if each.type == "inline"
    ]


def kinds(page, parser):
    """List what sorts of things a parser finds on a page."""
    return {
        re.sub("_(?:open|close)$", "", token.type) for token in tokens_of(page, parser)
    }


def links(page):
    """List where the links of a page lead."""
    return [each.attrs["href"] for each in tokens_of(page) if each.type == "link_open"]


# ---------------------------------------------------------------- words are words


@FEWER
@given(registers(max_size=2), st.sampled_from(["sv", "en"]))
def test_a_page_has_no_markup_that_was_not_meant(register, language):
    """
    Whatever was published, it makes no HTML, no code, no table and no other list.
    """
    page = markdown.dumps(register, language=language)
    addresses = sum(
        (source.url is not None)
        for agreement in register.agreements
        for source in agreement.sources
    )
    addresses += sum(
        (source.url is not None)
        for told in register.outcomes
        for source in told.sources
    )
    addresses += sum(
        (contact.email is not None)
        for agreement in register.agreements
        for contact in agreement.contacts
    )

    for parser in PARSERS:
        assert kinds(page, parser) <= MEANT
    assert len(links(page)) == addresses
    assert all(re.match("https://polisen.se/|mailto:", each) for each in links(page))


@given(agreements())
def test_published_texts_are_read_as_they_were_written(agreement):
    """
    A parser of Markdown reads the very words, each once and in one piece.
    """
    page = markdown.dumps(agreement)

    for parser in PARSERS:
        read = shown(page, parser)
        assert read[0] == normal(agreement.title)
        for text in (
            *(promise.text for promise in agreement.promises),
            *agreement.priorities,
            *agreement.expected_effects,
        ):
            assert normal(text) in read
        for party in agreement.parties:
            assert normal(party.name) in read[2]


@given(texts() | st.text(SIGNS, min_size=1).filter(lambda text: not text.isspace()))
@example("<script>alert(1)</script>")
@example("[klicka](javascript:alert(1))")
@example("![bild](https://exempel.se/a.png)")
@example("<https://exempel.se> www.exempel.se http://exempel.se")
@example("[a]: https://exempel.se")
@example("&lt;b&gt; &#60; &copy;")
@example("# rubrik #")
@example("1. först\n2. sedan")
@example("- punkt")
@example("---")
@example("===")
@example("+")
@example("    indragen")
@example("```\nkod\n```")
@example("~~~")
@example("a | b\n--|--\nc | d")
@example("> citat")
@example("slut\\")
@example("två  \nrader")
@example("**fet** __fet__ *kursiv* ~~struken~~")
@example("{% raw %} {{ site.title }} {: .klass}")
@example("\u00a0 a \u00a0")
def test_any_text_is_only_its_words(text):
    """
    As a title, a promise, a name or a wording: what looks like markup is none.
    """
    agreement = agreed(
        promising(text),
        title=text,
        period_wording=text,
        priorities=(text,),
        parties=(Party(id="police", kind=PartyKind.POLICE, name=text),),
    )
    page = markdown.dumps(agreement)

    for parser in PARSERS:
        read = shown(page, parser)
        assert kinds(page, parser) <= MEANT - {"link"}
        assert read.count(normal(text)) >= 3
        assert f"Gäller: 2023 (”{normal(text)}”)" in map(normal, read)
        assert normal(f"Lovas av: {text}") in read


def test_html_is_kept_off_where_backslashes_would_not_do():
    """
    Older Markdown knows no backslash before a bracket; entities it knows.
    """
    page = markdown.dumps(agreed(promising("<script>alert(1)</script> & mer")))

    assert "- &lt;script&gt;alert(1)&lt;/script&gt; &amp; mer\n" in page


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Besök www.habo.se", r"Besök www\.habo.se"),
        ("Se http://habo.se", r"Se http\://habo.se"),
        ("Kostar $5 och $6", r"Kostar \$5 och \$6"),
        ("Klart: 5 %, 2019-2021 (ja!)", "Klart: 5 %, 2019-2021 (ja!)"),
        ("1980-talets skola, t.ex. 2.0", "1980-talets skola, t.ex. 2.0"),
    ],
)
def test_plain_words_stay_as_they_are_and_addresses_are_no_links(text, written):
    """
    Only what could mean something is escaped; GitHub makes links of addresses.
    """
    assert f"- {written}\n" in markdown.dumps(agreed(promising(text)))


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://habo.se/löften?a=1&b=2", "https://habo.se/l%C3%B6ften?a=1&b=2"),
        ("HTTP://habo.se/a(b)", "HTTP://habo.se/a%28b%29"),
        ("https://habo.se/&copy;", "https://habo.se/&copy;"),
        ("https://habo.se/%C3%A5", "https://habo.se/%C3%A5"),
        ("mailto:bo@habo.se", "mailto:bo@habo.se"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,<script>", None),
        ("ftp://habo.se", None),
        ("https://", None),
        ("https://habo.se/ en sida", None),
        ("//habo.se", None),
        ("www.habo.se", None),
        ("mailto:a@habo.se?bcc=b@habo.se", None),
    ],
)
def test_only_addresses_of_the_web_and_of_mail_are_links(url, target):
    """
    Another stands as its words beside the title, so that nothing is lost.
    """
    page = markdown.dumps(agreed(sources=(Source(url=url, title="Titel"),)))
    alone = markdown.dumps(agreed(sources=(Source(url=url),)))
    expected = ["Titel"] if target else [f"Titel, {normal(url)}"]

    assert [shown(each)[-1] for each in (page, alone)] == [*expected, normal(url)]
    assert links(page) == links(alone) == [target] * (target is not None)


# ---------------------------------------------------------------- a page


def test_a_page_tells_all_that_was_published_in_the_language_asked_for():
    """
    What is not known has no line; labels are in the language, texts as they were.
    """
    agreement = agreed(
        promising("Synas mer"),
        period_wording="hela 2023",
        amendments=(Amendment(), Amendment(last_day=date(2024, 6, 30))),
        signed_on=date(2022, 12, 1),
        basis=(Basis.CITIZEN_DIALOGUE, Basis.SAFETY_SURVEY),
        priorities=("Trafik",),
        expected_effects=("Färre olyckor",),
        reviews=(Review(purpose="revidering", per=Per.YEAR, wording="varje år"),),
        signatories=(Signatory(name="Åsa Ek", role="ordförande", party="habo"),),
        contacts=(Contact(name="Växeln", phone="036-000 00"),),
        sources=(
            attrs.evolve(PAGE, publisher="Habo", updated_on=date(2023, 1, 5)),
            Source(kind=SourceKind.DOCUMENT),
        ),
        notes="En egen anteckning",
    )

    assert (
        markdown.dumps(agreement, language="en")
        == """\
# Medborgarlöfte för Habo

- **Kind:** citizens' promise
- **Entered into by:** Polisen and Habo kommun
- **Holds in:** Habo
- **Holds:** 2023 (“hela 2023”)
- **Amended:** through 30 June 2024
- **Signed:** 1 December 2022
- **Based on:** dialogue with residents and safety survey

## Priorities

- Trafik

## Promises

**Promised by:** Polisen

- Synas mer

## Expected effects

- Färre olyckor

## Follow-up

- revidering: once per year (“varje år”)

## Signatories

- Åsa Ek, ordförande, för Habo kommun

## Contact

- Växeln, 036-000 00

## Sources

- [Våra löften](https://habo.se/l%C3%B6ften?a=1&amp;b=2), Habo, 5 January 2023
- document
""".replace("för Habo kommun", "for Habo kommun")
    )


def test_an_agreement_of_which_little_is_known_is_a_page_too():
    """
    What was not said is left out, or told not to be stated.
    """
    agreement = agreed(area=Area(), period=ValidityPeriod())

    assert shown(markdown.dumps(agreement)) == [
        "Medborgarlöfte för Habo",
        "Typ: medborgarlöfte",
        "Ingås av: Polisen och Habo kommun",
        "Gäller: anges inte",
    ]


def test_promises_stand_together_by_goal_and_by_who_promises():
    """
    Those that serve no goal come first; a goal within a goal says which it serves.
    """
    agreement = agreed(
        promising("Öka tryggheten", "police", "habo"),
        promising("Minska buset", "police", parent=1),
        promising("Byta lampor", "habo", parent=1),
        promising("Patrullera", "police", parent=2),
        promising("Hålla möten", "habo"),
        promising("Klippa häckar", "habo", "police", parent=1),
        promising("Ansa träd", "police", "habo", parent=1),
        promising("Ringa", "police", "habo", attribution=Attribution.CONTEXT),
    )

    assert shown(markdown.dumps(agreement))[4:] == [
        "Gäller: 2023",
        "Löften",
        "Lovas av: Habo kommun",
        "Hålla möten",
        "Lovas av: Polisen och Habo kommun (framgår av sammanhanget)",
        "Ringa",
        "Öka tryggheten",
        "Lovas av: Polisen och Habo kommun",
        "Lovas av: Habo kommun",
        "Byta lampor",
        "Lovas av: Habo kommun och Polisen",
        "Klippa häckar",
        "Ansa träd",
        "Minska buset",
        "Lovas av: Polisen",
        "För målet: Öka tryggheten",
        "Lovas av: Polisen",
        "Patrullera",
    ]


def test_goals_may_serve_goals_in_many_steps():
    """
    Depth makes no deeper headings, no deeper lists, and no recursion.
    """
    chain = [promising(f"Mål {n}", parent=n or None) for n in range(2000)]
    page = markdown.dumps(agreed(*chain))

    assert page.count("\n### ") == 1999
    assert "####" not in page
    assert max(token.level for token in tokens_of(page)) <= 4


def test_what_a_promise_does_not_say_itself_stands_below_it():
    """
    With whom, when, and how it went; counts only as the text has them.
    """
    meeting = promising(
        "Hålla fyra möten",
        partners=("skola", "habo"),
        period=ValidityPeriod.parse("2023-23"),
        quantities=(Quantity(4, 4, "möte"),),
    )
    told = outcome(counted=5, wording="Fem möten hölls.")
    page = markdown.dumps(agreed(meeting), outcomes=[told])

    assert page.endswith("""\
- Hålla fyra möten
  - **Tillsammans med:** skolan och Habo kommun
  - **Gäller:** hösten 2023
  - **Uppföljning 31 december 2023:** uppfyllt, antal: 5 (”Fem möten hölls.”); \
[Våra löften](https://habo.se/l%C3%B6ften?a=1&amp;b=2)
""")


def test_what_became_of_a_goal_stands_below_it():
    """
    A goal that others serve has its outcomes under its heading.
    """
    agreement = agreed(promising("Öka tryggheten"), promising("Synas", parent=1))
    unknown = outcome(status=Status.NO_EVIDENCE, sources=())
    page = markdown.dumps(agreement, outcomes=(unknown,))

    assert shown(page)[6:9] == [
        "Öka tryggheten",
        "Lovas av: Polisen",
        "Uppföljning 31 december 2023: inget är känt",
    ]


def test_an_excerpt_is_told_to_be_one():
    """
    Whoever reads the page knows that there are more promises.
    """
    page = markdown.dumps(agreed(promising("Synas"), excerpt=True))

    assert "Det här är ett utdrag: alla löften är inte med." in shown(page)


def test_mail_to_whom_to_ask_is_a_link_if_it_is_an_address():
    """
    What cannot be an address stands as its words.
    """
    contacts = (
        Contact(name="Bo Ek", role="samordnare", email="bo@habo.se"),
        Contact(name="Al", email="al(at)habo.se"),
    )
    page = markdown.dumps(agreed(contacts=contacts))

    assert links(page) == ["mailto:bo@habo.se"]
    assert shown(page)[-2:] == ["Bo Ek, samordnare, bo@habo.se", "Al, al(at)habo.se"]


def test_people_can_be_left_out():
    """
    Who signed and whom to ask are not on the page, and neither are their headings.
    """
    people = {
        "signatories": (Signatory(name="Åsa Öberg", political_party="S"),),
        "contacts": (Contact(name="Bo Ek"),),
    }

    for thing in (agreed(**people), Register([agreed(**people)])):
        assert {"Åsa Öberg, S", "Bo Ek"} <= set(shown(markdown.dumps(thing)))
        assert markdown.dumps(thing, without_people=True) == markdown.dumps(
            thing.without_people()
        )
        assert "Kontakt" not in markdown.dumps(thing, without_people=True)


def test_a_register_has_each_agreement_under_its_heading():
    """
    Its own outcomes are told, and those that are given besides.
    """
    other = agreed(promising("Lysa upp"), id="a", title="Löfte A")
    register = Register([agreed(promising("Synas")), other], [outcome()])
    more = outcome(on=date(2024, 1, 31), agreement="a")
    page = markdown.dumps(register, outcomes=[more])

    assert re.findall("^#+ .*", page, re.MULTILINE) == [
        "# Medborgarlöften",
        "## Löfte A",
        "### Löften",
        "## Medborgarlöfte för Habo",
        "### Löften",
    ]
    assert shown(page).index("Lysa upp") < page.index("31 januari 2024")
    assert "31 december 2023" in page
    assert markdown.dumps(Register(), language="en") == "# Citizens' promises\n"


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (outcome(agreement="other"), NoSuchAgreement),
        (outcome(promise=2), NoSuchPromise),
        (outcome(on=date(2022, 1, 1)), InvalidField),
        ("text", InvalidField),
    ],
)
def test_outcomes_of_something_else_are_refused(wrong, error):
    """
    An outcome that would not be told is no outcome of this agreement.
    """
    for thing in (agreed(promising("Synas")), Register([agreed(promising("Synas"))])):
        with pytest.raises(error):
            markdown.dumps(thing, outcomes=[wrong])


@pytest.mark.parametrize("thing", [None, "text", (), [agreed()]])
def test_only_registers_and_agreements_make_pages(thing):
    """
    Anything else is refused.
    """
    with pytest.raises(InvalidField, match="give each as an Agreement"):
        markdown.dumps(thing)


def test_a_language_that_is_not_known_is_refused():
    """
    The error tells those that are.
    """
    with pytest.raises(InvalidField, match="say 'sv' or 'en'"):
        markdown.dumps(agreed(), language="fi")
    with pytest.raises(InvalidField, match="say 'sv' or 'en'"):
        markdown.compare(agreed(), agreed(), language="fi")


@FEWER
@given(registers(max_size=2))
def test_equal_registers_are_the_same_page(register):
    """
    However a register was put together.
    """
    put_together_backwards = Register(
        reversed(register.agreements), reversed(register.outcomes)
    )

    assert markdown.dumps(put_together_backwards) == markdown.dumps(register)


def test_a_file_holds_the_same_text(tmp_path):
    """
    It is UTF-8, with all that was asked for, and replaced whole or not at all.
    """
    file = tmp_path / "löften.md"
    agreement = agreed(promising("Synas"), contacts=(Contact(name="Bo Ek"),))
    options = {"outcomes": [outcome()], "without_people": True, "language": "en"}
    markdown.dump(agreement, file, **options)
    written = markdown.dumps(agreement, **options)

    assert file.read_text("utf-8") == written
    assert written != markdown.dumps(agreement)
    with pytest.raises(InvalidField):
        markdown.dump([], file)
    assert file.read_text("utf-8") == written


# ---------------------------------------------------------------- two agreements


@FEWER
@given(agreements(), agreements(), st.sampled_from(["sv", "en"]))
def test_a_comparison_has_no_markup_that_was_not_meant(old, new, language):
    """
    Every promise of both stands there in its own words, and no link at all.
    """
    page = markdown.compare(old, new, language=language)
    before = {"sv": "Tidigare", "en": "Before"}[language]
    kept = {said(promise.text) for promise in new.promises}

    for parser in PARSERS:
        read = shown(page, parser)
        assert kinds(page, parser) <= MEANT - {"link"}
        assert all(normal(promise.text) in read for promise in new.promises)
        for text in (normal(promise.text) for promise in old.promises):
            assert said(text) in kept or not {text, f"{before}: {text}"}.isdisjoint(
                read
            )


def said(text):
    """Write a text as it is heard: without capitals and a full stop at the end."""
    return normal(text).rstrip(" .").casefold()


def test_a_comparison_tells_what_is_kept_reworded_new_and_gone():
    """
    Words that have changed are in bold, and stand beside those before.
    """
    old = agreed(
        promising("Polisen lovar att hålla två kvällsmöten om bedrägerier.", "police"),
        promising("Kommunen lovar att klippa buskarna vid stationen.", "habo"),
        promising("Trafik"),
    )
    new = agreed(
        promising("trafik."),
        promising("Kommunen lovar att laga belysningen i parken.", "habo"),
        promising("Polisen lovar att hålla fyra kvällsmöten om bedrägerier.", "police"),
        id="habo-2024",
        title="Medborgarlöfte 2024",
        period=ValidityPeriod.of_year(2024),
    )

    assert (
        markdown.compare(old, new)
        == """\
# Medborgarlöfte 2024 jämfört med Medborgarlöfte för Habo

- **Gäller:** 2024 (tidigare: 2023)
- **Ingås av:** Polisen och Habo kommun
- **Gäller i:** Habo

## Omformulerade löften (1)

- Polisen lovar att hålla **fyra** kvällsmöten om bedrägerier.
  - **Tidigare:** Polisen lovar att hålla **två** kvällsmöten om bedrägerier.

## Nya löften (1)

- Kommunen lovar att laga belysningen i parken.
  - **Lovas av:** Habo kommun

## Löften som inte är med längre (1)

- Kommunen lovar att klippa buskarna vid stationen.
  - **Lovas av:** Habo kommun

## Löften kvar ord för ord (1)

- trafik.

Löften med samma ord har parats ihop, och därefter de som har flest ord gemensamt. \
Ord i fetstil är ändrade.
"""
    )


def test_what_has_changed_besides_the_words_is_told():
    """
    Who promises, how many, and when; before and now.
    """
    old = agreed(
        promising("Hålla möten", "police", quantities=(Quantity(2, 2, "möte"),)),
        promising("Synas", period=ValidityPeriod.parse("2023-23")),
    )
    new = agreed(
        promising("Hålla möten", "police", "habo"),
        promising("Synas", quantities=(Quantity(4, None, "pass", Per.WEEK),)),
        area=Area(),
        amendments=(Amendment(last_day=date(2024, 6, 30)),),
        parties=(
            Party(id="police", kind=PartyKind.POLICE, name="Polisen"),
            Party(id="habo", kind=PartyKind.MUNICIPALITY, name="Habo"),
        ),
    )
    page = markdown.compare(old, new, language="en")

    assert shown(page)[1:-1] == [
        "Holds: 2023",
        "Amended: through 30 June 2024 (before: nothing)",
        "Entered into by: Polisen and Habo (before: Polisen and Habo kommun)",
        "Holds in: nothing (before: Habo)",
        "Promises kept word for word (2)",
        "Hålla möten",
        "Promised by: Polisen and Habo (before: Polisen)",
        "Counts: nothing (before: möte: 2)",
        "Synas",
        "Counts: pass: at least 4 per week (before: nothing)",
        "Holds: nothing (before: autumn 2023)",
    ]


def test_a_promise_in_parts_is_told_with_them():
    """
    Those that were split below what they come from, those merged above it.
    """
    whole = "Fotpatrullera i centrum på helger och göra trafikkontroller vid skolorna"
    first, second = "Fotpatrullera i centrum på helger", "Trafikkontroller vid skolorna"
    count = (Quantity(4, None, "kontroll"),)
    one = agreed(promising(whole, "police", "habo"))
    parts = agreed(promising(first), promising(second, quantities=count))

    page = shown(markdown.compare(one, parts, language="en"))
    assert page[4:10] == [
        "Promises split into several (1)",
        f"Before: {whole}",
        first,
        second,
        "Promised by: Polisen (before: Polisen and Habo kommun)",
        "Counts: kontroll: at least 4 (before: nothing)",
    ]
    assert page[-1].startswith("A promise counts as split when several new ones")
    assert shown(markdown.compare(parts, one, language="en"))[4:10] == [
        "Promises merged into one (1)",
        whole,
        f"Before: {first}",
        f"Before: {second}",
        "Promised by: Polisen and Habo kommun (before: Polisen)",
        "Counts: nothing (before: kontroll: at least 4)",
    ]


def test_a_comparison_with_an_excerpt_says_what_it_cannot_know():
    """
    What is not in an excerpt may have been in the agreement.
    """
    whole, excerpt = agreed(), agreed(excerpt=True)

    assert "Det tidigare är ett utdrag" in markdown.compare(excerpt, whole)
    assert "Det nya är ett utdrag" in markdown.compare(whole, excerpt)
    assert "utdrag" not in markdown.compare(whole, whole)


@pytest.mark.parametrize("pair", [(None, agreed()), (agreed(), "text")])
def test_only_agreements_are_compared(pair):
    """
    Anything else is refused, with what would do.
    """
    with pytest.raises(InvalidField, match="give an Agreement"):
        markdown.compare(*pair)
