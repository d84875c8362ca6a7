"""What a promise is about, told from its words.

Which words tell is data, ``data/theme_stems.tsv``, that somebody who knows the
field can correct, or replace by a table of their own.  A theme follows from what
is done, to what, for whom and why; not from who helps: "i samverkan med skolan"
does not make a promise one about schools.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import NamedTuple, Self

from attrs import evolve, frozen

from medborgarloften.errors import InvalidDocument, Problem, UnknownName
from medborgarloften.model import Theme
from medborgarloften.reading.actors.partners import find_partners
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.patterns import Hit, Patterns, listed, outermost
from medborgarloften.reading.text.words import Word, sentences, words_of

__all__ = ["FoundTheme", "ThemeWords", "Vocabulary", "find_themes"]

# These say how something is done, and to or with whom; a heading above may
# still have to tell what it is about.
_NO_SUBJECT = frozenset(
    {
        Theme.COORDINATION,
        Theme.DIALOGUE,
        Theme.INFORMATION,
        Theme.PARENTS,
        Theme.SCHOOL,
        Theme.YOUTH,
    }
)


# These say who is to be seen; a heading above may still have to tell where.
_NO_PLACE = frozenset({Theme.ADULT_PRESENCE, Theme.CAMERA, Theme.VISIBLE_PRESENCE})


class FoundTheme(NamedTuple):
    """A theme, and the first words that tell it.

    Attributes:
        theme: The theme.
        start: The first code point of the words.
        end: The code point after the last.
        in_heading: Whether the words stand in the heading, not in the text.
    """

    theme: Theme
    start: int
    end: int
    in_heading: bool = False


@frozen
class ThemeWords:
    """Words that tell a theme, and what must or must not be there with them.

    Attributes:
        theme: The theme; ``None`` for words that look like a theme's and are not.
        words: Each with ``*`` for the rest of a word: "narkotik*", "*våld*".
        only_with: Words, or ids of themes, one of which must be there too.
        unless: Words, or ids of themes, none of which may be there.
        not_after: Words after which they only tell where: "vid Norra skolan".
    """

    theme: Theme | None
    words: tuple[str, ...]
    only_with: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()

    @property
    def conditions(self) -> frozenset[str]:
        """All that it looks for beside its own words."""
        return self.only_with | self.unless

    def holds_with(self, *others: AbstractSet[str]) -> bool:
        """Tell whether its words count where *others* are."""
        return all(map(self.unless.isdisjoint, others)) and not (
            self.only_with and all(map(self.only_with.isdisjoint, others))
        )


@frozen
class Vocabulary:
    r"""The words that tell themes, ready to be looked for.

    >>> words = Vocabulary.parse("drugs\tknark*")
    >>> [found.theme.value for found in find_themes("Mot knarket", vocabulary=words)]
    ['drugs']
    """

    rows: tuple[ThemeWords, ...]

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a table like ``data/theme_stems.tsv`` from a file.

        Raises:
            InvalidDocument: If rows are faulty; it tells which, and what would do.
        """
        path = Path(path)
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise InvalidDocument((evolve(_NOT_UTF_8, path=path.name),)) from None
        return cls.parse(text, name=path.name)

    @classmethod
    def parse(cls, text: str, *, name: str = "vocabulary") -> Self:
        """Read such a table from its text; complaints call it *name*.

        Raises:
            InvalidDocument: If rows are faulty; it tells which, and what would do.
        """
        rows, problems = list[ThemeWords](), list[Problem]()
        lists = dict[str, tuple[str, ...]]()
        for number, line in enumerate(text.splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            row = _Row.of(line, lists)
            if fault := row.fault():
                problems.append(evolve(fault, path=f"{name}, row {number}"))
            elif row.is_list:
                lists[row.first] = row.words
            else:
                rows.append(row.theme_words())
        if problems:
            raise InvalidDocument(tuple(problems))
        return cls(tuple(rows))

    def extended(self, more: Vocabulary) -> Vocabulary:
        r"""Add the words of *more*; it alone says what a word means that both have.

        >>> ours = Vocabulary.parse("camera\tdronarsyn*\nnone\tgraffiti*")
        >>> words = Vocabulary.default().extended(ours)
        >>> text = "Dronarsyn vid graffitin i tunneln"
        >>> [found.theme.value for found in find_themes(text, vocabulary=words)]
        ['camera']
        """
        said = {_bare(word) for row in more.rows for word in row.words}
        kept = (
            evolve(
                row, words=tuple(word for word in row.words if _bare(word) not in said)
            )
            for row in self.rows
        )
        return Vocabulary((*(row for row in kept if row.words), *more.rows))

    @classmethod
    def default(cls) -> Vocabulary:
        """Get the vocabulary that the library comes with."""
        return _default()

    @cached_property
    def _rows_of(self) -> dict[str, tuple[ThemeWords, ...]]:
        rows = dict[str, tuple[ThemeWords, ...]]()
        for row in self.rows:
            for pattern in row.words:
                rows[pattern] = (*rows.get(pattern, ()), row)
        return rows

    @cached_property
    def _patterns(self) -> Patterns:
        return Patterns({*self._rows_of}.union(*(row.conditions for row in self.rows)))

    def find_in(self, text: str) -> tuple[FoundTheme, ...]:
        """Find the themes that a text's own words tell, each once, in order."""
        words = words_of(text)
        hits = self._patterns.hits(words)
        if not hits:
            return ()
        sentence_of = [
            at for at, each in enumerate(sentences(text, words)) for _ in each
        ]
        near = dict[int, set[str]]()
        for hit in hits:
            near.setdefault(sentence_of[hit.first], set()).add(hit.pattern)
        claims = [
            _Claim(hit, row, near[sentence_of[hit.first]])
            for hit in _of_subject(text, words, hits)
            for row in self._rows_of.get(hit.pattern, ())
            if not (row.not_after and _only_tells_where(words, hit.first, row))
        ]
        heard = _heard(claim for claim in claims if not claim.row.conditions)
        if len(heard) < len(claims):
            # Themes may depend on others that depend on others yet, but no deeper.
            for _ in range(2):
                themes = {claim.theme for claim in heard}
                heard = _heard(claim for claim in claims if claim.holds_with(themes))
        found = dict[Theme, FoundTheme]()
        for hit, row, _ in heard:
            if row.theme:
                place = FoundTheme(
                    row.theme, words[hit.first].start, words[hit.last].end
                )
                found.setdefault(row.theme, place)
        return tuple(found.values())


class _Claim(NamedTuple):
    """That a row of the vocabulary may count at a place, near other patterns."""

    hit: Hit
    row: ThemeWords
    near: AbstractSet[str]

    @property
    def theme(self) -> str:
        return self.row.theme or ""

    def holds_with(self, themes: AbstractSet[str]) -> bool:
        return self.row.holds_with(self.near, themes)


def _heard(claims: Iterable[_Claim]) -> list[_Claim]:
    """Leave out the claims that longer words silence."""
    claims = list(claims)
    kept = set(outermost(claim.hit for claim in claims))
    return [claim for claim in claims if claim.hit in kept]


def _of_subject(text: str, words: Sequence[Word], hits: Iterable[Hit]) -> Iterator[Hit]:
    """Leave out the words that only name who helps."""
    helpers = (each for each in find_partners(text) if each.is_company)
    aside = {at for each in helpers for at in range(each.start, each.end)}
    for hit in hits:
        if words[hit.first].start not in aside:
            yield hit


def _only_tells_where(words: Sequence[Word], at: int, row: ThemeWords) -> bool:
    """Tell whether a word like "vid" stands before the words and their attributes."""
    for before in reversed(words[max(at - _LONGEST_NAME, 0) : at]):
        if before.text in row.not_after:
            return True
        if not (
            before.is_capitalised
            or before.text in _WITHIN_NAMES
            or before.text.endswith(_ENDS_WITHIN_NAMES)
        ):
            return False
    return False


def find_themes(
    text: str, *, heading: str | None = None, vocabulary: Vocabulary | None = None
) -> tuple[FoundTheme, ...]:
    """Find what a promise is about, each theme once, in the order they are named.

    A heading tells only where the text does not name its own subject: "Kontroll
    minst en gång per år" under "Narkotika" is about drugs, "Trygghetsvandring"
    under it is not.
    """
    vocabulary = vocabulary or Vocabulary.default()
    found = vocabulary.find_in(text)
    themes = {each.theme for each in found}
    if heading is None or themes - _NO_SUBJECT - _NO_PLACE:
        return found
    return (
        *found,
        *(
            each._replace(in_heading=True)
            for each in vocabulary.find_in(heading)
            if each.theme not in themes
            and (each.theme is Theme.PUBLIC_PLACES or not themes - _NO_SUBJECT)
        ),
    )


# How far before a name its preposition may stand: "vid Astrid Lindgrens skola".
_LONGEST_NAME = 6
_WITHIN_NAMES = frozenset(
    {",", "alla", "av", "de", "den", "i", "och", "samt", "samtliga", "till", "våra"}
)
_ENDS_WITHIN_NAMES = ("skolan", "skolor", "skolorna", "skola", "ens")


@cache
def _default() -> Vocabulary:
    return Vocabulary.parse("\n".join("\t".join(row) for row in table("theme_stems")))


@frozen
class _Row:
    """A row of a vocabulary as it is written: what it is about, and its words."""

    first: str
    words: tuple[str, ...]
    conditions: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, line: str, lists: Mapping[str, tuple[str, ...]]) -> Self:
        """Read a row, with the words of earlier *lists* where it names them."""
        first, *cells = line.rstrip().split("\t")
        words = chain.from_iterable(
            lists.get(word, (word,)) for cell in cells[:1] for word in listed(cell)
        )
        conditions = (frozenset(listed(cell)) for cell in cells[1:])
        return cls(first.strip(), tuple(words), tuple(conditions))

    @property
    def is_list(self) -> bool:
        """Whether it only lists words for other rows to name."""
        return self.first.startswith(_LIST)

    def theme_words(self) -> ThemeWords:
        """Get what it says, which it must do without a fault."""
        theme = None if self.first == "none" else Theme.lookup(self.first)
        return ThemeWords(theme, self.words, *self.conditions)

    def fault(self) -> Problem | None:
        """Tell what is wrong with it, if anything is."""
        if len(self.conditions) > _MOST_CONDITIONS:
            return Problem(
                code="too-many-columns",
                message="has more than five columns; part words by commas, not by tabs",
                message_sv="har fler än fem kolumner; "
                "skilj ord åt med komma, inte med tabb",
            )
        if not self.words:
            return Problem(
                code="no-words",
                message="has no words; write them after a tab, parted by commas",
                message_sv="saknar ord; skriv dem efter en tabb, åtskilda med komma",
            )
        for pattern in chain(self.words, *map(sorted, self.conditions)):
            if pattern.startswith(_LIST):
                return Problem(
                    code="unknown-list",
                    message=f"no list {pattern!r} stands above; "
                    "write its row first, and name it only in the second column",
                    message_sv=f"ingen lista {pattern!r} står ovanför; "
                    "skriv dess rad först, och nämn den bara i andra kolumnen",
                )
            if not _PATTERN.fullmatch(pattern):
                return Problem(
                    code="bad-pattern",
                    message=f"{pattern!r} fits nothing; "
                    "put * only before the first word or after a word",
                    message_sv=f"{pattern!r} passar inget; "
                    "sätt * bara före första ordet eller efter ett ord",
                )
        return None if self.is_list else _unknown_theme(self.first)


def _unknown_theme(name: str) -> Problem | None:
    if name == "none":
        return None
    try:
        Theme.lookup(name)
    except UnknownName as error:
        return Problem(
            code="unknown-theme",
            message=f"{error}; write a theme's id or its name, or none",
            message_sv=f"inget tema heter {name!r}; "
            "skriv ett temas id eller namn, eller none",
        )
    return None


def _bare(pattern: str) -> str:
    return pattern.strip("*")


_NOT_UTF_8 = Problem(
    code="not-utf8",
    message="is not written in UTF-8; save it as UTF-8 text parted by tabs",
    message_sv="är inte skriven i UTF-8; spara den som UTF-8-text med tabbar",
)
_LIST = "="
_MOST_CONDITIONS = 3
_PATTERN = re.compile(r"\*?[^\s*]+\*?(?:\s+[^\s*]+\*?)*")
