"""Scored pairs in, their evidence in words out: a rung a line, with what it added."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reconcile.alignment.candidates import Pair
from reconcile.alignment.evidence import LEVELS
from reconcile.alignment.score import LATER_LEVELS, Scored, Weights, evidence_with, is_of_groups
from reconcile.alignment.support import SCORE_BEFORE
from reconcile.model import Evidence
from reconcile.tables import read_tables

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

#: rungs that add less than this to the log-odds are not told
LEAST: Final = 0.1
#: pairs that are explained at once
_AT_ONCE: Final = 10_000


@functools.cache
def rungs() -> Mapping[str, tuple[str, str]]:
    """Level: its rung, and its words."""
    return {
        level: (entry["name"], entry["levels"][level])
        for entry in read_tables("alignment", "rules/levels.toml")["rung"]
        for level in entry["levels"]
    }


@functools.cache
def rung_names() -> tuple[str, ...]:
    """The names of the rungs, in the order of their levels."""
    return tuple(dict.fromkeys(rungs()[level][0] for level in LATER_LEVELS))


def explain_links(
    links: Sequence[tuple[int, int, Pair]], scored: Scored, weights: Weights
) -> list[tuple[Evidence, ...]]:
    """The waterfall of each pair, told of the claims in front of it: the weightiest rung first."""
    import numpy

    explained: list[tuple[Evidence, ...]] = []
    for begin in range(0, len(links), _AT_ONCE):
        some = links[begin : begin + _AT_ONCE]
        rows = numpy.array([scored.row_of[pair] for _, _, pair in some], numpy.int64)
        explained += _told(some, *_rungs(_added(rows, scored, weights)))
    return explained


def _told(
    links: Sequence[tuple[int, int, Pair]],
    totals: NDArray[float64],
    loudest: NDArray[int64],
) -> Iterator[tuple[Evidence, ...]]:
    """The rungs of each pair that added enough to be told, in words."""
    import numpy

    rung, pair = (abs(totals) >= LEAST).nonzero()
    names, table = rung_names(), [rungs()[level][1] for level in LATER_LEVELS]
    weight = numpy.array([round(total, 2) for total in totals[rung, pair].tolist()])
    by_name = numpy.argsort(numpy.argsort(names))
    order = numpy.lexsort((by_name[rung], -abs(weight), pair))
    columns = (pair, rung, loudest[rung, pair], weight)
    told = [
        Evidence(
            links[n][0],
            links[n][1],
            names[place],
            table[level] if level >= 0 else names[place],
            added,
        )
        for n, place, level, added in zip(*(each[order].tolist() for each in columns), strict=True)
    ]
    ends = numpy.cumsum(numpy.bincount(pair, minlength=len(links))).tolist()
    return (tuple(told[begin:end]) for begin, end in pairwise([0, *ends]))


def _rungs(added: NDArray[float64]) -> tuple[NDArray[float64], NDArray[int64]]:
    """By rung and pair: what all its levels added, and the loudest of them with words, or -1."""
    import numpy

    names = rung_names()
    shape = len(names), len(added)
    totals, loud, loudest = numpy.zeros(shape), numpy.zeros(shape), numpy.full(shape, -1)
    for level, column in enumerate(added.T.copy()):
        name, words = rungs()[LATER_LEVELS[level]]
        rung = names.index(name)
        totals[rung] += column
        if words:
            louder = abs(column) > loud[rung]
            loud[rung, louder] = abs(column[louder])
            loudest[rung, louder] = level
    return totals, loudest


def _added(rows: NDArray[int64], scored: Scored, weights: Weights) -> NDArray[float64]:
    """By pair and level: what the level added to the log-odds over all steps.

    Each step takes the log-odds of the step before times a weight; so what a level added there
    has come down to the last step times that weight.
    """
    import numpy

    grounds = scored.grounds.kept(rows)
    later = [evidence_with(grounds, support[rows]) for support in scored.supports]
    is_score, (of_first, *of_later), of_groups = _rows(weights)
    of_last = numpy.zeros_like(later[-1])
    for of_group, members in zip(of_groups, is_of_groups(later[-1]).T, strict=True):
        of_last[members] += of_group
    of_later[-1] = of_later[-1] + of_last
    added, carried = numpy.zeros_like(of_last), numpy.ones((len(rows), 1))
    for numbers, weight in zip(reversed(later), reversed(of_later), strict=True):
        added += carried * numpy.where(is_score, 0.0, numbers * weight)
        weighed = numpy.where(numbers != 0.0, weight, 0.0)[:, is_score]
        carried = carried * weighed.sum(axis=1, keepdims=True)
    added[:, : len(LEVELS)] += carried * grounds.about * of_first
    return added


@functools.lru_cache(maxsize=4)
def _rows(
    weights: Weights,
) -> tuple[NDArray[bool_], tuple[NDArray[float64], ...], NDArray[float64]]:
    """Which levels carry the step before over, the weights of the steps and of the groups."""
    import numpy

    carries = numpy.array([level.startswith(SCORE_BEFORE) for level in LATER_LEVELS])
    return carries, tuple(map(numpy.array, weights.steps)), numpy.array(weights.of_groups)
