from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen import canvas

from medborgarloften import UnknownName
from medborgarloften.model import (
    AgreementKind,
    Attribution,
    Basis,
    How,
    PartyKind,
    Per,
    PromiseKind,
    SourceKind,
    Theme,
)
from medborgarloften.reading import (
    PageKind,
    Vocabulary,
    read_file,
    read_html,
    read_text,
)
from medborgarloften.reference import municipality, municipality_by_code

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def only(reading):
    """The single agreement of a reading."""
    (agreement,) = reading.agreements
    return agreement


# ------------------------------------------------ pages in every other layout


def as_gold(agreement):
    """An agreement in the form of the right readings beside the pages."""
    both = {PartyKind.POLICE, PartyKind.MUNICIPALITY}
    parties = (*agreement.parties, *agreement.others)
    sides = {
        party.id: party.kind.value if party.kind in both else party.name
        for party in parties
    }

    def day(value):
        return value and value.isoformat()

    codes = agreement.area.municipalities
    return {
        "title": agreement.title,
        "municipalities": [municipality_by_code(code).name for code in codes],
        "start": day(agreement.period.first_day),
        "end": day(agreement.period.last_day),
        "published": day(agreement.published_on),
        "signed": day(agreement.signed_on),
        "signatories": [
            {
                "name": each.name,
                "role": each.role,
                "party": each.political_party,
                "represents": each.party and sides[each.party],
            }
            for each in agreement.signatories
        ],
        "promises": [
            {
                "text": each.text,
                # two municipalities of one agreement are one side of it
                "promisors": sorted(dict.fromkeys(map(sides.get, each.promisors))),
            }
            for each in agreement.promises
        ],
    }


def gold_of(page):
    """The right readings beside a page, with what is compared of them."""
    gold = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    wanted = []
    for agreement in gold if isinstance(gold, list) else [gold]:
        promises = [
            {"text": each["text"], "promisors": sorted(each["promisors"])}
            for each in agreement["promises"]
        ]
        if promises:
            del agreement["url"]
            wanted.append(agreement | {"promises": promises})
    return wanted


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_read_as_a_careful_person_reads_it(page):
    """
    Each layout that officials use gives its promises, promisors, days and people.
    """
    text = page.read_text(encoding="utf-8")
    reading = read_text(text)

    assert [as_gold(agreement) for agreement in reading.agreements] == gold_of(page)
    assert reading.verify(text) == ()


# ------------------------------------------------ what else a page may tell


def test_a_news_item_tells_what_it_rests_on_and_until_when():
    """
    News: a stamp, quotes, a box about the method, and bullets that each vow.
    """
    page = (
        "Polisen och Laxå kommun i nytt löfte\n\n· Publicerad: 3 mars 2021 · 09.10.\n"
        "Eva Ek och Bo Al med medborgarlöftet.\n\n"
        "Löftet gäller fram till halvårsskiftet 2022.\n\n"
        "— Vi lovar att göra allt, säger Eva Ek, lokalpolisområdeschef i Hallsberg.\n\n"
        "Detta är ett medborgarlöfte\n\nLöften baseras på medarbetarundersökningar, "
        "medborgarenkäter och dialoger med medborgare.\n\nLöftena för Laxå kommun\n\n"
        "  • Polisen lovar att i samverkan med polisen och kommunen synas vid skolan.\n"
        "  • Laxå kommun och polisen lovar att hålla vandringar."
    )
    reading = read_text(page)
    agreement = only(reading)

    assert reading.page is PageKind.NEWS
    assert agreement.id == "laxa-till-2022-06-30"
    assert agreement.period.last_day == date(2022, 6, 30)
    assert agreement.period_wording == "fram till halvårsskiftet 2022"
    assert agreement.published_on == date(2021, 3, 3)
    assert agreement.basis == (
        Basis.STAFF_SURVEY,
        Basis.CITIZEN_SURVEY,
        Basis.CITIZEN_DIALOGUE,
    )
    assert agreement.party("police").name == "lokalpolisområde Hallsberg"
    assert agreement.signatories == ()
    assert agreement.promise(1).partners == ("laxa",)
    assert not agreement.excerpt
    assert agreement.sources[0].kind is SourceKind.NEWS


