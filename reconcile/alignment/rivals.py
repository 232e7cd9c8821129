"""The scores of one step in, how each pair fares against the others of its claims out.

Of those alone whose partners stand in the same article: it is there that a claim has rivals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reconcile.alignment.standing import Standing
from reconcile.alignment.wordsets import peaks, spread, totals

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

    Column = NDArray[float64]

RIVAL_LEVELS: Final = (
    "best of both", "margin", "worse than another", "rival has the value",
    "share of the less sure", "share of the surer", "share of the less sure, values equal",
    "share of the less sure, values apart",
    "closer rival", "margin over the closer rival", "closer rival fits better", "farther rival",
    "sole candidate",
)  # fmt: skip
#: what the partners of a claim in one article share, this much is nobody's
NOBODY: Final = 0.001
#: a pair whose rivals score less than this has none
_NO_RIVAL: Final = 0.02
#: partners that are held against their rivals at once
_AT_ONCE: Final = 100_000


def competition(standing: Standing, apart: NDArray[float64]) -> list[Column]:
    """The numbers of ``RIVAL_LEVELS`` by pair, a column a level; ``apart``, 1 for values apart."""
    import numpy

    held = _held_against_rivals(standing)
    rival, with_value, share, closer, farther = (
        [column[places] for places in standing.partners.places] for column in held
    )
    score, same = standing.scores, standing.same.astype(float)
    best, closest = numpy.maximum(*rival), numpy.maximum(*closer)
    less, surer = numpy.minimum(*share), numpy.maximum(*share)
    return [
        (score >= best).astype(float),
        score - best,
        (score < 0.5 * best).astype(float),
        numpy.maximum(*with_value) * (1.0 - same),
        less,
        surer,
        less * same,
        less * apart,
        closest,
        score - closest,
        (closest > score).astype(float),
        numpy.maximum(*farther),
        (best < _NO_RIVAL).astype(float),
    ]


def _held_against_rivals(standing: Standing) -> NDArray[float64]:
    """A column by claim and partner: the score of the best rival, of the best with the value, the
    share of the partner, and the scores of the best with a closer and with a farther value.
    """  # noqa: D205
    import numpy

    count = len(standing.partners.claim)
    parts = [
        _held(standing, numpy.arange(begin, min(begin + _AT_ONCE, count)))
        for begin in range(0, count, _AT_ONCE)
    ]
    return numpy.hstack(parts) if parts else numpy.zeros((5, 0))


def _held(standing: Standing, some: NDArray[int64]) -> NDArray[float64]:
    """The same of some partners. What says a partner again is no rival of it."""
    import numpy

    partners, kin = standing.partners, standing.kin
    owner, rival = spread(partners.begins[some], partners.sizes[some])
    other = rival != some[owner]
    owner, rival = owner[other], rival[other]
    score, pair = partners.score[rival], partners.pair[rival]
    own, told = partners.partner[some][owner], partners.partner[rival]
    with_value = standing.same[pair]
    is_rival = ~kin.twinned(own, told)
    is_other = is_rival & (kin.figure[own] != kin.figure[told])
    gap, other_gap = standing.gaps[partners.pair[some]][owner], standing.gaps[pair]
    closer, farther = is_other & (other_gap < gap), is_other & (other_gap > gap)

    def best(chosen: NDArray[numpy.bool_]) -> Column:
        return peaks(owner[chosen], score[chosen], len(some))

    others = totals(owner[is_other], score[is_other], len(some))
    share = partners.score[some] / (partners.score[some] + others + NOBODY)
    return numpy.stack([best(is_rival), best(with_value), share, best(closer), best(farther)])
