"""Hostile strings: nothing is raised, spans are exact, and work grows with the length.

Work is counted, not timed, where it can be: calls of Python and C functions at one length and at
four times that length. A pattern or a copy that runs away inside one call shows in the time alone,
so the ratio of two times is held as well, with a bound that only more than linear growth exceeds.
"""

from __future__ import annotations

import datetime
import sys
import time
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.values import read_values

PUBLISHED = datetime.datetime(2025, 6, 11, 15, 12, tzinfo=datetime.UTC)
LENGTH = 1_500
#: four times the length may take this many times the calls: a quadratic reader takes 16
CALLS = 5.0
#: and this many times the time, which is noisy
SECONDS = 10.0

#: strings that are repeated without end, by what they try to provoke
UNITS = {
    "digits": "1",
    "zeros": "0",
    "digits-and-commas": "1,",
    "digits-and-points": "1.",
    "grouped-digits": "000,",
    "full-width-digits": "９",
    "arabic-digits": "٣",
    "fractions": "½",
    "slashes": "1/",
    "exponents": "1e",
    "plus-and-minus": "+-",
    "open-parentheses": "(",
    "open-figures": "(1 ",
    "nested-money": "($1 million ",
    "close-parentheses": "1)",
    "brackets": "[{",
    "and": "and ",
    "number-words": "twenty ",
    "hundreds": "one hundred and ",
    "scales": "million ",
    "growing-scales": "ten thousand million billion ",
    "halves": "half a ",
    "dozens": "two dozen dozen ",
    "lakh-crore": "lakh crore ",
    "currency-signs": "$",
    "currency-mix": "US$€£¥₩",
    "currency-words": "dollars won yen ",
    "money-hyphens": "100 trillion-won-",
    "hedges": "about nearly almost ",
    "bounds": "more than at least up to ",
    "stacked-hedges": "just over a little more than ",
    "open-ranges": "10-",
    "to-ranges": "10 to ",
    "between": "between 1 and ",
    "lists": "10, 12 and ",
    "percents": "per cent ",
    "percent-signs": "%",
    "one-in": "one in ",
    "ordinals": "first ",
    "superlatives": "second-largest-",
    "ages": "34-year-old-",
    "year-hyphens": "year-",
    "units": "km/h ",
    "feet-inches": "6 feet 3 inches ",
    "per": "barrels a day a ",
    "months": "May ",
    "month-days": "May 1, ",
    "weekdays": "Monday ",
    "weekday-dates": "Monday, June 9, ",
    "date-ranges": "from June 17 to ",
    "dashed-dates": "2001-02-",
    "slashed-dates": "1/1/",
    "clocks": "12:30 ",
    "clock-colons": "12:",
    "am-pm": "9 a.m. p.m. ",
    "zones": "GMT UTC ",
    "relative": "last next ",
    "day-before": "the day before ",
    "ago": "two weeks ago ago ",
    "durations": "two weeks and ",
    "decades": "1990s ",
    "apostrophes": "'",
    "dashes": "–—-",
    "newlines": "\n",
    "spaces": " ",
    "no-break-spaces": "1\u00a0000\u00a0",
    "zero-width": "1\u200b",
    "one-long-word": "a",
    "combining": "1\u0301",
    "surrounded": "won 5 won ",
    "scores": "2-1 ",
    "section": "Section 230 ",
}


def calls_for(text: str) -> int:
    """How many functions, of Python and C, are called to read a text."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read_values(text, published=PUBLISHED)
    finally:
        sys.setprofile(before)
    return count


def seconds_for(text: str) -> float:
    """The better of two."""
    best = float("inf")
    for _ in range(2):
        began = time.perf_counter()
        read_values(text, published=PUBLISHED)
        best = min(best, time.perf_counter() - began)
    return best


def hostile(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


@pytest.fixture(scope="module", autouse=True)
def loaded_rules() -> None:
    """The vocabulary is loaded once, before anything is counted."""
    read_values("about $5 million on Monday, June 9, for two weeks", published=PUBLISHED)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_work_grows_with_the_length(unit: str) -> None:
    short, long = hostile(unit, LENGTH), hostile(unit, 4 * LENGTH)
    assert calls_for(long) <= CALLS * calls_for(short) + 1_000
    # a hundredth of a second is the noise of the machine, whatever the length
    assert seconds_for(long) <= SECONDS * (seconds_for(short) + 0.01)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_spans_are_exact(unit: str) -> None:
    check_mentions(hostile(unit, 400))


def test_a_figure_of_many_digits_is_no_error() -> None:
    check_mentions("The firm owes $" + "9" * 10_000 + " million and 3 euros.")


WORDS = sorted({word for unit in UNITS.values() for word in unit.split()} | set("$€£%().,:;/'-–"))
news_like = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
glued = st.lists(st.sampled_from(WORDS), max_size=30).map("".join)


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=120), news_like, glued))
def test_any_text_is_read(text: str) -> None:
    check_mentions(text)


@settings(max_examples=50)
@given(news_like)
def test_same_text_same_mentions(text: str) -> None:
    assert read_values(text, published=PUBLISHED) == read_values(text, published=PUBLISHED)


@settings(max_examples=50)
@given(news_like)
def test_without_publication_time_nothing_fails(text: str) -> None:
    read_values(text)


def check_mentions(text: str) -> None:
    """Mentions come in order, do not overlap, and slice back to their words."""
    behind = 0
    for mention in read_values(text, published=PUBLISHED):
        assert behind <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.value is not None
        assert mention.kind == mention.value.kind
        behind = mention.end
