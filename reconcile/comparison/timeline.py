"""A fact whose figure moves in, its readings by the moment that each is of out.

A later report supersedes an earlier one. What says as of when a figure is, the words at the claim
or else the publication, is kept with each point.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reconcile.comparison.asof import AsOf, as_of
from reconcile.comparison.pair import Pair
from reconcile.comparison.running import running
from reconcile.model import Article, Claim, Fact, Point
from reconcile.values import sets

_KINDS: Final = frozenset(("count", "money", "quantity", "percent"))
_FEWEST: Final = 2


def timeline_of(fact: Fact, articles: Mapping[str, Article]) -> tuple[Point, ...]:
    """The points of a figure that moved while the story was told, the earliest first.

    Empty where the figure stands still, or where fewer than two moments are known.
    """
    if fact.kind not in _KINDS or not _moved(fact, articles):
        return ()
    moments = [
        (moment, index)
        for index, claim in enumerate(fact.claims)
        if (moment := as_of(claim, articles[claim.article])) is not None
    ]
    ordered = sorted(moments, key=lambda each: (each[0].order, each[1]))
    points = [_point(moment, index) for moment, index in ordered]
    return tuple(points) if len({point.when for point in points}) >= _FEWEST else ()


def _point(moment: AsOf, index: int) -> Point:
    return Point(index, moment.when, moment.words)


def _moved(fact: Fact, articles: Mapping[str, Article]) -> bool:
    """Whether two claims give a running figure differently, both true when they were printed."""
    return any(
        each.verdict == "updated"
        or each.verdict == "compatible"
        and _runs(fact.claims[each.a], fact.claims[each.b], articles)
        for each in fact.comparisons
    )


def _runs(a: Claim, b: Claim, articles: Mapping[str, Article]) -> bool:
    first, second = a.focus.value, b.focus.value
    if first is None or second is None or first.unit != second.unit:
        return False
    if sets.same(first.interval, second.interval) or first.nominal == second.nominal:
        return False
    return running(Pair(a, b, articles[a.article], articles[b.article])) is not None
