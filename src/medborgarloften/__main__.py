"""``python -m medborgarloften`` is the command ``medborgarloften``."""

from __future__ import annotations

import sys

from medborgarloften.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())
