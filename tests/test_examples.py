from __future__ import annotations

import os
import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from attrs import astuple

from medborgarloften import Citation, Per, examples
from medborgarloften.queries import mentioning
from medborgarloften.reading import read_file
from medborgarloften.reference import municipalities
from medborgarloften.serializers import load

DEMO = Path(__file__).parents[1] / "examples" / "demo.sh"
PAGES = Path(examples.__file__).with_name("pages")


class Expected(NamedTuple):
    """A promise as a careful reader understands it.

    Themes that two careful readers could differ about are ``None``.
    """

    text: str
    promisors: set[str]
    themes: set[str] | None
    partners: set[str] = set()  # noqa: RUF012 - nobody adds to it
    count: tuple[int | None, int | None, str, Per] | None = None


POLICE = {"police"}

PROMISES = {
    "askersund-2020": [
        Expected(
            (
                "Polisen lovar att göra återkommande kontroller mot narkotika på "
                "platser där ungdomar samlas, i samverkan med socialtjänsten och "
                "skolan."
            ),
            POLICE,
            {"drugs", "youth"},
            {"socialtjänsten", "skolan"},
        ),
        Expected(
            (
                "Polisen lovar att tillsammans med kommunen bjuda in föräldrar till "
                "kvällsträffar om droger."
            ),
            POLICE,
            {"drugs", "parents"},
            {"Askersunds kommun"},
        ),
        Expected(
            (
                "Polisen och Askersunds kommun lovar att stoppa buskörning med mopeder "
                "och A-traktorer i hamnområdet."
            ),
            {"police", "askersund"},
            {"motor_nuisance", "public_places"},
        ),
        Expected(
            (
                "Askersunds kommun lovar att se över belysningen längs gångvägarna i "
                "Zinkgruvan."
            ),
            {"askersund"},
            {"physical_environment"},
        ),
    ],
    "hallsberg-2019": [
        Expected(
            (
                "Polisen lovar att, i samverkan med kommunen, starta minst 5 nya "
                "områden med grannsamverkan under perioden. Målet är att minska "
                "inbrotten i villor och radhus."
            ),
            POLICE,
            {"neighbourhood_watch", "burglary_theft"},
            {"Hallsbergs kommun"},
            (5, None, "område", Per.PERIOD),
        ),
        Expected(
            (
                "Kommunen lovar att i samverkan med polisen ordna två "
                "trygghetsvandringar per år i Hallsberg, Pålsboda eller Sköllersta."
            ),
            {"hallsberg"},
            {"safety_walks"},
            {"polisen"},
            (2, 2, "trygghetsvandring", Per.YEAR),
        ),
        Expected(
            (
                "Polisen lovar att fotpatrullera i centrala Hallsberg varje fredag och "
                "lördag kväll."
            ),
            POLICE,
            {"visible_presence", "public_places"},
            count=(2, 2, "fotpatrullering", Per.WEEK),
        ),
        Expected(
            (
                "Kommunen lovar att informera alla elever i årskurs 8 om narkotika och "
                "alkohol, tillsammans med elevhälsan."
            ),
            {"hallsberg"},
            {"drugs", "alcohol_tobacco", "information", "school"},
            {"elevhälsan"},
        ),
    ],
    "katrineholm-2021": [
        Expected(
            "Synas mer till fots i centrum och vid resecentrum på kvällar och helger",
            POLICE,
            {"visible_presence", "public_places"},
        ),
        Expected(
            (
                "Genomföra minst 10 kontroller av hastighet och nykterhet i närheten "
                "av skolor"
            ),
            POLICE,
            {"traffic_safety"},
            count=(10, None, "kontroll", Per.PERIOD),
        ),
        Expected(
            "Ingripa mot försäljning av narkotika i och omkring centrum",
            POLICE,
            {"drugs", "public_places"},
        ),
        Expected(
            (
                "Hålla fritidsgårdarna öppna på lovkvällar så att unga har någonstans "
                "att vara"
            ),
            {"katrineholm"},
            {"leisure", "youth"},
        ),
        Expected(
            "Erbjuda stöd till den som vill lämna ett kriminellt liv",
            {"katrineholm"},
            {"organised_crime"},
        ),
        Expected(
            "Genomföra kontrollköp av tobak och folköl hos handlare varje termin",
            {"katrineholm"},
            {"alcohol_tobacco"},
            count=(1, 1, "kontrollköp", Per.TERM),
        ),
    ],
    "asele-2018": [
        Expected(
            (
                "Polisen lovar att genomföra minst 6 trafikkontroller i Åsele under "
                "året. Särskild vikt läggs vid skoterkörning och rattonykterhet."
            ),
            POLICE,
            {"traffic_safety", "motor_nuisance"},
            count=(6, None, "trafikkontroll", Per.YEAR),
        ),
        Expected(
            (
                "Polisen lovar att besöka kommunens skolor minst 2 gånger per termin "
                "för att lära känna eleverna."
            ),
            POLICE,
            {"school"},
            count=(2, None, "besök", Per.TERM),
        ),
        Expected(
            (
                "Polisen och kommunen lovar att tillsammans hålla informationsträffar "
                "om bedrägerier för äldre."
            ),
            {"police", "asele"},
            {"fraud", "information", "vulnerable_victims"},
        ),
        Expected(
            (
                "Kommunen lovar att i samverkan med föreningar ordna drogfria "
                "aktiviteter för ungdomar på loven."
            ),
            {"asele"},
            None,
            {"föreningar"},
        ),
    ],
    "strangnas-2022": [
        Expected(
            (
                "Nattvandrare och fältare som finns på plats där ungdomar samlas på "
                "kvällarna."
            ),
            {"police", "strangnas"},
            {"adult_presence", "youth"},
        ),
        Expected(
            (
                "Polisen fortsätter att patrullera till fots i Strängnäs centrum och i "
                "Mariefred."
            ),
            POLICE,
            {"visible_presence", "public_places"},
        ),
        Expected(
            (
                "Kommunen sätter upp fler kameror vid järnvägsstationen för att minska "
                "skadegörelsen."
            ),
            {"strangnas"},
            {"camera", "vandalism", "public_places"},
        ),
        Expected(
            (
                "Kommunen och polisen ordnar tillsammans föreläsningar om våld i nära "
                "relationer."
            ),
            {"police", "strangnas"},
            {"domestic_violence", "information"},
        ),
        Expected(
            (
                "Kommunen satsar på avhopparverksamhet för den som vill lämna ett "
                "kriminellt nätverk."
            ),
            {"strangnas"},
            {"organised_crime"},
        ),
    ],
    "mjolby-2023": [
        Expected(
            (
                "Genomföra en trygghetsvandring varje halvår i Mjölby, Mantorp eller "
                "Skänninge"
            ),
            {"police", "mjolby"},
            {"safety_walks"},
            count=(1, 1, "trygghetsvandring", Per.HALF_YEAR),
        ),
        Expected(
            (
                "Ta emot tips om otrygga platser och återkoppla till den som har hört "
                "av sig"
            ),
            {"police", "mjolby"},
            None,
        ),
        Expected(
            "Arbeta mot skadegörelse och nedskräpning vid stationen i Mjölby",
            {"police", "mjolby"},
            {"vandalism", "public_places"},
        ),
        Expected(
            "Genomföra minst 4 insatser per år mot narkotika i ungdomsmiljöer",
            POLICE,
            {"drugs", "youth"},
            count=(4, None, "insats", Per.YEAR),
        ),
        Expected(
            (
                "I samverkan med kommunen och fastighetsägare kontrollera källare och "
                "vindar"
            ),
            POLICE,
            None,
            {"Mjölby kommun", "fastighetsägare"},
        ),
        Expected(
            "Röja sly och förbättra belysningen längs gång- och cykelvägar",
            {"mjolby"},
            {"physical_environment"},
        ),
        Expected(
            (
                "Erbjuda alla vårdnadshavare till barn i årskurs 6 en föreläsning om "
                "nätmobbning"
            ),
            {"mjolby"},
            None,
            count=(1, 1, "föreläsning", Per.PERIOD),
        ),
    ],
    "laxa-2022": [
        Expected(
            "Mäta hastigheten på Postgatan minst en gång i månaden",
            {"police", "laxa"},
            {"traffic_safety"},
            count=(1, None, "mätning", Per.MONTH),
        ),
        Expected(
            "Nattvandra tillsammans med föreningarna under skolavslutningen",
            {"police", "laxa"},
            {"adult_presence", "public_places"},
            {"föreningarna"},
        ),
        Expected(
            "Bjuda in till dialog om tryggheten i Laxå och Hasselfors",
            {"police", "laxa"},
            {"dialogue"},
        ),
    ],
}

