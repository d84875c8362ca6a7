"""What a promise is about, told from its words.

Which words tell is data, ``data/theme_stems.tsv``, that somebody who knows the
field can correct, or replace by a table of their own.  A theme follows from what
is done, to what, for whom and why; not from who helps: "i samverkan med skolan"
does not make a promise one about schools.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple, Self

from attrs import frozen

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
    """

    theme: Theme | None
    words: tuple[str, ...]
    only_with: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()

    @property
    def conditions(self) -> frozenset[str]:
        """All that it looks for beside its own words."""
        return self.only_with | self.unless

    def holds_with(self, others: AbstractSet[str]) -> bool:
        """Tell whether its words count where *others* are."""
        return self.unless.isdisjoint(others) and (
            not self.only_with or not self.only_with.isdisjoint(others)
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
            UnknownName: If there is no such theme; it tells the nearest.
        """
        return cls.parse(Path(path).read_text(encoding="utf-8"))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read such a table from its text.

        Raises:
            UnknownName: If there is no such theme; it tells the nearest.
        """
        lines = (line for line in text.splitlines() if line.strip() and line[0] != "#")
        return cls(tuple(_row(line.split("\t")) for line in lines))

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
        sentence_of = [
            at for at, each in enumerate(sentences(text, words)) for _ in each
        ]
        claims = [
            _Claim(hit, row)
            for hit in _of_subject(text, words, hits)
            for row in self._rows_of.get(hit.pattern, ())
        ]
        sure = {
            claim.theme for claim in _heard(claim for claim in claims if claim.is_sure)
        }
        near = dict[int, set[str]]()
        for hit in hits:
            near.setdefault(sentence_of[hit.first], set(sure)).add(hit.pattern)
        found = dict[Theme, FoundTheme]()
        for hit, row in _heard(
            claim
            for claim in claims
            if claim.row.holds_with(near[sentence_of[claim.hit.first]])
        ):
            if row.theme:
                place = FoundTheme(
                    row.theme, words[hit.first].start, words[hit.last].end
                )
                found.setdefault(row.theme, place)
        return tuple(found.values())


class _Claim(NamedTuple):
    """That a row of the vocabulary may count at a place."""

    hit: Hit
    row: ThemeWords

    @property
    def theme(self) -> str:
        return self.row.theme or ""

    @property
    def is_sure(self) -> bool:
        return not self.row.conditions


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
    if heading is None or themes - _NO_SUBJECT:
        return found
    above = vocabulary.find_in(heading)
    return (
        *found,
        *(each._replace(in_heading=True) for each in above if each.theme not in themes),
    )


@cache
def _default() -> Vocabulary:
    return Vocabulary.parse("\n".join("\t".join(row) for row in table("theme_stems")))


def _row(cells: list[str]) -> ThemeWords:
    theme, words, only_with, unless = ([*cells, "", "", ""])[:4]
    return ThemeWords(
        None if theme.strip() == "none" else Theme.lookup(theme),
        listed(words),
        frozenset(listed(only_with)),
        frozenset(listed(unless)),
    )
