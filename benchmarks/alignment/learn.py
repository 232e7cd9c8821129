"""Labelled stories in, weights out: logistic regressions, each on the scores of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy
from attrs import evolve, frozen
from numpy import float64
from numpy.typing import NDArray

from benchmarks.alignment.stories import Labels, Story, label
from reconcile.alignment.candidates import candidate_pairs
from reconcile.alignment.evidence import LEVELS
from reconcile.alignment.profiles import profile_claims
from reconcile.alignment.score import (
    GIVEN_UP,
    GROUPS,
    LATER_LEVELS,
    Grounds,
    grounds_of,
    is_of_groups,
    later_evidence,
    logistic,
    shares_of,
)
from reconcile.semantic import Encoder

#: the penalty on large weights, half of the sum of their squares times this
PENALTY: Final = 1.0
#: the same on what the weights of a group add to those of all
GROUP_PENALTY: Final = 25.0
#: how often the weights of all and those of each group are fitted in turn
ROUNDS: Final = 3
#: steps of Newton's method at most, and the change of a weight below which they end
_NEWTON_STEPS: Final = 30
_SETTLED: Final = 1e-6
#: steps after the first
LATER_STEPS: Final = 3
#: probability from which claims are gathered in one question, and two figures that lie near each
#: other, or are one but for a slip, are a conflict
FACT_BAR: Final = 0.35
#: from which what fits is taken for one fact: F1 is the same from 0.30 to 0.40 (within 0.004), and
#: at the highest fewest lookalikes are taken
FIT_BAR: Final = 0.4
#: from which a conflict of other figures is flagged: what is flagged is read first
CONFLICT_BAR: Final = 0.5

Numbers = NDArray[float64]
Marks = NDArray[numpy.bool_]
Rows = NDArray[numpy.int64]


@frozen(eq=False)
class Prepared:
    """A story's candidate pairs with their evidence and labels."""

    story: Story
    grounds: Grounds
    labels: Labels
    #: by pair: whether the sheet holds it to be one fact
    right: Marks
    #: by pair: whether it counts (disputed pairs do not)
    counts: Marks

    def kept(self, keep: Rows) -> Prepared:
        """The same of some of the pairs, by row."""
        return evolve(
            self,
            grounds=self.grounds.kept(keep),
            right=self.right[keep],
            counts=self.counts[keep],
        )


def prepare(story: Story, encoder: Encoder | None = None) -> Prepared:
    """The evidence and labels of every candidate pair of a story."""
    profiles = profile_claims(story.claims, story.articles)
    pairs = candidate_pairs(profiles)
    likeness = encoder(story.claims, story.articles) if encoder else None
    labels = label(story)
    met = [labels.hits.get(pair, ()) for pair in pairs]
    settled = [[n for n in lines if not story.gold[n].disputed] for lines in met]
    return Prepared(
        story,
        grounds_of(profiles, pairs, likeness),
        labels,
        numpy.array([bool(lines) for lines in settled]),
        numpy.array([bool(sure) or not lines for sure, lines in zip(settled, met, strict=True)]),
    )


def learn(stories: Sequence[Prepared], *, penalty: float = PENALTY) -> dict[str, Any]:
    """The data of a weights file, learned from these stories."""
    current = list(stories)
    evidence = [each.grounds.about for each in current]
    steps = []
    for levels in (LEVELS, *[LATER_LEVELS] * (LATER_STEPS - 1)):
        row = _fit(evidence, current, penalty)
        steps.append(_named(levels, row))
        shares = [shares_of(numbers, row) for numbers in evidence]
        keep = [numpy.flatnonzero(share >= GIVEN_UP) for share in shares]
        current = [each.kept(kept) for each, kept in zip(current, keep, strict=True)]
        evidence = [
            later_evidence(each.grounds, share[kept])
            for each, share, kept in zip(current, shares, keep, strict=True)
        ]
    row, of_groups = _fit_groups(evidence, current, penalty)
    steps.append(_named(LATER_LEVELS, row))
    named = (_named(LATER_LEVELS, each) for each in of_groups)
    return {
        "steps": steps,
        "of groups": dict(zip(GROUPS, named, strict=True)),
        "bars": {"fact": FACT_BAR, "fit": FIT_BAR, "conflict": CONFLICT_BAR},
    }


def _named(levels: Sequence[str], row: Numbers) -> dict[str, float]:
    """The weights by level, those left out that are nothing."""
    return {level: weight for level, weight in zip(levels, row.tolist(), strict=True) if weight}


def _fit(evidence: Sequence[Numbers], stories: Sequence[Prepared], penalty: float) -> Numbers:
    """Weights of a logistic regression, of all pairs that count."""
    numbers, right = _that_count(evidence, stories)
    return _regress(numbers, right, numpy.zeros(len(numbers)), penalty).round(4)


def _fit_groups(
    evidence: Sequence[Numbers], stories: Sequence[Prepared], penalty: float
) -> tuple[Numbers, Numbers]:
    """The same, and what each group of pairs adds to them; fitted in turn."""
    numbers, right = _that_count(evidence, stories)
    within = is_of_groups(numbers).T
    row, of_groups = numpy.zeros(numbers.shape[1]), numpy.zeros((len(GROUPS), numbers.shape[1]))
    given = numpy.zeros(len(numbers))
    for _ in range(ROUNDS):
        given -= numbers @ row
        row = _regress(numbers, right, given, penalty)
        given += numbers @ row
        for own, members in zip(of_groups, within, strict=True):
            among = numbers[members]
            rest = given[members] - among @ own
            own[:] = _regress(among, right[members], rest, GROUP_PENALTY)
            given[members] = rest + among @ own
    return row.round(4), of_groups.round(4)


def _that_count(
    evidence: Sequence[Numbers], stories: Sequence[Prepared]
) -> tuple[Numbers, Numbers]:
    """The evidence of the pairs that count, and which of them are one fact."""
    counted = [each[story.counts] for each, story in zip(evidence, stories, strict=True)]
    right = [each.right[each.counts] for each in stories]
    return numpy.concatenate(counted), numpy.concatenate(right).astype(float)


def _regress(numbers: Numbers, right: Numbers, given: Numbers, penalty: float) -> Numbers:
    """Weights of a logistic regression, on top of log-odds that are given; Newton's method."""
    row = numpy.zeros(numbers.shape[1])
    for _ in range(_NEWTON_STEPS):
        shares = logistic(given + numbers @ row)
        slope = numbers.T @ (shares - right) + penalty * row
        bend = (numbers * (shares * (1.0 - shares))[:, None]).T @ numbers
        bend[numpy.diag_indices_from(bend)] += penalty
        move = numpy.linalg.solve(bend, slope)
        row -= move
        if abs(move).max() < _SETTLED:
            break
    return row
