from __future__ import annotations

import re
import sys
from datetime import date, datetime, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from medborgarloften import (
    Agreement,
    Amendment,
    Area,
    Contact,
    InvalidField,
    MissingExtra,
    Party,
    PartyKind,
    Per,
    Promise,
    Quantity,
    Register,
    Review,
    Signatory,
    Source,
    Theme,
    ValidityPeriod,
)
from medborgarloften.serializers import calendar
from medborgarloften.serializers._pages.occasions import occasions
from medborgarloften.serializers._pages.wordings import PageWording
from medborgarloften.testing import agreements, days, registers, texts

# Agreements of two hundred years that are followed up each month have many events.
FEWER = settings(max_examples=20)

CHECKS = Quantity(4, None, "trafikinsats", Per.YEAR)


def holding(period, *promises, **fields):
    """Make an agreement of the police alone that holds for a period."""
    return Agreement(
        id="habo",
        title="Medborgarlöfte för Habo",
        area=Area(municipalities=("0643",)),
        parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
        period=ValidityPeriod.parse(period),
        promises=tuple(
            attrs.evolve(promise, number=number)
            for number, promise in enumerate(promises, 1)
        ),
        **fields,
    )


def promising(text, *quantities, **fields):
    """Make a promise of the police."""
    return Promise(
        number=1, text=text, promisors=("police",), quantities=quantities, **fields
    )


def read(data):
    """List the events of a calendar, read by icalendar."""
    return Calendar.from_ical(data).events


def told(thing, **options):
    """List the days and the summaries of the events that are written."""
    return [
        (
            str(event.start),
            str(event["SUMMARY"]).removesuffix(": Medborgarlöfte för Habo"),
        )
        for event in read(calendar.dumps(thing, **options))
    ]


def about(thing, summary, **options):
    """Take the description of the event with this summary."""
    (description,) = (
        str(event["DESCRIPTION"])
        for event in read(calendar.dumps(thing, **options))
        if event["SUMMARY"].startswith(summary)
    )
    return description.split("\n")


# ---------------------------------------------------------------- the format


@FEWER
@given(registers(max_size=2), st.none() | days(), st.sampled_from(["sv", "en"]))
def test_every_event_is_read_back_by_another_program(register, until, language):
    """
    As many events as there are occasions, each with its day, its words, no alarm.
    """
    written = calendar.dumps(register, until=until, language=language)
    expected = [
        occasion
        for agreement in register.agreements
        for occasion in occasions(agreement, PageWording(language), until=until)
    ]
    events = read(written)

    assert [event.start for event in events] == [each.day for each in expected]
    for event, occasion in zip(events, expected, strict=True):
        assert words(event["SUMMARY"]) == words(occasion.summary)
        assert words(event["DESCRIPTION"])[: len(words(*occasion.lines))] == words(
            *occasion.lines
        )
        assert event.end == event.start + timedelta(days=1)
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert event["TRANSP"] == "TRANSPARENT"
        assert not event.subcomponents
        assert not event.errors


def words(*texts):
    """Cut texts into words, whatever white space is between them."""
    return " ".join(texts).split()


@FEWER
@given(agreements())
def test_lines_are_as_the_standard_has_them(agreement):
    """
    Lines end in CR and LF, are of 75 octets at most, and cut no character in two.
    """
    written = calendar.dumps(agreement)
    lines = written.split(b"\r\n")

    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    for line in lines:
        assert len(line) <= 75
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line)
        assert line.decode().encode() == line


@FEWER
@given(registers(max_size=2))
def test_equal_registers_are_the_same_bytes(register):
    """
    However a register was put together, and whenever: every event has one UID.
    """
    put_together_backwards = Register(
        reversed(register.agreements), reversed(register.outcomes)
    )
    written = calendar.dumps(register)
    uids = re.findall(rb"^UID:(.*)\r$", written, re.MULTILINE)

    assert calendar.dumps(put_together_backwards) == written
    assert len(set(uids)) == len(uids) == written.count(b"BEGIN:VEVENT")


