"""Dates whose day or year is told elsewhere in the text, and clocks that may be on another day."""

from __future__ import annotations

import datetime

import pytest

from reconcile.model import Value
from reconcile.values import read_values

PUBLISHED = datetime.datetime(2026, 11, 18, 12, 0, tzinfo=datetime.UTC)


def value_of(text: str, words: str) -> Value:
    found = {each.text: each.value for each in read_values(text, PUBLISHED)}
    assert words in found, found
    value = found[words]
    assert value is not None
    return value


@pytest.mark.parametrize(
    ("text", "words", "reading"),
    [
        ("It ended on 14 June 2025. On 16 June it was told.", "16 June", "2025-06-16"),
        ("It ended on 14 June 2025. On 16 October it was told.", "16 October", "2026-10-16"),
        ("By 8 June 2025 all was lost. It fell on Saturday 14 June.", "Saturday 14 June", "2025"),
        ("It fell on Saturday 14 June.", "Saturday 14 June", "2026-06-14"),
        ("They met on 14 June 2025, a Saturday.", "14 June 2025, a Saturday", "2025-06-14"),
        ("It came a week ago today, at 18:10 UTC.", "a week ago today, at 18:10 UTC", "2026-11-11"),
        ("It is there on the tenth of next month.", "the tenth of next month", "2026-12-10"),
        ("The dead as on 12:00 hrs today: 21.", "12:00 hrs today", "2026-11-18 12:00"),
        ("On Monday, at 20.40 hours, they met.", "Monday, at 20.40 hours", "2026-11-16 20:40"),
        ("They came down at Candlemas.", "Candlemas", "2026-02-02"),
    ],
)
def test_read(text: str, words: str, reading: str) -> None:
    assert str(value_of(text, words)).startswith(reading)


def test_a_length_with_a_point_is_no_clock() -> None:
    assert value_of("The crossing took 20.40 hours.", "20.40 hours").kind == "duration"


def test_a_clock_without_a_day_may_be_on_another_day_that_the_text_names() -> None:
    text = "It happened on 16 November.\n\nThe report came on 17 November.\n\nAt 21:47 it began."
    value = value_of(text, "21:47")
    days = {str(each)[:10] for each in (value, *value.alternatives)}
    assert days == {"2026-11-16", "2026-11-17"}


def test_a_clock_with_its_day_beside_it_is_on_no_other() -> None:
    text = "It happened on 16 November.\n\nAt 21:47 on 17 November it began."
    assert not value_of(text, "21:47 on 17 November").alternatives
