"""A scene in, lengths that do not fit the days of their two events out.

Days, moments and lengths are edges of a simple temporal network. A length that some two days meet
is settled; one that no two days of its events meet is a finding, where the days are sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import frozen

from reconcile.checks.joint.events import Dated, End, Span, dated_in, spans_in
from reconcile.checks.joint.minimal import minimal_conflict
from reconcile.checks.joint.network import ORIGIN, Edge, consistent, gap_between
from reconcile.checks.joint.scene import Scene, place_of, reading
from reconcile.model import Interval
from reconcile.values import sets

#: days that are this many times farther apart than a length, or nearer, are hardly of its events
_FARTHEST: Final = Decimal("2.5")
_THREE: Final = 3


@frozen(eq=False)
class Unfitting:
    """A length and the two days that it does not lie between."""

    span: Span
    first: Dated
    last: Dated
    #: how long after the first the last is
    gap: Interval


def unfitting_spans(scene: Scene) -> Iterator[Unfitting]:
    """Every length that contradicts the days of its two events, in other articles or its own."""
    dated = dated_in(scene)
    for span in spans_in(scene):
        found = _unfitting(span, dated)
        if found is not None:
            yield found


def _unfitting(span: Span, dated: Sequence[Dated]) -> Unfitting | None:
    firsts = [each for each in dated if _is_of(each, span, span.before, span.before_end)]
    lasts = [each for each in dated if _is_of(each, span, span.after, span.after_end)]
    pairs = [
        (first, last)
        for first in firsts
        for last in lasts
        if first.claim is not last.claim and _is_after(first, last)
    ]
    if not pairs or any(consistent(edges_of(span, *pair)) for pair in pairs):
        return None
    if not _is_one_day([first for first, _ in pairs], [last for _, last in pairs]):
        return None
    first, last = min(pairs, key=lambda pair: _preference(span, *pair))
    gap = gap_between(edges_of(None, first, last), "first", "last")
    articles = {each.claim.article for each in (span, first, last)}
    if gap is None or len(articles) == 1 or not _is_near(gap, reading(span.claim).interval):
        return None
    blamed = minimal_conflict((), edges_of(span, first, last), consistent)
    return Unfitting(span, first, last, gap) if len(blamed) == _THREE else None


def _is_of(dated: Dated, span: Span, events: frozenset[str], end: End) -> bool:
    """Whether a day is that of one of the events, at the end of it that is meant."""
    if not dated.events & events or dated.claim is span.claim:
        return False
    if span.before_end == "start" and dated.end == "moment":
        return False
    if end != "moment" and dated.end not in (end, "moment"):
        return False
    if span.is_vague and not dated.things & span.things:
        return False
    told_apart = span.ordinals if events is span.before else frozenset()
    return not told_apart or bool(told_apart & dated.ordinals)


def _is_after(first: Dated, last: Dated) -> bool:
    """Whether one day or moment lies wholly behind the other."""
    assert first.when.high is not None
    assert last.when.low is not None
    return last.when.low >= first.when.high


def _is_one_day(firsts: Sequence[Dated], lasts: Sequence[Dated]) -> bool:
    """Whether the days of each event are one day: then they are sure."""
    return all(
        not sets.disjoint(each.when, other.when)
        for listed in (firsts, lasts)
        for each in listed
        for other in listed
    )


def _preference(span: Span, first: Dated, last: Dated) -> tuple[object, ...]:
    """Three articles before two; then by article and place."""
    articles = {span.claim.article, first.claim.article, last.claim.article}
    return -len(articles), place_of(first.claim), place_of(last.claim)


def _is_near(gap: Interval, length: Interval) -> bool:
    """Whether the days and the length are of one order: else they are of other events."""
    if gap.low is None or gap.high is None or length.low is None or length.high is None:
        return False
    apart, long = (gap.low + gap.high) / 2, (length.low + length.high) / 2
    return long > 0 and apart > 0 and max(apart / long, long / apart) <= _FARTHEST


def edges_of(span: Span | None, first: Dated, last: Dated) -> list[Edge]:
    """The two days, and the length between them, as edges of a network."""
    edges = [
        Edge(ORIGIN, "first", closed(first.when)),
        Edge(ORIGIN, "last", closed(last.when)),
    ]
    if span is not None:
        edges.append(Edge("first", "last", reading(span.claim).interval))
    return edges


def closed(when: Interval) -> Interval:
    """A day with both its ends: something that lasts to its end may be counted with it."""
    return Interval(when.low, when.high, True, True)
