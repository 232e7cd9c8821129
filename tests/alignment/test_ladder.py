"""Every level of the ladder has its rung and its words."""

from reconcile.alignment.ladder import rungs
from reconcile.alignment.score import LATER_LEVELS, weights_for


def test_every_level_is_told() -> None:
    assert sorted(rungs()) == sorted(LATER_LEVELS)


def test_levels_are_named_once() -> None:
    assert len(set(LATER_LEVELS)) == len(LATER_LEVELS)


def test_the_bars_are_probabilities_and_a_conflict_takes_more() -> None:
    weights = weights_for()
    assert 0 < weights.fact_bar <= weights.fit_bar <= weights.conflict_bar < 1