@given(texts())
def test_texts_are_escaped(text):
    """
    Commas, semicolons, backslashes and breaks come out as words of the summary.
    """
    agreement = attrs.evolve(holding("2023"), title=text)
    written = calendar.dumps(agreement).replace(b"\r\n ", b"").decode()
    (line,) = re.findall("^SUMMARY:(.*Börjar.*)\r$", written, re.MULTILINE)

    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", line)
    assert words(unescaped(line)) == words("Börjar gälla:", text)


def unescaped(line):
    """Read a text as RFC 5545 has it."""
    return re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), line)


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("Löfte, del 1; Habo", r"Löfte\, del 1\; Habo"),
        ("rad ett\r\n\r\nrad två", "rad ett rad två"),
        ("en\N{LINE SEPARATOR}rad\x85till", "en rad till"),
        ("C:\\nytt", r"C:\\nytt"),
        ("C:\\Nytt", "C:\\\\\N{WORD JOINER}Nytt"),  # icalendar's word for a break
        ("BEGIN:VALARM", "BEGIN:VALARM"),
        ("pip\x07 \x1b[31m", "pip\ufffd \ufffd[31m"),
        ("\N{POLICE CAR}", "\N{POLICE CAR}"),
    ],
)
def test_nothing_that_is_published_can_steer_a_calendar(title, summary):
    """
    What could end a line, begin a component or ring a bell is only words.
    """
    written = calendar.dumps(attrs.evolve(holding("2023"), title=title))
    lines = written.replace(b"\r\n ", b"").decode().split("\r\n")

    assert f"SUMMARY:Börjar gälla: {summary}" in lines
    assert len(read(written)) == 2


def test_a_calendar_says_what_it_is():
    """
    It has the name of the agreement, or of all of them, and who made it.
    """
    one = Calendar.from_ical(calendar.dumps(holding("2023")))
    several = Calendar.from_ical(calendar.dumps(Register([holding("2023")])))
    english = Calendar.from_ical(calendar.dumps(Register(), language="en"))

    assert one.calendar_name == "Medborgarlöfte för Habo"
    assert several["X-WR-CALNAME"] == "Medborgarlöften"
    assert english["X-WR-CALNAME"] == "Citizens' promises"
    assert (one["VERSION"], "medborgarloften" in one["PRODID"]) == ("2.0", True)


def test_themes_are_categories_and_a_source_is_the_address():
    """
    Each theme stands once with its label; the first address of the web is linked.
    """
    synas = promising("Synas", themes=(Theme.VISIBLE_PRESENCE, Theme.DRUGS))
    kontroll = promising("Kontrollera", themes=(Theme.DRUGS,))
    sources = (
        Source(title="Papper"),
        Source(url="javascript:alert(1)"),
        Source(url="https://polisen.se/löfte?a=1,2"),
    )
    agreement = holding("2023", synas, kontroll, sources=sources)
    begins, _ = read(calendar.dumps(agreement))

    assert list(map(str, begins.categories)) == [
        "Narkotika",
        "Synlighet, närvaro, tillgänglighet",
    ]
    assert begins["URL"] == "https://polisen.se/l%C3%B6fte?a=1,2"


def test_what_has_no_theme_and_no_address_has_no_line_for_it():
    """
    There is no empty category and no empty address.
    """
    written = calendar.dumps(holding("2023", sources=(Source(url="habo.se"),)))

    assert b"CATEGORIES" not in written
    assert b"URL" not in written


# ---------------------------------------------------------------- the agreement


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2023", [("2023-01-01", "Börjar gälla"), ("2023-12-31", "Löper ut")]),
        ("/2021-06-30", [("2021-06-30", "Löper ut")]),
        ("2024/", [("2024-01-01", "Börjar gälla")]),
        ("2024/..", [("2024-01-01", "Börjar gälla")]),
        ("/", []),
        ("/..", []),
        (
            "2019/2019..",
            [
                ("2019-01-01", "Börjar gälla"),
                ("2019-12-31", "Löper ut, eller fortsätter"),
            ],
        ),
        (
            "2020-05-05",
            [("2020-05-05", "Börjar gälla"), ("2020-05-05", "Löper ut")],
        ),
    ],
)
def test_an_agreement_begins_and_runs_out_on_the_days_that_are_stated(period, expected):
    """
    An end that is not stated, or that nobody knows, has no event.
    """
    assert told(holding(period)) == expected


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2019", "den första i det som anges: 2019", "den sista i det som anges: 2019"),
        ("2019-HT/2020-06", "anges: höstterminen 2019", "anges: juni 2020"),
        ("2019-01-01/2019-12-31", None, None),
    ],
)
def test_an_event_says_how_exactly_its_day_was_stated(period, first, last):
    """
    31 December of what was only said to be 2019 is told to be that.
    """
    agreement = holding(period)
    begins, ends = about(agreement, "Börjar")[0], about(agreement, "Löper")[0]

    assert begins.startswith("Dagen") == (first is not None)
    assert ends.startswith("Dagen") == (last is not None)
    assert (first or "") in begins
    assert (last or "") in ends


