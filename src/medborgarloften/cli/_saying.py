"""What the commands say of a register, beside what help says of them."""

from __future__ import annotations

from collections.abc import Sequence

from medborgarloften._showing.phrases import Language, entries_in
from medborgarloften.model import Area
from medborgarloften.wording.saying import Wording, municipality

__all__ = ["Words"]

# How many municipalities are named in a cell, and how many of more than that.
_FEW, _FIRST = 6, 3


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

    def places(self, codes: Sequence[str]) -> str:
        """Name municipalities; of more than a few, the first, and how many more.

        >>> Words("en").places(("1882", "1884", "1860"))
        'Askersund; Nora; Laxå'
        >>> Words("en").places(("1884", "1882", "1860", "1861", "1862", "1863", "1864"))
        'Nora; Askersund; Laxå and 4 more'
        """
        shown = codes if len(codes) <= _FEW else codes[:_FIRST]
        names = "; ".join(map(municipality, shown))
        if shown is codes:
            return names
        return self("places.more", names=names, more=len(codes) - _FIRST)

    def area(self, area: Area) -> str | None:
        """Say where that is, and of many municipalities only how many there are."""
        if len(area.municipalities) <= _FEW:
            return super().area(area)
        named = self.places(area.municipalities)
        return ", ".join(filter(None, [area.district, named]))

    def yes(self, *, answer: bool) -> str:
        """Say yes or no."""
        return self("answer.yes" if answer else "answer.no")
