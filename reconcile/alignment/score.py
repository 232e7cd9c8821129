"""Profiles and candidate pairs in, the probability of each pair out, with the weights that made it.

Logistic regressions, one a step. The first weighs what the claims are about. Each later one weighs
the step before together with how the pair fares against the others by that step's scores, and how
the two values stand to each other. A pair that a step all but rules out is not looked at again.
What speaks for one fact differs from kind to kind, and where the two values are equal, overlap or
lie apart: in the last step each of these groups of pairs has weights of its own besides.
The weights are a data file, written by ``benchmarks/alignment/train.py``, which says what they
were learned from.
"""

from __future__ import annotations

import functools
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reconcile.alignment.candidates import Pair, columns_of
from reconcile.alignment.closeness import CLOSENESS_LEVELS, closeness_of
from reconcile.alignment.evidence import LEVELS, TOLD_ALIKE, evidence_of
from reconcile.alignment.kin import Kin, read_kin
from reconcile.alignment.likeness import VALUE_LEVELS, values_between
from reconcile.alignment.profiles import Profile
from reconcile.alignment.standing import stand
from reconcile.alignment.support import SUPPORT_LEVELS, support_of
from reconcile.alignment.tolls import TOLL_LEVELS, tolls_of
from reconcile.records import evolve, frozen

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

    from reconcile.semantic import Encoder, Likeness

#: what the steps after the first weigh
LATER_LEVELS: Final = (
    *LEVELS, *VALUE_LEVELS, *CLOSENESS_LEVELS, *TOLL_LEVELS, *SUPPORT_LEVELS,
)  # fmt: skip
#: a pair that is less probable than this after a step is given up
GIVEN_UP: Final = 0.004
#: the value levels that tell a pair's relation
_RELATION_LEVELS: Final = ("value same", "values overlap", "values apart")
#: the levels whose pairs have weights of their own in the last step
GROUPS: Final = (
    *(level for level in LEVELS if level.startswith("kind ")), "kinds differ", *_RELATION_LEVELS,
)  # fmt: skip
_RELATION_COLUMNS: Final = tuple(map(VALUE_LEVELS.index, _RELATION_LEVELS))
_GROUP_COLUMNS: Final = tuple(map(LATER_LEVELS.index, GROUPS))


@frozen
class Weights:
    """What each level of the ladder adds to the log-odds, in each step, and where the bars lie."""

    #: a row a step: the first by ``LEVELS``, the others by ``LATER_LEVELS``
    steps: tuple[tuple[float, ...], ...]
    #: by ``GROUPS``, what a level adds besides to pairs of the group, in the last step
    of_groups: tuple[tuple[float, ...], ...]
    #: probability from which claims are gathered in one question
    fact_bar: float
    #: probability from which two claims that fit each other are one fact
    fit_bar: float
    #: probability from which a conflict is flagged and not shown as possible
    conflict_bar: float

    @property
    def with_encoder(self) -> bool:
        """Whether they weigh how alike an encoder finds two claims told."""
        column = LEVELS.index(TOLD_ALIKE)
        return any(row[column] for row in (*self.steps, *self.of_groups))


def weights_for(encoder: Encoder | None = None) -> Weights:
    """The weights that come with the library, those learned with its encoder beside it."""
    return _weights_in("weights-semantic.json" if encoder else "weights.json")


@functools.cache
def _weights_in(name: str) -> Weights:
    text = (Path(__file__).parent / name).read_text("utf-8")
    return read_weights(json.loads(text))


def read_weights(data: Mapping[str, Any]) -> Weights:
    """Weights from the data of a weights file; a level that it does not name weighs nothing.

    Raises ValueError where it names a level that the ladder does not have.
    """
    first, *later = data["steps"]
    own = data["of groups"]
    return Weights(
        (_row(first, LEVELS), *(_row(step, LATER_LEVELS) for step in later)),
        tuple(_row(own.get(group, {}), LATER_LEVELS) for group in GROUPS),
        data["bars"]["fact"],
        data["bars"]["fit"],
        data["bars"]["conflict"],
    )


def _row(step: Mapping[str, float], levels: Sequence[str]) -> tuple[float, ...]:
    unknown = sorted(step.keys() - set(levels))
    if unknown:
        raise ValueError(f"the ladder has no level {unknown[0]!r}, which these weights name")
    return tuple(step.get(level, 0.0) for level in levels)


@frozen(eq=False)
class Grounds:
    """What is known of the pairs of a story before any step."""

    profiles: Sequence[Profile]
    #: by pair: its first claim, and its second
    first: NDArray[int64]
    second: NDArray[int64]
    #: pairs by ``LEVELS``
    about: NDArray[float64]
    #: pairs by ``VALUE_LEVELS``, ``CLOSENESS_LEVELS`` and ``TOLL_LEVELS``
    values: NDArray[float64]
    #: by pair: how far the two values are from one
    gaps: NDArray[float64]
    kin: Kin

    @property
    def pairs(self) -> list[Pair]:
        return list(zip(self.first.tolist(), self.second.tolist(), strict=True))

    def kept(self, rows: NDArray[int64]) -> Grounds:
        """The same of some of the pairs, by row."""
        return evolve(
            self,
            first=self.first[rows],
            second=self.second[rows],
            about=self.about[rows],
            values=self.values[rows],
            gaps=self.gaps[rows],
        )