def test_a_first_day_that_was_concluded_is_told_to_be():
    """
    The day it was signed stands for a first day that is not stated.
    """
    agreement = holding("/2021", signed_on=date(2020, 2, 3))

    assert told(agreement)[0] == ("2020-02-03", "Börjar gälla")
    assert about(agreement, "Börjar")[0].startswith("Ingen första dag anges")


def test_an_extended_agreement_runs_out_later_and_says_why():
    """
    The event is the same as before, on another day: a calendar moves it.
    """
    before = holding("2020", period_wording="hela 2020")
    wording, last_day = "förlängs till halvårsskiftet", date(2021, 6, 30)
    amendment = Amendment(on=date(2021, 1, 29), last_day=last_day, wording=wording)
    after = before.with_amendment(amendment)
    ends = about(after, "Löper")

    assert told(after)[-1] == ("2021-06-30", "Löper ut")
    assert "Gäller: 2020 (”hela 2020”)" in ends
    assert (
        "Ändrat: 29 januari 2021, till och med 30 juni 2021, "
        "”förlängs till halvårsskiftet”" in ends
    )
    assert [event["UID"] for event in read(calendar.dumps(before))] == [
        event["UID"] for event in read(calendar.dumps(after))
    ]


def test_an_amendment_of_which_nothing_is_said_is_not_told():
    """
    There is no line with only its label.
    """
    agreement = holding("2020", amendments=(Amendment(),))

    assert not [line for line in about(agreement, "Löper") if "Ändrat" in line]


def test_an_event_tells_what_there_is_to_know_of_its_agreement():
    """
    Who, where, until when, whom to ask and where it was read.
    """
    agreement = attrs.evolve(
        holding("2023"),
        area=Area(municipalities=("0643", "9999"), district="Furusjö"),
        contacts=(Contact(name="Bo Ek", phone="036-000 00", email="bo@exempel.se"),),
        sources=(Source(title="Löftet", url="https://habo.se/a"), Source()),
    )

    assert about(agreement, "Löper") == [
        "Dagen är den sista i det som anges: 2023.",
        "Ingås av: Polisen",
        "Gäller i: Furusjö, Habo och 9999",
        "Gäller: 2023",
        "Kontakt: Bo Ek, 036-000 00, bo@exempel.se",
        "Källa: Löftet, https://habo.se/a",
        "Källa: webbsida",
    ]


def test_an_agreement_of_no_known_area_says_nothing_of_it():
    """
    There is no line with only its label.
    """
    agreement = attrs.evolve(holding("2023"), area=Area())

    assert not [line for line in about(agreement, "Löper") if "Gäller i" in line]


def test_people_can_be_left_out():
    """
    Whom to ask is told unless it is not to be; who signed is never told.
    """
    agreement = holding(
        "2023",
        signatories=(Signatory(name="Åsa Öberg"),),
        contacts=(Contact(name="Bo Ek"),),
    )

    for thing in (agreement, Register([agreement])):
        assert "Bo Ek" in calendar.dumps(thing).decode()
        assert "Bo Ek" not in calendar.dumps(thing, without_people=True).decode()
        assert "Åsa" not in calendar.dumps(thing).decode()


