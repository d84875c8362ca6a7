"""Who stands behind a promise, and how that is known.

It is whom the promise names, else the heading over it, else all the parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from medborgarloften.model import Attribution, How, PartyKind
from medborgarloften.reading.actors.cast import Cast
from medborgarloften.reading.actors.mentions import Mention, find_mentions
from medborgarloften.reading.actors.parties import Promisors
from medborgarloften.reading.evidence import Cited, cite
from medborgarloften.reading.promises.finding import Found
from medborgarloften.reference import municipality_by_code

__all__ = ["promisors_of"]


def promisors_of(found: Found, cast: Cast) -> tuple[Attribution, dict[str, Cited[str]]]:
    """Tell who promises and how that is known: the promise, its heading, the page."""
    owners = found.setting.owners
    if found.promisors is not None and not _is_the_heading_s(found, found.promisors):
        mentions = _all_named(found.line.text, found.promisors, cast)
        said = cast.promisors(mentions, found.line)
        return Attribution.STATED, said
    if owners is not None:
        headed = cast.promisors(owners.promisors.mentions, owners.line)
        return Attribution.HEADING, headed
    whole = cite(found.line, found.start, found.end)
    return Attribution.CONTEXT, {
        party.id: evolve(words or whole, how=How.INFERRED)
        for party, words in cast.parties
    }


def _is_the_heading_s(found: Found, named: Promisors) -> bool:
    """Tell whether whose the heading is does what is said of those who are named."""
    owners = found.setting.owners
    if owners is None:
        return False
    # "Vi öppnar …" below "Kommunen" is the municipality's.
    if named.is_everybody and not owners.promisors.is_everybody:
        return True
    # So is what its departments do: "Socialtjänsten erbjuder …" below "Kommunen".
    if named.kinds <= _DEPARTMENTS and owners.promisors.kinds == {
        PartyKind.MUNICIPALITY
    }:
        return True
    # "Kommunen informeras" below "Polisen lovar": the police inform it.
    are_others = not (_ids(named) & _ids(owners.promisors))
    receives = _RECEIVES.match(found.line.text, named.end)
    return are_others and not owners.promisors.is_everybody and bool(receives)


_DEPARTMENTS = {PartyKind.SOCIAL_SERVICES, PartyKind.SCHOOL}
# The verb of those to whom something is done; "finns" and "hoppas" only look so.
_RECEIVES = re.compile(
    r"\s+(?:(?:ska|skall|kommer\s+att|bör|kan)\s+)?"
    r"(?:(?:alltid|även|också|regelbundet|löpande|snabbt|tidigt|då)\s+)?"
    r"(?:få|får|(?!(?:tillsammans|annars|hos|oss|dess|(?:finn|syn|hopp|träff|lyck|möt|hjälp"
    r"|saml|en|tur|triv|märk|minn|umgå|vist)[ae]?s)\b)[a-zåäö]{2,}s)\b",
    re.IGNORECASE,
)


def _ids(named: Promisors) -> set[str]:
    return {mention.id for mention in named.mentions}


_JOINT = re.compile(r"\s*(?:,|/|&|(?P<and>\b(?:och|samt)\b))\s*")


def _all_named(text: str, named: Promisors, cast: Cast) -> Iterator[Mention]:
    """Add the parties whose names are words as well: "Orsa och Mora delar på …".

    Beside a party that is surely named, such a word is the name.
    """
    yield from named.mentions
    known = {
        municipality_by_code(party.code).name: party
        for party, _ in cast.parties
        if party.code is not None
    }
    starts = {mention.start: mention for mention in find_mentions(text)}
    last = named.mentions[-1]
    while joint := _JOINT.match(text, last.end):
        start = joint.end()
        # "Polisen, Mora: …" are the police there.
        if not (joint["and"] or last.kind is PartyKind.MUNICIPALITY):
            return
        name = next((each for each in known if _stands_at(start, each, text)), None)
        if name is not None:
            kind, party = PartyKind.MUNICIPALITY, known[name]
            last = Mention(start, start + len(name), kind, name, party.id, party.code)
        elif start in starts and last.end > named.end:
            last = starts[start]
        else:
            return
        yield last


def _stands_at(start: int, name: str, text: str) -> bool:
    end = start + len(name)
    return text.startswith(name, start) and not text[end : end + 1].isalnum()
