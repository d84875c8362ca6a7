"""What a page of a PDF holds: pieces of text, each with its place.

Nothing here knows where the pieces came from.  Heights grow upward, as in a
PDF, and are measured from the foot of the page.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

__all__ = ["Fault", "Piece", "Sheet"]


class Fault(StrEnum):
    """Why a file or a page of it gives no text."""

    BROKEN = "broken-page"
    EMPTY = "no-text"
    ENCRYPTED = "encrypted"
    NOT_A_PDF = "not-a-pdf"
    SCANNED = "scanned"
    TOO_LARGE = "too-large"


@frozen
class Piece:
    """Letters set in one go.

    Attributes:
        text: The letters, without blanks around them.
        left: Where the first begins.
        right: Where the last ends.
        base: The height of the line they stand on.
        size: The size of the font.
        is_bold: Whether the font is bold.
        is_mark: Whether they are a mark, as a bullet, and no letters.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool = False
    is_mark: bool = False


@frozen
class Sheet:
    """A page.

    Attributes:
        pieces: What is set on it, in the order of the file.
        height: How high it is.
        fault: Why it gives no text.
    """

    pieces: tuple[Piece, ...] = ()
    height: float = 0.0
    fault: Fault | None = None