def test_a_caption_signs_and_a_contact_does_not():
    """
    News of a municipality: a caption of the signing, and whom to ask at the foot.
    """
    page = (
        "Artikeln publicerades 5 maj 2019\n\nLöften för 2019-2020 i Åsele kommun\n\n"
        "Eva Ek, Ann Li och Bo Al skriver på de nya löftena\n\n"
        "Det är bra, menar kommunstyrelsens ordförande Bo Al.\n\n"
        "Medborgarlöftena\n\n"
        "  • Polisen lovar att mäta farten.\n\nOm medborgarlöften\n\n"
        "De grundar sig på dialog mellan medborgare och polis.\n\n"
        "Kontakta trygghetssamordnaren\n\nMia Gran\nTelefon: 0941-12 34 56\n"
        "E-post: mia.gran@asele.example"
    )
    agreement = only(read_text(page))

    assert [each.name for each in agreement.signatories] == [
        "Eva Ek",
        "Ann Li",
        "Bo Al",
    ]
    assert [each.party for each in agreement.signatories] == [None, None, "asele"]
    (contact,) = agreement.contacts
    assert (contact.name, contact.role) == ("Mia Gran", "trygghetssamordnare")
    assert (contact.phone, contact.email) == (
        "0941-12 34 56",
        "mia.gran@asele.example",
    )
    assert agreement.published_on == date(2019, 5, 5)
    assert agreement.signed_on is None
    assert agreement.basis == (Basis.CITIZEN_DIALOGUE,)


def test_an_excerpt_says_where_the_whole_is():
    """
    Owner headings over infinitives, "delar ur", a PDF, and the year in the row.
    """
    page = (
        "Publicerad:\n\nVaxholm och Polisen undertecknar Medborgarlöfte\n\n"
        "– Det är tredje året som vi undertecknar ett medborgarlöfte, säger Bo Al (M) "
        "kommunstyrelsens ordförande. Vi har veckovisa avstämningar.\n\n"
        "Eva Ek chef lokalpolisområde Täby och Bo Al kommunstyrelsens ordförande "
        "undertecknar. Foto: Mia Gran\n\n"
        "Medborgarenkäter och tillgänglig statistik har använts.\n\n"
        "Medborgarlöftet gäller from 1 mars 2021 till 28 februari 2022.\n\n"
        "Delar ur Medborgarlöftet\n\nPolisen lovar att:\n\n• Synas mer\n\n"
        "Vaxholms stad lovar att:\n\n• Röja sly\n\n"
        "Hela löftet finns här. Pdf, 90 kB.\n\nKontakt\n\nKommunchef\n\nAnn Li\n\n"
        "Telefon: 08-123 45 67"
    )
    agreement = only(read_text(page))

    assert agreement.excerpt
    assert agreement.ordinal == 3
    assert agreement.basis == (Basis.CITIZEN_SURVEY, Basis.CRIME_STATISTICS)
    assert [(each.purpose, each.per) for each in agreement.reviews] == [
        ("avstämning", Per.WEEK)
    ]
    assert agreement.published_on is None
    source = agreement.sources[1]
    assert (source.kind, source.title) == (SourceKind.DOCUMENT, "Hela löftet finns här")
    assert [(each.name, each.party) for each in agreement.signatories] == [
        ("Eva Ek", "police"),
        ("Bo Al", "vaxholm"),
    ]
    assert agreement.signatories[1].political_party == "M"
    assert [each.name for each in agreement.contacts] == ["Ann Li"]
    assert [each.attribution for each in agreement.promises] == [
        Attribution.HEADING
    ] * 2
    assert [each.promisors for each in agreement.promises] == [
        ("police",),
        ("vaxholm",),
    ]


