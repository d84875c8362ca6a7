"""One agreement, put together from what the recognisers found, and cited.

Whatever goes into an agreement goes through `Sheet.put`, which keeps the words
it was read from under the field's path, so no field is left without a citation.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from attrs import define, evolve, field

from medborgarloften.errors import Problem
from medborgarloften.model import (
    Agreement,
    AgreementKind,
    Area,
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
from medborgarloften.reading._reading import PageKind
from medborgarloften.reading.actors.area import (
    find_area,
    find_district,
    find_told_area,
)
from medborgarloften.reading.actors.cast import Cast, cast_of
from medborgarloften.reading.actors.people import (
    Person,
    find_contacts,
    find_signatories,
)
from medborgarloften.reading.attributing import promisors_of
from medborgarloften.reading.evidence import Cited, Sheet, cite, cite_as
from medborgarloften.reading.page.page import Page
from medborgarloften.reading.page.parting import Part
from medborgarloften.reading.periods import find_periods
from medborgarloften.reading.promises.finding import Found
from medborgarloften.reading.promises.wording import read_wording
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
        period = self._period(title)
        self.problems += period.problems
        if not period.period.is_stated and not period.problems:
            self.problems.append(_NO_PERIOD)
        self.problems += dating.find_wrong_weekdays(settings)
        area = self._area(codes)
        cast = cast_of(self.page.present, area.municipalities, self.part.promises)
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
            amendments=put_all(
                "amendments",
                dating.find_extensions(
                    settings,
                    reference_day=self.page.issued_on,
                    original=period.period,
                ),
            ),
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
        id_ = agreement_id(
            names, agreement.period, district=area.district, kind=agreement.kind
        )
        citations = tuple(self.sheet.citations.values())
        return evolve(agreement, id=id_, citations=citations), self.problems

    def _period(self, title: Line | None) -> dating.PagePeriod:
        """Find the period in the lines, else in the name that a web page has."""
        found = dating.find_period(
            self.part.settings, title, reference_day=self.page.issued_on
        )
        is_told = found.period.is_stated or found.problems
        if is_told or self.part.title is not None:
            return found
        return evolve(found, period=_period_in_name(self.page.extract.title or ""))

    def _period_wording(self, period: dating.PagePeriod) -> str | None:
        if period.wording is None:
            return None
        if period.period.is_stated:
            self.sheet.put("period", period.wording)
        return self.sheet.put("period_wording", period.wording)

    def _area(self, codes: tuple[str, ...] | None) -> Area:
        lines = (self.part.title, self.part.place, self.page.title)
        titles = [line for line in lines if line]
        district = self.sheet.put_if(
            "area.district", find_district(self.page.settings, titles)
        )
        extract = self.page.extract
        if codes is not None:
            told = find_told_area(self.page.settings, titles)
            self.problems += _differing(codes, told)
            return Area(municipalities=codes, district=district)
        found = find_area(self.page.settings, titles, extract.url, extract.title)
        if not found:
            self.problems.append(_NO_MUNICIPALITY)
        return Area(
            municipalities=tuple(
                each
                if isinstance(each, str)
                else self.sheet.put(f"area.municipalities[{number}]", each)
                for number, each in enumerate(found)
            ),
            district=district,
        )

    def _party(self, path: str, party: Party, words: Cited[str] | None) -> Party:
        self.sheet.put_if(f"{path}.name", words)
        concluded = words and evolve(words, how=How.INFERRED)
        self.sheet.put_if(f"{path}.kind", concluded)
        self.sheet.put_if(f"{path}.code", concluded if party.code else None)
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
        attribution, promisors = promisors_of(found, cast)
        put_all(f"{path}.promisors", promisors.values())
        text = cite(line, found.start, found.end)
        named = next(iter(promisors.values()), text)
        self.sheet.put(f"{path}.attribution", evolve(named, how=How.INFERRED))
        self.sheet.put(f"{path}.kind", evolve(text, how=How.INFERRED))
        self.sheet.put_if(f"{path}.parent", cite(found.goal) if found.goal else None)
        wording = read_wording(
            found, period, self.page.vocabulary, has_period=has_period
        )
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
            text=self.sheet.put(f"{path}.text", text),
            kind=found.kind,
            parent=self.part.numbers.get(found.goal.number) if found.goal else None,
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
            self.problems.append(
                Problem(
                    code="other-municipality",
                    message=(
                        f"{mention.name} promises here, but the agreement is another's;"
                        " read that page apart, or name the right municipality with"
                        " municipality="
                    ),
                    message_sv=(
                        f"{mention.name} lovar här, men löftet gäller en annan kommun;"
                        " läs den sidan för sig, eller ange rätt kommun med"
                        " municipality="
                    ),
                    span=line.span(mention.start, mention.end),
                )
            )


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


def _period_in_name(name: str) -> ValidityPeriod:
    """Read it from a web page's name, if that is of a medborgarlöfte and tells one."""
    found = find_periods(name) if "medborgarlöft" in name.casefold() else ()
    periods = {each.period for each in found if not each.problems}
    return periods.pop() if len(periods) == 1 else ValidityPeriod()


def _differing(codes: tuple[str, ...], told: Sequence[Cited[str]]) -> list[Problem]:
    """Doubt the municipalities that were given, if the page says it is of others."""
    if not told or not {each.value for each in told}.isdisjoint(codes):
        return []
    given = ", ".join(municipality_by_code(code).name for code in codes)
    names = ", ".join(municipality_by_code(each.value).name for each in told)
    return [
        Problem(
            code="municipality-differs",
            message=f"the page is of {names}, and {given} was given and kept;"
            " leave out municipality= to read the page's own",
            message_sv=f"sidan gäller {names}, men {given} angavs och behölls;"
            " utelämna municipality= för att läsa sidans egen",
            span=told[0].span,
        )
    ]


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
