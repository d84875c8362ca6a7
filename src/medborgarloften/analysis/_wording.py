"""What an analysis finds, in Swedish and in English.

The words live in ``words.toml``, where who knows the field can correct them.
"""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

from medborgarloften.analysis._keys import By, Key
from medborgarloften.analysis._states import CoverageState
from medborgarloften.analysis.coverage import MunicipalityCoverage
from medborgarloften.model import Precision, ValidityPeriod
from medborgarloften.reference import county
from medborgarloften.wording.saying import Language, Wording, entries_in, municipality

__all__ = ["AnalysisWording"]


class AnalysisWording(Wording):
    """The words of one language for rows of an analysis.

    >>> say = AnalysisWording("sv")
    >>> say.key(By.COUNTY, "18"), say.key(By.MUNICIPALITY, "1882")
    ('Örebro län', 'Askersund')

    Raises:
        InvalidField: If the language is neither ``"sv"`` nor ``"en"``.
    """

    def __init__(self, language: Language) -> None:
        super().__init__(language, entries_in(__package__ or "", "words.toml"))

    def key(self, by: By | str, key: Key) -> str:
        """Say what a key is called that was counted by."""
        if key is None:
            # What holds until further notice states its days, but not its years.
            is_year = by == By.YEAR
            return self("key.uncertain_year" if is_year else "key.not_stated")
        if by == By.MUNICIPALITY:
            return municipality(str(key))
        if by == By.COUNTY:
            return county(str(key)).name
        return self.label(key) if isinstance(key, Enum) else str(key)

    def since(self, row: MunicipalityCoverage) -> str:
        """Say since when a municipality has what it has, as exactly as it is stated.

        Nothing where no day is known.

        >>> from datetime import date
        >>> row = MunicipalityCoverage(
        ...     "1884",
        ...     CoverageState.ACTIVE,
        ...     date(2020, 3, 1),
        ...     since_precision=Precision.SEASON,
        ... )
        >>> AnalysisWording("en").since(row)
        'spring 2020'
        """
        day, precision = row.since, row.since_precision
        if day is None:
            return ""
        if precision is None:
            return self("since.known", day=day)
        if precision is Precision.DAY:
            return str(day)
        if row.state is CoverageState.NONE:
            ended = ValidityPeriod(
                last_day=day - timedelta(days=1), last_precision=precision
            )
            return self("since.ended", unit=self._unit_of(ended))
        began = ValidityPeriod(first_day=day, first_precision=precision)
        return self._unit_of(began)

    def _unit_of(self, period: ValidityPeriod) -> str:
        """Say the season, year … that is the one end which a period states."""
        return self.unit(str(period).strip("/"))