# What each page says of the whole; what it does not say is nothing.
NOTHING = {
    "published_on": None,
    "signed_on": None,
    "ordinal": None,
    "excerpt": False,
    "basis": set(),
    "signatories": [],
    "contacts": [],
}
WHOLES = {
    "askersund-2020": {
        "title": "Askersund får nya medborgarlöften",
        "municipalities": ("1882",),
        "period": "/2021-06-30",
        "published_on": date(2020, 2, 11),
        "basis": {"citizen_survey", "staff_dialogue"},
    },
    "hallsberg-2019": {
        "title": (
            "Hallsbergs kommun och polisen har beslutat om "
            "medborgarlöften för 2019-2020"
        ),
        "municipalities": ("1861",),
        "period": "2019/2020",
        "published_on": date(2018, 12, 4),
        "basis": {"citizen_dialogue", "crime_statistics"},
        "signatories": [
            ("Sofia Hedlund", None, None, None),
            ("Peter Brandström", "lokalpolisområdeschef", None, "police"),
            ("Anders Viklund", "kommunstyrelsens ordförande", None, "hallsberg"),
        ],
        "contacts": [("Maria Lindroth", "0980-319 210", "maria.lindroth@example.com")],
    },
    "katrineholm-2021": {
        "title": (
            "Katrineholms kommun och Polisen skriver under ett nytt medborgarlöfte"
        ),
        "municipalities": ("0483",),
        "period": "2021-01-01/2021-12-31",
        "ordinal": 6,
        "excerpt": True,
        "basis": {"safety_survey", "crime_statistics", "citizen_dialogue"},
        "signatories": [
            ("Jonas Ekwall", "chef lokalpolisområde Katrineholm", None, "police"),
            ("Elsa Norén", "kommunstyrelsens ordförande", "S", "katrineholm"),
        ],
        "contacts": [("Oskar Lindén", "0980-319 211", None)],
    },
    "asele-2018": {
        "title": "Medborgarlöfte i Åsele",
        "municipalities": ("2463",),
        "period": "2018",
        "basis": {"citizen_dialogue", "staff_dialogue", "intelligence"},
    },
    "strangnas-2022": {
        "title": "Medborgarlöften för 2022 och 2023",
        "municipalities": ("0486",),
        "period": "2022/2023",
        "published_on": date(2022, 2, 17),
        "signed_on": date(2022, 2, 17),
        "excerpt": True,
        "signatories": [
            ("Helena Ryd", "kommundirektör", None, "strangnas"),
            ("Tomas Wiberg", "kommunstyrelsens ordförande", "M", "strangnas"),
            ("Amina Farah", "lokalpolisområdeschef", None, "police"),
        ],
    },
    "mjolby-2023": {
        "title": "Medborgarlöfte Mjölby kommun",
        "municipalities": ("0586",),
        "period": "2023-07-01/2025-06-30",
        "signed_on": date(2023, 6, 14),
        "signatories": [
            ("Karin Ståhlberg", "Kommunstyrelsens ordförande", None, "mjolby"),
            ("Henrik Sandell", "Lokalpolisområdeschef", None, "police"),
        ],
    },
    "laxa-2022": {
        "title": "Nytt medborgarlöfte i Laxå kommun",
        "municipalities": ("1860",),
        "period": "/",
        "published_on": date(2022, 3, 3),
        "contacts": [("Lisa Forsgren", None, "lisa.forsgren@example.com")],
    },
}


