"""Whose a period is, where the sentences around it tell: ours, or another's.

Last year's promises, the agreement that they are an annex to and the one that will
follow them have days of their own, said in the same words as those of the agreement.
"""

from __future__ import annotations

import re

from medborgarloften.reading.dating.ranking import Rank, Said
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.text.signing import WILL_SIGN
from medborgarloften.reading.text.subjects import Subject, last_subject

__all__ = ["rank_of"]


def rank_of(said: Said) -> Rank | None:
    """Rank a period by its words, and by whose the sentences around say that it is."""
    if (
        _PAST.match(said.found.quote)
        or (_WHEN.match(said.found.quote) and _IS_TO_BE_SIGNED.search(said.before))
        or (_OF_UMBRELLA.search(said.before) and _is_umbrella(said.above))
    ):
        return None
    rank = said.rank()
    is_its_own = said.setting.section in _ITS_OWN
    if rank is None and is_its_own and _THE_PERIOD.match(said.before):
        named = last_subject(said.above)
        rank = Rank.SAID if named is None or named.kind is Subject.AGREEMENT else None
    return rank


def _is_umbrella(above: str) -> bool:
    """Tell whether it is an agreement on working together that was last spoken of."""
    umbrella = [match.end() for match in _UMBRELLA.finditer(above)]
    return bool(umbrella) and "löfte" not in above[umbrella[-1] :].casefold()


_ITS_OWN = {Section.LEAD, Section.AGREEMENT, Section.PROMISES}
# "Förra årets löfte", "Nytt löfte ska tecknas under våren 2020", "Perioden är 2020",
# "… ett avtal om samverkan. Avtalet löper 2020-2024."
_PAST = re.compile(r"förra|föregående|i\s?fjol|fjol", re.IGNORECASE)
_WHEN = re.compile(r"under\b|i\b|till\b", re.IGNORECASE)
_IS_TO_BE_SIGNED = re.compile(
    rf"{WILL_SIGN.pattern}s?\s+(?:under\s+)?\Z", re.IGNORECASE
)
_THE_PERIOD = re.compile(
    r"(?:tids)?perioden\s+(?:är|gäller|löper|avser|omfattar)\s", re.IGNORECASE
)
_OF_UMBRELLA = re.compile(
    r"\b(?:avtalet|överenskommelsen)\s+(?:\w+\s+){1,2}\Z", re.IGNORECASE
)
_UMBRELLA = re.compile(r"(?:avtal|överenskommelse)\w*\s+om\s+samverkan", re.IGNORECASE)
