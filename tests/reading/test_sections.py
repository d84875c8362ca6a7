from __future__ import annotations

import pytest

from medborgarloften.reading.page.headings import Section, section_of
from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.text.document import Document, LineKind
from medborgarloften.reading.text.lexicon import is_detail, is_noise, plain, table
from medborgarloften.reading.text.stamps import is_stamp


def settings_of(page):
    """What the lines of a page stand under."""
    return find_settings(Document.of(page))


def below(page):
    """The setting of a page's last line."""
    return settings_of(page)[-1]


def owners(setting):
    """The names of those who own what stands there."""
    return setting.owners and [each.name for each in setting.owners.promisors.mentions]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Det här ska vi göra", Section.PROMISES),
        ("Vi lovar …", Section.PROMISES),
        ("LÖFTET", Section.PROMISES),
        ("Våra aktiviteter:", Section.PROMISES),
        ("Medborgarlöfte 2020", Section.AGREEMENT),
        ("Problemområden", Section.PROBLEMS),
        ("Aktuell lägesbild", Section.SITUATION),
        ("Prioriterade områden", Section.PRIORITIES),
        ("Effekter som ska uppnås", Section.EFFECTS),
        ("Det här vill vi uppnå", Section.EFFECTS),
        ("Tidsram", Section.PERIOD),
        ("Uppföljning och utvärdering", Section.FOLLOW_UP),
        ("Nästa medborgarlöfte", Section.NEXT),
        ("Kommunikation till medborgarna", Section.CHANNELS),
        ("Medborgarlöften ska:", Section.METHOD),
        ("Kontaktpersoner", Section.CONTACT),
        ("Sommar i Laxå", None),
    ],
)
def test_headings_tell_what_follows(heading, section):
    """
    Every page says it in its own words, but with few concepts.
    """
    assert section_of(heading) is section


@pytest.mark.parametrize(
    ("slip", "section"),
    [
        ("Det har ska vi gora", Section.PROMISES),
        ("Uppfölining", Section.FOLLOW_UP),
        ("Avtalspeniod", Section.PERIOD),
        # in a short word one letter makes another word
        ("Tal", None),
        # another word added is no slip
        ("Tidsram för skolan", None),
    ],
)
def test_a_heading_may_have_a_slip(slip, section):
    """
    A letter or two wrong, as scanners read them, leave a heading known.
    """
    assert section_of(slip) is section


def test_a_page_of_menus_has_no_settings():
    """
    What stands around the text is not told of.
    """
    assert settings_of("Sök\nTill toppen") == ()


def test_what_no_heading_is_above_is_the_lead():
    """
    A page begins before its headings.
    """
    setting = below("Polis och kommun har träffats.")

    assert setting.section is Section.LEAD
    assert setting.heading is None


def test_a_heading_can_give_its_list_to_an_owner():
    """
    "Polisen lovar att:" owns the bullets below it, and they are promises.
    """
    setting = below("Laxå\n\nPolisen lovar att:\n\n• Synas mer")

    assert setting.section is Section.PROMISES
    assert owners(setting) == ["Polisen"]


def test_whose_deeds_a_heading_announces_they_are():
    """
    "Kommunens aktiviteter" gives the municipality what stands below.
    """
    setting = below("Kommunens aktiviteter\n\n• Röja sly")

    assert setting.section is Section.PROMISES
    assert owners(setting) == ["Kommunens"]


def test_a_title_with_parties_announces_no_promises():
    """
    "Medborgarlöfte – Polisen och Laxå kommun" has owners, but no vow.
    """
    setting = below("Polisen: medborgarlöfte\n\n• Synas mer")

    assert setting.section is Section.LEAD


def test_a_theme_within_a_vow_keeps_its_owner():
    """
    Below "Polisen lovar:", the heading "Trafik" is still the police's.
    """
    page = "Polisen lovar:\n\nTrafik\n\n• Fler kontroller"

    assert owners(below(page)) == ["Polisen"]
    assert below(page).section is Section.PROMISES
    assert below(page).heading.text == "Trafik"


