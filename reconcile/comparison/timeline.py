"""A fact whose figure moves in, its readings by the moment that each is of out.

A later report supersedes an earlier one. What says as of when a figure is, the words at the claim
or else the publication, is kept with each point.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reconcile.comparison.asof import AsOf, as_of, later_as_of
from reconcile.comparison.pair import FIGURES, Pair
from reconcile.comparison.running import running
from reconcile.model import Article, Claim, Fact, Point

_FEWEST: Final = 2
#: the class of the hedge that says that there may be more
_LOWER_BOUND: Final = "at_least"


def timeline_of(fact: Fact, articles: Mapping[str, Article]) -> tuple[Point, ...]:
    """The points of a figure that moved while the story was told, the earliest first.

    Empty where the figure stands still, or where fewer than two moments are known.
    """
    if fact.kind not in FIGURES or not _moved(fact, articles):
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
    """Whether a lower bound was met by a later figure of a kind that moves."""
    pair = Pair(a, b, articles[a.article], articles[b.article])
    new, old = (a, b) if later_as_of(pair) == "a" else (b, a)
    after, before = new.focus.value, old.focus.value
    if after is None or before is None or after.nominal is None or before.nominal is None:
        return False
    risen = before.hedge == _LOWER_BOUND and after.nominal > before.nominal
    return risen and after.unit == before.unit and running(pair) is not None
