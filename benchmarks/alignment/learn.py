"""Labelled stories in, weights out: two logistic regressions, the second on the first's scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy
from attrs import frozen
from numpy import float64
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.alignment.stories import Labels, Pair, Story, label
from reconcile.alignment.candidates import candidate_pairs
from reconcile.alignment.evidence import LEVELS, VALUE_LEVELS, evidence_between, value_evidence
from reconcile.alignment.profiles import Profile, profile_claims
from reconcile.alignment.score import SECOND_LEVELS, support_evidence

#: inverse strength of the penalty on large weights
PENALTY: Final = 1.0
FACT_BAR: Final = 0.36
CONFLICT_BAR: Final = 0.55

Numbers = NDArray[float64]


@frozen(eq=False)
class Prepared:
    """A story's candidate pairs with their evidence and labels."""

    story: Story
    profiles: Sequence[Profile]
    pairs: Sequence[Pair]
    about: Numbers
    values: Numbers
    labels: Labels
    #: by pair: whether the sheet holds it to be one fact
    right: NDArray[numpy.bool_]
    #: by pair: whether it counts (disputed pairs do not)
    counts: NDArray[numpy.bool_]

    @property
    def equal(self) -> Mapping[Pair, bool]:
        """The pairs whose values are equal."""
        column = self.values[:, VALUE_LEVELS.index("value same")]
        return {pair: bool(same) for pair, same in zip(self.pairs, column, strict=True)}


def prepare(story: Story) -> Prepared:
    """The evidence and labels of every candidate pair of a story."""
    profiles = profile_claims(story.claims, story.articles)
    pairs = candidate_pairs(profiles)
    labels = label(story)
    met = [labels.hits.get(pair, ()) for pair in pairs]
    settled = [[n for n in lines if not story.gold[n].disputed] for lines in met]
    return Prepared(
        story,
        profiles,
        pairs,
        numpy.array([evidence_between(profiles[a], profiles[b]) for a, b in pairs]),
        numpy.array([value_evidence(profiles[a], profiles[b]) for a, b in pairs]),
        labels,
        numpy.array([bool(lines) for lines in settled]),
        numpy.array([bool(sure) or not lines for sure, lines in zip(settled, met, strict=True)]),
    )


def learn(stories: Sequence[Prepared], *, penalty: float = PENALTY) -> dict[str, dict[str, float]]:
    """The data of a weights file, learned from these stories."""
    first = _fit(
        [each.about[each.counts] for each in stories],
        [each.right[each.counts] for each in stories],
        penalty,
    )
    second = _fit(
        [second_evidence(each, first)[each.counts] for each in stories],
        [each.right[each.counts] for each in stories],
        penalty,
    )
    return {
        "first": dict(zip(LEVELS, first, strict=True)),
        "second": dict(zip(SECOND_LEVELS, second, strict=True)),
        "bars": {"fact": FACT_BAR, "conflict": CONFLICT_BAR},
    }


def second_evidence(each: Prepared, first: Sequence[float]) -> Numbers:
    """What the second step sees of a story, given the first step's weights."""
    shares = 1 / (1 + numpy.exp(-numpy.clip(each.about @ numpy.array(first), -30, 30)))
    support = support_evidence(each.profiles, each.pairs, shares, each.equal)
    return numpy.hstack([each.about, each.values, support])


def _fit(
    evidence: Sequence[Numbers], right: Sequence[NDArray[numpy.bool_]], penalty: float
) -> list[float]:
    """Weights of a logistic regression; the first column is the bias."""
    model = LogisticRegression(C=penalty, max_iter=1000, fit_intercept=False)
    model.fit(numpy.concatenate(evidence), numpy.concatenate(right))
    return [round(float(weight), 4) for weight in model.coef_[0]]