def test_a_section_page_tells_priorities_effects_and_reviews():
    """
    The template of the police: picture, promises, effects, follow-up.
    """
    page = (
        "Medborgarlöfte i Sorsele\n\nGemensam lägesbild\n\n"
        "Vi identifierade fart och fylla som ett av de områden vi prioriterar. "
        "Bilden har tagits fram genom medborgardialoger och medarbetardialog samt "
        "underrättelser.\n\nMedborgarlöfte 2018\n\n"
        "  • Polisen lovar att göra minst 6 kontroller i Sorsele under året.\n\n"
        "Det här ska vi åstadkomma tillsammans\n\n"
        "Effekterna förväntas öka tryggheten samt minska olyckorna.\n\n"
        "Löftet ska årligen revideras."
    )
    agreement = only(read_text(page))

    assert agreement.id == "sorsele-2018"
    assert agreement.priorities == ("fart och fylla",)
    assert agreement.basis == (
        Basis.CITIZEN_DIALOGUE,
        Basis.STAFF_DIALOGUE,
        Basis.INTELLIGENCE,
    )
    assert agreement.expected_effects == ("öka tryggheten", "minska olyckorna")
    assert [(each.purpose, each.per) for each in agreement.reviews] == [
        ("revidering", Per.YEAR)
    ]
    assert agreement.promises[0].quantities[0].minimum == 6


def test_the_day_of_a_page_gives_a_signing_its_year():
    """
    Signed "den 30 januari" on a page last changed that day: published then too.
    """
    page = (
        "Nya medborgarlöften för 2022 och 2023\n\n"
        "Den 30 januari undertecknade Trosa kommun och Polisen sina medborgarlöften. "
        "Det gjordes av Bo Al, kommundirektör, och undertecknades även av Eva Ek, "
        "lokalpolisområdeschef för Nyköping/Trosa.\n\n"
        "Polisen och kommunen kommer att genomföra mycket. Några exempel är:\n\n"
        "  • Utökad kameraövervakning.\n  • Kommunen fortsätter med mötesplatser.\n\n"
        "Senast uppdaterad: {}"
    )
    same, later = (
        only(read_text(page.format(day))) for day in ("30 januari 2022", "3 maj 2022")
    )

    assert same.signed_on == same.published_on == date(2022, 1, 30)
    assert later.signed_on == date(2022, 1, 30)
    assert later.published_on is None
    assert later.sources[0].updated_on == date(2022, 5, 3)
    assert same.excerpt
    assert same.party("police").name == "lokalpolisområde Nyköping/Trosa"
    assert same.promise(1).promisors == ("police", "trosa")
    assert same.promise(2).attribution is Attribution.STATED
    hows = {each.path: each.how for each in same.citations}
    assert hows["signed_on"] is hows["published_on"] is How.INFERRED


def test_a_goal_is_the_parent_of_its_means_in_each_agreement():
    """
    Where a page holds two agreements, parents are numbered within each.
    """
    page = (
        "Medborgarlöfte 2021 i Laxå\n\n• Vi ska synas.\n\nMedborgarlöfte 2020\n\n"
        "Kommunen lovar att få ned farten i byarna. Det gör vi genom att:\n• Mäta den"
    )
    newer, older = read_text(page).agreements

    assert [each.parent for each in newer.promises] == [None]
    assert [each.parent for each in older.promises] == [None, 1]
    assert older.promises[0].kind is PromiseKind.GOAL


def test_agreements_with_one_id_are_told_apart():
    """
    The same area and years twice on a page are two agreements still.
    """
    page = "Laxå – medborgarlöften\n\n" + "\n\n".join(
        f"Medborgarlöfte {year}\n\n• Vi ska synas {year}." for year in [2020, 2021] * 3
    )

    assert [each.id for each in read_text(page).agreements] == [
        "laxa-2020",
        "laxa-2021",
        "laxa-2020-2",
        "laxa-2021-2",
        "laxa-2020-3",
        "laxa-2021-3",
    ]


def test_a_heading_lends_its_theme_where_a_promise_has_none():
    """
    The citation is then of the heading, and marked as concluded.
    """
    page = "Laxå – medborgarlöften\n\nVi lovar\n\nNarkotika\n\n• Fler insatser."
    agreement = only(read_text(page))
    (citation,) = [each for each in agreement.citations if "themes" in each.path]

    assert (citation.quote, citation.how) == ("Narkotika", How.INFERRED)


