"""Scores, votes and odds: two figures that belong together, and ranges that they are not."""

import pytest

from reconcile.values import read_values

TABLE = [
    ("Brazil 1-7 Germany", "1-7"),
    ("Kerry 1-26 Donegal 0-19", "1-26"),
    ("He was out to Bell (4-57).", "4-57"),
    ("Pope took 5-74.", "5-74"),
    ("Real Madrid 2 Barcelona 1", "2-1"),
    ("It ended 10-all.", "10-10"),
    ("They lost 6½–7½.", "6.5-7.5"),
    ("It passed with 138 in favour, 12 against.", "138-12"),
]


@pytest.mark.parametrize(("text", "stated"), TABLE, ids=[row[0] for row in TABLE])
def test_scores(text: str, stated: str) -> None:
    value = read_values(text)[0].value
    assert value is not None
    assert (value.unit, value.stated.unit) == ("score", stated)


@pytest.mark.parametrize(
    "text",
    ["It took 5-7 cooks.", "Ages (5-11) apply.", "The firm hired 4-6 Poles.", "Chapter 2 Verse 1.",
     "It fell to 3-5 percent.", "He asked 12 for money and nine against the wall.",
     "He went 2-for-4."],
)  # fmt: skip
def test_ranges_and_parts_of_names_are_no_scores(text: str) -> None:
    assert not [each for each in read_values(text) if each.value and each.value.unit == "score"]
