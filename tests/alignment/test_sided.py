"""Dates that meet are told apart by the side of their articles on which they lie."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

from reconcile import read_article
from reconcile.alignment.sided import SIDED_LEVELS
from reconcile.claims import extract_claims
from tests.alignment.levelled import levels_of

PUBLISHED = datetime.datetime(2025, 6, 11, 15, 12, tzinfo=datetime.UTC)


def levels(one: str, other: str) -> set[str]:
    """The levels that hold of the first date of each of two sentences."""
    texts = (f"The bridge\n\n{sentence}\n" for sentence in (one, other))
    articles = [
        evolve(read_article(text, published=PUBLISHED), id=name)
        for name, text in zip("ab", texts, strict=True)
    ]
    dates = [claim for claim in extract_claims(articles) if claim.kind == "date"]
    return levels_of(dates, articles, SIDED_LEVELS)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("on May 26", "on 26 May", {"same day, long past"}),
        ("on July 3", "on 3 July", {"same day, still ahead"}),
        ("on June 10", "on Tuesday", {"same day, of these days"}),
        ("on May 26", "in late May", {"dates meet, long past"}),
        ("on August 14", "in August", {"dates meet, still ahead"}),
        ("on May 26", "on May 27", set()),
        ("on May 26", "in 2025", set()),
    ],
)
def test_sides(one: str, other: str, expected: set[str]) -> None:
    verb = "will open" if "July" in one or "August" in one else "was closed"
    assert levels(f"The bridge {verb} {one}.", f"The bridge {verb} {other}.") == expected
