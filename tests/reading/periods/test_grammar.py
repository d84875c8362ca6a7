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
