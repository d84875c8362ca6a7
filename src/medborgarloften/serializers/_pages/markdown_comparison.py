"""Two agreements side by side: what is kept, in other words, in parts, new, and gone.

What has changed is said in words, and not by strokes or colours alone: CommonMark
has no strikethrough, and a screen reader tells of neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from medborgarloften.analysis import (
    MergedPromises,
    PromisePair,
    Run,
    SplitPromise,
    compare,
)
from medborgarloften.model import Agreement, Party, Promise
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
        found = compare(old, new)
        yield heading(1, plain(say("comparison.heading", old=old.title, new=new.title)))
        yield bullets(map(bullet, self._facts()))
        yield from self._section("reworded", map(self._reworded, found.reworded))
        yield from self._section("split", map(self._split, found.split))
        yield from self._section("merged", map(self._merged, found.merged))
        yield from self._section("new", (self._alone(new, each) for each in found.new))
        gone = (self._alone(old, each) for each in found.dropped)
        yield from self._section("dropped", gone)
        yield from self._section("kept", map(self._kept, found.kept))
        if found.old_is_excerpt:
            yield plain(say("comparison.old_is_excerpt"))
        if found.new_is_excerpt:
            yield plain(say("comparison.new_is_excerpt"))
        yield plain(say("comparison.method"))
        if found.split or found.merged:
            yield plain(say("comparison.parts"))

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

    def _kept(self, pair: PromisePair) -> Markup:
        changes = self._changes(pair, [pair.old], [pair.new])
        return bullet(plain(pair.new.text), [*changes, *self._window_change(pair)])

    def _reworded(self, pair: PromisePair) -> Markup:
        before, now = pair.runs
        changes = self._changes(pair, [pair.old], [pair.new])
        below = [self._before(_marked(before)), *changes, *self._window_change(pair)]
        return bullet(_marked(now), below)

    def _split(self, split: SplitPromise) -> Markup:
        parts = [plain(each.text) for each in split.new]
        changes = self._changes(split, [split.old], split.new)
        return bullet(self._before(plain(split.old.text)), [*parts, *changes])

    def _merged(self, merged: MergedPromises) -> Markup:
        parts = [self._before(plain(each.text)) for each in merged.old]
        changes = self._changes(merged, merged.old, [merged.new])
        return bullet(plain(merged.new.text), [*parts, *changes])

    def _before(self, words: Markup) -> Markup:
        return fact(self.say("comparison.before"), words)

    def _alone(self, agreement: Agreement, promise: Promise) -> Markup:
        promisors = self._named(agreement.promisors_of(promise))
        return bullet(
            plain(promise.text), [fact(self.say("page.promisors"), plain(promisors))]
        )

    def _changes(
        self,
        change: PromisePair | SplitPromise | MergedPromises,
        old: Iterable[Promise],
        new: Iterable[Promise],
    ) -> Iterator[Markup]:
        """Tell what has changed besides the words."""
        promisors = change.promisors
        if promisors.changed:
            before, now = self._named(promisors.old), self._named(promisors.new)
            yield self._fact("promisors", now, before)
        if change.quantities:
            yield self._fact("quantities", self._counts(new), self._counts(old))

    def _window_change(self, pair: PromisePair) -> Iterator[Markup]:
        if pair.new.period != pair.old.period:
            yield self._fact("period", self._window(pair.new), self._window(pair.old))

    def _named(self, parties: Iterable[Party]) -> str:
        return self.say.listed([party.name for party in parties])

    def _window(self, promise: Promise) -> str | None:
        return None if promise.period is None else self.say.period(promise.period)

    def _counts(self, promises: Iterable[Promise]) -> str:
        counts = (each for promise in promises for each in promise.quantities)
        return "; ".join(map(self.say.quantity, counts))


def _marked(runs: Iterable[Run]) -> Markup:
    """Write words, with those in bold that have changed."""
    return several((strong(w) if changed else plain(w) for w, changed in runs), " ")
