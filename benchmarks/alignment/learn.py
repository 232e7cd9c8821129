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
    is_of_dates,
    later_evidence,
    shares_of,
)
from reconcile.semantic import Encoder

#: inverse strength of the penalty on large weights
PENALTY: Final = 1.0
#: how far the weights of dates may leave those of all, for the same penalty
DATES_APART: Final = 0.5
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
    row, dated = _fit([each.grounds.about for each in current], current, penalty)
    steps, of_dates = [_named(LEVELS, row)], [_named(LEVELS, dated)]
    shares = [shares_of(each.grounds.about, row, dated) for each in current]
    for _ in range(LATER_STEPS):
        keep = [share >= GIVEN_UP for share in shares]
        current = [each.kept(kept) for each, kept in zip(current, keep, strict=True)]
        evidence = [
            later_evidence(each.grounds, share[kept])
            for each, share, kept in zip(current, shares, keep, strict=True)
        ]
        row, dated = _fit(evidence, current, penalty)
        steps.append(_named(LATER_LEVELS, row))
        of_dates.append(_named(LATER_LEVELS, dated))
        shares = [shares_of(numbers, row, dated) for numbers in evidence]
    return {
        "steps": steps,
        "of dates": of_dates,
        "bars": {"fact": FACT_BAR, "conflict": CONFLICT_BAR},
    }


def _named(levels: Sequence[str], row: Numbers) -> dict[str, float]:
    return dict(zip(levels, row.tolist(), strict=True))


def _fit(
    evidence: Sequence[Numbers], stories: Sequence[Prepared], penalty: float
) -> tuple[Numbers, Numbers]:
    """Weights of a logistic regression, of all pairs and what those of dates add to them."""
    numbers = numpy.concatenate(
        [each[story.counts] for each, story in zip(evidence, stories, strict=True)]
    )
    dated = numbers * is_of_dates(numbers)[:, None] * DATES_APART
    model = LogisticRegression(C=penalty, solver="newton-cholesky", fit_intercept=False)
    right = numpy.concatenate([each.right[each.counts] for each in stories])
    model.fit(numpy.hstack([numbers, dated]), right)
    row, of_dates = numpy.split(model.coef_[0], 2)
    return row.round(4), (of_dates * DATES_APART).round(4)
