"""One agreement as a page: who promises what, until when, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from medborgarloften.model import (
    Agreement,
    Attribution,
    Contact,
    Outcome,
    Party,
    Promise,
    Signatory,
    Source,
)
from medborgarloften.serializers._pages.markup import (
    Markup,
    bullet,
    bullets,
    fact,
    heading,
    link,
    plain,
    several,
)
from medborgarloften.serializers._pages.wordings import PageWording

__all__ = ["agreement_page"]


def agreement_page(
    agreement: Agreement, outcomes: Iterable[Outcome], say: PageWording, *, level: int
) -> Iterator[Markup]:
    """Write an agreement, block by block, under a heading of that *level*."""
    by_promise = defaultdict[int, list[Outcome]](list)
    for outcome in outcomes:
        by_promise[outcome.promise].append(outcome)
    return _Page(agreement, by_promise, say, level).blocks()


@frozen
class _Page:
    agreement: Agreement
    outcomes: dict[int, list[Outcome]]
    say: PageWording
    level: int

    def blocks(self) -> Iterator[Markup]:
        """Write all of it."""
        agreement = self.agreement
        yield heading(self.level, plain(agreement.title))
        yield bullets(map(bullet, self._facts()))
        if agreement.excerpt:
            yield plain(self.say("page.excerpt"))
        yield from self._section("priorities", map(plain, agreement.priorities))
        if agreement.promises:
            yield self._heading("promises")
            yield from self._promises()
        effects = map(plain, agreement.expected_effects)
        yield from self._section("expected_effects", effects)
        yield from self._section("reviews", self._reviews())
        people = map(self._signatory, agreement.signatories)
        yield from self._section("signatories", people)
        yield from self._section("contacts", map(_contact, agreement.contacts))
        yield from self._section("sources", map(self._source, agreement.sources))

    def _heading(self, name: str) -> Markup:
        return heading(self.level + 1, plain(self.say(f"page.{name}")))

    def _section(self, name: str, points: Iterable[Markup]) -> Iterator[Markup]:
        """Put a heading above points, if there are any."""
        if found := list(map(bullet, points)):
            yield self._heading(name)
            yield bullets(found)

    def _fact(self, name: str, words: str) -> Markup:
        return fact(self.say(f"page.{name}"), plain(words))

    def _facts(self) -> Iterator[Markup]:
        agreement, say = self.agreement, self.say
        yield self._fact("kind", say.label(agreement.kind))
        yield self._fact("parties", self._names(agreement.parties))
        if area := say.area(agreement.area):
            yield self._fact("area", area)
        period = say.period(agreement.period)
        yield self._fact("period", say.quoted(period, agreement.period_wording))
        for amended in filter(None, map(say.amendment, agreement.amendments)):
            yield self._fact("amended", amended)
        for name in ("signed_on", "decided_on", "published_on"):
            day: date | None = getattr(agreement, name)
            if day:
                yield self._fact(name, say.day(day))
        if agreement.basis:
            yield self._fact("basis", say.listed([*map(say.label, agreement.basis)]))

    # ------------------------------------------------------------ promises

    def _promises(self) -> Iterator[Markup]:
        """Write the promises that serve no goal, and then goal by goal.

        A goal that serves another has a heading of its own, as high: goals may
        serve goals in more steps than a page has headings.
        """
        promises = self.agreement.promises
        goals = {promise.parent for promise in promises}
        serving = defaultdict[int | None, list[Promise]](list)
        for promise in promises:
            if promise.number not in goals:
                serving[promise.parent].append(promise)
        yield from self._by_promisors(serving[None])
        for goal in promises:
            if goal.number in goals:
                yield heading(self.level + 2, plain(goal.text))
                yield bullets(map(bullet, self._about_goal(goal)))
                yield from self._by_promisors(serving[goal.number])

    def _by_promisors(self, promises: Iterable[Promise]) -> Iterator[Markup]:
        together = defaultdict[tuple[frozenset[str], bool], list[Promise]](list)
        for promise in promises:
            by_context = promise.attribution is Attribution.CONTEXT
            together[frozenset(promise.promisors), by_context].append(promise)
        for theirs in together.values():
            yield self._promised_by(theirs[0])
            yield bullets(
                bullet(plain(promise.text), self._about(promise)) for promise in theirs
            )

    def _promised_by(self, promise: Promise) -> Markup:
        promisors = self._names(self.agreement.promisors_of(promise))
        if promise.attribution is Attribution.CONTEXT:
            promisors = self.say("page.by_context", promisors=promisors)
        return self._fact("promisors", promisors)

    def _about_goal(self, goal: Promise) -> Iterator[Markup]:
        yield self._promised_by(goal)
        if goal.parent is not None:
            yield self._fact("serves", self.agreement.promise(goal.parent).text)
        yield from self._about(goal)

    def _about(self, promise: Promise) -> Iterator[Markup]:
        """Write what its words do not tell: with whom, when, and what became of it."""
        if promise.partners:
            partners = self._names(self.agreement.partners_of(promise))
            yield self._fact("partners", partners)
        if promise.period is not None:
            yield self._fact("period", self.say.period(promise.period))
        for outcome in self.outcomes[promise.number]:
            label = self.say("page.outcome", day=self.say.day(outcome.on))
            sources = map(self._source, outcome.sources)
            told = several([plain(self._status(outcome)), *sources], "; ")
            yield fact(label, told)

    def _status(self, outcome: Outcome) -> str:
        status = self.say.label(outcome.status)
        if outcome.counted is not None:
            status = self.say("page.counted", status=status, counted=outcome.counted)
        return self.say.quoted(status, outcome.wording)

    # ------------------------------------------------------------ the rest

    def _names(self, parties: Iterable[Party]) -> str:
        return self.say.listed([party.name for party in parties])

    def _reviews(self) -> Iterator[Markup]:
        for review in self.agreement.reviews:
            yield plain(self.say.quoted(self.say.review(review), review.wording))

    def _signatory(self, signatory: Signatory) -> Markup:
        party = signatory.party and self.agreement.party(signatory.party).name
        signed_for = party and self.say("page.signed_for", party=party)
        told = (signatory.name, signatory.role, signatory.political_party, signed_for)
        return plain(", ".join(filter(None, told)))

    def _source(self, source: Source) -> Markup:
        title, url = source.title, source.url
        linked = link(title or url, url) if url else None
        named = [linked] if linked else [plain(each) for each in (title, url) if each]
        told = named or [plain(self.say.label(source.kind))]
        if source.publisher:
            told.append(plain(source.publisher))
        if day := source.published_on or source.updated_on:
            told.append(plain(self.say.day(day)))
        return several(told)


def _contact(contact: Contact) -> Markup:
    told = [plain(each) for each in (contact.name, contact.role, contact.phone) if each]
    if contact.email:
        linked = link(contact.email, f"mailto:{contact.email}")
        told.append(linked or plain(contact.email))
    return several(told)