def test_a_theme_ends_what_was_no_vow():
    """
    A heading that only spoke of somebody's deeds does not reach past the next.
    """
    page = "Gemensamt arbete\n\n• Möten\n\nTrafik\n\n• Fler kontroller"

    assert owners(below(page)) is None


def test_a_heading_over_headings_keeps_what_it_says():
    """
    "Polisens del" right above "Trafik" speaks of all that stands below it.
    """
    page = "Polisens del\n\nTrafik\n\n• Fler kontroller\n\nBuller\n\n• Mätningar"

    assert owners(below(page)) == ["Polisens"]


def test_an_intro_gives_its_list_to_an_owner_and_no_more():
    """
    A clause ending in a colon owns its list, and what follows the list is as before.
    """
    page = (
        "Lägesbild\n\nHär är det mörkt. Därför ska kommunen:\n• Röja sly\n\n"
        "Många är oroliga."
    )
    *_, item, after = settings_of(page)

    assert item.section is Section.PROMISES
    assert item.intro.text.endswith("Därför ska kommunen:")
    assert owners(item) == ["kommunen"]
    assert after.section is Section.SITUATION


def test_an_intro_may_name_its_owner_before_its_last_sentence():
    """
    "Polisen och kommunen har enats. Detta gäller:" is said by both.
    """
    page = "Polisen lovar mer. Det gäller följande:\n• Synas mer"

    assert owners(below(page)) == ["Polisen"]


def test_an_intro_that_vows_announces_its_list():
    """
    "Polisen ska göra mer. Några exempel är:" promises above the list.
    """
    page = "Nytt i Laxå\n\nPolisen ska göra mer. Några exempel är:\n• Synas mer"

    assert below(page).section is Section.PROMISES
    assert below(page.replace("Nytt", "Sommar")).section is Section.PROMISES
    assert below(page.replace("Nytt", "Läget")).section is Section.SITUATION


def test_an_intro_without_an_owner_leaves_the_heading_s():
    """
    Who owned the part of the page owns the list in it.
    """
    page = "Polisen lovar:\n\nDet sker på detta vis:\n• Synas mer"

    assert owners(below(page)) == ["Polisen"]


def test_an_intro_that_lists_problems_announces_none():
    """
    What is no vow leaves the section as it was.
    """
    page = "Lägesbild\n\nMedborgarna berättar detta:\n• Mörka gator"

    assert below(page).section is Section.SITUATION


def test_a_paragraph_may_lead_into_paragraphs():
    """
    "Kommunen lovar följande." owns what stands below, list or not.
    """
    page = "Vårt arbete.\n\nNu lovar kommunen följande.\n\nAtt röja sly."

    assert owners(below(page)) == ["kommunen"]
    mention = below(page).owners.promisors.mentions[0]
    line = below(page).owners.line
    assert line.text[mention.start : mention.end] == "kommunen"


def test_a_paragraph_that_names_nobody_owns_nothing():
    """
    "Se nedan." leads somewhere, for nobody.
    """
    assert owners(below("Läget beskrivs nedan.\n\nDet är mörkt.")) is None


def test_the_period_below_its_heading_is_no_heading():
    """
    "2020 - 2021" below "Tid" is as short as a heading, and what follows is apart.
    """
    page = "Avtalsperiod\n2020 - 2021\n\nNytt i byn\n\n• Synas mer"
    _, period, heading, item = settings_of(page)

    assert period.section is Section.PERIOD
    assert period.heading.text == "Avtalsperiod"
    assert heading.section is item.section is Section.LEAD


@pytest.mark.parametrize(
    ("line", "is_a_stamp"),
    [
        ("Publicerad: 3 maj 2020", True),
        ("Senast uppdaterad 2020-05-03", True),
        ("Publicerad", True),
        ("Polisen har uppdaterat löftet", False),
    ],
)
def test_stamps_are_of_the_site(line, is_a_stamp):
    """
    When the page was published or changed is said by the site.
    """
    assert is_stamp(line) is is_a_stamp


