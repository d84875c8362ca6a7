"""What a line of a page stands under, once that is known."""

from __future__ import annotations

from attrs import frozen

from medborgarloften.reading.actors.parties import Promisors
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.text.document import Line

__all__ = ["Owners", "Setting"]


@frozen
class Owners:
    """Who promises what stands below a line, and the line that says so.

    Attributes:
        promisors: They.
        line: The line.
        are_kept: Whether headings of themes below it change nothing.
    """

    promisors: Promisors
    line: Line
    are_kept: bool = False


@frozen
class Setting:
    """A line, and what it stands under.

    Attributes:
        line: The line.
        section: What its part of the page is about.
        heading: The nearest heading above it.
        intro: The line that leads into the list it is an item of.
        owners: Who promises what stands here.
        goal: The item of a list that it is nested below.
        names_owners: Whether it only says whose the lines below it are.
    """

    line: Line
    section: Section
    heading: Line | None = None
    intro: Line | None = None
    owners: Owners | None = None
    goal: Line | None = None
    names_owners: bool = False
