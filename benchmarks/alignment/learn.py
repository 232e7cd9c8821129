"""Labelled stories in, weights out: logistic regressions, each on the scores of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy
from attrs import evolve, frozen
from numpy import float64
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.alignment.stories import Labels, Story, label
from reconcile.alignment.candidates import candidate_pairs
from reconcile.alignment.evidence import LEVELS
from reconcile.alignment.profiles import profile_claims
from reconcile.alignment.score import (
    GIVEN_UP,
    LATER_LEVELS,
    Grounds,
    grounds_of,
    later_evidence,
    logistic,
)
from reconcile.semantic import Encoder

#: inverse strength of the penalty on large weights
PENALTY: Final = 1.0
#: steps after the first
LATER_STEPS: Final = 3
FACT_BAR: Final = 0.36
CONFLICT_BAR: Final = 0.6

Numbers = NDArray[float64]
Marks = NDArray[numpy.bool_]


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

    def kept(self, keep: Marks) -> Prepared:
        """The same of some of the pairs."""
        return evolve(
            self,
            grounds=self.grounds.kept(keep),
            right=self.right[keep],
            counts=self.counts[keep],
        )


def prepare(story: Story, encoder: Encoder | None = None) -> Prepared:
    """The evidence and labels of every candidate pair of a story."""
    profiles = profile_claims(story.claims, story.articles, encoder)
    pairs = candidate_pairs(profiles)
    labels = label(story)
    met = [labels.hits.get(pair, ()) for pair in pairs]
    settled = [[n for n in lines if not story.gold[n].disputed] for lines in met]
    return Prepared(
        story,
        grounds_of(profiles, pairs),
        labels,
        numpy.array([bool(lines) for lines in settled]),
        numpy.array([bool(sure) or not lines for sure, lines in zip(settled, met, strict=True)]),
    )


def learn(stories: Sequence[Prepared], *, penalty: float = PENALTY) -> dict[str, Any]:
    """The data of a weights file, learned from these stories."""
    current = list(stories)
    row = _fit([each.grounds.about for each in current], current, penalty)
    steps = [dict(zip(LEVELS, row, strict=True))]
    shares = [logistic(each.grounds.about @ numpy.array(row)) for each in current]
    for _ in range(LATER_STEPS):
        keep = [share >= GIVEN_UP for share in shares]
        current = [each.kept(kept) for each, kept in zip(current, keep, strict=True)]
        evidence = [
            later_evidence(each.grounds, share[kept])
            for each, share, kept in zip(current, shares, keep, strict=True)
        ]
        row = _fit(evidence, current, penalty)
        steps.append(dict(zip(LATER_LEVELS, row, strict=True)))
        shares = [logistic(numbers @ numpy.array(row)) for numbers in evidence]
    return {"steps": steps, "bars": {"fact": FACT_BAR, "conflict": CONFLICT_BAR}}


def _fit(evidence: Sequence[Numbers], stories: Sequence[Prepared], penalty: float) -> list[float]:
    """Weights of a logistic regression; the first column is the bias."""
    model = LogisticRegression(C=penalty, solver="newton-cholesky", fit_intercept=False)
    model.fit(
        numpy.concatenate(
            [numbers[each.counts] for numbers, each in zip(evidence, stories, strict=True)]
        ),
        numpy.concatenate([each.right[each.counts] for each in stories]),
    )
    return [round(float(weight), 4) for weight in model.coef_[0]]
