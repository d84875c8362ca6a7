"""Results in running text: a promise, and what came of it, in a sentence or two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from medborgarloften.model import Status
from medborgarloften.reading.outcomes.figures import (
    counted_in,
    held_against,
)
from medborgarloften.reading.outcomes.telling import Result, Telling
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.text.numbers import number_of
from medborgarloften.reading.text.sentences import sentences

__all__ = ["held_against_promises", "told_in_prose"]


# How prose comes to a promise of which it goes on to tell: "Polisen lovade 20 pass
# och genomförde 22", "Kommunen skulle …. Det …", "Den sista punkten gällde …".
_IN_PROSE = (
    re.compile(
        r"\blovade\s+(?:(?:vi|polisen|kommunen|parterna)\s+)?"
        r"(?:(?:även|också|dessutom)\s+)?(?:att\s+)?(?P<promise>.+?)"
        r"(?:,?\s(?:och|men)\s(?P<told>(?:det|genomförde|gjorde|höll|har|hann)\b.*)"
        r"|[.!]?\Z)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\A(?:vi|parterna|(?:polisen|kommunen|\w+\skommun)(?:\soch\s\w+)?)\s+skulle"
        r"\s+(?P<promise>.+?)(?P<told>)[.!]?\Z",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:löftet|punkten|åtagandet)\s+(?:gällde|handlade\s+om|var\s+att)"
        r"\s+(?P<promise>.+?)(?P<told>)[.!]?\Z",
        re.IGNORECASE,
    ),
    re.compile(
        r"\A(?:löftet|åtagandet|punkten)\s+(?:om\s+)?att\s+(?P<promise>.+?)\s"
        r"(?P<told>(?:är|har|blev|bedöms|uppfyll\w+|infriades|nåddes)\b.*)\Z",
        re.IGNORECASE,
    ),
)
_AIM = re.compile(
    r"\bmålet\s+om\s+(?P<promise>.+?)(?:\s(?:är|har|nåddes|uppnåddes)\b|[.!]?\Z)",
    re.IGNORECASE,
)


def told_in_prose(setting: Setting) -> Iterator[Result]:
    """Read what a paragraph tells of promises, each in a sentence or two."""
    line = setting.line
    places = sentences(line.text)
    for (start, end), below in zip(places, [*places[1:], None], strict=True):
        said = line.text[start:end]
        more = line.text[slice(*below)] if below else ""
        stop = below[1] if below else end
        if found := _first_in(said):
            own = found["told"]
            span = line.span(start, end if own else stop)
            telling = Telling(found["promise"], own or more, setting, span)
        elif aim := _AIM.search(said):
            told, span = f"{said} {more}", line.span(start, stop)
            telling = Telling(aim["promise"], told, setting, span, figures=more)
        else:
            continue
        yield telling.result()


def _first_in(said: str) -> re.Match[str] | None:
    return next(filter(None, (each.search(said) for each in _IN_PROSE)), None)


_AGAINST = re.compile(
    r"\bmot\s+(?:de\s+)?utlovade\s+(\w+)|\bav\s+(?:de\s+)?(\w+)\s+utlovade\b"
    r"|\blöftet\s+var\s+(\w+)|\b(?:fler|mer|oftare)\b[^.]{0,60}?\b(?:ut)?lovat\b",
    re.IGNORECASE,
)
_IS_TO_COME = re.compile(r"\b(?:ska|skall|lovar|kommer\s+att)\b", re.IGNORECASE)


def held_against_promises(group: Sequence[Setting]) -> Iterator[Result]:
    """Read what is held against a promise: "41 kontroller mot utlovade 25"."""
    for setting in group:
        line = setting.line
        for start, end in sentences(line.text):
            said = line.text[start:end]
            if measured := _measured(said):
                yield Result(
                    promise=said.rstrip("."),
                    number=None,
                    status=measured.status,
                    counted=measured.counted,
                    wording=said,
                    span=line.span(start, end),
                    heading=setting.heading,
                )


class _Measured(NamedTuple):
    """A count that was held against a promise, and how it stood."""

    counted: int
    status: Status


def _measured(said: str) -> _Measured | None:
    may_be = "lov" in said.lower() or "löftet" in said.lower()
    found = _AGAINST.search(said) if may_be and not _IS_TO_COME.search(said) else None
    counted = counted_in(said[: found.start()]) if found else None
    if found is None or counted is None:
        return None
    least = next(filter(None, found.groups()), "0")  # "fler än vi lovat" is enough
    promised = number_of(least.casefold())
    if promised is None:
        return None
    return _Measured(counted, held_against(counted, promised))
