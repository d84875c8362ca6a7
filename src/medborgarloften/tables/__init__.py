"""The register as tables: what stands in which, for spreadsheets and databases.

`open` asks tables that need not fit into memory.  `to_pandas` and `to_polars` make a
data frame of a register, or of what was found in one.
"""

from __future__ import annotations

from medborgarloften.tables.asking import open  # noqa: A004 - `tables.open`
from medborgarloften.tables.frames import (
    to_pandas,
    to_pandas_tables,
    to_polars,
    to_polars_tables,
)

__all__ = ["open", "to_pandas", "to_pandas_tables", "to_polars", "to_polars_tables"]