def test_a_promise_may_have_a_window_of_its_own():
    """
    "Under hösten 2020" is narrower than the agreement; the whole municipality is no
    place in it.
    """
    page = (
        "Medborgarlöfte 2020 i Laxå\n\n• Polisen ska synas under hösten 2020 i "
        "Röfors och i hela Laxå kommun för att lugna, om det behövs, i möjligaste mån."
    )
    promise = only(read_text(page)).promise(1)

    assert str(promise.period) == "2020-23"
    assert "Laxå kommun" not in promise.places
    assert promise.purpose.startswith("för att lugna")


# ------------------------------------------------ what cannot be right


def codes_of(reading):
    """What is wrong with a page, in short."""
    return [problem.code for problem in reading.problems]


def test_what_a_page_does_not_say_is_reported():
    """
    A page without municipality and period is read, and told of in both languages.
    """
    reading = read_text("Vi lovar\n\n• Synas")

    assert codes_of(reading) == ["period-not-stated", "municipality-not-stated"]
    assert all(problem.message != problem.message_sv for problem in reading.problems)
    assert only(reading).id.startswith("okand-")


def test_a_municipality_left_by_copying_is_reported():
    """
    "Hallsbergs kommun lovar" on Laxå's page is told with its place.
    """
    page = "Medborgarlöfte 2020 i Laxå\n\n• Hallsbergs kommun ska röja sly."
    reading = read_text(page)
    (problem,) = reading.problems

    assert only(reading).promise(1).promisors == ("hallsberg",)
    assert problem.code == "other-municipality"
    assert "municipality=" in problem.message
    assert "municipality=" in problem.message_sv
    assert problem.span.quote == "Hallsbergs kommun"


def test_problems_stand_in_the_order_of_the_page():
    """
    An impossible period above a copied name is told first.
    """
    page = (
        "Laxå – medborgarlöften\n\nLöftet gäller 31 juni 2020 till maj 2021.\n\n"
        "Vi lovar\n\n• Hallsbergs kommun ska röja sly."
    )
    reading = read_text(page)
    starts = [problem.span.start for problem in reading.problems]

    assert starts == sorted(starts)
    assert codes_of(reading)[-1] == "other-municipality"
    assert not only(reading).period.is_stated
    assert only(reading).period_wording is not None


def test_a_follow_up_promises_nothing():
    """
    What became of the promises looks like promises.
    """
    reading = read_text(
        "Uppföljning av medborgarlöfte 2020 i Laxå\n\n• Polisen lovar att synas."
    )

    assert reading.agreements == ()
    assert reading.page is PageKind.FOLLOW_UP


@pytest.mark.parametrize(
    "page", ["", " \n ", "Sök\nTill toppen", "\ufeff", "• ", "\xad"]
)
def test_a_page_of_nothing_gives_nothing(page):
    """
    No agreement is a normal answer, and no problem.
    """
    reading = read_text(page)

    assert (reading.agreements, reading.problems) == ((), ())


# ------------------------------------------------ what the caller knows

LAXA = "Medborgarlöfte 2020 i Laxå\n\n* Kommunen ska synas."


def test_the_caller_may_know_the_municipality():
    """
    What is known from elsewhere is not asked of the page.
    """
    agreement = only(read_text(LAXA, municipality="askersunds kommun"))

    assert agreement.area.municipalities == (municipality("Askersund").code,)
    assert "area" not in "".join(each.path for each in agreement.citations)
    with pytest.raises(UnknownName):
        read_text(LAXA, municipality="Askresund")


