"""What of the model is called what, with the names of places.

The words live in the model's ``words.toml``, where who knows the field can correct
them.  Who has more to say adds entries of its own.
"""

from __future__ import annotations

from medborgarloften._showing.phrases import LANGUAGES, Entries, Language, entries_in
from medborgarloften.errors import UnknownName
from medborgarloften.model import Area
from medborgarloften.model._telling import Telling
from medborgarloften.reference import municipality_by_code

__all__ = ["LANGUAGES", "Entries", "Language", "Wording", "entries_in", "municipality"]


def municipality(code: str) -> str:
    """Name the municipality with a kommunkod; an unknown code stands for itself.

    >>> municipality("1882"), municipality("9999")
    ('Askersund', '9999')
    """
    try:
        return municipality_by_code(code, former=True).name
    except UnknownName:
        return code


class Wording(Telling):
    """The words of one language for the model, and for where it is.

    >>> from datetime import date
    >>> say = Wording("sv")
    >>> say.area(Area(municipalities=("1882",))), say.day(date(2019, 7, 5))
    ('Askersund', '5 juli 2019')

    Raises:
        InvalidField: If the language is neither ``"sv"`` nor ``"en"``.
    """

    def area(self, area: Area) -> str | None:
        """Say where that is; ``None`` where nothing is said of it.

        An unknown kommunkod stands for itself.
        """
        names = list(map(municipality, area.municipalities))
        places = [area.district, self.listed(names) if names else None]
        return ", ".join(filter(None, places)) or None
