"""Facts about Sweden: municipalities, counties, and the areas of the police.

The tables come with the package and are read when a fact is first asked for;
nothing is ever fetched.  Names are found by any way to write them, whatever the
case, and a name that nobody has is refused with the nearest ones.

>>> municipality("Askersunds kommun") == municipality("1882")
True
>>> [area.name for area in local_police_areas_of("Askersund")]
['Hallsberg']

Codes and names of municipalities and counties are those of Statistics Sweden
(SCB).  What is known of the police's areas is incomplete; each row of
`police_coverage` tells its source and how sure it is.
"""

from __future__ import annotations

from medborgarloften.reference._counties import County, counties, county
from medborgarloften.reference._coverage import (
    PoliceCoverage,
    local_police_areas_of,
    municipalities_of,
    police_areas_of,
    police_coverage,
    police_region_of,
)
from medborgarloften.reference._mentions import (
    MunicipalityMention,
    find_municipalities,
)
from medborgarloften.reference._municipalities import (
    Change,
    FormerCode,
    Municipality,
    municipalities,
    municipality,
    municipality_by_code,
)
from medborgarloften.reference._police import (
    LocalPoliceArea,
    PoliceArea,
    PoliceRegion,
    local_police_area,
    local_police_areas,
    police_area,
    police_areas,
    police_region,
    police_regions,
)
from medborgarloften.reference._table import Confidence
from medborgarloften.reference._themes import (
    ThemeAlignment,
    theme_alignments,
    themes_aligned_with,
)

__all__ = [
    "Change",
    "Confidence",
    "County",
    "FormerCode",
    "LocalPoliceArea",
    "Municipality",
    "MunicipalityMention",
    "PoliceArea",
    "PoliceCoverage",
    "PoliceRegion",
    "ThemeAlignment",
    "counties",
    "county",
    "find_municipalities",
    "local_police_area",
    "local_police_areas",
    "local_police_areas_of",
    "municipalities",
    "municipalities_of",
    "municipality",
    "municipality_by_code",
    "police_area",
    "police_areas",
    "police_areas_of",
    "police_coverage",
    "police_region",
    "police_region_of",
    "police_regions",
    "theme_alignments",
    "themes_aligned_with",
]