@FEWER
@given(agreements())
def test_no_event_but_those_of_days_that_are_known(agreement):
    """
    An agreement with a first day begins once, and one with a last runs out once.
    """
    events = read(calendar.dumps(agreement, language="en"))
    begin = [each.start for each in events if each["SUMMARY"].startswith("Begins: ")]
    end = [each.start for each in events if each["SUMMARY"].startswith("Runs out")]
    period = agreement.in_force

    assert begin == [day for day in (period.first_day,) if day]
    assert end == [day for day in (period.last_day,) if day]


# ---------------------------------------------------------------- reviews


def test_a_review_is_due_on_each_of_its_days():
    """
    Those are the model's own, and the words that say so stand there.
    """
    yearly = Review(purpose="revidering", per=Per.YEAR, wording="revideras årligen")
    agreement = holding("2019-07-01/2021-06-30", reviews=(yearly,))

    assert [each for each in told(agreement) if "Följs" in each[1]] == [
        ("2020-06-30", "Följs upp (revidering)"),
        ("2021-06-30", "Följs upp (revidering)"),
    ]
    begins = attrs.evolve(agreement, period=ValidityPeriod.of_year(2020))
    assert (
        about(begins, "Följs")[0] == "revidering: en gång per år (”revideras årligen”)"
    )


def test_reviews_of_one_purpose_on_one_day_are_one_event():
    """
    Others have events of their own.
    """
    often = Review(purpose="avstämning", times=2, per=Per.YEAR)
    seldom = Review(purpose="avstämning")
    other = Review(purpose="revidering")
    agreement = holding("2020-01-01/2020-12-31", reviews=(often, seldom, other))
    assert told(agreement)[1:] == [
        ("2020-06-30", "Följs upp (avstämning)"),
        ("2020-12-31", "Löper ut"),
        ("2020-12-31", "Följs upp (avstämning)"),
        ("2020-12-31", "Följs upp (revidering)"),
    ]
    last = read(calendar.dumps(agreement))[3]["DESCRIPTION"].split("\n")

    assert last[:2] == [
        "avstämning: 2 gånger per år",
        "avstämning: en gång under perioden",
    ]


@pytest.mark.parametrize(
    ("review", "due"),
    [
        (Review(purpose="a", per=Per.DAY), 0),
        (Review(purpose="a", per=Per.WEEK), 0),
        (Review(purpose="a", times=2, per=Per.MONTH), 0),
        (Review(purpose="a", times=13, per=Per.YEAR), 0),
        (Review(purpose="a", times=10**9), 0),
        (Review(purpose="a", per=Per.MONTH), 12),
        (Review(purpose="a", times=12, per=Per.YEAR), 12),
        (Review(purpose="a", times=3, per=Per.QUARTER), 12),
        (Review(purpose="a", times=12), 12),
    ],
)
def test_a_calendar_is_not_flooded(review, due):
    """
    What is due more often than once a month is told, but not on days of its own.
    """
    agreement = holding("2020", reviews=(review,))
    line = PageWording("sv").review(review)

    assert len(told(agreement)) == 2 + due
    for own in ("Börjar", "Löper"):
        assert (line in about(agreement, own)) == (due == 0)


# ---------------------------------------------------------------- promises


def test_counts_are_due_at_the_end_of_each_stretch_all_together():
    """
    One event for each day, with the promises whose counts are due then.
    """
    meetings = Quantity(2, 2, "möte", Per.HALF_YEAR)
    agreement = holding(
        "2019/2020",
        promising("Fyra insatser per år", CHECKS),
        promising("Två möten i halvåret", meetings, themes=(Theme.DIALOGUE,)),
        promising("Tre vandringar", Quantity(3, 3, "vandring")),
    )
    counts = [event for event in read(calendar.dumps(agreement)) if is_of_counts(event)]

    assert [str(event.start) for event in counts] == [
        "2019-06-30",
        "2019-12-31",
        "2020-06-30",
        "2020-12-31",
    ]
    assert counts[0]["DESCRIPTION"].split("\n")[:2] == [
        "Löfte 2, Polisen: Två möten i halvåret (möte: 2 per halvår)",
        "Ingås av: Polisen",
    ]
    assert counts[1]["DESCRIPTION"].split("\n")[:2] == [
        "Löfte 1, Polisen: Fyra insatser per år (trafikinsats: minst 4 per år)",
        "Löfte 2, Polisen: Två möten i halvåret (möte: 2 per halvår)",
    ]
    assert list(map(str, counts[1].categories)) == ["Medborgardialog"]