@frozen(eq=False)
class Scored:
    """The pairs of a story that were not given up, with their probability and what made it."""

    probabilities: Mapping[Pair, float]
    grounds: Grounds
    #: by pair: its row in the grounds; what is said again stands in the row of what was said first
    row_of: Mapping[Pair, int]
    #: by step after the first: what the other pairs said of each, by ``SUPPORT_LEVELS``
    supports: tuple[NDArray[float64], ...]


def grounds_of(
    profiles: Sequence[Profile], pairs: Sequence[Pair], likeness: Likeness | None = None
) -> Grounds:
    """What the pairs are about, and how their values stand to each other."""
    import numpy

    first, second = columns_of(pairs)
    closeness, gaps = closeness_of(profiles, first, second)
    values = values_between(profiles, first, second), closeness, tolls_of(profiles, first, second)
    return Grounds(
        profiles,
        first,
        second,
        evidence_of(profiles, first, second, likeness),
        numpy.hstack(values),
        gaps,
        read_kin(profiles),
    )


def score_pairs(
    profiles: Sequence[Profile],
    pairs: Sequence[Pair],
    weights: Weights,
    likeness: Likeness | None = None,
) -> Scored:
    """The probability of every candidate pair that no step gives up."""
    return score_grounds(grounds_of(profiles, pairs, likeness), weights)


def score_grounds(grounds: Grounds, weights: Weights) -> Scored:
    """The same, of what the pairs are known for."""
    import numpy

    supports: list[NDArray[float64]] = []
    rows = [numpy.array(row) for row in weights.steps]
    of_groups = numpy.array(weights.of_groups)
    shares = logistic(grounds.about @ rows[0])
    for place, row in enumerate(rows[1:], 2):
        keep = numpy.flatnonzero(shares >= GIVEN_UP)
        grounds, shares = grounds.kept(keep), shares[keep]
        supports = [*(each[keep] for each in supports), support_between(grounds, shares)]
        evidence = evidence_with(grounds, supports[-1])
        shares = shares_of(evidence, row, of_groups if place == len(rows) else None)
    likely, row_of = shares.tolist(), _row_of(grounds)
    probabilities = {pair: likely[row] for pair, row in row_of.items()}
    return Scored(probabilities, grounds, row_of, tuple(supports))


def _row_of(grounds: Grounds) -> dict[Pair, int]:
    """The row of every pair, and of the pairs of what is said again in the same words."""
    pairs = grounds.pairs
    row_of = {pair: row for row, pair in enumerate(pairs)}
    again: dict[int, list[int]] = defaultdict(list)
    for profile in grounds.profiles:
        if profile.said_before is not None:
            again[profile.said_before].append(profile.index)
    for row, (a, b) in enumerate(pairs if again else ()):
        for one in (a, *again.get(a, ())):
            for other in (b, *again.get(b, ())):
                row_of[min(one, other), max(one, other)] = row
    return row_of


def later_evidence(grounds: Grounds, shares: NDArray[float64]) -> NDArray[float64]:
    """The evidence of a later step for every pair, from the probabilities of the step before."""
    return evidence_with(grounds, support_between(grounds, shares))


def support_between(grounds: Grounds, shares: NDArray[float64]) -> NDArray[float64]:
    """What the pairs say of one another: ``SUPPORT_LEVELS``, a row a pair."""
    relations = grounds.values[:, _RELATION_COLUMNS]
    same = relations[:, 0] > 0
    standing = stand(grounds.kin, grounds.first, grounds.second, shares, same, grounds.gaps)
    return support_of(standing, relations)


def evidence_with(grounds: Grounds, support: NDArray[float64]) -> NDArray[float64]:
    """The evidence of a later step, by ``LATER_LEVELS``, a row a pair."""
    import numpy

    return numpy.hstack([grounds.about, grounds.values, support])


def shares_of(
    evidence: NDArray[float64], row: NDArray[float64], of_groups: NDArray[float64] | None = None
) -> NDArray[float64]:
    """The probability of each pair by its evidence and the weights of a step.

    ``row`` weighs the levels of every pair, each row of ``of_groups`` those of one group.
    """
    log_odds = evidence @ row
    if of_groups is not None:
        log_odds += (evidence @ of_groups.T * is_of_groups(evidence)).sum(axis=-1)
    return logistic(log_odds)


def is_of_groups(evidence: NDArray[float64]) -> NDArray[bool_]:
    """By pair and group, whether the pair is of the group; evidence of a later step."""
    of_groups: NDArray[bool_] = evidence[..., _GROUP_COLUMNS] > 0.0
    return of_groups


def logistic(log_odds: NDArray[float64]) -> NDArray[float64]:
    """The probability of each of some log-odds."""
    import numpy

    shares: NDArray[float64] = 1 / (1 + numpy.exp(-numpy.clip(log_odds, -30.0, 30.0)))
    return shares
