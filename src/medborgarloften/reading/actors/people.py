"""The people of a page: who signed, and whom to ask.

Being pictured or quoted is not signing.  Signatories are those who are said to
sign, or who stand in a signature block; what else the page tells of them, their
office and party, is taken from wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from medborgarloften.reading.actors.naming import Person, find_people
from medborgarloften.reading.actors.offices import indefinite, offices
from medborgarloften.reading.actors.signatures import people_in_blocks
from medborgarloften.reading.dating.occasions import is_of_the_agreement
from medborgarloften.reading.evidence import Cited, cite
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.text.document import Line, LineKind
from medborgarloften.reading.text.sentences import sentences
from medborgarloften.reading.text.signing import SIGNS, WILL_SIGN, may_tell_of_signing

__all__ = ["Person", "find_contacts", "find_people", "find_signatories"]

_SAYS = re.compile(
    r"\b(?:säger|sade|sa|berättar|menar|konstaterar|förklarar|betonar|tycker|hälsar)\b"
)


def find_signatories(settings: Sequence[Setting]) -> tuple[Person, ...]:
    """Find who signed, in the order of the page, each once.

    They are said to ("undertecknades av …", a caption "… skriver på löftet"), or
    stand in a block at the end, under each other or in columns.
    """
    told = dict[str, Person]()
    for setting in settings:
        for person in find_people(setting.line):
            name = person.name.value
            told[name] = _joined(told[name], person) if name in told else person
    signers = dict[str, Person]()
    for person in (*_said_to_sign(settings), *people_in_blocks(settings)):
        name = person.name.value
        signers.setdefault(name, _joined(person, told.get(name, person)))
    return tuple(signers.values())


def _joined(one: Person, other: Person) -> Person:
    """Put together what two places tell of one person; the first tells it best."""
    return evolve(
        one,
        role=one.role or other.role,
        party=one.party or other.party,
        side=one.side or other.side,
    )


def _said_to_sign(settings: Sequence[Setting]) -> Iterator[Person]:
    for setting in settings:
        line = setting.line
        if setting.section is Section.CONTACT:
            continue
        if line.text.startswith("/") and _SLASHED.match(line.text):
            yield from find_people(line)
        above = ""
        for start, end in sentences(line.text):
            sentence = line.text[start:end]
            deed = SIGNS.search(sentence) if may_tell_of_signing(sentence) else None
            if deed and not WILL_SIGN.search(sentence):
                is_told = line.kind is LineKind.QUOTE or _SAYS.search(sentence)
                if is_told:
                    yield from _told_of(line, start, end)
                elif is_of_the_agreement(sentence, deed, above, is_loose=True):
                    yield from _signing(line, start, end, deed)
            above = sentence


_SLASHED = re.compile(r"/+\s*[A-ZÅÄÖ]")
# "A, som undertecknade löftet i går tillsammans med B"
_WHO_SIGNED = re.compile(
    r",\s+som\s+(?:[\w]+\s+){0,4}?(?:undertecknade|skrev\s+(?:på|under)|signerade)\b",
    re.IGNORECASE,
)
_TOGETHER_WITH = re.compile(r"\b(?:tillsammans|ihop)\s+med\b", re.IGNORECASE)
_LONGEST_ASIDE = 120


def _told_of(line: Line, start: int, end: int) -> Iterator[Person]:
    """Find who is said in passing to have signed, where somebody is quoted."""
    who = _WHO_SIGNED.search(line.text, start, end)
    if who is None:
        return
    yield from [*find_people(line, start, who.start())][-1:]
    if together := _TOGETHER_WITH.search(line.text, who.end(), end):
        stop = min(end, together.end() + _LONGEST_ASIDE)
        yield from find_people(line, together.end(), stop)


# Who only looks on, or has prepared it, has not signed.
_ONLOOKERS = re.compile(
    r"\b(?:medan|i\s+närvaro\s+av|inför\s+ögonen|på\s+bilden|i\s+bakgrunden|bakom"
    r"|bevittna\w*|framtag\w*\s+av|utarbeta\w*\s+av|tog\s+fram|tagit\s+fram|arbetat\s+fram"
    r"|fotograf\w*|foto)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bav\b", re.IGNORECASE)


def _signing(line: Line, start: int, end: int, deed: re.Match[str]) -> Iterator[Person]:
    """Find who signs in a sentence: those after "av", or else all that it names."""
    if aside := _ONLOOKERS.search(line.text, start + deed.end(), end):
        end = aside.start()
    by = _BY.search(line.text, start + deed.end(), end)
    if by:
        after = tuple(find_people(line, by.end(), end))
        if after:
            yield from after
            return
    yield from find_people(line, start, end)


_PHONE = re.compile(r"(?<![\w-])(?:\+46|0)[0-9 ()-]{6,16}[0-9]")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def find_contacts(settings: Sequence[Setting]) -> tuple[Person, ...]:
    """Find whom to ask: the people of the contact section, each once."""
    contacts = dict[str, Person]()
    office: Cited[str] | None = None
    for setting in settings:
        line = setting.line
        if setting.section is not Section.CONTACT or line.kind is LineKind.CAPTION:
            continue
        people = tuple(find_people(line))
        for person in people:
            role = person.role or office
            contacts.setdefault(person.name.value, evolve(person, role=role))
        office = None if people else _office_in(line) or office
        if contacts:
            latest = next(reversed(contacts))
            contacts[latest] = _reached(contacts[latest], line)
    return tuple(each for each in contacts.values() if each.phone or each.email)


def _office_in(line: Line) -> Cited[str] | None:
    """Find an office that stands without a name: "Kontakta säkerhetssamordnaren"."""
    found = re.search(rf"\b{offices()}", line.text)
    if found is None:
        return None
    office = cite(line, *found.span())
    return evolve(office, value=indefinite(office.value))


def _reached(person: Person, line: Line) -> Person:
    """Add the first number and the first address that stand with a person."""
    phone, email = _PHONE.search(line.text), _EMAIL.search(line.text)
    return evolve(
        person,
        phone=person.phone or (cite(line, *phone.span()) if phone else None),
        email=person.email or (cite(line, *email.span()) if email else None),
    )
