"""iCalendar: what runs out, what is due and what begins, for a calendar.

Every event lasts one whole day and takes no time of anybody's.  No day is made up:
an end that is not stated makes no event, and where only a year is stated the event
says so.  A calendar is only written; what it leaves out cannot be read back.

>>> from medborgarloften.model import Agreement, Area, Party, PartyKind, ValidityPeriod
>>> agreement = Agreement(
...     id="habo-2023",
...     title="Medborgarlöfte för Habo",
...     area=Area(municipalities=("0643",)),
...     parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
...     period=ValidityPeriod.of_year(2023),
... )
>>> for line in dumps(agreement).decode().splitlines():
...     if line.startswith(("SUMMARY", "DT")):
...         print(line)
SUMMARY:Börjar gälla: Medborgarlöfte för Habo
DTSTART;VALUE=DATE:20230101
DTEND;VALUE=DATE:20230102
DTSTAMP:19700101T000000Z
SUMMARY:Löper ut: Medborgarlöfte för Habo
DTSTART;VALUE=DATE:20231231
DTEND;VALUE=DATE:20240101
DTSTAMP:19700101T000000Z

The same register gives the same bytes.  When an agreement is extended or gets
another title, the events of its beginning and its end keep their UIDs, so that a
calendar moves them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from os import PathLike
from uuid import NAMESPACE_URL, UUID, uuid5

from attrs import frozen

from medborgarloften._published import followable, one_line
from medborgarloften.errors import MissingExtra
from medborgarloften.model import Agreement, Contact, Source
from medborgarloften.model._rules import whole_day
from medborgarloften.register import Register
from medborgarloften.serializers._documents.whole import register_to_write
from medborgarloften.serializers._files.files import write_file
from medborgarloften.serializers._pages.occasions import Occasion, occasions
from medborgarloften.serializers._pages.wordings import Language, PageWording

__all__ = ["dump", "dumps"]

_PRODID = "-//medborgarloften//medborgarloften//SV"
_OURS = uuid5(NAMESPACE_URL, "urn:medborgarloften:calendar")
_NO_DAY_KNOWN = date(1970, 1, 1)


def dumps(
    thing: Register | Agreement,
    *,
    without_people: bool = False,
    language: Language = "sv",
    until: date | None = None,
    stamp: date | None = None,
) -> bytes:
    """Write a register or an agreement as a calendar.

    It is bytes, for a calendar's lines end in CR and LF whatever the system does.
    Say *without_people* to leave out whom to ask; who signed is in no calendar.
    Nothing after *until* is written, and what goes on without a stated last day is
    followed to it: without an *until*, no such reviews and counts are due.

    The *stamp* is the day as of which the events are right.  Unless it is given, it
    is for each agreement the latest day on which it is known to have been signed,
    decided, amended, published or retrieved; 1 January 1970 if none is known.

    Raises:
        InvalidField: If it is neither a register nor an agreement, a day is none, or
            the language is neither ``"sv"`` nor ``"en"``.
        MissingExtra: If icalendar is not installed.
    """
    say = PageWording(language)
    register = thing if isinstance(thing, Register) else Register([thing])
    register = register_to_write(register, without_people=without_people)
    until, stamp = (None if day is None else whole_day(day) for day in (until, stamp))
    name = thing.title if isinstance(thing, Agreement) else say("calendar.name")
    events = (
        _event(occasion, agreement, stamp or _latest_day(agreement), say)
        for agreement in register.agreements
        for occasion in occasions(agreement, say, until=until)
    )
    return _calendar(_text(name), events)


def dump(  # noqa: PLR0913 - the options of dumps
    thing: Register | Agreement,
    path: str | PathLike[str],
    *,
    without_people: bool = False,
    language: Language = "sv",
    until: date | None = None,
    stamp: date | None = None,
) -> None:
    """Write it to a file, as `dumps` does, whole or not at all.

    What was in the file stays there until all of the new has been written.

    Raises:
        InvalidField: If it is neither a register nor an agreement, a day is none, or
            the language is neither ``"sv"`` nor ``"en"``.
        FileError: If the file cannot be written.
        MissingExtra: If icalendar is not installed.
    """
    data = dumps(
        thing,
        without_people=without_people,
        language=language,
        until=until,
        stamp=stamp,
    )
    write_file(path, data)


@frozen
class _Event:
    """An event, in the words of iCalendar."""

    day: date
    uid: UUID
    stamp: datetime
    summary: str
    description: str
    categories: list[str]
    url: str | None


def _event(
    occasion: Occasion, agreement: Agreement, stamp: date, say: PageWording
) -> _Event:
    lines = (*occasion.lines, *_facts(agreement, say))
    addresses = (source.url for source in agreement.sources)
    return _Event(
        day=occasion.day,
        uid=uuid5(_OURS, json.dumps([agreement.id, *occasion.key])),
        stamp=datetime.combine(stamp, time(), UTC),
        summary=_text(occasion.summary),
        description="\n".join(map(_text, lines)),
        categories=[say.label(theme) for theme in dict.fromkeys(occasion.themes)],
        url=next(filter(None, map(followable, filter(None, addresses))), None),
    )


def _calendar(name: str, events: Iterable[_Event]) -> bytes:
    try:
        from icalendar import TRANSP, Calendar, Event
    except ImportError as error:
        raise MissingExtra("icalendar", "calendar") from error
    calendar = Calendar()
    calendar.version, calendar.prodid = "2.0", _PRODID
    calendar.calendar_name = name
    for each in events:
        first_day, day_after = _from_and_to(each.day)
        event = Event.new(
            start=first_day,
            end=day_after,
            uid=each.uid,
            stamp=each.stamp,
            summary=each.summary,
            description=each.description,
            url=each.url,
            transparency=TRANSP.TRANSPARENT,
        )
        # None would be written as one without a name.
        if each.categories:
            event.categories = each.categories
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _from_and_to(day: date) -> tuple[date, date | None]:
    """Say when an event of one day begins, and when it is over.

    The end of an event does not count to it.  The calendar's very last day has no
    day after it; an event without an end lasts its one day all the same.
    """
    return day, None if day == date.max else day + timedelta(days=1)


def _latest_day(agreement: Agreement) -> date:
    """Find the latest day on which the agreement is known to have been so."""
    days = [agreement.signed_on, agreement.decided_on, agreement.published_on]
    days += (amendment.on for amendment in agreement.amendments)
    for source in agreement.sources:
        days += (source.published_on, source.updated_on, source.retrieved_on)
    return max((day for day in days if day is not None), default=_NO_DAY_KNOWN)


def _facts(agreement: Agreement, say: PageWording) -> Iterator[str]:
    """Tell what whoever meets an event wants to know of its agreement."""
    period = say.quoted(say.period(agreement.period), agreement.period_wording)
    facts = [
        ("parties", say.listed([party.name for party in agreement.parties])),
        ("area", say.area(agreement.area)),
        ("period", period),
        *(("amended", say.amendment(each)) for each in agreement.amendments),
        *(("contacts", _contact(contact)) for contact in agreement.contacts),
        *(("source", _source(source, say)) for source in agreement.sources),
    ]
    for name, fact in facts:
        if fact is not None:
            yield say("calendar.fact", what=say(f"page.{name}"), fact=fact)


def _contact(contact: Contact) -> str:
    told = (contact.name, contact.role, contact.phone, contact.email)
    return ", ".join(filter(None, told))


def _source(source: Source, say: PageWording) -> str:
    told = (source.title, source.publisher, source.url)
    return ", ".join(filter(None, told)) or say.label(source.kind)


def _text(text: str) -> str:
    # icalendar takes a backslash before an N for a line break.
    return one_line(text).replace("\\N", "\\\N{WORD JOINER}N")
