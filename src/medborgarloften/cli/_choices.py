"""What there is to choose from, for who has named something that there is not.

It is looked up where it is told: help, and most commands, have no need of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum

from medborgarloften.cli._words import Language
from medborgarloften.errors import UnknownName

__all__ = ["PLACES", "choices", "other_place"]

PLACES = (
    "municipality",
    "county",
    "police_region",
    "police_area",
    "local_police_area",
)


def choices(what: str, language: Language) -> Sequence[str]:
    """List what there is of something, if that is few enough to be read.

    >>> choices("police_region", "sv")
    ['Stockholm', 'Mitt', 'Öst', 'Syd', 'Väst', 'Bergslagen', 'Nord']
    >>> choices("municipality", "sv")
    []
    """
    list_all = _LISTED.get(what)
    return [] if list_all is None else list_all(language)


def other_place(what: str, name: str) -> str | None:
    """Tell what sort of place is called so, where it is not the sort asked for.

    >>> other_place("county", "Flen")
    'municipality'
    """
    from medborgarloften import reference

    for sort in PLACES:
        if sort != what:
            look_up: Callable[[str], object] = getattr(reference, sort)
            try:
                look_up(name)
            except UnknownName:
                continue
            return sort
    return None


def _kinds(language: Language) -> Sequence[str]:
    from medborgarloften.model import AgreementKind, PromiseKind

    return _labels((*PromiseKind, *AgreementKind), language)


def _statuses(language: Language) -> Sequence[str]:
    from medborgarloften.model import Status

    return _labels(Status, language)


def _labels(members: Iterable[Enum], language: Language) -> Sequence[str]:
    from medborgarloften.wording.saying import Wording

    return list(map(Wording(language).label, members))


def _counties(_: Language) -> Sequence[str]:
    from medborgarloften.reference import counties

    return [each.short_name for each in counties()]


def _police_regions(_: Language) -> Sequence[str]:
    from medborgarloften.reference import police_regions

    return [each.name for each in police_regions()]


def _formats_to_read(_: Language) -> Sequence[str]:
    from medborgarloften.serializers import formats

    return formats()


def _formats_to_write(_: Language) -> Sequence[str]:
    from medborgarloften.serializers import formats

    return (*formats(), *formats(write_only=True))


_LISTED: Mapping[str, Callable[[Language], Sequence[str]]] = {
    "kind": _kinds,
    "status": _statuses,
    "county": _counties,
    "police_region": _police_regions,
    "format_to_read": _formats_to_read,
    "format_to_write": _formats_to_write,
}
