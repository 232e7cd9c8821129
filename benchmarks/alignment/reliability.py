"""Stories with weights learned without them in, how often pairs of a probability are one fact out.

Of every candidate pair of figures that no step gave up and on which careful readers agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy
from numpy import bool_, float64
from numpy.typing import NDArray

from benchmarks.alignment.learn import Prepared
from reconcile.alignment import read_weights
from reconcile.alignment.score import score_grounds

BINS: Final = 10

#: probabilities, and which of the pairs are one fact
Judged = tuple[NDArray[float64], NDArray[bool_]]


def reliability(stories: Iterable[tuple[Prepared, dict[str, Any]]]) -> Judged:
    """The probability of every pair that counts, with whether the sheet holds it to be one fact."""
    shares: list[float] = []
    right: list[bool] = []
    for each, data in stories:
        grounds = each.grounds
        found = score_grounds(grounds, read_weights(data)).probabilities
        for pair, is_right, counts in zip(grounds.pairs, each.right, each.counts, strict=True):
            if counts and pair in found:
                shares.append(found[pair])
                right.append(bool(is_right))
    return numpy.array(shares), numpy.array(right)


def table(judged: Judged) -> Iterator[str]:
    """A line a bin: how many pairs, the mean probability, the share that is one fact."""
    shares, right = judged
    bins = numpy.minimum((shares * BINS).astype(int), BINS - 1)
    error = 0.0
    yield f"{'probability':13}{'pairs':>8}{'predicted':>11}{'observed':>10}"
    for number in range(BINS):
        within = bins == number
        if not within.any():
            continue
        predicted, observed = float(shares[within].mean()), float(right[within].mean())
        error += abs(predicted - observed) * float(within.mean())
        span = f"{number / BINS:.1f} to {(number + 1) / BINS:.1f}"
        yield f"{span:13}{int(within.sum()):8}{predicted:11.3f}{observed:10.3f}"
    brier = float(((shares - right) ** 2).mean())
    yield f"{len(shares)} pairs: Brier score {brier:.4f}, expected calibration error {error:.4f}"
