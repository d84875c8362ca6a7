"""Pages in the words of many writers, each beside its right reading.

What a careful person reads of each page stands in a file of JSON beside it.  What
the reader does not yet read so is told in ``pages/misses.tsv``: a page and a field
listed there must be wrong, and all that is not listed must be right.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from medborgarloften.reading import read_text
from medborgarloften.reading._reading import PageKind
from medborgarloften.reading.formats.extract import Extract
from medborgarloften.reading.outcomes.results import find_results
from medborgarloften.reading.page.page import Page
from medborgarloften.reference import municipality_by_code

FOLDER = Path(__file__).parent / "pages"
# The pages of the folder itself are compared field by field in test_reader.py.
PAGES = sorted(
    path.relative_to(FOLDER).with_suffix("").as_posix()
    for path in FOLDER.glob("*/*.txt")
)


# ------------------------------------------------ a page, read by a person and by us


@cache
def text_of(page):
    """The text of a page."""
    return (FOLDER / f"{page}.txt").read_text(encoding="utf-8")


@cache
def gold_of(page):
    """What a careful person reads of it: its agreements."""
    return json.loads((FOLDER / f"{page}.json").read_text(encoding="utf-8"))


@cache
def reading_of(page):
    """What the reader reads of it."""
    return read_text(text_of(page), url=gold_of(page)[0]["url"])


def agreements_of(page):
    """The agreements of a page as a person and as the reader has them, in its order."""
    gold = [each for each in gold_of(page) if each["promises"]]
    return list(zip(gold, reading_of(page).agreements, strict=False))


# ------------------------------------------------ promises that are the same


def words(text):
    """The words of a text, each as often as it is there."""
    return Counter(re.findall(r"\w+", text.casefold()))


def alike(one, other):
    """How much of the words of two texts they have in common."""
    common, all_words = words(one) & words(other), words(one) | words(other)
    return common.total() / (all_words.total() or 1)


NEARLY_THE_SAME = 0.8


def pairs_of(gold, agreement):
    """The promises that a person and the reader have alike, each of them once."""
    left = list(agreement.promises)
    pairs = []
    for promise in gold["promises"]:
        best = max(
            left, key=lambda each: alike(promise["text"], each.text), default=None
        )
        if best and alike(promise["text"], best.text) >= NEARLY_THE_SAME:
            left.remove(best)
            pairs.append((promise, best))
    return pairs


def side(name):
    """A party as it is compared: what it is, or its name without its endings."""
    if name in {"police", "municipality"} or name.casefold().endswith("kommun"):
        return "police" if name == "police" else "municipality"
    name = re.sub(r"\b(?:kommun|kommuner|stad)\b", "", name.casefold()).strip()
    return re.sub(r"(?:en|et|n|s)$", "", name)


def sides(ids, agreement):
    """The parties with these ids, as they are compared."""
    parties = {each.id: each for each in (*agreement.parties, *agreement.others)}
    kinds = ("police", "municipality")
    named = (parties[id_] for id_ in ids)
    return {
        each.kind.value if each.kind.value in kinds else side(each.name)
        for each in named
    }


# ------------------------------------------------ what must be right of every page


def day(value):
    """A day as the right readings have it."""
    return value and value.isoformat()


def told(gold):
    """The fields of an agreement as a person reads them."""
    return {
        "period": (gold["start"], gold["end"]),
        "municipalities": set(gold["municipalities"]),
        "signatories": {each["name"].casefold() for each in gold["signatories"]},
        "amendment": gold["extended_to"],
        **{name: gold[name] for name in ("district", "published", "signed", "decided")},
    }


def read(agreement):
    """The same fields as they were read."""
    codes = agreement.area.municipalities
    extensions = [each.last_day for each in agreement.amendments]
    return {
        "period": (day(agreement.period.first_day), day(agreement.period.last_day)),
        "municipalities": {municipality_by_code(code).name for code in codes},
        "signatories": {each.name.casefold() for each in agreement.signatories},
        "amendment": day(extensions[-1]) if extensions else None,
        "district": agreement.area.district,
        "published": day(agreement.published_on),
        "signed": day(agreement.signed_on),
        "decided": day(agreement.decided_on),
    }


def results_of(page):
    """The statuses and counts that a page tells, as they are read."""
    looked_at = Page.of(Extract(text=text_of(page), url=gold_of(page)[0]["url"]))
    everywhere = looked_at.kind is PageKind.FOLLOW_UP
    found = find_results(looked_at.settings, everywhere=everywhere)
    return [(each.status.value, each.counted) for each in found if each.status]


def wrong_in(page):
    """The fields of a page that are not as a person reads them."""
    gold, reading = gold_of(page), reading_of(page)
    outcomes = [(o["status"], o["counted"]) for each in gold for o in each["outcomes"]]
    wanted = [each for each in gold if each["promises"]]
    if reading.page.value != gold[0]["page"]:
        yield "page"
    if results_of(page) != outcomes:
        yield "outcomes"
    if len(reading.agreements) != len(wanted):
        yield "agreements"
    for person, agreement in agreements_of(page):
        theirs, ours = told(person), read(agreement)
        yield from (name for name, value in theirs.items() if ours[name] != value)
        pairs = pairs_of(person, agreement)
        if not len(pairs) == len(person["promises"]) == len(agreement.promises):
            yield "promises"
        if any(
            set(map(side, promise["promisors"])) != sides(found.promisors, agreement)
            for promise, found in pairs
        ):
            yield "promisors"


def known_misses():
    """The fields of each page that are known to be read wrongly."""
    misses = defaultdict(set)
    for row in (FOLDER / "misses.tsv").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            page, field, _ = row.split("\t")
            misses[page].add(field)
    return misses


MISSES = known_misses()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_read_as_a_person_reads_it_but_for_what_is_listed(page):
    """
    Its promises, promisors, period, place, people, days and results are right.
    """
    assert set(wrong_in(page)) == MISSES[page]


def test_only_pages_that_exist_are_listed():
    """
    A page that was renamed keeps its misses.
    """
    assert MISSES.keys() <= set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_every_citation_stands_in_its_page(page):
    """
    Whatever was read, rightly or wrongly, its words can be pointed at.
    """
    reading = reading_of(page)

    assert reading.verify() == ()
    assert reading.text == text_of(page)


# ------------------------------------------------ what is right of most promises


def quantity(minimum, maximum, per):
    """A count as it is compared: "under året" may be the year or the period."""
    return minimum, maximum, "year" if per == "period" else per


def counts_of(gold):
    """The counts of a promise as a person reads them: none, one or several."""
    many = gold if isinstance(gold, list) else [gold] if gold else []
    return [quantity(each["min"], each["max"], each["per"]) for each in many]


def what_is_compared(promise, found, agreement):
    """Of each measure, what a person reads of a promise and what the reader does."""
    yield "themes", promise["themes"], [theme.value for theme in found.themes]
    yield (
        "quantities",
        counts_of(promise["quantity"]),
        [
            quantity(each.minimum, each.maximum, each.per and each.per.value)
            for each in found.quantities
        ],
    )
    yield (
        "partners",
        [side(name) for name in promise["with"]],
        sides(found.partners, agreement),
    )
    yield "kinds", [promise["kind"]], [found.kind.value]
    yield "conditions", ["if"] * promise["conditional"], ["if"] * bool(found.condition)
    yield "hedges", ["if"] * promise["hedged"], ["if"] * found.hedged


@cache
def scores():
    """The micro F1 of each measure, over the promises that are found."""
    right, all_told = Counter(), Counter()
    for page in PAGES:
        for gold, agreement in agreements_of(page):
            for promise, found in pairs_of(gold, agreement):
                for name, one, other in what_is_compared(promise, found, agreement):
                    right[name] += (Counter(one) & Counter(other)).total()
                    all_told[name] += len(one) + len(other)
    return {name: 2 * right[name] / all_told[name] for name in all_told}


@pytest.mark.parametrize(
    ("measure", "floor"),
    [
        ("themes", 0.92),
        ("quantities", 0.96),
        ("partners", 0.89),
        ("kinds", 0.99),
        ("conditions", 0.94),
        ("hedges", 0.92),
    ],
)
def test_most_of_what_promises_say_is_read(measure, floor):
    """
    What was reached once is not lost again; raise a floor when more is reached.
    """
    assert floor <= scores()[measure]
