"""One figure printed with two units."""

from __future__ import annotations

import pytest
from attrs import evolve

from reconcile import read_article
from reconcile.alignment.swapped import SWAPPED_LEVELS
from reconcile.claims import extract_claims
from tests.alignment.levelled import levels_of

FIGURE, LONG = SWAPPED_LEVELS


def levels(one: str, other: str) -> set[str]:
    """The levels that hold of the only figures of two sentences."""
    articles = [
        evolve(read_article(f"The mill\n\nThe mill was sold {figure}.\n"), id=name)
        for name, figure in (("a", one), ("b", other))
    ]
    figures = [claim for claim in extract_claims(articles) if claim.focus.value is not None]
    return levels_of(figures, articles, SWAPPED_LEVELS)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("for 32 trillion yen", "for 32 trillion dong", {FIGURE}),
        ("for €204,000", "for 204,000 dollars", {FIGURE, LONG}),
        ("at 118 mph", "at 118 kph", {FIGURE, LONG}),
        ("for 5 million yen", "for 5 million euros", set()),
        ("for 32 trillion yen", "for 32 trillion yen", set()),
        ("for 32 trillion yen", "for 32 million dong", set()),
        ("at 118 mph", "for 118 dollars", set()),
    ],
)
def test_figures_with_two_units(one: str, other: str, expected: set[str]) -> None:
    assert levels(one, other) == expected