def test_the_words_that_the_reader_goes_by_are_tables():
    """
    Every row of a table that the sections need has the columns it should.
    """
    assert {len(row) for row in table("headings")} == {3}
    assert {row[0] for row in table("headings")} <= set(Section)
    assert {how for how, _ in table("noise")} == {"start", "whole"}
    assert all(
        words == "/" or plain(words) == words.removesuffix(":")
        for _, words in table("noise")
    )


def test_noise_and_details_are_known_by_their_words():
    """
    "Till toppen" is the site's, and "Ansvarig:" says more of the item above it.
    """
    assert is_noise("  Till toppen ")
    assert is_noise("Start > Omsorg > Trygghet")
    assert not is_noise("Start > Omsorg | Trygghet")
    assert not is_noise("Vi går från A > B > C. Sedan hem.")
    assert not is_noise("Toppen av berget")
    assert is_detail("Ansvarig: polisen")
    assert not is_detail("Ansvarig")
    assert not is_detail("Polis: synas")


def test_a_label_after_a_gap_may_head_a_box():
    """
    "Fakta: Medborgarlöften" begins what is told of the method, and ends the list.
    """
    page = "Vi lovar\n\n• Synas\n\nFakta: Medborgarlöften\n\n• Dialog"

    assert [each.section for each in settings_of(page)[-2:]] == [Section.METHOD] * 2
    assert below("Vi lovar\n\nOrdning: Mer\n\n• Synas").section is Section.PROMISES


@pytest.mark.parametrize(
    ("page", "goal"),
    [
        ("• Trafik\n    • Buller", "Trafik"),
        # another bullet, as far in: it is led to, unless the item has ended
        ("• Trafik\n– Buller", "Trafik"),
        ("• Trafik.\n– Buller", None),
        # the same bullet, or one further out, ends what was nested
        ("• Trafik\n– Buller\n• Ljus", None),
        ("• Trafik\n    • Buller\n• Ljus", None),
        ("• Trafik\n    • Buller\n    • Ljus", "Trafik"),
    ],
)
def test_an_item_is_nested_below_another(page, goal):
    """
    How far in it stands, and which bullet it has, tell what an item is below.
    """
    found = below(f"Aktiviteter\n\n{page}").goal

    assert (found and found.text) == goal


def test_a_heading_within_an_item_leads_to_what_is_nested_below():
    """
    "Polisen ska:" set under an item gives the police what follows it there.
    """
    page = "Aktiviteter\n\n• Trafik.\n  Polisen ska:\n    • Mäta farten\n  Och mer.\n"
    _, item, heading, nested, after = settings_of(page)

    assert (item.owners, heading.names_owners) == (None, True)
    assert owners(nested) == ["Polisen"]
    assert nested.intro.text == "Polisen ska:"
    assert not after.names_owners


def test_a_link_to_a_document_ends_nothing():
    """
    Below "Polisen lovar:", a file between two lists is passed.
    """
    page = "Polisen lovar:\n\n• Synas\n\nLöfte 2020 (pdf, 2 MB)\n\n• Mäta"

    assert owners(below(page)) == ["Polisen"]


def test_a_menu_begins_nothing():
    """
    Rows of links at the top of a page are no headings of what follows.
    """
    page = "Start\nAktiviteter\nKontakt\n\nPolisen är här."

    assert settings_of(page)[1].section is Section.LEAD


def test_a_line_may_lead_on_without_a_colon():
    """
    "Där kommer polisen" over a list has not ended.
    """
    page = "det är mörkt i byn och därför ska kommunen och polisen\n\n• Synas mer"

    assert owners(below(page)) == ["kommunen", "polisen"]
    assert below(page).intro.text.startswith("det är mörkt")


