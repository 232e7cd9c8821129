"""A scored pair in, its evidence in words out: a rung a line, with what it added."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.alignment.candidates import Pair
from reconcile.alignment.evidence import LEVELS
from reconcile.alignment.profiles import Profile
from reconcile.alignment.score import LATER_LEVELS, Scored, Weights
from reconcile.alignment.support import SCORE_BEFORE
from reconcile.model import Evidence
from reconcile.tables import read_tables

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
    for level, added in _added(pair, scored, weights).items():
        rung, words = rungs()[level]
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
    added: dict[str, float] = {}
    carried = 1.0
    for step, row in zip(reversed(scored.steps[1:]), reversed(weights.later), strict=True):
        numbers = dict(zip(LATER_LEVELS, step.evidence[step.row_of[pair]].tolist(), strict=True))
        before = 0.0
        for (level, number), weight in zip(numbers.items(), row, strict=True):
            if level.startswith(SCORE_BEFORE):
                before += weight if number else 0.0
            elif number and weight:
                added[level] = added.get(level, 0.0) + carried * number * weight
        carried *= before
    first = scored.steps[0]
    about = first.evidence[first.row_of[pair]].tolist()
    for level, number, weight in zip(LEVELS, about, weights.first, strict=True):
        if number and weight:
            added[level] = added.get(level, 0.0) + carried * number * weight
    return added
