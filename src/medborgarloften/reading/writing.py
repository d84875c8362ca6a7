"""One agreement, put together from what the recognisers found, and cited.

Whatever goes into an agreement goes through `Sheet.put`, which keeps the words
it was read from under the field's path, so no field is left without a citation.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import TypeVar

from attrs import define, evolve, field

from medborgarloften.errors import Problem
from medborgarloften.model import (
    Agreement,
    AgreementKind,
    Area,
    Attribution,
    Contact,
    How,
    Party,
    Promise,
    Signatory,
    Source,
    SourceKind,
    ValidityPeriod,
    agreement_id,
)
from medborgarloften.reading import dating, facts
from medborgarloften.reading.actors.area import find_area
from medborgarloften.reading.actors.cast import Cast, cast_of
from medborgarloften.reading.actors.people import (
    Person,
    find_contacts,
    find_signatories,
)
from medborgarloften.reading.evidence import Cited, Sheet, cite, cite_as
from medborgarloften.reading.pages import Page, Part
from medborgarloften.reading.promises.finding import Found
from medborgarloften.reading.promises.wording import read_wording
from medborgarloften.reading.results import PageKind
from medborgarloften.reading.text.document import Line
from medborgarloften.reference import municipality_by_code

__all__ = ["Writer"]

T = TypeVar("T")


@define
class Writer:
    """One agreement in the making.

    Attributes:
        page: The page it stands on.
        part: The lines of the page that are its own.
        sheet: The words of each field.
        problems: What could not be read, or cannot be right.
    """

    page: Page
    part: Part
    sheet: Sheet = field(factory=Sheet)
    problems: list[Problem] = field(factory=list[Problem])

    def write(self, codes: tuple[str, ...] | None) -> tuple[Agreement, list[Problem]]:
        """Put the agreement together, in the municipalities of *codes* if given."""
        put, put_all = self.sheet.put_if, self.sheet.put_all
        settings = self.part.settings
        reference_day = self.page.reference_day
        title = self.part.title or self.page.title
        period = dating.find_period(settings, title, reference_day=reference_day)
        self.problems += period.problems
        if not period.period.is_stated and not period.problems:
            self.problems.append(_NO_PERIOD)
        area = self._area(codes)
        cast = cast_of(self.page.settings, area.municipalities)
        parties = tuple(
            self._party(f"parties[{number}]", *each)
            for number, each in enumerate(cast.parties)
        )
        has_period = period.period.is_stated or bool(period.problems)
        promises = tuple(
            self._promise(number, found, cast, period.period, has_period=has_period)
            for number, found in enumerate(self.part.promises)
        )
        self._report_strangers(cast)
        signed = dating.find_signed(settings, reference_day=reference_day)
        agreement = Agreement(
            id="new",
            kind=put("kind", _umbrella(title)) or AgreementKind.CITIZENS_PROMISE,
            title=put("title", cite(title) if title else None) or "Medborgarlöfte",
            area=area,
            parties=parties,
            others=tuple(
                self._party(f"others[{number}]", *each)
                for number, each in enumerate(cast.others.values())
            ),
            period=period.period,
            period_wording=self._period_wording(period),
            promises=promises,
            signatories=tuple(
                self._signatory(number, person, cast)
                for number, person in enumerate(find_signatories(settings))
            ),
            signed_on=put("signed_on", signed),
            decided_on=put(
                "decided_on", dating.find_decided(settings, reference_day=reference_day)
            ),
            published_on=put("published_on", self._published(signed))
            or self.page.published_on,
            basis=put_all("basis", facts.find_basis(settings)),
            priorities=put_all("priorities", facts.find_priorities(settings)),
            expected_effects=put_all("expected_effects", facts.find_effects(settings)),
            reviews=put_all("reviews", facts.find_reviews(settings)),
            ordinal=put("ordinal", facts.find_ordinal(settings)),
            excerpt=put("excerpt", facts.find_excerpt(settings)) or False,
            contacts=tuple(
                self._contact(number, person)
                for number, person in enumerate(find_contacts(settings))
            ),
            sources=self._sources(),
        )
        names = [municipality_by_code(code).name for code in area.municipalities]
        # Where nothing tells the place, the text itself tells pages apart.
        names = names or [f"okand-{(agreement.sources[0].sha256 or '')[:8]}"]
        id_ = agreement_id(names, agreement.period, kind=agreement.kind)
        citations = tuple(self.sheet.citations.values())
        return evolve(agreement, id=id_, citations=citations), self.problems

    def _period_wording(self, period: dating.PagePeriod) -> str | None:
        if period.wording is None:
            return None
        if period.period.is_stated:
            self.sheet.put("period", period.wording)
        return self.sheet.put("period_wording", period.wording)

    def _area(self, codes: tuple[str, ...] | None) -> Area:
        if codes is not None:
            return Area(municipalities=codes)
        titles = [line for line in (self.part.title, self.page.title) if line]
        found = find_area(self.page.settings, titles, self.page.extract.url)
        if not found:
            self.problems.append(_NO_MUNICIPALITY)
        return Area(
            municipalities=tuple(
                each
                if isinstance(each, str)
                else self.sheet.put(f"area.municipalities[{number}]", each)
                for number, each in enumerate(found)
            )
        )

    def _party(self, path: str, party: Party, words: Cited[str] | None) -> Party:
        self.sheet.put_if(f"{path}.name", words)
        return party

    def _promise(
        self,
        number: int,
        found: Found,
        cast: Cast,
        period: ValidityPeriod,
        *,
        has_period: bool,
    ) -> Promise:
        path = f"promises[{number}]"
        put_all, line = self.sheet.put_all, found.line
        attribution, promisors = _promisors(found, cast)
        put_all(f"{path}.promisors", promisors.values())
        wording = read_wording(found, period, has_period=has_period)
        partners = dict[str, Cited[str]]()
        for partner in wording.partners:
            for id_ in cast.partner(partner, line, found.start):
                if id_ not in promisors:
                    start, end = partner.start, partner.end
                    words = cite(line, found.start + start, found.start + end)
                    partners.setdefault(id_, words)
        put_all(f"{path}.partners", partners.values())
        return Promise(
            number=number + 1,
            text=self.sheet.put(f"{path}.text", cite(line, found.start, found.end)),
            kind=found.kind,
            parent=None
            if found.parent is None
            else found.parent - self.part.offset + 1,
            promisors=tuple(promisors),
            attribution=attribution,
            partners=tuple(partners),
            themes=put_all(f"{path}.themes", wording.themes),
            quantities=put_all(f"{path}.quantities", wording.quantities),
            period=self.sheet.put_if(f"{path}.period", wording.period),
            places=put_all(f"{path}.places", wording.places),
            target_groups=put_all(f"{path}.target_groups", wording.target_groups),
            purpose=self.sheet.put_if(f"{path}.purpose", wording.purpose),
            condition=self.sheet.put_if(f"{path}.condition", wording.condition),
            hedged=self.sheet.put_if(f"{path}.hedged", wording.hedge) is not None,
        )

    def _signatory(self, number: int, person: Person, cast: Cast) -> Signatory:
        path = f"signatories[{number}]"
        represented = cast.id_of(person.side) if person.side else ()
        is_one = len(represented) == 1
        if is_one and person.role is not None:
            self.sheet.put(f"{path}.party", evolve(person.role, how=How.INFERRED))
        return Signatory(
            name=self.sheet.put(f"{path}.name", person.name),
            role=self.sheet.put_if(f"{path}.role", person.role),
            political_party=self.sheet.put_if(f"{path}.political_party", person.party),
            party=represented[0] if is_one else None,
        )

    def _contact(self, number: int, person: Person) -> Contact:
        path, put = f"contacts[{number}]", self.sheet.put_if
        return Contact(
            name=self.sheet.put(f"{path}.name", person.name),
            role=put(f"{path}.role", person.role),
            phone=put(f"{path}.phone", person.phone),
            email=put(f"{path}.email", person.email),
        )

    def _published(self, signed: Cited[date] | None) -> Cited[date] | None:
        """Find the day of publication: stamped, or the only day it can have been.

        A page that tells of a signing, and was last changed on that very day,
        was published on it.
        """
        updated = self.page.updated
        if self.page.published or not updated or not signed:
            return self.page.published
        same_day = updated.value == signed.value
        return evolve(updated, how=How.INFERRED) if same_day else None

    def _sources(self) -> tuple[Source, ...]:
        page, put, extract = self.page, self.sheet.put_if, self.page.extract
        put("sources[0].published_on", page.published)
        put("sources[0].updated_on", page.updated)
        title = put("sources[0].title", cite(page.title) if page.title else None)
        read = Source(
            url=extract.url,
            kind=_source_kind(page),
            title=title or extract.title,
            publisher=extract.publisher,
            published_on=page.published_on,
            updated_on=page.updated_on,
            retrieved_on=extract.retrieved_on,
            media_type=extract.media_type,
            sha256=hashlib.sha256(
                page.document.text.encode("utf-8", errors="surrogatepass")
            ).hexdigest(),
        )
        documents = facts.find_documents(self.part.settings, extract.links)
        linked = (
            Source(
                url=link.url if link else None,
                kind=SourceKind.DOCUMENT,
                title=self.sheet.put(f"sources[{number}].title", words),
                media_type=link.media_type if link else "application/pdf",
            )
            for number, (words, link) in enumerate(documents, 1)
        )
        return (read, *linked)

    def _report_strangers(self, cast: Cast) -> None:
        for mention, line in cast.strangers:
            name = mention.name
            self.problems.append(
                Problem(
                    code="other-municipality",
                    message=f"{name} promises here, but the agreement is another's",
                    message_sv=f"{name} lovar här, men löftet gäller en annan kommun",
                    span=line.span(mention.start, mention.end),
                )
            )


def _promisors(found: Found, cast: Cast) -> tuple[Attribution, dict[str, Cited[str]]]:
    """Tell who promises and how that is known: the promise, its heading, the page."""
    if found.promisors is not None:
        said = cast.promisors(found.promisors.mentions, found.line)
        return _if_said(said, Attribution.STATED), said
    owners = found.setting.owners
    if owners is not None:
        headed = cast.promisors(owners.promisors.mentions, owners.line)
        return _if_said(headed, Attribution.HEADING), headed
    whole = cite(found.line, found.start, found.end)
    return Attribution.CONTEXT, {
        party.id: evolve(words or whole, how=How.INFERRED)
        for party, words in cast.parties
    }


def _if_said(promisors: dict[str, Cited[str]], so: Attribution) -> Attribution:
    """Know it *so* if any of them is named, and else only from the page."""
    is_said = any(words.how is How.STATED for words in promisors.values())
    return so if is_said else Attribution.CONTEXT


def _source_kind(page: Page) -> SourceKind:
    if page.extract.media_type == "application/pdf":
        return SourceKind.DOCUMENT
    return SourceKind.NEWS if page.kind is PageKind.NEWS else SourceKind.PAGE


_UMBRELLA = re.compile(r"samverkansöverenskommelse|samverkansavtal", re.IGNORECASE)


def _umbrella(title: Line | None) -> Cited[AgreementKind] | None:
    """Tell an umbrella agreement by its title, if that names nothing else."""
    if title is None or "medborgarlöft" in title.text.casefold():
        return None
    found = _UMBRELLA.search(title.text)
    return found and cite_as(AgreementKind.COOPERATION_AGREEMENT, title, *found.span())


_NO_PERIOD = Problem(
    code="period-not-stated",
    message="the page does not say when the agreement holds",
    message_sv="sidan säger inte när löftet gäller",
)
_NO_MUNICIPALITY = Problem(
    code="municipality-not-stated",
    message="the page names no municipality; say which it is when you read it",
    message_sv="sidan nämner ingen kommun; ange vilken det är när du läser den",
)