PLACES = [each.name for each in municipalities()]

# The other pages more shortly: when, and who promises what in how many.
SHORT = {
    "flen-2020": (
        "2020-03-01/..",
        [
            ("police", "drugs youth", 4),
            ("flen", "physical_environment", None),
            ("flen police", "safety_walks", 1),
        ],
    ),
    "gnesta": (
        "/",
        [
            ("police", "visible_presence", None),
            ("gnesta", "leisure youth", None),
        ],
    ),
    "hallsberg-2021": (
        "2021/2022",
        [
            ("police", "burglary_theft neighbourhood_watch", 8),
            ("hallsberg", "safety_walks", 2),
            ("police hallsberg", "alcohol_tobacco drugs information school", None),
            ("police", "traffic_safety", 1),
        ],
    ),
    "katrineholm-2020": (
        "2020-01-01/2020-12-31",
        [
            ("police", "drugs youth", 12),
            ("police", "public_places visible_presence", None),
            ("police", "traffic_safety", 8),
            ("katrineholm", "leisure youth", None),
            ("katrineholm", "drugs information parents school", 1),
            ("katrineholm", "physical_environment public_places", None),
        ],
    ),
    "nykoping-2019": (
        "2019/2021",
        [
            ("police", "traffic_safety", 20),
            ("nykoping", "school traffic_safety", 2),
            ("police nykoping", "public_places safety_walks", 2),
            ("police", "public_places visible_presence", None),
        ],
    ),
    "oxelosund-2017": (
        "2017",
        [
            ("police", "public_places visible_presence", 1),
            ("police oxelosund", "dialogue", 4),
            ("oxelosund", "vandalism", None),
        ],
    ),
    "strangnas-2020": (
        "2020-03-01/2021-12-31",
        [
            ("police", "public_places visible_presence", 1),
            ("police", "traffic_safety", 2),
            ("strangnas", "youth", None),
            ("police strangnas", "drugs information parents", 1),
        ],
    ),
}

