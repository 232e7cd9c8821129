"""What tells two figures apart that cannot both be true."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

from reconcile import extract_claims
from reconcile.alignment.candidates import columns_of
from reconcile.alignment.differing import DIFFERING_LEVELS
from reconcile.alignment.likeness import VALUE_LEVELS, values_between
from reconcile.alignment.profiles import profile_claims
from reconcile.articles import read_article

#: two sentences, the earlier first, with their figures, and the levels that speak
TOLD = {
    "what it was before": (
        ("The yard has 420 welders.", "420 welders"),
        ("The yard took on welders, up from 260 a year ago.", "260"),
        ("one is what it changed from", "the later one counts fewer"),
    ),
    "of a year and in all": (
        ("The yard builds 30 boats a year.", "30 boats"),
        ("The yard has built 1,200 boats.", "1,200 boats"),
        ("a period on one side, values far apart", "the later one counts more"),
    ),
    "what came on top": (
        ("The yard has 420 welders.", "420 welders"),
        ("The yard took on 60 more welders.", "60 more welders"),
        ("more on one side, values apart", "the later one counts fewer"),
    ),
    "planned and done": (
        ("The yard plans to hire 300 welders.", "300 welders"),
        ("The yard hired 240 welders.", "240 welders"),
        ("a status on one side, values apart", "the later one counts fewer"),
    ),
    "equal": (
        ("The yard plans to hire 300 welders.", "300 welders"),
        ("The yard hired 300 welders.", "300 welders"),
        (),
    ),
}


@pytest.mark.parametrize(("earlier", "later", "levels"), TOLD.values(), ids=TOLD)
def test_what_speaks(
    earlier: tuple[str, str], later: tuple[str, str], levels: tuple[str, ...]
) -> None:
    articles = [
        evolve(
            read_article(f"All of it was told in full to a full hall.\n\n{text}\n"),
            id=str(day),
            published=datetime.datetime(2025, 3, day, tzinfo=datetime.UTC),
        )
        for day, (text, _) in enumerate((earlier, later), 1)
    ]
    profiles = profile_claims(extract_claims(articles), articles)
    a, b = (
        next(each for each in profiles if each.claim.focus.text == figure)
        for _, figure in (earlier, later)
    )
    told, turned = (
        dict(zip(VALUE_LEVELS, numbers.tolist(), strict=True))
        for numbers in values_between([a, b], *columns_of([(0, 1), (1, 0)]))
    )
    assert {level for level in DIFFERING_LEVELS if told[level]} == set(levels)
    assert told == turned
