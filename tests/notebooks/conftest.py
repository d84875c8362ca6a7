"""How the notebooks are run: as Jupyter would, one kernel at a time."""

from __future__ import annotations


def pytest_addoption(parser):
    """Let those who change a notebook keep what it gives now."""
    parser.addoption(
        "--refresh", action="store_true", help="keep what the notebooks give now"
    )
