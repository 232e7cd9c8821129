"""A scene in, the lengths whose two events are dated out, with their days.

Days, moments and lengths are edges of a simple temporal network between two events. They are sure
where nobody has another day of either event.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from reconcile.checks.joint.events import Dated, End, dated_in
from reconcile.checks.joint.network import ORIGIN, Edge, consistent
from reconcile.checks.joint.scene import Scene, place_of, reading
from reconcile.checks.joint.spans import Span, spans_in
from reconcile.model import Interval
from reconcile.records import frozen
from reconcile.values import sets

#: days of one event that are tried
_TRIED: Final = 40


@frozen(eq=False)
class Anchored:
    """A length with the days of its two events, where these are sure: the first, then the last."""

    span: Span
    pairs: tuple[tuple[Dated, Dated], ...]

    @property
    def fitting(self) -> tuple[tuple[Dated, Dated], ...]:
        """The days with which the length can hold."""
        return tuple(pair for pair in self.pairs if consistent(edges_of(self.span, *pair)))


def anchored_spans(scene: Scene) -> list[Anchored]:
    """The lengths of a story whose two events are dated, each on one day that nobody disputes."""
    by_event: dict[str, list[Dated]] = defaultdict(list)
    for each in dated_in(scene):
        for event in sorted(each.events):
            by_event[event].append(each)
    anchored = (_anchored(span, by_event) for span in spans_in(scene))
    return [each for each in anchored if each is not None]


def _anchored(span: Span, by_event: Mapping[str, Sequence[Dated]]) -> Anchored | None:
    firsts = _of_events(span, span.before, by_event, _is_first)
    lasts = _of_events(span, span.after, by_event, _is_last)
    pairs = tuple(
        (first, last)
        for first in firsts
        for last in lasts
        if first.claim is not last.claim and _is_after(first, last)
    )
    sure = bool(pairs) and _is_one_day([a for a, _ in pairs]) and _is_one_day([b for _, b in pairs])
    return Anchored(span, pairs) if sure else None


def _of_events(
    span: Span,
    events: frozenset[str],
    by_event: Mapping[str, Sequence[Dated]],
    is_of: Callable[[Dated, Span], bool],
) -> list[Dated]:
    found = {id(each): each for event in sorted(events) for each in by_event.get(event, ())}
    kept = [each for each in found.values() if each.claim is not span.claim and is_of(each, span)]
    return sorted(kept, key=lambda each: (place_of(each.claim), each.end))[:_TRIED]


def _is_first(dated: Dated, span: Span) -> bool:
    """Whether a day is that of the first event, at the end of it that is meant."""
    if span.is_within and dated.end == "end":
        return False
    told_apart = not span.ordinals or bool(span.ordinals & dated.ordinals)
    return told_apart and _is_of(dated, span, span.before_end)


def _is_last(dated: Dated, span: Span) -> bool:
    """The same of the last event: of two visits it is not the one that was before."""
    if span.is_within and (dated.end == "end" or span.ordinals & dated.ordinals):
        return False
    return _is_of(dated, span, span.after_end)


def _is_of(dated: Dated, span: Span, end: End) -> bool:
    if span.before_end == "start" and dated.end == "moment":
        return False
    if end != "moment" and dated.end not in (end, "moment"):
        return False
    return not span.is_vague or bool(dated.things & span.things)


def _is_after(first: Dated, last: Dated) -> bool:
    """Whether one day or moment lies wholly behind the other."""
    assert first.when.high is not None
    assert last.when.low is not None
    return last.when.low >= first.when.high


def _is_one_day(days: Sequence[Dated]) -> bool:
    """Whether all days of an event can be one day: then it is sure."""
    met = functools.reduce(sets.intersect, (each.when for each in days))
    return not sets.is_empty(met)


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
