"""A figure written in plain words reads back to the same set: of every article of the packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import ValueNotRead
from reconcile.model import Value
from reconcile.values import read_value, read_values
from reconcile.values.spoken import describe

STORIES = Path(__file__).parents[2] / "benchmarks" / "stories"
TIMES = ("date", "duration", "age")


def reads_back(value: Value) -> bool:
    try:
        again = read_value(describe(value))
    except ValueNotRead:
        return False
    return (again.kind, again.unit, again.interval) == (value.kind, value.unit, value.interval)


def is_told(value: Value) -> bool:
    """Whether a reading is of a figure, and says which set it leaves open."""
    return value.kind not in TIMES and not value.unresolved


@pytest.mark.parametrize("story", sorted(STORIES.iterdir()), ids=lambda folder: folder.name)
def test_every_figure_of_a_story_reads_back(story: Path) -> None:
    wrong = {}
    seen = set()
    for path in sorted((*story.glob("?.txt"), *story.glob("?.html"))):
        for mention in read_values(path.read_text(encoding="utf-8")):
            value = mention.value
            if value is None:
                continue
            key = (value.kind, value.unit, value.interval, value.hedge, value.stated)
            if is_told(value) and key not in seen and not reads_back(value):
                wrong[mention.text] = (describe(value), value.kind, value.unit)
            seen.add(key)
    assert not wrong
