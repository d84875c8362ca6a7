"""Text as the tokens of the grammar.

One pass over the text, left to right: numbers, words, dashes and other marks,
and runs of words that mean one thing ("till och med", "fr.o.m.") as one token.
Spaces are no tokens, whatever their width, and neither is a single line break;
an empty line is one, for no expression goes across it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from medborgarloften.reading.periods._words import Branch, Role, vocabulary

__all__ = ["END", "Token", "Tokens", "blocks_of", "tokens_of"]


class Token(NamedTuple):
    """One token and its place.

    Attributes:
        role: What it does in the grammar.
        value: A number's digits, a word's meaning, or the mark itself.
        start: Its first code point.
        end: The code point after its last.
        line: The line it stands on, from 1.
        glued: Whether it follows the token before it without space.
    """

    role: Role
    value: str
    start: int
    end: int
    line: int
    glued: bool


Tokens: TypeAlias = Sequence[Token]

END = Token(Role.BREAK, "", -1, -1, 0, glued=False)

# Every code point is in exactly one piece, so lengths tell where each stands.
_PIECES = re.compile(
    r"[0-9]+"
    r"|[^\W\d_](?:[^\W\d_]|\u00ad\r?\n|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])*"
    r"|[-\u2010-\u2015\u2212\u2043\uff0d]+"
    r"|[\s\u00ad\u200b-\u200d\u2060\ufeff]+"
    r"|."
)
_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_DIGIT = re.compile(r"[0-9]")
_WORD = re.compile(r"[^\W\d_]+")
_ODD = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200d\u2060]")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_OUT_OF_WORDS = str.maketrans("", "", f"{_INVISIBLE}\r\n")
_ALIKE = str.maketrans({"\u2044": "/", "\uff0f": "/", "[": "(", "]": ")"})
_MARKS = {
    ".": Role.DOT,
    ",": Role.COMMA,
    ":": Role.COLON,
    "/": Role.SLASH,
    "(": Role.BRACKET,
    ")": Role.BRACKET,
}
_DIGITS = frozenset("0123456789")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\uff0d")


def blocks_of(text: str) -> Iterator[list[Token]]:
    """Cut a text at its empty lines, and into tokens what may hold an expression.

    Most blocks of a page have neither a digit nor a word of the calendar.
    """
    start, line = 0, 1
    for gap in [*_GAP.finditer(text), None]:
        end = len(text) if gap is None else gap.start()
        block = text[start:end]
        if _may_hold_an_expression(block):
            yield tokens_of(block, start=start, line=line)
        if gap is not None:
            line += block.count("\n") + gap[0].count("\n")
            start = gap.end()


def _may_hold_an_expression(block: str) -> bool:
    return (
        _DIGIT.search(block) is not None
        or not vocabulary().anchors.isdisjoint(_WORD.findall(block.lower()))
        or _ODD.search(block) is not None
    )


def tokens_of(text: str, *, start: int = 0, line: int = 1) -> list[Token]:
    """Cut a text into tokens, all of it, in order.

    The text may be a part of a longer one, from *start* and *line* on.
    """
    fold = _folded if _ODD.search(text) else str.lower
    runs = vocabulary().runs
    pieces = _PIECES.findall(text)
    tokens: list[Token] = []
    at, glued, count = 0, False, len(pieces)
    while at < count:
        piece = pieces[at]
        end, at = start + len(piece), at + 1
        if piece == " ":
            start, glued = end, False
            continue
        if _is_space(piece):
            if _is_empty_line(piece):
                tokens.append(Token(Role.BREAK, "", start, end, line, glued=False))
            line += piece.count("\n")
            glued = glued and not piece.strip(_INVISIBLE)
            start = end
            continue
        branch, line_after = runs.get(fold(piece)), line + piece.count("\n")
        if branch is None:
            role, value = _meaning_alone(piece)
        else:
            first = at
            longest, at, end = _longest_run(branch, pieces, at, end, fold)
            role, value = longest or (Role.OTHER, piece.lower())
            line_after += sum(part.count("\n") for part in pieces[first:at])
        tokens.append(Token(role, value, start, end, line, glued))
        start, line, glued = end, line_after, True
    return tokens


def _is_space(piece: str) -> bool:
    return piece[0].isspace() or piece[0] in _INVISIBLE


def _is_empty_line(space: str) -> bool:
    return space.count("\n") > 1


def _longest_run(
    branch: Branch, pieces: list[str], at: int, end: int, fold: Callable[[str], str]
) -> tuple[tuple[Role, str] | None, int, int]:
    """Follow the tree of runs as far as the text does.

    Gives the meaning of the longest run, the piece after it and where it ends.
    """
    longest = branch.meaning, at, end
    while branch.following and at < len(pieces):
        end += len(pieces[at])
        if _is_space(pieces[at]) and not _is_empty_line(pieces[at]):
            at += 1
            continue
        following = branch.following.get(fold(pieces[at]))
        if following is None:
            break
        branch, at = following, at + 1
        if branch.meaning is not None:
            longest = branch.meaning, at, end
    return longest


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word.translate(_OUT_OF_WORDS)).lower()


def _meaning_alone(piece: str) -> tuple[Role, str]:
    first = piece[0]
    if first in _DIGITS:
        return Role.NUMBER, piece
    if first in _DASHES:
        return Role.DASH, piece
    mark = piece.translate(_ALIKE) if len(piece) == 1 else piece
    return _MARKS.get(mark, Role.OTHER), mark.lower()
