"""A reading written in plain words reads back to the same set."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.values import read_value
from reconcile.values.spoken import describe, explain

HEDGES = [
    "",
    "about",
    "more than",
    "at least",
    "fewer than",
    "up to",
    "nearly",
    "just over",
    "exactly",
]
UNITS = ["people", "miles", "tonnes", "percent", "million euros", "km/h", "hectares", "US dollars",
         "percentage points", "degrees Celsius", "houses", "basis points"]  # fmt: skip


@settings(max_examples=150)
@given(
    st.sampled_from(HEDGES),
    st.decimals(min_value=1, max_value=9999, places=1),
    st.booleans(),
    st.sampled_from(UNITS),
)
def test_a_written_value_reads_back(hedge: str, number: Decimal, whole: bool, unit: str) -> None:
    figure = f"{int(number)}" if whole else f"{number}"
    value = read_value(f"{hedge} {figure} {unit}".strip())
    again = read_value(describe(value))
    assert (again.kind, again.unit, again.interval) == (value.kind, value.unit, value.interval)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nearly 1.2 million people", "nearly 1.2 million people"),
        ("the second-largest city", "2nd place"),
        ("aged 34", "aged 34 to 34"),
        ("more than 40 per cent", "more than 40 percent"),
        ("the top ten", "the top 10"),
    ],
)
def test_plain_words(text: str, words: str) -> None:
    assert describe(read_value(text)) == words


def test_the_steps_of_a_reading() -> None:
    steps = explain(read_value("about 3.4 percent"))
    assert steps[0] == "the figure is 3.4, counted in percent: a percent"
    assert any("tenth" in step for step in steps)
