"""Phrases made by the rules themselves, together with the days they mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from attrs import frozen
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given
from hypothesis import strategies as st

from medborgarloften.model import Precision, ValidityPeriod
from medborgarloften.reading.periods import Form, find_periods, read_period

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT = (
    "jan.",
    "feb.",
    "mar.",
    "apr.",
    "maj",
    "juni",
    "jul.",
    "aug.",
    "sept.",
    "okt.",
    "nov.",
    "dec.",
)
WEEKDAYS = (
    "måndag",
    "tisdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lördag",
    "söndag",
)
ORDINALS = (
    "första",
    "andra",
    "tredje",
    "fjärde",
)
COUNTS = {1: "ett", 2: "två", 3: "tre", 4: "fyra", 5: "fem", 6: "sex"}


@frozen
class Written:
    """A point as somebody wrote it, and the days it stands for."""

    text: str
    first: date
    last: date
    precision: Precision

    @property
    def period(self):
        """The period that it is by itself."""
        return ValidityPeriod(self.first, self.last, self.precision, self.precision)

    @property
    def is_numbered(self):
        """Whether it ends in a number that counts parts of the year: "kvartal 1"."""
        return self.text[-1].isdigit() and not self.text[-4:].isdigit()


def months(text, year, month, count, precision):
    """Make what is written of some months of a year."""
    first = date(year, month, 1)
    last = first + relativedelta(months=count, days=-1)
    return Written(text, first, last, precision)


years = st.integers(2014, 2035)
written_years = years.map(lambda year: months(f"{year}", year, 1, 12, Precision.YEAR))


@st.composite
def written_days(draw):
    """Make a day, in one of the ways to write one."""
    day = draw(st.dates(date(2014, 1, 1), date(2035, 12, 31)))
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    ordinal = "a" if day.day in {1, 2, 21, 22, 31} else "e"
    text = draw(
        st.sampled_from(
            [
                f"{day.day} {month} {day.year}",
                f"den {day.day} {month} {day.year}",
                f"{day.day}:{ordinal} {month} {day.year}",
                f"{day.day} {month}, {day.year}",
                f"{weekday} {day.day} {month} {day.year}",
                f"{weekday}en den {day.day} {month} {day.year}",
                f"{day.day} {SHORT[day.month - 1]} {day.year}",
                f"{day.day} {month.upper()} {day.year}",
                f"{day.day} {month} -{day.year % 100}",
                f"{day.day}/{day.month} {day.year}",
                f"{day.day}/{day.month}-{day.year}",
                f"{day.day}/{day.month}-{day.year % 100}",
                f"{day.day}.{day.month}.{day.year}",
                f"{day:%Y-%m-%d}",
                f"{day:%Y/%m/%d}",
                f"{day:%Y.%m.%d}",
                f"{day:%y.%m.%d}",
                f"{day:%Y%m%d}",
                f"{month[:3]} {day.day:02}, {day.year}"
                if day.month != 7
                else f"July {day.day}, {day.year}",
            ]
        )
    )
    return Written(text, day, day, Precision.DAY)


@st.composite
def written_months(draw):
    """Make a month."""
    year, month = draw(years), draw(st.integers(1, 12))
    name, short = MONTHS[month - 1], SHORT[month - 1].removesuffix(".")
    forms = [
        f"{name} {year}",
        f"{name} månad {year}",
        f"{name.capitalize()} {year}",
        f"{name} år {year}",
        f"{name}, {year}",
        f"{year}-{month:02}",
    ]
    if month != 7:  # "jul 2019" is Christmas
        forms.append(f"{short} {year}")
    text = draw(st.sampled_from(forms))
    return months(text, year, month, 1, Precision.MONTH)


@st.composite
def written_parts(draw):
    """Make a quarter, a tertial or a half-year."""
    year = draw(years)
    name, letter, count, precision = draw(
        st.sampled_from(
            [
                ("kvartal", "Q", 3, Precision.QUARTER),
                ("tertial", "T", 4, Precision.TERTIAL),
                ("halvår", "H", 6, Precision.HALF_YEAR),
            ]
        )
    )
    number = draw(st.integers(1, 12 // count))
    text = draw(
        st.sampled_from(
            [
                f"{name} {number} {year}",
                f"{year} {name} {number}",
                f"{letter}{number} {year}",
                f"{ORDINALS[number - 1]} {name}et {year}",
                f"det {ORDINALS[number - 1]} {name}et {year}",
                f"{ORDINALS[number - 1]} {name}et år {year}",
                f"{ORDINALS[number - 1]} {name}et av {year}",
                f"{number}:{'a' if number < 3 else 'e'} {name}et {year}",
            ]
        )
    )
    return months(text, year, (number - 1) * count + 1, count, precision)


@st.composite
def written_seasons_and_terms(draw):
    """Make a season or a school term."""
    year = draw(years)
    name, month, count, precision = draw(
        st.sampled_from(
            [
                ("våren", 3, 3, Precision.SEASON),
                ("sommaren", 6, 3, Precision.SEASON),
                ("hösten", 9, 3, Precision.SEASON),
                ("höst", 9, 3, Precision.SEASON),
                ("vintern", 12, 3, Precision.SEASON),
                ("vårterminen", 1, 6, Precision.TERM),
                ("VT", 1, 6, Precision.TERM),
                ("höstterminen", 8, 5, Precision.TERM),
                ("ht", 8, 5, Precision.TERM),
            ]
        )
    )
    return months(f"{name} {year}", year, month, count, precision)


@st.composite
def written_weeks(draw):
    """Make a week."""
    year, week = draw(years), draw(st.integers(1, 52))
    first = date.fromisocalendar(year, week, 1)
    text = draw(
        st.sampled_from(
            [
                f"vecka {week} {year}",
                f"v. {week} {year}",
                f"v.{week}, {year}",
                f"{year}-W{week:02}",
            ]
        )
    )
    return Written(text, first, first + timedelta(days=6), Precision.DAY)


points = st.one_of(
    written_days(),
    written_months(),
    written_parts(),
    written_seasons_and_terms(),
    written_weeks(),
    written_years,
)
leads = st.sampled_from(
    ["", "under ", "för ", "gäller ", "gäller under ", "löper under perioden "]
)
dashes = st.sampled_from(
    [" - ", " – ", " — ", " \u2212 ", " -- ", "\u00a0– "]  # each with spaces
)
tos = st.sampled_from(
    [" till ", " till och med ", " t.o.m. ", " tom ", " fram till ", " t o m "]
)
froms = st.sampled_from(
    ["från ", "från och med ", "fr.o.m. ", "from ", "fr o m ", "med start ", "Från "]
)
ends = st.sampled_from(
    ["till ", "fram till ", "till och med ", "t.o.m. ", "fram till och med ", "tom "]
)


@given(points, leads)
def test_a_point_is_its_own_period(point, lead):
    """
    A day, month, part of a year or year is from its first day through its last.
    """
    reading = read_period(lead + point.text)

    assert (reading.period, reading.problems) == (point.period, ())


def between(first, last):
    """Make the period from one through another."""
    return ValidityPeriod(first.first, last.last, first.precision, last.precision)


@given(points, st.one_of(dashes, tos), points, st.one_of(leads, froms))
def test_a_range_goes_from_the_first_of_one_through_the_last_of_another(
    first, join, last, lead
):
    """
    Whatever the two ends are, both count and each keeps its precision.
    """
    assume(first.first <= last.last)
    # "kvartal 1 - 2 januari 2014" may begin as "kvartal 1 - 2".
    assume(not (first.is_numbered and last.text[0].isdigit()))
    assume(not (first.text.startswith("vintern") and last.text.isdigit()))

    reading = read_period(f"{lead}{first.text}{join}{last.text}")

    assert (reading.period, reading.problems) == (between(first, last), ())


@given(points, st.one_of(dashes, tos), points)
def test_a_reversed_range_is_no_period(first, join, last):
    """
    An end before the beginning leaves no day, and a problem that says so.
    """
    assume(last.last < first.first)

    reading = read_period(f"{first.text}{join}{last.text}")

    assert not reading.period.is_stated
    assert [problem.code for problem in reading.problems] == ["period-reversed"]


@given(written_days(), st.sampled_from("-–—−"), written_days())
def test_dates_in_digits_may_touch_the_dash_between_them(first, dash, last):
    """
    ISO dates and compact ones need no space round the dash.
    """
    assume(first.first <= last.first)
    start, end = first.first.isoformat(), last.first.isoformat()

    for text in (f"{start}{dash}{end}", f"{start}{dash}{dash}{end}", f"{start}/{end}"):
        assert str(read_period(text).period) == str(between(first, last))


@given(years, st.integers(1, 4), st.sampled_from(["-", "–", "/", "--", "−"]))
def test_the_second_year_may_be_two_digits(year, more, mark):
    """
    "2019-21" and "2019/20" are whole years, both ends included.
    """
    text = f"{year}{mark}{(year + more) % 100:02}"

    assert read_period(text).period == ValidityPeriod.of_years(year, year + more)


@given(years, st.integers(2, 5), st.sampled_from(["och", "samt", "&"]))
def test_listed_years_are_one_period(year, count, join):
    """
    Years that follow on each other are one period, however many are listed.
    """
    *listed, last = map(str, range(year, year + count))

    reading = read_period(f"{', '.join(listed)} {join} {last}")

    assert reading.period == ValidityPeriod.of_years(year, year + count - 1)


@given(froms, points)
def test_a_mere_beginning_leaves_the_end_unstated(lead, point):
    """
    "Från" a point is from its first day on.
    """
    expected = ValidityPeriod(point.first, first_precision=point.precision)

    assert read_period(lead + point.text).period == expected


@given(ends, points)
def test_a_mere_end_leaves_the_beginning_unstated(lead, point):
    """
    "Till" a point includes all of it.
    """
    expected = ValidityPeriod(last_day=point.last, last_precision=point.precision)

    assert read_period(lead + point.text).period == expected


@given(froms, points, ends, points, st.sampled_from(["", " och gäller", ", och löper"]))
def test_a_beginning_and_an_end_may_be_said_apart(start, first, to, last, glue):
    """
    A beginning and an end with a verb between them are one period.
    """
    assume(first.first <= last.last)
    # "kvartal 1 till 2 januari 2014" may begin as "kvartal 1 till 2".
    assume(glue or not (first.is_numbered and last.text[0].isdigit()))
    text = f"{start}{first.text}{glue} {to}{last.text}"

    (found,) = find_periods(text)

    assert (found.period, found.form) == (between(first, last), Form.RANGE)


@given(
    written_days(),
    st.integers(1, 6),
    st.sampled_from(["i {} år från {}", "på {} år med början {}", "{} år fr.o.m. {}"]),
)
def test_a_length_from_a_day_ends_before_its_anniversary(day, count, form):
    """
    Two years from 1 March end on the last of February.
    """
    reading = read_period(form.format(COUNTS[count], day.text))

    assert reading.period == ValidityPeriod.of_months(day.first, 12 * count)


@given(written_days(), st.integers(1, 6))
def test_a_length_may_follow_its_beginning(day, count):
    """
    "Från … och tre år framåt" is the same as "i tre år från …".
    """
    reading = read_period(f"från {day.text} och {COUNTS[count]} år framåt")

    assert reading.period == ValidityPeriod.of_months(day.first, 12 * count)


@given(st.dates(date(2014, 1, 1), date(2035, 12, 31)), st.integers(2, 6))
def test_coming_years_count_from_the_day_of_the_text(today, count):
    """
    The coming years have no days until it is known when that was written.
    """
    text = f"under de kommande {COUNTS[count]} åren"

    assert read_period(text).period == ValidityPeriod()
    expected = ValidityPeriod.of_months(today, 12 * count)
    assert read_period(text, reference_day=today).period == expected


@given(years, st.sampled_from([(2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31)]))
def test_a_day_that_does_not_exist_is_a_problem(year, month_and_day):
    """
    No period has such a day at either end, however it is written.
    """
    month, day = month_and_day
    written = [f"{day} {MONTHS[month - 1]} {year}", f"{year}-{month:02}-{day}"]
    texts = [
        form.format(text)
        for text in [*written, f"{day}/{month} {year}"]
        for form in ("{}", "från {}", "t.o.m. {}", "{} - 1 juni 2040", "2010 till {}")
    ]

    for text in texts:
        reading = read_period(text)
        assert not reading.period.is_stated
        assert [problem.code for problem in reading.problems] == ["period-impossible"]


@given(written_days(), written_days())
def test_the_beginning_borrows_the_year_of_the_end(first, last):
    """
    A day without a year is the last such day before the end.
    """
    start = f"{first.first.day} {MONTHS[first.first.month - 1]}"
    assume((first.first.month, first.first.day) != (2, 29))

    period = read_period(f"från {start} till {last.text}").period

    assert period.last_day == last.first
    begins = first.first.replace(year=last.first.year)
    if begins > last.first:
        begins = begins.replace(year=last.first.year - 1)
    assert period.first_day == begins


@given(st.dates(date(2014, 1, 1), date(2035, 12, 31)), st.integers(1, 12))
def test_a_month_without_a_year_is_the_nearest_to_the_text(today, month):
    """
    "I maj" is at most half a year and a month away from the day of the text.
    """
    period = read_period(f"i {MONTHS[month - 1]}", reference_day=today).period

    assert period.first_day.month == month
    assert period.last_day.day == monthrange(period.last_day.year, month)[1]
    assert period.first_day - today < timedelta(days=200)
    assert today - period.last_day < timedelta(days=200)


@given(points, leads)
def test_running_text_around_changes_nothing(point, lead):
    """
    The same period is found in a sentence, and nothing else.
    """
    phrase = (lead + point.text).strip()
    text = f"Polisen och skolan lovar: {phrase}. Välkommen till torget!"

    (found,) = find_periods(text)

    assert found.period == point.period
    assert text[found.start : found.end] == found.quote
    assert phrase.endswith(found.quote)


# ---------------------------------------------------------------- rule by rule


TERMS = {"vårterminen": (1, 6), "höstterminen": (8, 5)}
SEASONS = {"våren": (3, 3), "sommaren": (6, 3), "hösten": (9, 3)}
PARTS = {"kvartal": 3, "tertial": 4, "halvår": 6}


@st.composite
def parts_of_years(draw, minimum=2014, maximum=2035):
    """Make a kind of part, how many months it has, a year and a number in it."""
    name = draw(st.sampled_from(sorted(PARTS)))
    count = PARTS[name]
    year, number = (
        draw(st.integers(minimum, maximum)),
        draw(st.integers(1, 12 // count)),
    )
    return name, count, year, number


def stretch_of_months(year, month, count):
    """Give the first and the last day of some months."""
    first = date(year, month, 1)
    return first, first + relativedelta(months=count, days=-1)


def days_of(text, **options):
    """Read a phrase that has no problem, as its first and last day."""
    reading = read_period(text, **options)
    assert reading.problems == ()
    return reading.period.first_day, reading.period.last_day


@given(
    st.sampled_from(sorted(TERMS)) | st.sampled_from(sorted(SEASONS)),
    years,
    st.sampled_from(
        ["till {}s slut {}", "t.o.m. {}s slut {}", "fram till {}s slut {}"]
    ),
)
def test_the_end_of_a_term_or_season_is_its_last_day(name, year, form):
    """
    "Till vårterminens slut 2022" is no more than the term.
    """
    month, count = {**TERMS, **SEASONS}[name]

    assert days_of(form.format(name, year)) == (
        None,
        stretch_of_months(year, month, count)[1],
    )


@given(
    st.sampled_from(sorted(TERMS)) | st.sampled_from(sorted(SEASONS)),
    years,
    st.sampled_from(["från {}s början {}", "från och med {}s start {}"]),
)
def test_the_beginning_of_a_term_or_season_is_its_first_day(name, year, form):
    """
    "Från höstterminens start 2021" begins with the term.
    """
    month, count = {**TERMS, **SEASONS}[name]

    assert days_of(form.format(name, year)) == (
        stretch_of_months(year, month, count)[0],
        None,
    )


@given(years, st.sampled_from(["läsåret", "skolåret"]))
def test_a_school_year_begins_in_august_and_ends_in_june(year, name):
    """
    Its two years may be written in many ways; its end belongs to one of them.
    """
    pairs = f"{year}/{year + 1}", f"{year}-{(year + 1) % 100:02}", f"{year}–{year + 1}"

    for pair in pairs:
        assert days_of(f"{name} {pair}") == (date(year, 8, 1), date(year + 1, 6, 30))
    assert days_of(f"till {name}s slut {year}") == (None, date(year, 6, 30))
    assert days_of(f"från {name}s början {year}") == (date(year, 8, 1), None)


@given(parts_of_years())
def test_a_part_may_be_told_by_the_year_it_is_of(part):
    """
    "2021 års andra kvartal" is a quarter, not the year.
    """
    name, count, year, number = part
    expected = stretch_of_months(year, (number - 1) * count + 1, count)
    ordinal = ORDINALS[number - 1]

    assert days_of(f"under {year} års {ordinal} {name}") == expected
    assert days_of(f"{name} {COUNTS[number]} {year}") == expected
    today = date(year, 5, 5)
    assert days_of(f"årets {ordinal} {name}", reference_day=today) == expected


@given(parts_of_years())
def test_the_last_part_is_the_one_that_ends_the_year(part):
    """
    "Sista kvartalet 2021" is the fourth; without a year it may be the one just gone.
    """
    name, count, year, _ = part
    expected = stretch_of_months(year, 13 - count, count)

    assert days_of(f"sista {name}et {year}") == expected
    assert days_of(f"under det sista {name}et av {year}") == expected
    assert days_of(f"{year} års sista {name}") == expected
    assert days_of(f"sista {name}et", reference_day=date(year, 5, 5)) == (None, None)


@given(years, st.integers(2, 6))
def test_months_at_the_ends_of_a_year_may_be_counted(year, count):
    """
    "De tre sista månaderna 2021" are October to December.
    """
    beginning = stretch_of_months(year, 1, count)
    ending = stretch_of_months(year, 13 - count, count)

    for form in ("de {0} {1} månaderna {2}", "under de {1} {0} månaderna av {2}"):
        assert days_of(form.format(COUNTS[count], "första", year)) == beginning
        assert days_of(form.format(COUNTS[count], "sista", year)) == ending
    assert days_of(f"{year} års {COUNTS[count]} sista månader") == ending


@given(parts_of_years(), st.integers(7, 40))
def test_a_part_that_no_year_has_is_a_problem(part, number):
    """
    A fifth quarter and a week 54 are mistakes, not the whole year.
    """
    name, _, year, _ = part
    impossible = [f"{name} {number} {year}", f"vecka {number + 50} {year}"]

    for text in (*impossible, f"{year}-W{number + 54:02}", f"sjätte {name}et {year}"):
        reading = read_period(text)
        assert not reading.period.is_stated
        assert [problem.code for problem in reading.problems] == ["period-impossible"]


@given(years, st.integers(1, 3), st.integers(1, 3))
def test_parts_may_go_over_new_year(year, first, last):
    """
    "Kvartal 4-1 2022" begins in 2021, and "2021/2022" names both years.
    """
    assume(last <= first)
    opens = stretch_of_months(year - 1, first * 3 + 1, 3)[0]
    closes = stretch_of_months(year, (last - 1) * 3 + 1, 3)[1]

    for written in (f"{year}", f"{year - 1}/{year}", f"{year - 1}-{year % 100:02}"):
        text = f"kvartal {first + 1}–{last} {written}"
        assert days_of(text) == (opens, closes)


@given(years, st.integers(7, 12), st.integers(1, 6), dashes)
def test_months_may_go_over_new_year(year, first, last, dash):
    """
    "November-januari 2021/2022" begins in the one year and ends in the other.
    """
    opens = stretch_of_months(year, first, 1)[0]
    closes = stretch_of_months(year + 1, last, 1)[1]
    text = f"{MONTHS[first - 1]}{dash}{MONTHS[last - 1]}"

    for written in (f"{year}/{year + 1}", f"{year}/{(year + 1) % 100:02}", year + 1):
        assert days_of(f"{text} {written}") == (opens, closes)


@given(years, st.integers(1, 40), st.integers(1, 10))
def test_weeks_in_a_range_are_whole(year, week, more):
    """
    A range of weeks is from a Monday to a Sunday; two weeks apart are not one.
    """
    last = week + more
    expected = (
        date.fromisocalendar(year, week, 1),
        date.fromisocalendar(year, last, 7),
    )

    for text in (f"vecka {week}–{last} {year}", f"v.{week}-v.{last}, {year}"):
        assert days_of(text) == expected
    listed = read_period(f"vecka {week} och {last} {year}")
    assert listed.period.is_stated == (more == 1)
    assert bool(listed.problems) == (more > 1)


@given(points)
def test_after_a_point_begins_the_day_after_it(point):
    """
    "Efter den 1 mars" is from the second.
    """
    found = days_of(f"efter {point.text}")

    assert found == (point.last + timedelta(days=1), None)


@given(points)
def test_before_a_point_ends_the_day_before_it(point):
    """
    "Före den 1 mars" is through the last of February.
    """
    found = days_of(f"före {point.text}")

    assert found == (None, point.first - timedelta(days=1))


@given(years, st.integers(1, 3))
def test_a_turn_ends_on_one_day_and_begins_on_the_next(year, more):
    """
    The turn of the half-year and of the year lie between two days.
    """
    half, new_year = "halvårsskiftet", f"{year}/{year + 1}"

    assert days_of(f"från {half} {year} till {half} {year + more}") == (
        date(year, 7, 1),
        date(year + more, 6, 30),
    )
    assert days_of(f"från årsskiftet {new_year}") == (date(year + 1, 1, 1), None)
    assert days_of(f"till nyår {new_year}") == (None, date(year, 12, 31))
    assert days_of(f"efter {half} {year}") == (date(year, 7, 1), None)
    assert read_period(f"till årsskiftet {year}").problems != ()


@given(st.one_of(written_months(), written_parts(), written_years))
def test_an_edge_is_an_end_of_what_it_is_of(point):
    """
    "Utgången av" ends a range and "början av" begins one; the other ways are unclear.
    """
    assert days_of(f"till utgången av {point.text}") == (None, point.last)
    assert days_of(f"från början av {point.text}") == (point.first, None)
    for text in (f"till början av {point.text}", f"från mitten av {point.text}"):
        (problem,) = read_period(text).problems
        assert problem.code == "period-ambiguous"
    assert days_of(f"under större delen av {point.text}") == (None, None)


@given(st.dates(date(2014, 1, 1), date(2035, 12, 31)))
def test_the_day_of_the_text_gives_what_is_told_from_it(today):
    """
    "I år", "resten av året" and "från och med nu" need that day, and say so.
    """
    new_year, end = date(today.year, 1, 1), date(today.year, 12, 31)
    expected = {
        "under året": (new_year, end),
        "i år": (new_year, end),
        "årets löften": (new_year, end),
        "nästa år": (date(today.year + 1, 1, 1), date(today.year + 1, 12, 31)),
        "resten av året": (today, end),
        "från och med nu": (today, None),
        "till och med årets slut": (None, end),
        "det närmaste året": (today, today + relativedelta(years=1, days=-1)),
        "det närmaste halvåret": (today, today + relativedelta(months=6, days=-1)),
        "från i dag och ett år framåt": (
            today,
            today + relativedelta(years=1, days=-1),
        ),
    }

    for text, days in expected.items():
        assert days_of(text, reference_day=today) == days
        assert read_period(text, reference_day=today).is_relative
        assert read_period(text).period == ValidityPeriod()


@given(years, st.sampled_from(["{0}, samt {1}", "såväl {0} som {1}", "{0} och {2:02}"]))
def test_two_years_may_be_joined_in_many_ways(year, form):
    """
    A comma before "samt", "såväl … som" and two digits of the next year are joins.
    """
    text = form.format(year, year + 1, (year + 1) % 100)

    assert days_of(f"gäller {text}.") == (date(year, 1, 1), date(year + 1, 12, 31))


@given(st.integers(13, 40), st.integers(1, 10), st.sampled_from(["–", "/", " och "]))
def test_years_may_have_two_digits_after_their_word(year, more, join):
    """
    "Åren 22-23" are years; "20 och 21" without the word may be anything.
    """
    text = f"{year}{join}{year + more}"

    assert days_of(f"för åren {text}") == (
        date(2000 + year, 1, 1),
        date(2000 + year + more, 12, 31),
    )
    assert days_of(f"för {text}") == (None, None)


@given(years, st.integers(0, 10))
def test_the_last_year_may_be_two_digits_after_a_dash(year, more):
    """
    "2022 till -24" is through 2024.
    """
    text = f"från {year} till -{(year + more) % 100:02}"

    assert days_of(text) == (date(year, 1, 1), date(year + more, 12, 31))


@given(years, st.data())
def test_the_last_day_may_leave_out_its_year(year, data):
    """
    "2018-01-01 - 12-31" is one year, with any space round the dash.
    """
    first = data.draw(st.dates(date(year, 1, 1), date(year, 12, 30)))
    last = data.draw(st.dates(first, date(year, 12, 31)))

    for join in ("—", "--", " - ", " till "):
        assert days_of(f"{first}{join}{last:%m-%d}") == (first, last)


@given(written_days(), written_days())
def test_a_day_in_two_digits_throughout_needs_a_lead(first, last):
    """
    "18-07-01" may be any number, and is a day where "från" or a range says so.
    """
    assume(first.first <= last.first)
    start, end = f"{first.first:%y-%m-%d}", f"{last.first:%y-%m-%d}"

    assert days_of(f"{start} – {end}") == (first.first, last.first)
    assert days_of(f"från {start}") == (first.first, None)
    assert days_of(start) == (None, None)


@given(years, st.integers(1, 12), st.integers(1, 14), st.integers(15, 28))
def test_days_of_one_month_share_it(year, month, first, last):
    """
    "1-31 mars", "1.-31. mars" and "den 1 till den 31 mars" name the month once.
    """
    name = MONTHS[month - 1]

    for text in (
        f"{first}–{last} {name} {year}",
        f"{first}.-{last}. {name} {year}",
        f"den {first} till den {last} {name} {year}",
        f"mellan den {first} och {last} {name} {year}",
    ):
        assert days_of(text) == (date(year, month, first), date(year, month, last))


@given(
    points,
    st.sampled_from(["", "gäller från ", "fr.o.m. "]),
    st.sampled_from(
        [
            " och tills vidare",
            " tills vidare",
            " eller till dess att nytt löfte tecknas",
            " eller tills ett nytt löfte har tecknats",
        ]
    ),
)
def test_what_goes_on_is_open(point, lead, rest):
    """
    "Tills vidare" and "till dess att …" keep the first day and set no sure end.
    """
    period = read_period(f"{lead}{point.text}{rest}").period

    assert (period.first_day, period.open_ended) == (point.first, True)


@given(
    points,
    st.sampled_from(
        ["förlängs till och med {}", "förlängdes t.o.m. {}", "har förlängts till {}"]
    ),
)
def test_an_extension_tells_its_new_last_day(point, form):
    """
    What is extended ends with the point, and its beginning stays.
    """
    (found,) = find_periods(f"Löftet {form.format(point.text)}.")

    assert (found.is_extension, found.period.last_day) == (True, point.last)
    original = ValidityPeriod.of_years(2012, 2013)
    extended = found.amended(original)
    assert extended.first_day == original.first_day
    assert (extended.last_day, extended.last_precision) == (point.last, point.precision)


@given(st.integers(1, 6), years, st.integers(1, 12))
def test_an_extension_may_tell_how_much_longer(count, year, month):
    """
    A period that ends with a month still does after "förlängs med två år".
    """
    (found,) = find_periods(f"Löftet förlängs med {COUNTS[count]} år.")
    last = stretch_of_months(year, month, 1)[1]

    assert found.is_extension
    assert not found.period.is_stated
    extended = found.amended(ValidityPeriod.until(last))
    assert extended.last_day == stretch_of_months(year + count, month, 1)[1]


@given(points, st.sampled_from(["kan", "får", "skulle kunna"]))
def test_a_possible_extension_is_none(point, verb):
    """
    "Kan, om båda parter är överens, förlängas" moves no day.
    """
    for between in ("", " efter beslut av båda parter", ", om parterna är överens,"):
        text = f"Löftet {verb}{between} förlängas till {point.text}."
        assert find_periods(text) == ()
