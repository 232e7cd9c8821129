"""A scored pair in, its evidence in words out: a rung a line, with what it added."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from reconcile.alignment.candidates import Pair
from reconcile.alignment.evidence import LEVELS
from reconcile.alignment.profiles import Profile
from reconcile.alignment.score import LATER_LEVELS, Scored, Weights, is_of_groups
from reconcile.alignment.support import SCORE_BEFORE
from reconcile.model import Evidence
from reconcile.tables import read_tables

if TYPE_CHECKING:
    from numpy import bool_, float64
    from numpy.typing import NDArray

#: rungs that add less than this to the log-odds are not told
LEAST: Final = 0.1


@functools.cache
def rungs() -> Mapping[str, tuple[str, str]]:
    """Level: its rung, and its words."""
    return {
        level: (entry["name"], entry["levels"][level])
        for entry in read_tables("alignment", "rules/levels.toml")["rung"]
        for level in entry["levels"]
    }


def explain_pair(
    a: int, b: int, pair: Pair, profiles: Sequence[Profile], scored: Scored, weights: Weights
) -> tuple[Evidence, ...]:
    """The waterfall of a pair: the rungs that spoke, the weightiest first."""
    totals: dict[str, float] = {}
    loudest: dict[str, tuple[float, str]] = {}
    table = rungs()
    for level, added in _added(pair, scored, weights).items():
        rung, words = table[level]
        totals[rung] = totals.get(rung, 0.0) + added
        if words and abs(added) > loudest.get(rung, (0.0, ""))[0]:
            loudest[rung] = (abs(added), words)
    told = [
        Evidence(a, b, rung, loudest.get(rung, (0.0, rung))[1], round(total, 2))
        for rung, total in totals.items()
        if abs(total) >= LEAST
    ]
    return tuple(sorted(told, key=lambda each: (-abs(each.weight), each.level)))


def _added(pair: Pair, scored: Scored, weights: Weights) -> dict[str, float]:
    """Level: what it added to the log-odds over all steps.

    Each step takes the log-odds of the step before times a weight; so what a level added there
    has come down to the last step times that weight.
    """
    import numpy

    first, *later = [step.evidence[step.row_of[pair]] for step in scored.steps]
    is_score, (of_first, *of_later), of_groups = _rows(weights)
    of_later[-1] = of_later[-1] + of_groups[is_of_groups(later[-1])].sum(axis=0)
    added, carried = numpy.zeros(len(LATER_LEVELS)), 1.0
    for numbers, weight in zip(reversed(later), reversed(of_later), strict=True):
        added += carried * numpy.where(is_score, 0.0, numbers * weight)
        carried *= float(weight[is_score & (numbers != 0.0)].sum())
    added[: len(LEVELS)] += carried * first * of_first
    told = added.nonzero()[0].tolist()
    return {
        LATER_LEVELS[level]: number
        for level, number in zip(told, added[told].tolist(), strict=True)
    }


@functools.lru_cache(maxsize=4)
def _rows(
    weights: Weights,
) -> tuple[NDArray[bool_], tuple[NDArray[float64], ...], NDArray[float64]]:
    """Which levels carry the step before over, the weights of the steps and of the groups."""
    import numpy

    carries = numpy.array([level.startswith(SCORE_BEFORE) for level in LATER_LEVELS])
    return carries, tuple(map(numpy.array, weights.steps)), numpy.array(weights.of_groups)
