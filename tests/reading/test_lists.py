from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from medborgarloften.model import PromiseKind
from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.promises.finding import find_promises
from medborgarloften.reading.text.document import Document


def found_in(page):
    """The promises found on a page."""
    return find_promises(find_settings(Document.of(page)))


def promises(page):
    """Their words."""
    return [found.text for found in found_in(page)]


def promisors(page):
    """Who promises in each of them, where it says so itself."""
    return [
        found.promisors and [each.name for each in found.promisors.mentions]
        for found in found_in(page)
    ]


def test_a_label_between_labels_is_somebody_s():
    """
    Between "Polis:" and "Kommun:", "Folkets park:" names who promises.
    """
    page = (
        "Trafik\n\nPolis: Mäta farten.\nFolkets park: Hålla öppet.\nKommun: Röja sly."
    )

    assert promisors(page) == [["Polis"], ["Folkets park"], ["Kommun"]]


@pytest.mark.parametrize(
    "label", ["Ansvarig: Bo Ek.", "Eva: Bo Ek, vd", "Laxå kommun: kommunchefen"]
)
def test_a_label_that_signs_or_says_more_is_nobody_s(label):
    """
    A name or an office after a label signs, and "Ansvarig" is nobody.
    """
    page = f"Trafik\n\nPolis: Mäta farten.\n\n{label}"

    assert promises(page) == ["Polis: Mäta farten."]


def test_a_label_alone_is_nobody_s():
    """
    Without those beside it, a label is a theme.
    """
    assert promises("Trafik\n\nFolkets park: Hålla öppet.") == []


def test_half_of_a_list_tells_for_the_rest():
    """
    Where most items of an agreement's list say what is done, so do the others.
    """
    page = (
        "Medborgarlöfte 2020\n\nTrafik\n\n• Buskar gallras\n• Polisen mäter farten\n"
        "• Insatsen genomfördes i maj\n• Fler vuxna ute"
    )

    assert promises(page) == [
        "Buskar gallras",
        "Polisen mäter farten",
        "Fler vuxna ute",
    ]


def test_a_list_under_another_theme_goes_with_it():
    """
    Beside a list of deeds, one under the next theme is of the same agreement.
    """
    deeds = "• Buskar gallras\n• Polisen mäter farten"
    page = f"Medborgarlöfte 2020\n\nTrafik\n\n{deeds}\n\nTorget\n\n• Ljus\n• Värme"

    assert promises(page)[2:] == ["Ljus", "Värme"]
    assert promises(page.replace(deeds, "• Ljud\n• Ljus")) == []


def test_one_item_tells_nothing_of_others():
    """
    A list of one is no list, and what is followed up, or linked to, no deed.
    """
    page = "Medborgarlöfte 2020\n\nTrafik\n\n{}"

    assert promises(page.format("• Buskar gallras")) == []
    assert promises(page.format("• Arbetet följs upp\n• Löfte 2019 (pdf, 2 MB)")) == []


def test_a_paragraph_may_be_a_goal_whose_means_follow():
    """
    "Farten ska ned." above "Så gör vi:" is the goal of what stands below.
    """
    page = (
        "Medborgarlöfte 2020\n\n{}\n\nSå gör vi:\n\n• Mäta farten\n• Ställa ut skyltar"
    )
    goal, *means = found_in(page.format("Farten i byarna ska ned."))

    assert (goal.text, goal.kind) == ("Farten i byarna ska ned.", PromiseKind.GOAL)
    assert [each.goal for each in means] == [goal.line, goal.line]
    assert promises(page.format("Mål: Lägre fart i byarna."))[0] == (
        "Lägre fart i byarna."
    )
    assert promises(page.format("Det körs fort i byarna."))[0] == "Mäta farten"


def test_an_item_nested_below_a_promise_serves_it():
    """
    What stands further in is how the item above it is kept.
    """
    goal, means, other = found_in(
        "Aktiviteter\n\n• Minska farten i byarna\n    • Mäta farten\n• Samtal"
    )

    assert goal.kind is PromiseKind.GOAL
    assert (goal.goal, means.goal, other.goal) == (None, goal.line, None)


def test_an_item_that_only_names_somebody_gives_its_list_to_them():
    """
    "Polisen" over nested items is whose they are, and no promise.
    """
    page = "Aktiviteter\n\n• Polisen\n    • Mäta farten\n• Båda parter ska\n    • Ses"
    found = found_in(page)

    assert [each.text for each in found] == ["Mäta farten", "Ses"]
    assert [each.setting.owners.line.text for each in found] == [
        "Polisen",
        "Båda parter ska",
    ]


