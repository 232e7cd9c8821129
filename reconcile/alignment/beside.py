"""The scores of one step in, how the pairs of the same and of the next sentences fare out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reconcile.alignment.standing import FAINT, Standing
from reconcile.alignment.wordsets import distinct, peaks, spread, totals

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

    Column = NDArray[float64]

SENTENCE_LEVELS: Final = (
    "sentence supports", "sentence supports with equal values", "sentence supports in all",
    "neighbours support", "neighbours support with equal values",
)  # fmt: skip
#: from a pair of sentences to the pairs beside it
BESIDE: Final = tuple((a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b)
#: what other pairs of two sentences may support in all
_MOST: Final = 3.0
#: pairs whose sentences are looked at at once
_AT_ONCE: Final = 100_000


def sentence_support(standing: Standing) -> NDArray[float64]:
    """The numbers of ``SENTENCE_LEVELS`` by pair, a row a level."""
    import numpy

    sentence, count = standing.kin.sentence, standing.kin.sentence.max(initial=0) + 3
    #: both sentences of a pair as one number, and a step in each to the sentences beside it
    sentences = (sentence[standing.first] + 1) * count + sentence[standing.second] + 1
    steps = [a * count + b for a, b in BESIDE]
    speaking = numpy.flatnonzero(standing.scores > FAINT)
    speaking = speaking[numpy.argsort(sentences[speaking], kind="stable")]
    equal = speaking[standing.same[speaking]]
    total = len(sentences)
    parts = [
        _within(standing, sentences, speaking, numpy.arange(begin, min(begin + _AT_ONCE, total)))
        for begin in range(0, total, _AT_ONCE)
    ]
    return numpy.vstack(
        [
            numpy.hstack(parts) if parts else numpy.zeros((3, 0)),
            *(_next_to(standing.scores, sentences, some, steps) for some in (speaking, equal)),
        ]
    )


def _within(
    standing: Standing, sentences: NDArray[int64], speaking: NDArray[int64], some: NDArray[int64]
) -> NDArray[float64]:
    """How surely other figures of the same two sentences meet, at best and in all."""
    import numpy

    kin, known = standing.kin, sentences[speaking]
    begins = numpy.searchsorted(known, sentences[some])
    ends = numpy.searchsorted(known, sentences[some], side="right")
    owner, place = spread(begins, ends - begins)
    other, own = speaking[place], some[owner]
    a, b, c, d = (
        column[pair] for pair in (own, other) for column in (standing.first, standing.second)
    )
    others = (a != c) & (b != d)
    others[others] = ~kin.twinned(a[others], c[others]) & ~kin.twinned(b[others], d[others])
    owner, other = owner[others], other[others]
    score, equal = standing.scores[other], standing.same[other]
    return numpy.stack(
        [
            peaks(owner, score, len(some)),
            peaks(owner[equal], score[equal], len(some)),
            numpy.minimum(totals(owner, score, len(some)), _MOST),
        ]
    )


def _next_to(
    scores: Column, sentences: NDArray[int64], some: NDArray[int64], steps: list[int]
) -> Column:
    """By pair, the best score of some pairs in the sentences beside its own."""
    import numpy

    if not len(some):
        return numpy.zeros(len(scores))
    known, group = distinct(sentences[some])
    best = numpy.append(peaks(group, scores[some], len(known)), 0.0)
    asked, own = distinct(sentences)
    found = numpy.zeros(len(asked))
    for step in steps:
        place = numpy.searchsorted(known, asked + step)
        place[known[numpy.minimum(place, len(known) - 1)] != asked + step] = len(known)
        found = numpy.maximum(found, best[place])
    return found[own]
