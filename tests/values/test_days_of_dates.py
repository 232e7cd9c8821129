"""Dates whose day or year is told elsewhere in the text, and clocks that may be on another day."""

from __future__ import annotations

import datetime
import re

import pytest

from reconcile.model import Value
from reconcile.values import read_values
from reconcile.values.relation import relate

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
        ("It fell on Saturday 14 June.", "Saturday 14 June", "2025-06-14"),
        ("It fell on Sunday 15 November.", "Sunday 15 November", "2026-11-15"),
        ("It fell on Saturday 15 November.", "Saturday 15 November", "2026-11-15"),
        ("It fell on Wednesday 14 June.", "Wednesday 14 June", "2026-06-14"),
        ("Founded on 3 March 1924, it fell. On the Monday it rose.", "the Monday", "2026-11-16"),
        ("On 12 June 2025 she was seen; on the Monday they looked.", "the Monday", "2025-06-16"),
        ("On 12 November she was seen; on the Monday they looked.", "the Monday", "2026-11-16"),
        ("They met on 14 June 2025, a Saturday.", "14 June 2025, a Saturday", "2025-06-14"),
        ("It came a week ago today, at 18:10 UTC.", "a week ago today, at 18:10 UTC", "2026-11-11"),
        ("It is there on the tenth of next month.", "the tenth of next month", "2026-12-10"),
        ("The dead as on 12:00 hrs today: 21.", "12:00 hrs today", "2026-11-18 12:00"),
        ("It opened on November 3: 12 people came.", "November 3", "2026-11-03"),
        ("On Monday, at 20.40 hours, they met.", "Monday, at 20.40 hours", "2026-11-16 20:40"),
        ("They came down at Candlemas.", "Candlemas", "2026-02-02"),
    ],
)
def test_read(text: str, words: str, reading: str) -> None:
    assert str(value_of(text, words)).startswith(reading)


def test_a_length_with_a_point_is_no_clock() -> None:
    assert value_of("The crossing took 20.40 hours.", "20.40 hours").kind == "duration"


def test_a_clock_without_a_day_may_be_on_another_day_named_or_on_that_of_publication() -> None:
    text = "It happened on 16 November.\n\nThe report came on 17 November.\n\nAt 21:47 it began."
    value = value_of(text, "21:47")
    days = {str(each)[:10] for each in (value, *value.alternatives)}
    assert days == {"2026-11-16", "2026-11-17", "2026-11-18"}


def test_the_evening_reading_of_a_clock_is_as_blurred_as_that_of_the_morning() -> None:
    value = value_of("On Monday, shortly before ten, it fell.", "shortly before ten")
    readings = {str(each)[-16:] for each in (value, *value.alternatives)}
    assert readings == {"2026-11-16 09:59", "2026-11-16 21:59"}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It was 3.52 a.m. in the museum.", "3.52 a.m.", "compatible"),
        ("It came on 15 November. At 3.52 a.m. all was over.", "3.52 a.m.", "conflict"),
        ("It was shortly before 4am in the museum.", "shortly before 4am", "compatible"),
        ("It was 4.52 a.m. in the museum.", "4.52 a.m.", "conflict"),
        ("On 15 November it was 3.52 a.m. there.", "3.52 a.m.", "conflict"),
    ],
)
def test_a_clock_whose_day_nobody_tells_may_be_on_the_day_of_the_other(
    text: str, words: str, expected: str
) -> None:
    other = value_of("At 3:52 on 14 November 2023 it rang.", "3:52 on 14 November 2023")
    one = value_of(text, words)
    assert relate(one, other).verdict == relate(other, one).verdict == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It was on 9 November 2026.", "9 November 2026", "compatible"),
        ("It was on 14 November 2023.", "14 November 2023", "conflict"),
        ("It was at 3.52 a.m. on 9 November 2026.", "3.52 a.m. on 9 November 2026", "agree"),
        ("It is at 3.52 a.m. on 9 December 2026.", "3.52 a.m. on 9 December 2026", "conflict"),
    ],
)
def test_a_clock_whose_day_nobody_tells_is_on_a_day_that_was_near(
    text: str, words: str, expected: str
) -> None:
    one, other = value_of("It was 3.52 a.m. in the museum.", "3.52 a.m."), value_of(text, words)
    found = relate(one, other, published_a=PUBLISHED, published_b=PUBLISHED)
    turned = relate(other, one, published_a=PUBLISHED, published_b=PUBLISHED)
    assert found.verdict == turned.verdict == expected


@pytest.mark.parametrize(
    ("text", "words", "years"),
    [
        ("He was held on 3 July.", "3 July", {"2026"}),
        ("It began in May 2025. He was held on 3 July.", "3 July", {"2026", "2025"}),
        ("One night in June last year it began. Held on 3 July.", "3 July", {"2026", "2025"}),
        ("It began in May 2025. He was held on 3 November.", "3 November", {"2026"}),
        ("It began in May 1998. He was held on 3 July.", "3 July", {"2026"}),
        ("Begun in May 2025. It ran from 3 to 9 July.", "from 3 to 9 July", {"2026", "2025"}),
        (
            "Begun in May 2024. It ran from 20 February to 5 March.",
            "from 20 February to 5 March",
            {"2026"},
        ),
        ("He was held on 3 July 2026.", "3 July 2026", {"2026"}),
    ],
)
def test_a_day_far_away_without_its_year_may_be_of_another(
    text: str, words: str, years: set[str]
) -> None:
    value = value_of(text, words)
    dates = (each for each in (value, *value.alternatives) if each.kind == "date")
    assert {year for each in dates for year in re.findall(r"\d{4}", str(each))} == years


def test_a_day_of_a_year_that_is_only_supposed_is_that_of_the_full_date() -> None:
    other = value_of("On 3 July 2025.", "3 July 2025")
    begun = "It began in May 2025."
    assert relate(value_of(f"{begun} Held on July 3.", "July 3"), other).verdict == "agree"
    assert relate(value_of(f"{begun} Held on July 4.", "July 4"), other).verdict == "conflict"
    assert relate(value_of("Held on July 3.", "July 3"), other).verdict == "conflict"


def test_a_small_number_is_no_year_of_a_date() -> None:
    day = value_of("It rose on 14 November 2026.", "14 November 2026")
    four = value_of("The four rose.", "four")
    assert relate(four, day).verdict == "compatible"


def test_a_clock_with_its_day_beside_it_is_on_no_other() -> None:
    text = "It happened on 16 November.\n\nAt 21:47 on 17 November it began."
    assert not value_of(text, "21:47 on 17 November").alternatives