# What became of which promises, as the pages tell that follow up.
FOLLOWED = {
    "katrineholm-2020": {
        1: ("fulfilled", 14),
        3: ("partly", 5),
        4: ("fulfilled", None),
        5: ("not_fulfilled", None),
    },
    "mjolby-2023": {1: ("ongoing", 1), 4: ("ongoing", 3), 6: ("not_started", None)},
    "nykoping-2019": {1: ("fulfilled", 23), 2: ("ongoing", None), 3: ("partly", 1)},
}


def read(name):
    """Read an example page, and its one agreement."""
    reading = read_file(PAGES / f"{name}.txt")
    (agreement,) = reading.agreements
    return reading, agreement


def test_every_page_has_its_right_reading():
    """
    No page is added without saying how it should be read.
    """
    known = {*PROMISES, *SHORT, *(f"{name}-uppfoljning" for name in FOLLOWED)}

    assert {page.stem for page in PAGES.iterdir()} == known
    assert set(PROMISES) == set(WHOLES)


@pytest.mark.parametrize("name", WHOLES)
def test_the_whole_is_read_right(name):
    """
    When, where, on what ground and by whom it was signed is as the page says.
    """
    _, agreement = read(name)

    signatories, contacts = agreement.signatories, agreement.contacts
    assert {
        "title": agreement.title,
        "municipalities": agreement.area.municipalities,
        "period": str(agreement.period),
        "published_on": agreement.published_on,
        "signed_on": agreement.signed_on,
        "ordinal": agreement.ordinal,
        "excerpt": agreement.excerpt,
        "basis": {basis.value for basis in agreement.basis},
        "signatories": [
            (each.name, each.role, each.political_party, each.party)
            for each in signatories
        ],
        "contacts": [(each.name, each.phone, each.email) for each in contacts],
    } == NOTHING | WHOLES[name]


