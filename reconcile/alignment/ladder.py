"""Scored pairs in, their evidence in words out: a rung a line, with what it added."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from reconcile.alignment.candidates import Pair
from reconcile.alignment.evidence import LEVELS
from reconcile.alignment.score import LATER_LEVELS, Scored, Weights, evidence_with, is_of_groups
from reconcile.alignment.support import SCORE_BEFORE
from reconcile.tables import read_tables

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

#: rungs that add less than this to the log-odds are not told
LEAST: Final = 0.1
#: pairs that are explained at once
_AT_ONCE: Final = 10_000


class Rung(NamedTuple):
    """What was seen of a pair, in words, and what it added to the log-odds."""

    level: str
    words: str
    weight: float


@functools.cache
def rungs() -> Mapping[str, tuple[str, str]]:
    """Level: its rung, and its words."""
    return {
        level: (entry["name"], entry["levels"][level])
        for entry in read_tables("alignment", "rules/levels.toml")["rung"]
        for level in entry["levels"]
    }


def explain_pairs(
    pairs: Sequence[Pair], scored: Scored, weights: Weights
) -> dict[Pair, tuple[Rung, ...]]:
    """The waterfall of each pair: the rungs that spoke, the weightiest first."""
    import numpy

    row_of = {pair: row for row, pair in enumerate(scored.grounds.pairs)}
    explained: dict[Pair, tuple[Rung, ...]] = {}
    for begin in range(0, len(pairs), _AT_ONCE):
        some = pairs[begin : begin + _AT_ONCE]
        rows = numpy.array([row_of[pair] for pair in some], numpy.int64)
        told = _told(_added(rows, scored, weights))
        explained.update(zip(some, told, strict=True))
    return explained


def _told(added: NDArray[float64]) -> list[tuple[Rung, ...]]:
    """The rungs of each pair, each told by its loudest level, from what every level added."""
    import numpy

    table = [rungs()[level] for level in LATER_LEVELS]
    names = list(dict.fromkeys(name for name, _ in table))
    shape = len(names), len(added)
    totals, loudest, level_of = numpy.zeros(shape), numpy.zeros(shape), numpy.full(shape, -1)
    for level, ((name, words), column) in enumerate(zip(table, added.T.copy(), strict=True)):
        rung = names.index(name)
        totals[rung] += column
        if words:
            louder = abs(column) > loudest[rung]
            loudest[rung, louder] = abs(column[louder])
            level_of[rung, louder] = level
    told: list[list[Rung]] = [[] for _ in added]
    speaking = abs(totals) >= LEAST
    spoke = speaking.nonzero(), (level_of[speaking], totals[speaking])
    for rung, pair, level, total in zip(*(each.tolist() for each in sum(spoke, ())), strict=True):
        words = table[level][1] if level >= 0 else names[rung]
        told[pair].append(Rung(names[rung], words, round(total, 2)))
    return [tuple(sorted(each, key=lambda rung: (-abs(rung.weight), rung.level))) for each in told]


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
