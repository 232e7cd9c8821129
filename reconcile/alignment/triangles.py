"""The scores of one step in, how surely third articles close a triangle with each pair out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reconcile.alignment.standing import Standing
from reconcile.alignment.wordsets import peaks, spread, totals

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

    Claims = NDArray[int64]

TRIANGLE_LEVELS: Final = (
    "third source agrees", "third source agrees with equal values", "third sources agree in all",
    "third source differs",
)  # fmt: skip
#: what third articles may agree in all
_MOST: Final = 2.0
#: pairs whose triangles are looked at at once
_AT_ONCE: Final = 10_000


def triangles(standing: Standing) -> NDArray[float64]:
    """The numbers of ``TRIANGLE_LEVELS`` by pair, a row a level."""
    import numpy

    count = len(standing.first)
    parts = [
        _triangles(standing, numpy.arange(begin, min(begin + _AT_ONCE, count)))
        for begin in range(0, count, _AT_ONCE)
    ]
    return numpy.hstack(parts) if parts else numpy.zeros((len(TRIANGLE_LEVELS), 0))


def _triangles(standing: Standing, some: Claims) -> NDArray[float64]:
    """The same of some pairs: how surely both sides meet a third, and one side alone."""
    import numpy

    nearest, first, second = standing.nearest, standing.first[some], standing.second[some]
    owner, near = _thirds(standing, first, second)
    score, third = nearest.score[near], nearest.partner[near]
    closed = standing.pair_of(second[owner], third)
    closing = numpy.where(closed >= 0, standing.scores[closed], 0.0)
    both = numpy.minimum(closing, score)
    equal = standing.same[nearest.pair[near]] | (closed >= 0) & standing.same[closed]
    alone = peaks(owner, score - closing, len(some))
    owner_b, near_b = _thirds(standing, second, first)
    best = nearest.is_best[near_b]
    owner_b, near_b = owner_b[best], near_b[best]
    closing_b = standing.score(first[owner_b], nearest.partner[near_b])
    alone_b = peaks(owner_b, nearest.score[near_b] - closing_b, len(some))
    return numpy.stack(
        [
            peaks(owner, both, len(some)),
            peaks(owner[equal], both[equal], len(some)),
            numpy.minimum(totals(owner, closing * score, len(some)), _MOST),
            numpy.maximum(alone, alone_b),
        ]
    )


def _thirds(standing: Standing, claims: Claims, others: Claims) -> tuple[Claims, Claims]:
    """By pair, the nearest of its one claim that stand in another article than its other one."""
    nearest, article = standing.nearest, standing.kin.article
    owner, near = spread(nearest.begins[claims], nearest.sizes[claims])
    third = article[nearest.partner[near]] != article[others][owner]
    return owner[third], near[third]
