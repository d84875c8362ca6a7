"""What a register that is written calls itself, and the version of that.

Documents and tables say the same, so that one that is newer than the library is told
to be so whatever its format.
"""

from __future__ import annotations

__all__ = ["SCHEMA", "SCHEMA_VERSION"]

SCHEMA = "medborgarloften/register"
SCHEMA_VERSION = 2