def test_the_caller_may_know_address_and_days():
    """
    They are kept with the source, and the page's own word comes first.
    """
    known, told = date(2020, 2, 2), date(2020, 1, 21)
    silent = only(
        read_text(
            "Nytt löfte 2020\n\nVi lovar\n\n• Kommunen ska synas.",
            url="https://polisen.example/laxa/",
            published_on=known,
            retrieved_on=date(2021, 1, 1),
        )
    )
    stamped = only(read_text(f"{LAXA}\n\nPublicerad 2020-01-21", published_on=known))

    assert silent.area.municipalities == (municipality("Laxå").code,)
    assert silent.published_on == silent.sources[0].published_on == known
    assert silent.sources[0].url == "https://polisen.example/laxa/"
    assert silent.sources[0].retrieved_on == date(2021, 1, 1)
    assert stamped.published_on == stamped.sources[0].published_on == told


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (LAXA.encode(), []),
        (LAXA.encode("utf-8-sig"), []),
        (LAXA.encode("latin-1"), ["not-utf8"]),
        # a page may hold the sign itself
        (LAXA.encode() + "\ufffd".encode(), []),
    ],
)
def test_a_file_is_read_whatever_its_bytes(tmp_path, content, problems):
    """
    A byte order mark is no text, and what is not UTF-8 is replaced and told.
    """
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    reading = read_file(str(path), municipality="Laxå")

    assert codes_of(reading) == problems
    assert only(reading).id == "laxa-2020"


MARKUP = (
    "<main><h1>Medborgarlöfte 2020 i Laxå</h1><ul><li>Kommunen ska synas.</ul>"
    "<p>Läs <a href='/loftet.pdf'>hela löftet</a> och <a href='/dialog.docx'>det som"
    " sades</a>.</p></main>"
)


@pytest.mark.parametrize("name", ["page.html", "PAGE.HTM", "page.xhtml"])
def test_a_file_of_html_is_read_as_html(tmp_path, name):
    """
    What it is called tells, in any case; places count in its text.
    """
    path = tmp_path / name
    path.write_text(MARKUP, encoding="utf-8")
    reading = read_file(path)

    assert reading == read_html(MARKUP.encode())
    assert [each.text for each in only(reading).promises] == ["Kommunen ska synas."]
    assert reading.text.startswith("Medborgarlöfte 2020 i Laxå\n")
    assert reading.verify() == ()


def test_the_same_page_as_text_is_its_markup(tmp_path):
    """
    A file that is not called HTML is text, whatever is in it.
    """
    path = tmp_path / "page.txt"
    path.write_text(MARKUP, encoding="utf-8")

    assert read_file(path).text == MARKUP


@pytest.mark.parametrize("name", ["page.pdf", "PAGE.PDF"])
def test_a_file_of_pdf_is_read_as_pdf(tmp_path, name):
    """
    The source is then a document, and places count in what was taken out of it.
    """
    path = tmp_path / name
    paper = canvas.Canvas(str(path))
    for y, row in [(700, "Medborgarlöfte 2020 i Laxå"), (660, "• Polisen ska synas.")]:
        paper.drawString(72, y, row)
    paper.save()
    reading = read_file(path)
    agreement = only(reading)

    assert [each.text for each in agreement.promises] == ["Polisen ska synas."]
    assert agreement.sources[0].kind is SourceKind.DOCUMENT
    assert reading.verify() == ()


def test_links_of_html_are_the_sources_of_the_agreement():
    """
    Each document is a source with its own address, named by the words of its link.
    """
    page, *documents = only(read_html(MARKUP, url="https://laxa.example/a/")).sources

    assert (page.url, page.media_type) == ("https://laxa.example/a/", "text/html")
    assert [(each.title, each.url) for each in documents] == [
        ("hela löftet", "https://laxa.example/loftet.pdf"),
        ("det som sades", "https://laxa.example/dialog.docx"),
    ]
    assert {each.kind for each in documents} == {SourceKind.DOCUMENT}
    assert documents[0].media_type == "application/pdf"


def test_the_caller_may_have_words_of_their_own_for_themes():
    """
    They are what themes are told by; without them the library's own are.
    """
    page = f"{LAXA}\n* Polisen ska mäta bromspaddor."
    own = Vocabulary.parse("traffic_safety\tbromspadd*")
    plain, told = (
        only(read_text(page, vocabulary=words)).promise(2).themes
        for words in (None, own)
    )

    assert (plain, told) == ((), (Theme.TRAFFIC_SAFETY,))


