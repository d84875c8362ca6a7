from __future__ import annotations

import pytest

from medborgarloften.model import How, Theme, ValidityPeriod
from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.promises.finding import find_promises
from medborgarloften.reading.promises.themes import Vocabulary
from medborgarloften.reading.promises.wording import read_wording
from medborgarloften.reading.text.document import Document

LAST_YEAR = ValidityPeriod.of_year(2019)
TWO_YEARS = ValidityPeriod.of_years(2019, 2020)


def window(promise, agreement):
    """The window that a promise sets itself within its agreement's period."""
    page = f"Laxå\n\nPolisen lovar att:\n\n• {promise}"
    (found,) = find_promises(find_settings(Document.of(page)))
    wording = read_wording(found, agreement, Vocabulary.default(), has_period=True)
    return wording.period


@pytest.mark.parametrize(
    ("promise", "wanted"),
    [
        ("synas vid skolan hösten 2020", "2020-23"),
        ("röja sly senast den 1 juni 2019", "/2019-06-01"),
        ("vandra från och med höstterminen 2020", "2020-HT/"),
        # an inner range may be longer than the agreement
        ("synas vid skolan 2019-2022", "2019/2022"),
        # what comes before an event has no day but its year
        ("bygga farthinder före skolstart 2020", "/2020"),
        ("bygga farthinder före årets slut 2020", "/2020"),
        # the agreement's own days are no window
        ("synas vid skolan 2019-2020", None),
        # what is compared with, and what has been, is no time to do it
        ("synas dubbelt så ofta jämfört med 2018", None),
        ("vandra oftare än under 2018", None),
        ("vandra i byarna. Mätningen 2018 visade att många är oroliga.", None),
        # each of two years has such a month
        ("vandra i byarna under maj månad", None),
        ("vandra i byarna", None),
    ],
)
def test_a_promise_may_have_a_window_of_its_own(promise, wanted):
    """
    Deadlines, seasons and years that are not those of the agreement are its own.
    """
    found = window(promise, TWO_YEARS)

    assert (found and str(found.value)) == wanted
    assert found is None or found.how is How.STATED


@pytest.mark.parametrize(
    ("promise", "wanted"),
    [
        ("vandra i byarna under maj månad", "2019-05"),
        ("vandra i byarna under hösten", "2019-23"),
        ("synas vid badet vecka 26 till 32", "2019-06-24/2019-08-11"),
        ("mäta farten den 3 maj", "2019-05-03"),
        # two windows are no one window, and occasions are none
        ("ha ett möte på våren och ett på hösten", None),
        ("synas på skolavslutningen och valborg", None),
        # not within the agreement's days
        ("vandra i byarna under vintern", None),
        # not a window: the whole agreement
        ("vandra i byarna under året", None),
        ("vandra i byarna från januari till december", None),
        ("synas mer jämfört med i maj", None),
        # too long to be a promise
        (f"vandra i byarna under maj {'och vandra ' * 500}", None),
    ],
)
def test_a_window_without_a_year_is_in_the_agreement_s_year(promise, wanted):
    """
    In an agreement of a year there is but one May, and that is concluded.
    """
    found = window(promise, LAST_YEAR)

    assert (found and str(found.value)) == wanted
    assert found is None or found.how is How.INFERRED


@pytest.mark.parametrize(
    "agreement",
    [
        ValidityPeriod(),
        ValidityPeriod.since(LAST_YEAR.first_day),
        ValidityPeriod.until(LAST_YEAR.last_day),
    ],
)
def test_where_no_period_is_known_a_month_has_no_year(agreement):
    """
    An agreement with an end that is not known may hold for many a May.
    """
    assert window("vandra i byarna under maj månad", agreement) is None


def test_a_theme_may_be_told_by_the_heading():
    """
    Where the promise names no subject of its own, its heading's is concluded.
    """
    page = "Laxå\n\nPolisen lovar att:\n\nNarkotika\n\n• agera på varje tips"
    (found,) = find_promises(find_settings(Document.of(page)))
    wording = read_wording(found, LAST_YEAR, Vocabulary.default(), has_period=True)

    (theme,) = wording.themes
    assert (theme.value, theme.how) == (Theme.DRUGS, How.INFERRED)
    assert theme.span.quote == "Narkotika"
