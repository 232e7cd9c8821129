"""A time written in plain words reads back to the same set: of every article of the story packs."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Interval
from reconcile.values import read_value, read_values
from reconcile.values.spoken import describe
from reconcile.values.spokentimes import date_words
from tests.values.dating import PUBLISHED

STORIES = Path(__file__).parents[2] / "benchmarks" / "stories"
TIMES = ("date", "duration", "age")


@pytest.mark.parametrize("story", sorted(STORIES.iterdir()), ids=lambda folder: folder.name)
def test_every_time_of_a_story_reads_back(story: Path) -> None:
    seen = set()
    for path in sorted(story.glob("*.txt")):
        for mention in read_values(path.read_text(encoding="utf-8"), PUBLISHED):
            value = mention.value
            if value is None or value.kind not in TIMES or value.unresolved:
                continue
            words = describe(value)
            if words in seen:
                continue
            seen.add(words)
            again = read_value(words)
            assert (again.kind, again.unit, again.interval) == (
                value.kind, value.unit, value.interval,
            ), f"{mention.text}: {words}"  # fmt: skip


@settings(max_examples=200)
@given(st.integers(-(10**9), 4 * 10**9), st.integers(1, 10**8), st.sampled_from((1, 60, 86400)))
def test_any_stretch_of_time_reads_back(start: int, length: int, step: int) -> None:
    low = start // step * step
    interval = Interval(Decimal(low), Decimal(low + -(-length // step) * step))
    assert read_value(date_words(interval)).interval == interval


@pytest.mark.parametrize("words", ["at least two weeks and less than three weeks",
                                   "more than an hour but less than 90 minutes"])  # fmt: skip
def test_two_bounds_are_one_length(words: str) -> None:
    value = read_value(words)
    assert value.interval.low is not None
    assert value.interval.high is not None
    assert value.hedge == "between"


def test_a_time_stamp_is_read_whole() -> None:
    value = read_value("It was posted 2026-02-06T10:20:05Z.")
    assert value.interval.low == Decimal(1770373205)
    assert value.alternatives == ()
