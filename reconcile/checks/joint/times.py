"""Lengths with the days of their two events in, those that no two of the days meet out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile.checks.joint.anchored import Anchored, edges_of
from reconcile.checks.joint.events import Dated
from reconcile.checks.joint.minimal import minimal_conflict
from reconcile.checks.joint.network import consistent, gap_between
from reconcile.checks.joint.scene import place_of, reading
from reconcile.checks.joint.spans import Span
from reconcile.model import Interval
from reconcile.records import frozen

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


def unfitting_spans(anchored: Sequence[Anchored]) -> Iterator[Unfitting]:
    """Every length that contradicts the days of its two events, in other articles or its own."""
    for each in anchored:
        found = _unfitting(each)
        if found is not None:
            yield found


def _unfitting(anchored: Anchored) -> Unfitting | None:
    span = anchored.span
    if anchored.fitting:
        return None
    first, last = min(anchored.pairs, key=lambda pair: _preference(span, *pair))
    gap = gap_between(edges_of(None, first, last), "first", "last")
    articles = {each.claim.article for each in (span, first, last)}
    if gap is None or len(articles) == 1 or not _is_near(gap, reading(span.claim).interval):
        return None
    if span.is_within and not _is_longer(gap, reading(span.claim).interval):
        return None
    blamed = minimal_conflict((), edges_of(span, first, last), consistent)
    return Unfitting(span, first, last, gap) if len(blamed) == _THREE else None


def _is_longer(gap: Interval, length: Interval) -> bool:
    """Whether two days are farther apart than all of a length."""
    return gap.low is not None and length.high is not None and gap.low > length.high


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
