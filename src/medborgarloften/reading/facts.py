"""What a page tells of an agreement beside its promises, parties and days.

What the situation picture rests on, what is prioritised, what it is to lead to,
when it is looked at again, which in the row it is, whether only some of its
promises are shown, and which document holds the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from medborgarloften.model import Basis, Per, Review
from medborgarloften.reading.evidence import Cited, cite, cite_as
from medborgarloften.reading.formats.extract import Link
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.text.document import Line, LineKind
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.sentences import sentences

__all__ = [
    "find_basis",
    "find_documents",
    "find_effects",
    "find_excerpt",
    "find_ordinal",
    "find_priorities",
    "find_reviews",
]


class _Sentence(NamedTuple):
    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]

    def cite(self, start: int, end: int) -> Cited[str]:
        return cite(self.line, self.start + start, self.start + end)


def _sentences(settings: Iterable[Setting]) -> Iterator[tuple[Setting, _Sentence]]:
    for setting in settings:
        for start, end in sentences(setting.line.text):
            yield setting, _Sentence(setting.line, start, end)


_RESTS_ON = re.compile(
    r"\b(?:baseras|bygger|grundar|grundas|vilar|stödjer\s+sig|vuxit|tagits|tagit|tas|togs"
    r"|tagen|använts|används|ligger|hämtat\w*|sammanställ\w*|underlag\w*|utifrån"
    r"|samlat\s+in|framtag\w*|kartläggning|lägesbild\w*)\b",
    re.IGNORECASE,
)


def find_basis(settings: Sequence[Setting]) -> tuple[Cited[Basis], ...]:
    """Find what the shared situation picture (lägesbild) rests on.

    That it exists counts only where nothing is said of what it rests on.
    """
    found = dict[Basis, Cited[Basis]]()
    for _, sentence in _sentences(settings):
        words = sentence.text.casefold()
        told = [
            row
            for row in table("basis")
            if row[1] in words and all(stem in words for stem in row[2:])
        ]
        if told and _RESTS_ON.search(words):
            for name, *stems in told:
                start = words.index(stems[0])
                span = sentence.cite(start, _end_of_word(words, start + len(stems[0])))
                found.setdefault(Basis(name), Cited(Basis(name), span.span))
    if len(found) > 1:
        found.pop(Basis.SITUATION_PICTURE, None)
    return tuple(sorted(found.values(), key=lambda each: each.span.start))


def _end_of_word(text: str, end: int) -> int:
    while end < len(text) and text[end].isalpha():
        end += 1
    return end


_PRIORITISED = (
    re.compile(
        r"identifiera\w*\s+(?P<what>.{5,120}?)\s+som\s+(?:ett|några|flera)?\s*av\s+(?:de|det)?\s*områden"
    ),
    re.compile(
        r"\A(?P<what>.+?)\s+är\s+(?:därför\s+)?(?:ett\s+)?prioritera\w*\s+områden?\b"
    ),
)


def find_priorities(settings: Sequence[Setting]) -> tuple[Cited[str], ...]:
    """Find the prioritised areas: listed under their heading, or said in a sentence."""
    found = list[Cited[str]]()
    for number, setting in enumerate(settings):
        line = setting.line
        below = settings[number + 1].line.kind if number + 1 < len(settings) else None
        if (
            setting.section is Section.PRIORITIES
            and line.kind in {LineKind.BULLET, LineKind.NUMBERED}
            and below is not LineKind.LABEL
            and ":" not in line.text
        ):
            found.append(cite(line, 0, len(line.text.rstrip("."))))
    for _, sentence in _sentences(settings):
        for pattern in _PRIORITISED:
            if match := pattern.search(sentence.text):
                found.append(sentence.cite(*match.span("what")))
    return tuple(found)


_EXPECTED = re.compile(
    r"\b(?:effekt\w*\b.{0,80}?\b(?:förväntas|är|blir|ska\s+vara)|förväntad\s+effekt\s*:?"
    r"|(?:ska|förväntas|väntas|tänkt\s+att)\s+(?:leda|bidra)\s+till|förväntas|väntas)"
    r"\s+(?:att\s+)?",
    re.IGNORECASE,
)
_NEXT_EFFECT = re.compile(
    r",\s+(?:att\s+|(?=[a-zåäö]+[aå]\s))"
    r"|\s+(?:och|samt)\s+(?:att\s+|(?=[a-zåäö]+[aå]\s))"
)


def find_effects(settings: Sequence[Setting]) -> tuple[Cited[str], ...]:
    """Find what the agreement is expected to lead to, each effect by itself."""
    found = list[Cited[str]]()
    for setting, sentence in _sentences(settings):
        if setting.section is not Section.EFFECTS:
            continue
        line = setting.line
        if line.kind in {LineKind.BULLET, LineKind.NUMBERED}:
            if sentence.start == 0:
                found.append(cite(line, 0, len(line.text.rstrip("."))))
        elif line.kind is LineKind.PARAGRAPH and (
            cue := _EXPECTED.search(sentence.text)
        ):
            found += _enumerated(sentence, cue.end())
    return tuple(found)


def _enumerated(sentence: _Sentence, start: int) -> Iterator[Cited[str]]:
    end = len(sentence.text.rstrip(". "))
    for parting in _NEXT_EFFECT.finditer(sentence.text, start, end):
        yield sentence.cite(start, parting.start())
        start = parting.end()
    yield sentence.cite(start, end)


_OFTEN = (
    (
        re.compile(r"\b(?:årlig\w*|varje\s+år|en\s+gång\s+(?:per|om)\s+år(?:et)?)\b"),
        Per.YEAR,
    ),
    (re.compile(r"\b(?:veckovis\w*|varje\s+vecka|en\s+gång\s+i\s+veckan)\b"), Per.WEEK),
    (
        re.compile(
            r"\b(?:månadsvis\w*|månatlig\w*|varje\s+månad|en\s+gång\s+i\s+månaden)\b"
        ),
        Per.MONTH,
    ),
    (re.compile(r"\b(?:kvartalsvis\w*|varje\s+kvartal|per\s+kvartal)\b"), Per.QUARTER),
    (re.compile(r"\b(?:tertialvis\w*|varje\s+tertial|per\s+tertial)\b"), Per.TERTIAL),
    (re.compile(r"\b(?:halvårsvis\w*|varje\s+halvår|per\s+halvår)\b"), Per.HALF_YEAR),
    (re.compile(r"\b(?:terminsvis\w*|varje\s+termin|per\s+termin)\b"), Per.TERM),
    (re.compile(r"\b(?:vartannat\s+år|tvåårig\s+översyn)\b"), Per.TWO_YEARS),
)
_TIMES_A_YEAR = re.compile(
    r"\b(?P<times>[0-9]|två|tre|fyra|fem|sex)\s+gånger\s*(?:/|per|om|varje)\s*år(?:et)?\b"
)
_TIMES = {"två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}
_FARTHEST_APART = 80


def find_reviews(settings: Sequence[Setting]) -> tuple[Cited[Review], ...]:
    """Find when the agreement is looked at again: "ska årligen revideras".

    How often must be said close to what is done; promises have counts of their
    own, and their lists are passed over.
    """
    found = dict[tuple[str, Per | None], Cited[Review]]()
    for setting, sentence in _sentences(settings):
        if setting.line.is_item and setting.section is Section.PROMISES:
            continue
        for review in _reviews_in(sentence):
            found.setdefault((review.value.purpose, review.value.per), review)
    return tuple(found.values())


def _reviews_in(sentence: _Sentence) -> Iterator[Cited[Review]]:
    words = sentence.text.casefold()
    if not any(stem in words for stem, _ in table("reviews")):
        return
    for often, times, per in _frequencies(words):
        for stem, purpose in table("reviews"):
            place = words.find(stem)
            apart = max(often.start() - place, place - often.end())
            if place < 0 or apart > _FARTHEST_APART:
                continue
            start = min(often.start(), place)
            end = max(often.end(), _end_of_word(words, place + len(stem)))
            wording = sentence.cite(start, end)
            review = Review(
                purpose=purpose, times=times, per=per, wording=wording.value
            )
            yield Cited(review, wording.span)
            break


def _frequencies(words: str) -> Iterator[tuple[re.Match[str], int, Per]]:
    for pattern, per in _OFTEN:
        if often := pattern.search(words):
            yield often, 1, per
    if often := _TIMES_A_YEAR.search(words):
        times = often["times"]
        yield often, _TIMES.get(times) or int(times), Per.YEAR


_ORDINAL = re.compile(
    r"\b(?P<ordinal>första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte)"
    r"\s+(?:medborgarlöftet|medborgarlöfte"
    r"|(?:året|gången)\b(?=.{0,60}(?:medborgarlöft|i\s+rad|avtal|överenskommelse)))\b",
    re.IGNORECASE,
)


def find_ordinal(settings: Sequence[Setting]) -> Cited[int] | None:
    """Find which in the row the agreement is: 5 for "femte året"."""
    numbers = {word: int(number) for word, number in table("ordinals")}
    for setting in settings:
        if match := _ORDINAL.search(setting.line.text):
            number = numbers[match["ordinal"].casefold()]
            return cite_as(number, setting.line, *match.span())
    return None


_EXCERPT = re.compile(
    r"\bdelar\s+ur\b|\b(?:några|ett\s+par|bland\s+annat)\s+(?:av\s+)?(?:exempel|löftena|punkterna)\b"
    r"|\bexempel\s+på\s+(?:\w+\s+)?(?:aktiviteter|åtgärder|löften|insatser)\b"
    r"|\bett\s+urval\b|\butdrag\s+ur\b|\bbland\s+annat\b.{0,40}:\Z",
    re.IGNORECASE,
)


def find_excerpt(settings: Sequence[Setting]) -> Cited[bool] | None:
    """Find where it is said that not all the promises are here: "Delar ur …"."""
    for setting in settings:
        line = setting.line
        if (
            line.is_item
            or line.kind is LineKind.QUOTE
            or setting.section is Section.METHOD
        ):
            continue
        if match := _EXCERPT.search(line.text):
            return Cited(value=True, span=line.span(*match.span()))
    return None


_PDF = re.compile(r"[.,]?\s?\(?\bpdf\b", re.IGNORECASE)
_BEFORE_A_TITLE = re.compile(r"[.()]")


def find_documents(
    settings: Sequence[Setting], links: Sequence[Link] = ()
) -> tuple[tuple[Cited[str], Link | None], ...]:
    """Find the documents that the page links to, by the words of their links.

    Where the links themselves are lost, the words before "(pdf, 420 kB)" tell.
    """
    waiting = list(links)
    found = list[tuple[Cited[str], Link | None]]()
    for setting in settings:
        line = setting.line
        here = [link for link in waiting if link.words in line.text]
        for link in here:
            waiting.remove(link)
            start = line.text.index(link.words)
            found.append((cite(line, start, start + len(link.words)), link))
        if not here and (words := _words_of_lost_link(line)):
            found.append((words, None))
    return tuple(found)


def _words_of_lost_link(line: Line) -> Cited[str] | None:
    if link := _PDF.search(line.text):
        *_, before = ["", *_BEFORE_A_TITLE.split(line.text[: link.start()])]
        if title := before.strip():
            start = line.text.rindex(title, 0, link.start())
            return cite(line, start, start + len(title))
    return None
