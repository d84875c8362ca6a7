"""The people of a page: who they are, who signed, whom to ask.

Being pictured or quoted is not signing.  Signatories are those who are said to
sign, or who stand in a signature block; what else the page tells of them, their
office and party, is taken from wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import evolve, frozen

from medborgarloften.model import PartyKind
from medborgarloften.reading.dating import PUTS_NAME_TO, find_place_and_day
from medborgarloften.reading.evidence import Cited, cite
from medborgarloften.reading.sections import Section, Setting
from medborgarloften.reading.text.document import Line, LineKind
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.sentences import sentences

__all__ = ["Person", "find_contacts", "find_people", "find_signatories"]


@frozen(kw_only=True)
class Person:
    """Somebody named on a page, each fact with the place where it stands.

    Attributes:
        name: The name.
        role: The office, as written.
        party: The letters of the political party.
        side: Whether the office is with the police or with the municipality.
        phone: A number to call.
        email: An address to write to.
    """

    name: Cited[str]
    role: Cited[str] | None = None
    party: Cited[str] | None = None
    side: PartyKind | None = None
    phone: Cited[str] | None = None
    email: Cited[str] | None = None


_CAPITALISED = r"[A-ZÅÄÖÉÜ][a-zåäöéüøæ]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéüøæ]+)?"
_NAME = rf"{_CAPITALISED}(?:\s(?:von|af|de|van|el|al)\b)?(?:\s{_CAPITALISED}){{1,2}}"
_LETTERS = r"(?:S|M|C|L|V|MP|KD|SD|FP|s|m|c|l|v|mp|kd|sd|fp)"
_PARTY = rf"(?:\s*\((?P<party>{_LETTERS})\)|\s(?P<bare>{_LETTERS})(?=[\s,.]|\Z))"
_NO_NAMES = re.compile(
    r"\b(?:för|kommuns?|stad|region|polisens?|polismyndighet\w*|lokalpolisområdet?|club|förening|ab|foto|bild"
    r"|medborgarlöftet?|medborgarlöften|kommunstyrelsens?|telefon|e-post)\b",
    re.IGNORECASE,
)


@cache
def _role() -> str:
    words = sorted((row[1] for row in table("roles")), key=len, reverse=True)
    listed = "|".join(map(re.escape, words))
    return (
        r"(?:(?:tf\.?|t\.f\.|tillförordnad|biträdande|vice|förste)\s+)?"
        rf"(?:chef\s+(?:för\s+)?(?:lokalpolisområdet?|lpo)\s+{_CAPITALISED}(?:/{_CAPITALISED})?"
        rf"|(?:{listed})\b)"
    )


@cache
def _role_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{_role()})")


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<role>(?i:{_role()}))\s+\Z")


@cache
def _after_name() -> re.Pattern[str]:
    where = rf"\s+(?:i|för|vid)\s+{_CAPITALISED}(?:[/\s]{_CAPITALISED})?(?:\skommun)?"
    return re.compile(
        rf"(?:{_PARTY})?(?:\s*,)?\s*(?P<role>(?i:{_role()}))?"
        rf"(?P<where>{where})?(?:\s*\((?P<late>{_LETTERS})\))?"
    )


_NAME_PATTERN = re.compile(rf"(?<![\w@.]){_NAME}(?![\w@])")
_LONGEST_ROLE = 60


def find_people(
    line: Line, begins: int = 0, ends: int | None = None
) -> Iterator[Person]:
    """Find who is named in a line or a part of it, with what it tells of them."""
    text = line.text
    for match in _NAME_PATTERN.finditer(
        text, begins, len(text) if ends is None else ends
    ):
        if _NO_NAMES.search(match[0]):
            continue
        start, end = match.span()
        # "… kommunstyrelsens ordförande Magnus Andersson": the office comes first.
        office = _before_name().search(text, max(0, start - _LONGEST_ROLE), start)
        after = _after_name().match(text, end)
        found = _part(after, "role") if office is None else office.span("role")
        party = _part(after, "party") or _part(after, "bare") or _part(after, "late")
        role = cite(line, *found) if found else None
        yield Person(
            name=cite(line, start, end),
            role=role,
            party=cite(line, *party) if party else None,
            side=_side(role.value) if role else None,
        )


def _part(match: re.Match[str] | None, group: str) -> tuple[int, int] | None:
    return match.span(group) if match is not None and match[group] else None


def _side(role: str) -> PartyKind | None:
    folded = role.casefold()
    if "lokalpolisområde" in folded or "lpo" in folded:
        return PartyKind.POLICE
    kinds = (
        PartyKind(kind) for kind, words in table("roles") if folded.endswith(words)
    )
    return next(kinds, None)


_SIGNS = re.compile(
    rf"\b(?:skriver|skrev|skrivit)\s+{PUTS_NAME_TO}\b|\bunderteckna\w*|\bsignera\w*"
    r"|\bsignatärer\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:säger|sade|berättar|menar)\b")


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
    for person in (*_said_to_sign(settings), *_in_a_block(settings)):
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
        if line.kind is LineKind.QUOTE or setting.section is Section.CONTACT:
            continue
        for start, end in sentences(line.text):
            sentence = line.text[start:end]
            if _SIGNS.search(sentence) and not _SAYS.search(sentence):
                yield from find_people(line, start, end)


def _in_a_block(settings: Sequence[Setting]) -> Iterator[Person]:
    """Read names and offices below a place and a day, or at the very end."""
    for block in _blocks(settings):
        people = [each for line in block for each in find_people(line) if each.role]
        if {PartyKind.POLICE, PartyKind.MUNICIPALITY} <= {each.side for each in people}:
            yield from people
        else:
            yield from _in_columns(block)


def _blocks(settings: Sequence[Setting]) -> Iterator[list[Line]]:
    block, is_dated = list[Line](), False
    for setting in settings:
        line = setting.line
        if find_place_and_day(line):
            block, is_dated = [], True
        elif setting.section is not Section.CONTACT and _may_be_signed(line):
            block.append(line)
        else:
            if is_dated:
                yield block
            block, is_dated = [], False
    yield block


def _may_be_signed(line: Line) -> bool:
    # An office may begin with a small letter, and is then no heading.
    return line.kind is LineKind.HEADING or bool(_role_pattern().fullmatch(line.text))


def _in_columns(block: Sequence[Line]) -> Iterator[Person]:
    """Pair the names of a block with its offices, in their order."""
    cells = [(line, *place) for line in block for place in _cells(line)]
    names = [cell for cell in cells if _is_name(_words(cell))]
    offices = [cell for cell in cells if _role_pattern().match(_words(cell))]
    if len(names) != len(offices):
        return
    for (line, start, end), (office, begins, ends) in zip(names, offices, strict=True):
        role = cite(office, begins, ends)
        yield Person(name=cite(line, start, end), role=role, side=_side(role.value))


def _cells(line: Line) -> Iterator[tuple[int, int]]:
    """Find the columns of a line: runs of spaces on the page part them."""
    position = 0
    for cell in re.split(r"\s{2,}|\t", line.span().quote):
        words = " ".join(cell.split())
        start = line.text.find(words, position)
        if words and start >= 0:
            yield start, start + len(words)
            position = start + len(words)


def _words(cell: tuple[Line, int, int]) -> str:
    line, start, end = cell
    return line.text[start:end]


def _is_name(words: str) -> bool:
    return bool(_NAME_PATTERN.fullmatch(words)) and not _NO_NAMES.search(words)


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
    found = _role_pattern().search(line.text)
    if found is None:
        return None
    office = cite(line, *found.span())
    return evolve(office, value=_indefinite(office.value))


def _indefinite(office: str) -> str:
    """Write an office as an office and not as its holder: without "-en", "-n"."""
    offices = {words for _, words in table("roles")}
    for ending in ("en", "n"):
        base = office.removesuffix(ending)
        if base != office and base.casefold() in offices:
            return base
    return office


def _reached(person: Person, line: Line) -> Person:
    """Add the first number and the first address that stand with a person."""
    phone, email = _PHONE.search(line.text), _EMAIL.search(line.text)
    return evolve(
        person,
        phone=person.phone or (cite(line, *phone.span()) if phone else None),
        email=person.email or (cite(line, *email.span()) if email else None),
    )
