"""A scored pair in, its evidence in words out: a rung a line, with what it added."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.alignment.candidates import Pair
from reconcile.alignment.profiles import Profile
from reconcile.alignment.score import SECOND_LEVELS, Scored, Weights
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
    row = scored.evidence[scored.row_of[pair]]
    totals: dict[str, float] = {}
    loudest: dict[str, tuple[float, str]] = {}
    for level, number, weight in zip(SECOND_LEVELS, row, weights.second, strict=True):
        added = float(number) * weight
        if not added:
            continue
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
