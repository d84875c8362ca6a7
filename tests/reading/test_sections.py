from __future__ import annotations

import pytest

from medborgarloften.reading.sections import Section, find_settings, section_of
from medborgarloften.reading.text.document import Document
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
    page = "Gemensamt arbete\n\nSkolan\n\n• Fler besök"

    assert owners(below(page)) is None


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
    assert below(page.replace("Nytt", "Läget")).section is Section.PROMISES
    assert below(page.replace("Nytt", "Lägesbild")).section is Section.SITUATION


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
    page = "Avtalsperiod\n2020 - 2021\n\nVad vi har enats om\n\n• Synas mer"
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
    assert all(words == plain(words) or words == "/" for _, words in table("noise"))


def test_noise_and_details_are_known_by_their_words():
    """
    "Till toppen" is the site's, and "Ansvarig:" says more of the item above it.
    """
    assert is_noise("  Till toppen ")
    assert not is_noise("Toppen av berget")
    assert is_detail("Ansvarig: polisen")
    assert not is_detail("Ansvarig")
    assert not is_detail("Polis: synas")