def test_a_news_title_announces_no_list():
    """
    A whole sentence at the top of a page is its title.
    """
    title = "Polis och kommun har träffats – här är löftena"

    assert below(f"{title}\n\n• Synas").section is Section.AGREEMENT
    assert below(f"Sommar.\n\n{title}:\n\n• Synas").section is Section.PROMISES


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Löften som vi ger varandra:", Section.PROMISES),
        ("Detta tycker vi är bra:", Section.PROBLEMS),
        # what the parties undertake in another agreement is the method
        ("Åtaganden i samverkansöverenskommelsen:", Section.METHOD),
    ],
)
def test_a_colon_leads_to_what_it_speaks_of(heading, section):
    """
    A heading with a colon that speaks of promises announces them.
    """
    assert below(f"{heading}\n\n• Synas").section is section


def test_the_name_of_somebody_is_told_by_its_place():
    """
    Below "Polisen" and "Kommunen", "Stadens Parkering" over a list is a third.
    """
    page = "Aktiviteter\n\n{}\n\n• Synas\n\nStadens Parkering\n\n• Lysa"

    assert owners(below(page.format("Kommunen"))) == ["Stadens Parkering"]
    assert owners(below(page.format("Polisen lovar:"))) == ["Polisen"]
    assert owners(below(page.format("Trafik"))) is None


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Det här står polisen för", ["polisen"]),
        ("Trafik med polisen", None),
        ("Torget", None),
    ],
)
def test_a_short_heading_over_a_list_may_speak_of_its_owner(heading, names):
    """
    If it speaks of nothing else, whom it speaks of owns the list.
    """
    assert owners(below(f"Medborgarlöfte 2020\n\n{heading}\n\n• Synas")) == names


def test_a_name_over_paragraphs_owns_them_where_the_agreement_is_told():
    """
    "Polisen" over a text is whose it is below "Medborgarlöfte", not in the open.
    """
    page = "{}\n\nPolisen\n\nFler vandringar i byn."

    assert below(page.format("Medborgarlöfte 2020")).section is Section.PROMISES
    assert below(page.format("Sommar")).section is Section.LEAD


def test_the_period_s_heading_ends_where_another_begins():
    """
    A heading below "Tid" that holds no day begins something else.
    """
    assert below("Tid\n\n2020\n\nTorget\n\nDet är fint.").section is Section.LEAD


def test_a_heading_within_an_item_may_name_nobody():
    """
    "Så här:" set under an item says no more than what is nested there.
    """
    page = "Aktiviteter\n\n• Trafik.\n  Det sker så här:\n    • Mäta farten"
    *_, heading, nested = settings_of(page)

    assert heading.line.kind is LineKind.HEADING
    assert not heading.names_owners
    assert nested.goal.text == "Trafik."


def test_text_below_whom_to_ask_begins_the_page_anew():
    """
    A press contact may stand above the text.
    """
    text = "Polisen och kommunen har i dag enats om ett nytt löfte i byarna. " * 3

    assert below(f"Presskontakt\n\nEva Ek\n\n{text}").section is Section.AGREEMENT


def test_what_explains_the_method_ends_with_a_heading_of_something_else():
    """
    Where no promise has been announced yet, a theme may begin them.
    """
    page = "Medborgarlöfte 2020\n\nBakgrund\n\nVi har frågat.\n\nHamnen\n\nLjus."

    assert below(page).section is Section.AGREEMENT
    promised = page.replace("Bakgrund", "Aktiviteter\n\n• Synas\n\nBakgrund")
    assert below(promised).section is Section.METHOD


def test_the_name_of_a_theme_is_nobody_s():
    """
    "Skolan" over a list is a place, though a school may promise.
    """
    page = "Medborgarlöfte 2020\n\n{}\n\n• Synas"

    assert owners(below(page.format("Skolan"))) is None
    assert owners(below(page.format("Räddningstjänsten"))) == ["Räddningstjänsten"]


def test_a_heading_may_speak_of_promises_before_its_colon():
    """
    What is no known heading announces promises with a colon.
    """
    assert below("Att lova är bra:\n\n• Synas").section is Section.PROMISES