def test_a_reading_is_verified_against_its_own_text_or_another():
    """
    Where a page was changed, the citations that no longer stand there are listed.
    """
    reading = read_text(LAXA)
    changed = LAXA.replace("synas", "höras")
    moved = [each.path for each in reading.verify(changed)]

    assert reading.verify() == reading.verify(LAXA) == ()
    assert "agreements[0].promises[0].text" in moved
    assert "agreements[0].title" not in moved


def test_half_characters_are_no_text():
    """
    What no UTF-8 can hold was decoded wrongly, and is told instead of read.
    """
    reading = read_text(f"{LAXA}\ud800")

    assert codes_of(reading) == ["not-text"]
    assert reading.agreements == ()


def test_a_missing_file_is_an_error(tmp_path):
    """
    Only a page's content is forgiven.
    """
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "page.txt")


# ------------------------------------------------ laws

LINES = sorted({line for page in PAGES for line in page.read_text("utf-8").split("\n")})

mixed_pages = st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=25).map(
    "\n".join
)


@st.composite
def mutated_pages(draw):
    """Pages with words put in and cut out anywhere."""
    text = draw(st.sampled_from(PAGES)).read_text("utf-8")
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from([0, 1, 2, 40]))
        words = draw(
            st.text(max_size=4) | st.sampled_from(["\n", "•", "2019", ":", "31"])
        )
        text = text[:start] + words + text[start + length :]
    return text


any_page = st.text(st.characters()) | mixed_pages | mutated_pages()


@given(any_page)
def test_no_page_raises_and_every_quote_stands_at_its_place(page):
    """
    Whatever a page says, what is read from it and what is wrong can be pointed at.
    """
    reading = read_text(page)

    assert reading.verify(page) == ()
    for problem in reading.problems:
        span = problem.span
        assert span is None or page[span.start : span.end] == span.quote


@given(any_page)
def test_a_page_is_always_read_alike(page):
    """
    Nothing is remembered from one reading to the next.
    """
    assert read_text(page) == read_text(page)


def uncited(page):
    """The paths of what is in a page's agreements and has no citation."""
    return [
        path
        for agreement in read_text(page).agreements
        for path in fields(agreement)
        if path not in {citation.path for citation in agreement.citations}
    ]


def fields(agreement):
    """The paths of all that was read, which are to be cited."""
    days = ("signed_on", "decided_on", "published_on")
    names = ("title", "ordinal", *days)
    yield from (name for name in names if getattr(agreement, name) is not None)
    yield from ["excerpt"] * agreement.excerpt
    yield from ["period", "period_wording"] * agreement.period.is_stated
    yield from numbered("area.municipalities", agreement.area.municipalities)
    for name in ("basis", "priorities", "expected_effects", "reviews"):
        yield from numbered(name, getattr(agreement, name))
    for number, signatory in enumerate(agreement.signatories):
        names = ("name", "role", "political_party", "party")
        yield from filled(f"signatories[{number}]", signatory, names)
    for number, contact in enumerate(agreement.contacts):
        yield from filled(
            f"contacts[{number}]", contact, ("name", "role", "phone", "email")
        )
    for number in range(len(agreement.others)):
        yield f"others[{number}].name"
    for number, promise in enumerate(agreement.promises):
        yield from fields_of_promise(f"promises[{number}]", promise)
    for number, source in enumerate(agreement.sources):
        names = ("title", "published_on", "updated_on")
        yield from filled(f"sources[{number}]", source, names)


def fields_of_promise(path, promise):
    """The same for one of its promises."""
    yield from filled(path, promise, ("text", "period", "purpose", "condition"))
    yield from [f"{path}.hedged"] * promise.hedged
    lists = ("promisors", "partners", "themes", "quantities", "places", "target_groups")
    for name in lists:
        yield from numbered(f"{path}.{name}", getattr(promise, name))


def numbered(path, items):
    """The paths of the items of a field."""
    return (f"{path}[{number}]" for number in range(len(items)))


def filled(path, thing, names):
    """The paths of those fields that have a value."""
    return (f"{path}.{name}" for name in names if getattr(thing, name) is not None)


