"""Answers over a whole register: what covers a place, what follows what, what changed.

Questions find promises; what stands here holds agreements against each other, and
against the calendar and the map.  Every function takes a register, or what it was
asked for, and gives rows: frozen values that compare, hash and print.
"""

from __future__ import annotations

from medborgarloften.analysis._places import unplaced
from medborgarloften.analysis._wording import AnalysisWording
from medborgarloften.analysis.comparison import (
    Comparison,
    KindTotal,
    MergedPromises,
    PromisePair,
    PromisorChange,
    QuantityChange,
    Run,
    SplitPromise,
    Total,
    compare,
)
from medborgarloften.analysis.counts import (
    By,
    Count,
    Counts,
    Key,
    Share,
    counts,
    municipalities_in,
)
from medborgarloften.analysis.coverage import (
    Coverage,
    CoverageShare,
    CoverageState,
    MunicipalityCoverage,
    coverage,
)
from medborgarloften.analysis.due import Due, DueReason, due
from medborgarloften.analysis.gaps import Gap, gaps
from medborgarloften.analysis.lineage import (
    Chain,
    Contradiction,
    ContradictionKind,
    Lineage,
    Succession,
    lineage,
)
from medborgarloften.analysis.measurability import (
    Evidence,
    Measurability,
    Measure,
    MeasureFlag,
    MeasureReason,
    measurabilities,
    measurability,
)
from medborgarloften.analysis.near_copies import (
    Copies,
    Copy,
    PromisedBy,
    near_copies,
)
from medborgarloften.analysis.oddities import Oddity, OddityKind, oddities
from medborgarloften.analysis.progress import (
    Disagreement,
    DisagreementKind,
    Pace,
    Progress,
    Stage,
    Target,
    progress,
)
from medborgarloften.analysis.timeline import (
    CoverageOnDay,
    TimelineRow,
    coverage_over_time,
    timeline,
)

__all__ = [
    "AnalysisWording",
    "By",
    "Chain",
    "Comparison",
    "Contradiction",
    "ContradictionKind",
    "Copies",
    "Copy",
    "Count",
    "Counts",
    "Coverage",
    "CoverageOnDay",
    "CoverageShare",
    "CoverageState",
    "Disagreement",
    "DisagreementKind",
    "Due",
    "DueReason",
    "Evidence",
    "Gap",
    "Key",
    "KindTotal",
    "Lineage",
    "Measurability",
    "Measure",
    "MeasureFlag",
    "MeasureReason",
    "MergedPromises",
    "MunicipalityCoverage",
    "Oddity",
    "OddityKind",
    "Pace",
    "Progress",
    "PromisePair",
    "PromisedBy",
    "PromisorChange",
    "QuantityChange",
    "Run",
    "Share",
    "SplitPromise",
    "Stage",
    "Succession",
    "Target",
    "TimelineRow",
    "Total",
    "compare",
    "counts",
    "coverage",
    "coverage_over_time",
    "due",
    "gaps",
    "lineage",
    "measurabilities",
    "measurability",
    "municipalities_in",
    "near_copies",
    "oddities",
    "progress",
    "timeline",
    "unplaced",
]