@pytest.mark.parametrize("name", PROMISES)
def test_promises_are_read_right(name):
    """
    Each promise is there with its words, who makes it, with whom, about what, and
    how often.
    """
    _, agreement = read(name)

    found = [
        Expected(
            promise.text,
            set(promise.promisors),
            None if expected.themes is None else {str(each) for each in promise.themes},
            {party.name for party in agreement.partners_of(promise)},
            next(
                (
                    (each.minimum, each.maximum, each.unit, each.per)
                    for each in promise.quantities
                ),
                None,
            ),
        )
        for promise, expected in zip(agreement.promises, PROMISES[name], strict=False)
    ]
    assert [promise.text for promise in agreement.promises] == [
        expected.text for expected in PROMISES[name]
    ]
    assert found == PROMISES[name]


@pytest.mark.parametrize("name", WHOLES)
def test_what_was_read_stands_in_the_page(name):
    """
    Every citation is found at its place.
    """
    reading, _ = read(name)

    text = (PAGES / f"{name}.txt").read_text("utf-8")
    assert reading.citations != ()
    assert reading.verify(text) == ()


@pytest.mark.parametrize(
    ("name", "purpose", "times"),
    [("asele-2018", "revidering", 1), ("mjolby-2023", "uppföljning", 2)],
)
def test_reviews_are_read(name, purpose, times):
    """
    How often an agreement is looked at again is read where it is said.
    """
    _, agreement = read(name)

    (review,) = agreement.reviews
    assert (review.purpose, review.times, review.per) == (purpose, times, Per.YEAR)


def test_expected_effects_are_no_promises():
    """
    What an agreement is to lead to is kept apart from what is promised.
    """
    _, agreement = read("asele-2018")

    assert agreement.expected_effects == (
        "färre kör onyktra",
        "polisen syns oftare",
        "fler känner sig trygga i Åsele kommun",
    )


def test_a_linked_document_is_a_source():
    """
    The page that is an excerpt names the document that has the whole.
    """
    _, agreement = read("katrineholm-2021")

    assert "application/pdf" in {source.media_type for source in agreement.sources}


@pytest.mark.parametrize("name", WHOLES)
def test_only_the_impossible_period_is_a_problem(name):
    """
    One page has a period that ends before it begins, and that alone is doubted.
    """
    reading, _ = read(name)

    lines = [problem.span and problem.span.line for problem in reading.problems]
    assert lines == ([7] if name == "laxa-2022" else [])


@pytest.mark.parametrize("name", sorted(examples.pages()))
def test_a_quote_is_on_the_line_that_the_reader_counts(name):
    """
    Whoever looks up a citation comes to the line that a problem there would name.
    """
    reading = examples.readings()[name]

    for line in reading.lines:
        start, end, number, quote = astuple(line.span)
        citation = Citation(path="title", start=start, end=end, quote=quote)
        assert citation.line_in(reading.text) == number


def test_a_promise_tells_where_it_was_read():
    """
    Its own citations are found by its field, or all of them; others' are not.
    """
    register = examples.register()
    (found,) = register.find(mentioning("farthinder"))

    assert found.promise.number == 2
    assert {each.path.partition(".")[0] for each in found.cited()} == {"promises[1]"}
    assert [each.path for each in found.cited("themes")] == [
        "promises[1].themes[0]",
        "promises[1].themes[1]",
    ]
    assert found.cited("themes[1]") == found.cited("themes")[1:]
    assert [each.quote for each in found.cited("text")] == [found.promise.text]
    assert found.cited("them") == ()
    assert [each.quote for each in found.agreement.cited("period")] == ["2019–2021"]