def is_of_counts(event):
    """Tell whether an event is of promised counts."""
    return event["SUMMARY"].startswith("Utlovade antal")


@pytest.mark.parametrize(
    ("agreement", "until", "due"),
    [
        # For the whole of the period: when that ends, if it does.
        ("2019/2020", None, ["2020-12-31"]),
        ("2019/", None, []),
        ("2019/..", date(2021, 6, 30), []),
        ("/2020", None, []),
    ],
)
def test_a_count_for_the_period_is_due_when_that_ends(agreement, until, due):
    """
    Nobody can tell when the whole has passed of what goes on until further notice.
    """
    counted = promising("Tre möten", Quantity(3, None, "möte", Per.PERIOD))
    found = told(holding(agreement, counted), until=until)

    assert [day for day, what in found if what.startswith("Utlovade")] == due


def test_what_goes_on_is_followed_as_far_as_one_asks():
    """
    Without a day to follow it to, what is due has no days and is told so.
    """
    agreement = holding("2019/..", promising("Minst 4 trafikinsatser per år", CHECKS))
    line = (
        "Löfte 1, Polisen: Minst 4 trafikinsatser per år (trafikinsats: minst 4 per år)"
    )

    assert told(agreement) == [("2019-01-01", "Börjar gälla")]
    assert about(agreement, "Börjar")[1:3] == ["Utan egna dagar i kalendern:", line]
    assert told(agreement, until=date(2021, 6, 30)) == [
        ("2019-01-01", "Börjar gälla"),
        ("2019-12-31", "Utlovade antal stäms av"),
        ("2020-12-31", "Utlovade antal stäms av"),
    ]


def test_nothing_is_told_after_the_last_day_one_asks_for():
    """
    The day itself counts.
    """
    agreement = holding("2019/2020")

    assert len(told(agreement, until=date(2020, 12, 31))) == 2
    assert len(told(agreement, until=date(2020, 12, 30))) == 1
    assert told(agreement, until=date(2018, 12, 31)) == []


def test_what_is_due_only_after_the_last_day_one_asks_for_is_told_without_days():
    """
    An end before everything begins leaves no days at all.
    """
    agreement = holding("2019/..", promising("Insatser", CHECKS))

    assert told(agreement, until=date(2018, 12, 31)) == []


def test_a_promise_with_a_time_of_its_own_begins_and_runs_out():
    """
    Ends that are the agreement's too are told there, and not twice.
    """
    agreement = holding(
        "2019",
        promising("Synas i centrum", period=ValidityPeriod.parse("2019-23")),
        promising("Synas i parken", period=ValidityPeriod.parse("2019-09/2019-12")),
        promising("Synas på våren", period=ValidityPeriod.parse("2019-01/2019-05")),
        promising("Synas", period=ValidityPeriod.of_year(2019)),
    )

    assert told(agreement) == [
        ("2019-01-01", "Börjar gälla"),
        ("2019-05-31", "Löften löper ut"),
        ("2019-09-01", "Löften börjar gälla"),
        ("2019-11-30", "Löften löper ut"),
        ("2019-12-31", "Löper ut"),
    ]
    assert about(agreement, "Löften börjar")[:2] == [
        "Löfte 1, Polisen: Synas i centrum (hösten 2019)",
        "Löfte 2, Polisen: Synas i parken (september 2019 – december 2019)",
    ]


def test_a_promise_that_ends_where_the_agreement_may_go_on_has_its_own_end():
    """
    The agreement's last day is not certainly its end; the promise's is.
    """
    agreement = holding(
        "2019/2019..", promising("Synas", period=ValidityPeriod.of_year(2019))
    )

    assert ("2019-12-31", "Löften löper ut") in told(agreement)
    assert about(agreement, "Löper")[1] == "Kan fortsätta att gälla utan nytt beslut."


