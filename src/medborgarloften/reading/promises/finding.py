"""The promises of a page, however it is set out.

They stand in lists, as headlines and one a paragraph; below headings of themes;
or in running text.  What was done last year, problems, effects and quotes never
are promises.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from medborgarloften.reading.page.headings import Section, has_digit
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.promises.found import Found
from medborgarloften.reading.promises.lists import find_listed
from medborgarloften.reading.promises.prose import find_by_theme, find_in_prose

__all__ = ["Found", "find_promises"]


def find_promises(settings: Sequence[Setting]) -> tuple[Found, ...]:
    """Find the promises of a page, in its order."""
    listed = tuple(find_listed(settings))
    if not listed:
        return tuple(find_by_theme(settings)) or tuple(find_in_prose(settings))
    return tuple(_with_prose(settings, listed))


def _with_prose(
    settings: Sequence[Setting], listed: tuple[Found, ...]
) -> Iterator[Found]:
    """Add what an older agreement further down, which has no list, says in prose."""
    by_line = dict[int, list[Found]]()
    for found in listed:
        by_line.setdefault(found.line.number, []).append(found)
    starts = [
        number
        for number, setting in enumerate(settings)
        if _begins_agreement(setting) and setting.line.number > listed[0].line.number
    ]
    for start, end in pairwise([0, *starts, len(settings)]):
        chunk = settings[start:end]
        own = [found for each in chunk for found in by_line.get(each.line.number, ())]
        yield from own or find_in_prose(chunk)


def _begins_agreement(setting: Setting) -> bool:
    return (
        setting.line is setting.heading
        and setting.section is Section.AGREEMENT
        and has_digit(setting.line)
    )
