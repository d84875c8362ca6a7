"""What calendars and pages say of agreements, beside what the model's parts are called.

The words live in ``wordings.toml``, where who knows the field can correct them.
What was published stays in the language that it was published in.
"""

from __future__ import annotations

from medborgarloften._published import one_line
from medborgarloften.model import Amendment
from medborgarloften.wording.saying import Language, Wording, entries_in

__all__ = ["Language", "PageWording"]


class PageWording(Wording):
    """The words of one language, each fact in them on one line.

    >>> say = PageWording("en")
    >>> say("calendar.ends", title="Medborgarlöfte 2019")
    'Runs out: Medborgarlöfte 2019'
    """

    def __init__(self, language: Language) -> None:
        super().__init__(language, entries_in(__package__ or "", "wordings.toml"))

    def __call__(self, key: str, /, **facts: object) -> str:
        """Say the entry with this key, with each fact on one line."""
        lines = {name: one_line(str(fact)) for name, fact in facts.items()}
        return super().__call__(key, **lines)

    def quoted(self, fact: str, words: str | None) -> str:
        """Say something with the words that say so, if they are known.

        >>> PageWording("en").quoted("2019", "gäller hela året")
        '2019 (“gäller hela året”)'
        """
        return fact if words is None else self("page.quoted", fact=fact, words=words)

    def amendment(self, amendment: Amendment) -> str | None:
        """Say how an agreement was changed; ``None`` where nothing is said of it.

        >>> from datetime import date
        >>> extended = Amendment(on=date(2021, 1, 29), last_day=date(2021, 6, 30))
        >>> PageWording("sv").amendment(extended)
        '29 januari 2021, till och med 30 juni 2021'
        """
        on, last_day, words = amendment.on, amendment.last_day, amendment.wording
        told = (
            self.day(on) if on else None,
            self("period.until", last=self.day(last_day)) if last_day else None,
            self("page.quote", words=words) if words else None,
        )
        return ", ".join(filter(None, told)) or None
