"""Two agreements side by side: what is kept, in other words, new, and gone.

What has changed is said in words, and not by strokes or colours alone: CommonMark
has no strikethrough, and a screen reader tells of neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from medborgarloften.model import Agreement, Promise
from medborgarloften.serializers._pages.comparison import Pair, Run, compared, runs
from medborgarloften.serializers._pages.markup import (
    Markup,
    bullet,
    bullets,
    fact,
    heading,
    plain,
    several,
    strong,
)
from medborgarloften.serializers._pages.wordings import PageWording

__all__ = ["comparison_page"]


def comparison_page(
    old: Agreement, new: Agreement, say: PageWording
) -> Iterator[Markup]:
    """Write, block by block, what has changed from one agreement to another."""
    return _Comparing(old, new, say).blocks()


@frozen
class _Comparing:
    old: Agreement
    new: Agreement
    say: PageWording

    def blocks(self) -> Iterator[Markup]:
        """Write all of it."""
        old, new, say = self.old, self.new, self.say
        found = compared(old.promises, new.promises)
        yield heading(1, plain(say("comparison.heading", old=old.title, new=new.title)))
        yield bullets(map(bullet, self._facts()))
        yield from self._section("reworded", map(self._reworded, found.reworded))
        yield from self._section("new", (self._alone(new, each) for each in found.new))
        gone = (self._alone(old, each) for each in found.dropped)
        yield from self._section("dropped", gone)
        yield from self._section("kept", map(self._kept, found.kept))
        if old.excerpt:
            yield plain(say("comparison.old_is_excerpt"))
        if new.excerpt:
            yield plain(say("comparison.new_is_excerpt"))
        yield plain(say("comparison.method"))

    def _section(self, name: str, points: Iterable[Markup]) -> Iterator[Markup]:
        """Put a heading that tells how many above points, if there are any."""
        if found := list(points):
            words = self.say(f"comparison.{name}", count=len(found))
            yield heading(2, plain(words))
            yield bullets(found)

    def _facts(self) -> Iterator[Markup]:
        """Tell of the two agreements what can be held against each other."""
        both = zip(self._facts_of(self.new), self._facts_of(self.old), strict=True)
        for (name, now), (_, before) in both:
            if now or before:
                yield self._fact(name, now, before)

    def _facts_of(self, agreement: Agreement) -> Iterator[tuple[str, str | None]]:
        say = self.say
        amended = filter(None, map(say.amendment, agreement.amendments))
        yield "period", say.period(agreement.period)
        yield "amended", "; ".join(amended)
        yield "parties", say.listed([party.name for party in agreement.parties])
        yield "area", say.area(agreement.area)

    def _fact(self, name: str, now: str | None, before: str | None) -> Markup:
        """Tell what something is, and what it was if that is something else."""
        nothing = self.say("comparison.nothing")
        words = now or nothing
        if now != before:
            facts = {"now": words, "before": before or nothing}
            words = self.say("comparison.changed", **facts)
        return fact(self.say(f"page.{name}"), plain(words))

    # ------------------------------------------------------------ promises

    def _kept(self, pair: Pair) -> Markup:
        return bullet(plain(pair.new.text), self._changes(pair))

    def _reworded(self, pair: Pair) -> Markup:
        before, now = runs(pair.old.text, pair.new.text)
        in_other_words = fact(self.say("comparison.before"), _marked(before))
        return bullet(_marked(now), [in_other_words, *self._changes(pair)])

    def _alone(self, agreement: Agreement, promise: Promise) -> Markup:
        promisors = self._promisors(agreement, promise)
        return bullet(
            plain(promise.text), [fact(self.say("page.promisors"), plain(promisors))]
        )

    def _changes(self, pair: Pair) -> Iterator[Markup]:
        """Tell what has changed besides the words."""
        old, new = pair
        if set(new.promisors) != set(old.promisors):
            now = self._promisors(self.new, new)
            yield self._fact("promisors", now, self._promisors(self.old, old))
        if set(new.quantities) != set(old.quantities):
            yield self._fact("quantities", self._counts(new), self._counts(old))
        if new.period != old.period:
            yield self._fact("period", self._window(new), self._window(old))

    def _promisors(self, agreement: Agreement, promise: Promise) -> str:
        promisors = agreement.promisors_of(promise)
        return self.say.listed([party.name for party in promisors])

    def _window(self, promise: Promise) -> str | None:
        return None if promise.period is None else self.say.period(promise.period)

    def _counts(self, promise: Promise) -> str:
        return "; ".join(map(self.say.quantity, promise.quantities))


def _marked(runs: Iterable[Run]) -> Markup:
    """Write words, with those in bold that have changed."""
    return several((strong(w) if changed else plain(w) for w, changed in runs), " ")