@pytest.mark.parametrize("name", SHORT)
def test_the_other_pages_are_read_right(name):
    """
    When they hold, and who promises what in how many, is as the page says.
    """
    _, agreement = read(name)

    promised = [
        (
            " ".join(promise.promisors),
            " ".join(sorted(promise.themes)),
            next((each.minimum for each in promise.quantities), None),
        )
        for promise in agreement.promises
    ]
    assert (str(agreement.period), promised) == SHORT[name]


@pytest.mark.parametrize("name", FOLLOWED)
def test_what_became_of_promises_is_tied_to_them(name):
    """
    A page that follows up is read with the agreements of the others.
    """
    reading = examples.readings()[f"{name}-uppfoljning.txt"]
    _, agreement = read(name)

    told = {each.promise: (each.status, each.counted) for each in reading.outcomes}
    assert told == FOLLOWED[name]
    assert {each.agreement for each in reading.outcomes} == {agreement.id}
    assert reading.problems == ()


def test_the_pages_and_the_register_are_written_as_files(tmp_path):
    """
    A folder gets the pages and what was read from them, and may get them again.
    """
    folder = tmp_path / "examples"

    assert examples.write(folder) == examples.write(str(folder)) == folder
    assert load(folder / "register.jsonl") == examples.register()
    files = (folder / "pages").iterdir()
    assert {file.name: file.read_text("utf-8") for file in files} == examples.pages()


def test_a_file_of_yours_is_not_overwritten(tmp_path):
    """
    Where a file says something else, nothing at all is written.
    """
    (tmp_path / "register.jsonl").write_text("mine", "utf-8")

    with pytest.raises(FileExistsError, match=r"register\.jsonl says something else"):
        examples.write(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["register.jsonl"]
    assert (tmp_path / "register.jsonl").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["made"], None),
        ([], "usage: python -m medborgarloften.examples FOLDER"),
        (["--help"], "usage: python -m medborgarloften.examples FOLDER"),
        (["file"], "file"),  # where a folder cannot be made
    ],
)
def test_a_command_writes_them(arguments, said, tmp_path, monkeypatch, capsys):
    """
    One argument names the folder; what is wrong is told in a line.
    """
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["examples", *arguments])

    with pytest.raises(SystemExit) as ended:
        runpy.run_module("medborgarloften.examples", run_name="__main__")

    assert str(said) in str(ended.value.code)
    assert capsys.readouterr().out == ("made\n" if said is None else "")
    assert (tmp_path / "made" / "register.jsonl").is_file() is (said is None)


def test_importing_the_command_writes_nothing():
    """
    Only being run is being a command.
    """
    assert "main" in runpy.run_module("medborgarloften.examples.__main__", run_name="x")


def test_the_demonstration_answers_three_questions():
    """
    It reads the pages, shows the one problem, and prints who promised what.
    """
    command = Path(sys.executable).with_name("medborgarloften")

    done = subprocess.run(
        ["/bin/sh", DEMO, command],
        env=os.environ | {"COLUMNS": "2000"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    reading, asked, everywhere, police, municipality = done.stdout.split("\n$ ")
    assert "laxa-2022.txt: line 7: the period ends before it begins" in reading
    assert "gnesta.txt: the page does not say when" in reading
    assert "agreements 14, promises 59, outcomes 10, problems 2" in reading
    assert len(lines_with("2020-01-01 – ", asked)) == 2
    assert lines_with("minst 12 insatser mot narkotika", asked)
    assert lines_with("2021-01-01 – ", asked) == []
    assert {"Askersund ", "Flen ", "Hallsberg ", "Katrineholm ", "Strängnäs "} == {
        name for name in (f"{each} " for each in PLACES) if lines_with(name, everywhere)
    }
    assert lines_with("förbättrar belysningen", everywhere) == []
    assert len(lines_with(" Hallsberg  ", police)) == 5
    assert len(lines_with("Hallsbergs kommun ", municipality)) == 4


def lines_with(words, text):
    """List the lines that hold some words."""
    return [line for line in text.splitlines() if words in line]
