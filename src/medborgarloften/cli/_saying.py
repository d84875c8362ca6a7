"""What the commands say of a register, beside what help says of them."""

from __future__ import annotations

from medborgarloften.wording.entries import Language, entries_in
from medborgarloften.wording.saying import Wording

__all__ = ["Words"]


class Words(Wording):
    """The words of one language, found by their key in a file of the command line.

    >>> say = Words("en")
    >>> say("counts.of", count=2, of=3)
    '2 of 3'
    """

    def __init__(self, language: Language) -> None:
        package = __package__ or ""
        files = (entries_in(package, name) for name in ("usage.toml", "words.toml"))
        super().__init__(
            language, {name: table for file in files for name, table in file.items()}
        )

    def yes(self, *, answer: bool) -> str:
        """Say yes or no."""
        return self("answer.yes" if answer else "answer.no")
