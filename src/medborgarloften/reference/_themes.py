"""Where the themes stand in the classifications that others use.

The alignments themselves belong to `Theme`; here they are gathered, and found
from the other side: from a code of the UN, the EU, Wikidata or the police.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from medborgarloften.errors import UnknownName, nearest
from medborgarloften.model import Alignment, Theme

__all__ = ["ThemeAlignment", "theme_alignments", "themes_aligned_with"]


class ThemeAlignment(NamedTuple):
    """A theme, and one place where it stands in another classification."""

    theme: Theme
    alignment: Alignment


@cache
def theme_alignments() -> tuple[ThemeAlignment, ...]:
    """List the alignments of all themes, in the order of the themes.

    >>> theme_alignments()[0].alignment.scheme
    'iccs'
    """
    return tuple(
        ThemeAlignment(theme, alignment)
        for theme in Theme
        for alignment in theme.alignments
    )


def themes_aligned_with(scheme: str, code: str) -> tuple[Theme, ...]:
    """Find the themes that a code of another classification stands for.

    Several may share one: "Våldsbrott" of the police is three themes.  None is a
    normal answer, for most codes are about other things.

    >>> [theme.value for theme in themes_aligned_with("eurovoc", "3355")]
    ['drugs']

    Raises:
        UnknownName: If no theme is aligned with such a scheme at all.
    """
    schemes = {each.alignment.scheme for each in theme_alignments()}
    if scheme not in schemes:
        raise UnknownName("classification", scheme, nearest(scheme, schemes))
    return tuple(
        each.theme
        for each in theme_alignments()
        if (each.alignment.scheme, each.alignment.code) == (scheme, code)
    )
