"""What stands in pictures, in Swedish and in English.

The words live in ``words.toml``, where who knows the field can correct them.
"""

from __future__ import annotations

from attrs import evolve

from medborgarloften.analysis import AnalysisWording
from medborgarloften.model import Area
from medborgarloften.wording.saying import Language, entries_in

__all__ = ["PlotWording"]

_NO_BREAK = "\N{NO-BREAK SPACE}"


class PlotWording(AnalysisWording):
    """The words of one language for pictures.

    >>> say = PlotWording("sv")
    >>> say.count(1, "agreement", "agreements"), say.count(2, "agreement", "agreements")
    ('1 överenskommelse', '2 överenskommelser')

    Raises:
        InvalidField: If the language is neither ``"sv"`` nor ``"en"``.
    """

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        own = entries_in(__package__ or "", "words.toml")
        self._entries = {**self._entries, **own}

    def count(self, count: int, one: str, many: str) -> str:
        """Say how many there are, by the entries for one and for any other number."""
        entry = one if count == 1 else many
        return self(f"count.{entry}", count=self.number(count))

    def told(self, what: str, count: int) -> str:
        """Say how many there are of what.

        >>> PlotWording("en").told("behind", 12)
        'behind: 12'
        """
        return self("picture.told", what=what, count=self.number(count))

    def number(self, count: int) -> str:
        """Say a number, its thousands apart."""
        return f"{count:,}".replace(",", _NO_BREAK)

    def years(self, first: int, last: int) -> str:
        """Say a stretch of years; one year stands alone."""
        return str(first) if first == last else f"{first}–{last}"

    def sentences(self, *said: str) -> str:
        """Make sentences of what is said, but for what says nothing."""
        begun = (f"{each[0].upper()}{each[1:]}" for each in said if each)
        return " ".join(self("picture.sentence", words=each) for each in begun)

    def whole_area(self, area: Area) -> str:
        """Say where that is, also that it is not stated."""
        return self.area(area) or self("picture.nowhere")

    def short_area(self, area: Area) -> str:
        """Say where that is, of several municipalities with the first alone.

        >>> PlotWording("en").short_area(Area(municipalities=("0643", "0642", "1882")))
        'Habo and 2 more'
        """
        first, *more = area.municipalities or (None,)
        if first is None or not more:
            return self.whole_area(area)
        alone = self.whole_area(evolve(area, municipalities=(first,)))
        return self("picture.and_more", first=alone, count=len(more))