def test_a_paragraph_beside_a_list_must_itself_vow():
    """
    What introduces the list, or explains it, is no promise.
    """
    page = "Aktiviteter\n\n• Samtal\n\n{}"

    assert promises(page.format("Polisen lovar att synas.")) == [
        "Samtal",
        "Polisen lovar att synas.",
    ]
    assert promises(page.format("Belysningen kompletteras.")) == ["Samtal"]


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ("Möte med krögare Ansvar: Kommunen När: april", True),
        ("Löfte 2. Polisen mäter farten", True),
        ("Möte med krögare i april", False),
    ],
)
def test_a_paragraph_may_be_set_as_an_item_is(paragraph, wanted):
    """
    Numbered, or with who answers for it, it is a promise wherever one may stand.
    """
    assert bool(promises(f"Trafik\n\n{paragraph}.")) is wanted


def test_the_paragraph_below_its_number_is_the_promise():
    """
    "Löfte 1" stands over what it promises, whatever its words.
    """
    assert promises("Löfte 1\n\nTrafiken och bullret i Röfors.") == [
        "Trafiken och bullret i Röfors."
    ]


def test_paragraphs_may_stand_as_items_do():
    """
    Below "Vi ska:" a paragraph is one of what "vi" is to do.
    """
    assert promises("Vi ska:\n\nfler vandringar i Röfors.") == [
        "fler vandringar i Röfors."
    ]
    page = "Vad vi gör\n\nPolisens del\n\nMinst två möten i Röfors."
    assert promises(page) == ["Minst två möten i Röfors."]


def test_a_numbered_label_below_promises_is_one():
    """
    "Löfte 1: …" promises in any words, as a label that vows does.
    """
    page = "Vi lovar\n\nLöfte 1: Trafiken.\nMopeder: Vi ska mäta farten.\nTid: 2020"

    assert promises(page) == ["Trafiken.", "Mopeder: Vi ska mäta farten."]


def test_a_heading_may_itself_promise():
    """
    A whole vow is a promise, though it has no full stop.
    """
    vow = "Polisen lovar att mäta farten i byarna varje vecka"

    assert promises(f"Vårt löfte\n\n{vow}\n\nDet är bra.")[0] == vow
    assert vow not in promises(f"Vårt löfte\n\n{vow} med följande\n\n• Mäta")


def test_what_somebody_says_of_themselves_is_none():
    """
    "Jag" is a person who is asked, in any section.
    """
    assert promises("Vi lovar\n\n• Jag ska synas mer") == []


def test_a_list_whose_goal_is_no_promise_is_tied_to_none():
    """
    A problem above nested deeds is not what they are tied to.
    """
    page = "Stationen är otrygg.\n\nVi lovar\n\n• Stationen är otrygg\n    • Synas mer"
    (found,) = found_in(page)

    assert (found.text, found.goal) == ("Synas mer", None)


def test_what_is_said_of_the_promises_below_their_heading_is_none():
    """
    "Löftena ska öka tryggheten" tells what they are for.
    """
    assert promises("Aktiviteter\n\nLöftena ska öka tryggheten i byn.") == []


def test_a_paragraph_may_enumerate_promises():
    """
    "att polisen …, att kommunen …" below "Vi lovar" are as many.
    """
    page = "Vi lovar\n\natt polisen ska mäta farten, att kommunen ska röja sly."

    assert promises(page) == [
        "att polisen ska mäta farten",
        "att kommunen ska röja sly.",
    ]


@pytest.mark.parametrize(
    "piece",
    [
        *("polisen ", "a", "ska ", "Polisen och ", "– ", "7", "vi ", "genom att "),
        *("Skolan ", "Nya Bostäder ", "följande ", "a > ", "har a ", "att ", "( polis"),
        # rows, bullets, lists and points without an end
        *("• Trafik\n", "a-\n", "Polisen lovar mer.\n", "• A\n• B\n\nDet är bra.\n\n"),
        "    – ljud\n",
    ],
)
def test_a_page_is_read_in_linear_time(piece):
    """
    A page of one thing over and over takes its time and no more, whatever it ends with.
    """

    def page(length):
        pieces = piece * (length // len(piece))
        return f"Medborgarlöfte 2020\n\n• Kontroll av\n{pieces}. A"

    def read(text):
        find_promises(find_settings(Document.of(text)))

    assert is_linear(read, page(8_000), page(32_000))


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "Medborgarlöfte 2020\n\n",
                    "Vi lovar\n\n",
                    "Fakta: ",
                    "Polis: ",
                    "\n",
                ),
                *(
                    "\n\n",
                    "• ",
                    "    – ",
                    "1. ",
                    "§ ",
                    "Löfte 1",
                    ": ",
                    ". ",
                    ", ",
                    "(",
                ),
                *(
                    "Polisen ",
                    "Skolans ",
                    "kommunen ",
                    "lovar ",
                    "ska ",
                    "att ",
                    "och ",
                ),
                *("mäta farten", "genom att", "följande", "Ansvar:", "jag ", "Tid\n\n"),
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_no_page_is_too_odd_to_read(page):
    """
    Whatever a page says, its promises are parts of their lines, in its order.
    """
    found = found_in(page)

    assert all(each.text and each.text in each.line.text for each in found)
    starts = [each.line.span(each.start, each.end).start for each in found]
    assert starts == sorted(starts)
