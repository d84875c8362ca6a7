"""The register as tables: what stands in which, for spreadsheets and databases.

`open` asks tables that need not fit into memory.
"""

from __future__ import annotations

from medborgarloften.tables.asking import open  # noqa: A004 - `tables.open`

__all__ = ["open"]