@given(mixed_pages | mutated_pages())
def test_every_field_that_was_read_is_cited(page):
    """
    Nothing is in an agreement that the page cannot be asked for.
    """
    assert uncited(page) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_field_of_a_known_page_is_cited(page):
    """
    So it is for the pages that the layouts are shown by, whatever else is drawn.
    """
    assert uncited(page.read_text(encoding="utf-8")) == []


@given(mutated_pages(), st.lists(st.sampled_from(["Sök", "Till toppen", "Skriv ut"])))
def test_what_the_site_puts_below_a_page_changes_no_promise(page, noise):
    """
    Menus and links at the foot are not the page's own.
    """
    plain = read_text(f"{page}\n")
    noisy = read_text("\n".join([page, "", *noise, ""]))

    assert [each.promises for each in noisy.agreements] == [
        each.promises for each in plain.agreements
    ]


def test_a_page_of_a_thousand_bullets_is_read():
    """
    A long list is a list, and each of its promises is cited.
    """
    bullets = (f"• Polisen ska synas i centrum dag {n}." for n in range(1000))
    page = "\n".join(["Medborgarlöfte 2020 i Laxå", "", *bullets])
    reading = read_text(page)

    assert len(only(reading).promises) == 1000
    assert reading.verify(page) == ()


@pytest.mark.parametrize(
    "piece",
    ["a", "a ", "1 ", "(", "a-", "a.", "\xad", "2019-", ", ", "–", "å\n", "  \n", "0 "],
)
def test_a_page_without_sense_is_read_however_long(piece):
    """
    What holds no promise holds none at any length, and takes no longer than it is.
    """
    assert read_text(piece * (200_000 // len(piece))).agreements == ()


def test_a_line_of_a_million_signs_is_read():
    """
    A page may have lost its line ends; its promises are still sentences.
    """
    page = "Medborgarlöfte 2020. Polisen lovar att synas. A" + "a" * 1_000_000
    reading = read_text(page)

    assert [each.text for each in only(reading).promises] == [
        "Polisen lovar att synas."
    ]


def test_an_umbrella_agreement_is_told_from_a_promise():
    """
    A samverkansöverenskommelse says so in its title, and its id does too.
    """
    agreement = only(
        read_text(
            "Samverkansöverenskommelse 2019–2022 för Habo kommun\n\n"
            "Polisen och kommunen lovar att:\n\n• mötas varje månad"
        )
    )

    assert agreement.kind is AgreementKind.COOPERATION_AGREEMENT
    assert agreement.id == "habo-samverkan-2019-2022"


@pytest.mark.parametrize(
    "title", ["Medborgarlöfte i Lund 2022", "Lund – medborgarlöften 2022"]
)
def test_a_title_says_that_a_word_is_a_municipality(title):
    """
    "Lund" may be a grove elsewhere, but not where a title puts a medborgarlöfte.
    """
    agreement = only(read_text(f"{title}\n\n• Polisen lovar att synas."))

    assert agreement.area.municipalities == ("1281",)


@pytest.mark.parametrize(
    "title", ["Medborgarlöfte i Skogsdungen 2022", "Vi – medborgarlöften 2022"]
)
def test_pages_of_nowhere_are_told_apart(title):
    """
    Where no municipality is known the text itself makes the id, and it is a problem.
    """
    one, other = (
        read_text(f"{title}\n\n• Polisen lovar att {deed}.")
        for deed in ("synas", "lyssna")
    )

    assert only(one).id.startswith("okand-")
    assert only(one).id != only(other).id
    assert "municipality-not-stated" in {each.code for each in one.problems}


@pytest.mark.parametrize("url", ["http://[oops", "", "  "])
def test_an_address_that_is_none_gives_no_hint(url):
    """
    An address is a hint; one that cannot be read is none, and never an error.
    """
    reading = read_text("Medborgarlöfte 2022\n\n• Polisen lovar att synas.", url=url)

    assert only(reading).area.municipalities == ()


def test_an_unknown_municipality_is_the_callers_mistake():
    """
    What a program says is checked, even if it says nothing.
    """
    with pytest.raises(UnknownName):
        read_text("Medborgarlöfte 2022", municipality="")
