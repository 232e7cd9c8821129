"""What one slip of the pen may have made of a value, as alignment weighs it."""

from __future__ import annotations

import datetime

import pytest

from reconcile.alignment.lines import Position, place_value
from reconcile.alignment.slips import SLIP_LEVELS, slip_evidence
from reconcile.values import read_value

PUBLISHED = datetime.datetime(2025, 10, 20, 12, 0, tzinfo=datetime.UTC)

SLIPS = [
    ("$305 million", "$305 billion", "same digits and more, other size"),
    ("$35 million", "$35 billion", "same two digits, other size"),
    ("118 mph", "118 km/h", "same digits and more, other size"),
    ("8,600 people", "6,800 people", "digits transposed"),
    ("1,240 people", "1,340 people", "a digit differs"),
    ("1,241 people", "1,246 people", "the last digit differs"),
    ("eight nominations", "nine nominations", "one more or less, of few"),
    ("1 June 2025", "6 January 2025", "day and month change places"),
    ("7 May 2024", "7 May 2025", "same day of another year"),
    ("November 2022", "November 2023", "same month of another year"),
    ("two hours and 12 minutes", "three hours and 12 minutes", "a part of the length is the same"),
]  # fmt: skip

CHANCE = [
    ("$305 million", "$412 million"),
    ("18 officers", "22 officers"),
    ("1,652 containers", "2,478 containers"),
    ("1 June 2025", "9 January 2025"),
    ("40 seconds", "55 seconds"),
]


def position_of(text: str) -> Position:
    value = read_value(text, published=PUBLISHED)
    return place_value(value, PUBLISHED.date())


@pytest.mark.parametrize(("one", "other", "level"), SLIPS)
def test_a_slip_is_told_whichever_comes_first(one: str, other: str, level: str) -> None:
    a, b = position_of(one), position_of(other)
    assert level in slip_evidence(a, b)
    assert slip_evidence(a, b) == slip_evidence(b, a)


@pytest.mark.parametrize(("one", "other"), CHANCE)
def test_figures_that_differ_by_chance_are_no_slips(one: str, other: str) -> None:
    assert slip_evidence(position_of(one), position_of(other)) == {}


def test_every_level_is_one_of_those_listed() -> None:
    told = {
        level
        for one, other, _ in SLIPS
        for level in slip_evidence(position_of(one), position_of(other))
    }
    assert told < set(SLIP_LEVELS)
