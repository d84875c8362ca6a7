"""What Spark does in its own way.

It needs Java and takes long to start, so it has tests of its own: ``make test-spark``.
"""

from __future__ import annotations

from typing import Any

from medborgarloften.tables._pyarrow import pa

__all__ = ["fetched", "keep", "let_go"]


def fetched(table: Any) -> pa.Table:  # noqa: ANN401 - Ibis tells no types
    """Fetch all rows of a table.

    Ibis does it by way of pandas, which has no whole numbers beside nulls.
    """
    engine = table.get_backend()
    rows: pa.Table = engine.raw_sql(engine.compile(table)).toArrow()
    return rows


def keep(table: Any) -> Any:  # noqa: ANN401 - the same
    """Keep a table: Spark has no temporary ones."""
    return table.cache()


def let_go(table: Any) -> None:  # noqa: ANN401 - the same
    """Let go of a table that was kept."""
    table.release()
