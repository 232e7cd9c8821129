"""Profiles and candidate pairs in, the probability of each pair out, with the weights that made it.

Two logistic regressions: the first weighs what the claims are about, the second how the pair fares
against the others and how the two values stand to each other. The weights are a data file, written
by ``benchmarks/alignment/train.py``, which says what they were learned from.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from attrs import frozen

from reconcile.alignment.candidates import Pair
from reconcile.alignment.evidence import LEVELS, VALUE_LEVELS, evidence_between, value_evidence
from reconcile.alignment.profiles import Profile
from reconcile.alignment.support import SUPPORT_LEVELS, Standing, support_of

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

SECOND_LEVELS: Final = (*LEVELS, *VALUE_LEVELS, *SUPPORT_LEVELS)
#: the index of "value same" among the value levels
_EQUAL: Final = VALUE_LEVELS.index("value same")


@frozen
class Weights:
    """What each level of the ladder adds to the log-odds, in each step, and where the bars lie."""

    first: tuple[float, ...]
    second: tuple[float, ...]
    #: probability from which claims are one fact
    fact_bar: float
    #: probability from which a conflict is flagged and not shown as possible
    conflict_bar: float


@functools.cache
def default_weights() -> Weights:
    """The weights that come with the library."""
    text = files("reconcile.alignment").joinpath("weights.json").read_text("utf-8")
    return read_weights(json.loads(text))


def read_weights(data: Mapping[str, Mapping[str, float]]) -> Weights:
    """Weights from the data of a weights file; a level that it does not name weighs nothing."""
    first, second, bars = data["first"], data["second"], data["bars"]
    return Weights(
        tuple(first.get(level, 0.0) for level in LEVELS),
        tuple(second.get(level, 0.0) for level in SECOND_LEVELS),
        bars["fact"],
        bars["conflict"],
    )


@frozen(eq=False)
class Scored:
    """The candidate pairs of a story with their evidence and their probability."""

    pairs: Sequence[Pair]
    #: pairs by ``SECOND_LEVELS``
    evidence: NDArray[float64]
    probabilities: Mapping[Pair, float]
    #: the pairs whose values are equal
    equal: Mapping[Pair, bool]
    #: pair: its row in ``evidence``
    row_of: Mapping[Pair, int]


def score_pairs(profiles: Sequence[Profile], pairs: Sequence[Pair], weights: Weights) -> Scored:
    """The probability of every candidate pair, in two steps."""
    import numpy

    if not pairs:
        return Scored((), numpy.zeros((0, len(SECOND_LEVELS))), {}, {}, {})
    about = numpy.array([evidence_between(profiles[a], profiles[b]) for a, b in pairs])
    values = numpy.array([value_evidence(profiles[a], profiles[b]) for a, b in pairs])
    first = _logistic(about @ numpy.array(weights.first))
    equal = {pair: bool(row[_EQUAL]) for pair, row in zip(pairs, values, strict=True)}
    support = support_evidence(profiles, pairs, first, equal)
    evidence = numpy.hstack([about, values, support])
    second = _logistic(evidence @ numpy.array(weights.second))
    probabilities = {pair: float(share) for pair, share in zip(pairs, second, strict=True)}
    row_of = {pair: row for row, pair in enumerate(pairs)}
    return Scored(pairs, evidence, probabilities, equal, row_of)


def support_evidence(
    profiles: Sequence[Profile],
    pairs: Sequence[Pair],
    first: Sequence[float] | NDArray[float64],
    equal: Mapping[Pair, bool],
) -> NDArray[float64]:
    """The evidence of the second step for every pair, from the first step's probabilities."""
    import numpy

    scores = {pair: float(share) for pair, share in zip(pairs, first, strict=True)}
    standing = Standing(profiles, scores, equal)
    return numpy.array([support_of(standing, a, b) for a, b in pairs])


def _logistic(log_odds: NDArray[float64]) -> list[float]:
    return [1 / (1 + math.exp(-min(max(x, -30.0), 30.0))) for x in log_odds]