def test_a_promise_that_holds_on_no_day_is_told_without_one():
    """
    A time outside that of the agreement makes no event.
    """
    outside = promising("Synas", CHECKS, period=ValidityPeriod.of_year(2018))
    agreement = holding("2019", outside)

    assert len(told(agreement)) == 2
    assert any("Löfte 1" in line for line in about(agreement, "Löper"))
    assert any("överlappar inte" in line for line in about(agreement, "Börjar"))


def test_a_promise_whose_time_has_no_days_makes_no_event():
    """
    "Tills vidare" within an agreement of which no day is known is no day.
    """
    agreement = holding("/", promising("Synas", period=ValidityPeriod.parse("/..")))

    assert told(agreement) == []


# ---------------------------------------------------------------- stamps and days


@pytest.mark.parametrize(
    ("fields", "stamp"),
    [
        ({}, "1970-01-01"),
        ({"signed_on": date(2020, 1, 2), "decided_on": date(2020, 1, 1)}, "2020-01-02"),
        ({"published_on": date(2020, 1, 3)}, "2020-01-03"),
        ({"amendments": (Amendment(on=date(2020, 1, 4)),)}, "2020-01-04"),
        ({"sources": (Source(published_on=date(2020, 1, 5)),)}, "2020-01-05"),
        ({"sources": (Source(updated_on=date(2020, 1, 6)),)}, "2020-01-06"),
        ({"sources": (Source(retrieved_on=date(2020, 1, 7)),)}, "2020-01-07"),
    ],
)
def test_events_are_stamped_with_the_latest_day_that_is_known(fields, stamp):
    """
    There is no clock; a day that is given is the stamp of all events.
    """
    agreement = holding("2023", **fields)
    given_day = date(2024, 5, 6)

    for event in read(calendar.dumps(agreement)):
        assert str(event.DTSTAMP) == f"{stamp} 00:00:00+00:00"
    for event in read(calendar.dumps(agreement, stamp=given_day)):
        assert event.DTSTAMP.date() == given_day


def test_the_last_day_of_the_calendar_has_no_day_after_it():
    """
    An event without an end lasts one day all the same.
    """
    (event,) = read(calendar.dumps(holding("/9999-12-31")))

    assert (event.start, "DTEND" in event) == (date.max, False)


@pytest.mark.parametrize("option", ["until", "stamp"])
@pytest.mark.parametrize("day", [datetime(2020, 1, 1), "2020-01-01", ""])  # noqa: DTZ001
def test_only_whole_days_are_taken(option, day):
    """
    A time or a text is refused, with what would do.
    """
    with pytest.raises(InvalidField, match="day"):
        calendar.dumps(Register(), **{option: day})


@pytest.mark.parametrize("thing", [None, "text", (), [holding("2023")]])
def test_only_registers_and_agreements_make_calendars(thing):
    """
    Anything else is refused.
    """
    with pytest.raises(InvalidField, match="give each as an Agreement"):
        calendar.dumps(thing)


def test_a_language_that_is_not_known_is_refused():
    """
    The error tells those that are.
    """
    with pytest.raises(InvalidField, match="say 'sv' or 'en'"):
        calendar.dumps(Register(), language="fi")


# ---------------------------------------------------------------- files


def test_a_file_holds_the_same_bytes(tmp_path, register):
    """
    Line ends are kept, and so are all that was asked for.
    """
    file = tmp_path / "löften.ics"
    options = {"language": "en", "until": date(2020, 12, 31), "stamp": date(2021, 1, 1)}
    calendar.dump(register, file, without_people=True, **options)

    assert file.read_bytes() == calendar.dumps(register, without_people=True, **options)
    assert file.read_bytes() != calendar.dumps(register)


def test_what_cannot_be_written_leaves_what_was_there(tmp_path):
    """
    A faulty thing is refused before the file is touched.
    """
    file = tmp_path / "a.ics"
    file.write_text("before")

    with pytest.raises(InvalidField):
        calendar.dump([], file)

    assert file.read_text() == "before"


def test_a_missing_library_is_told_with_what_brings_it(monkeypatch, register):
    """
    Without icalendar the error says what to install.
    """
    monkeypatch.setitem(sys.modules, "icalendar", None)

    with pytest.raises(MissingExtra, match=r"medborgarloften\[calendar\]"):
        calendar.dumps(register)
