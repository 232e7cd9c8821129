"""Running times: figures with colons that count up from a start, and times of day beside them."""

from decimal import Decimal

import pytest

from reconcile.values import read_values
from tests.values.dating import PUBLISHED

TABLE = [
    ("Osei won the 1,500 metres in 3:41.27.", ["221.27"]),
    ("She stopped the clock at 8:51.36.", ["531.36"]),
    ("She won in 2:03:15.", ["7395"]),
    ("Result: Kiplagat (KEN) 2:04:17; Osei (GHA) at 0:32; the runners rested.", ["7457", "32"]),
    ("Marek finished 1:46 behind the rest of the peloton.", ["106"]),
    ("She swam 4:01.73 after turning in 2:00 at halfway.", ["241.73", "120"]),
    ("He leads by 1:14.", ["74"]),
    ("She was 1:14 behind; the third came in 1:03 after her.", ["74", "63"]),
    ("He fell at 2:48 of the ninth round.", ["168"]),
    ("They drew level with just 2:48 left.", ["168"]),
    ("The song lasts 3:42.", ["222"]),
    ("Obiri (2:19:51) won; her time, 2:19:51, is fast.", ["8391", "8391"]),
    ("Reid finished +0:32 adrift.", ["32"]),
]


@pytest.mark.parametrize(("text", "seconds"), TABLE, ids=[row[0] for row in TABLE])
def test_running_times(text: str, seconds: list[str]) -> None:
    found = [each.value for each in read_values(text, PUBLISHED) if each.kind == "duration"]
    assert [value.nominal for value in found if value] == [Decimal(each) for each in seconds]


@pytest.mark.parametrize(
    "text",
    [
        "The marathon starts at 14:30.", "The blast came at 11:08:23 UTC.", "The odds are 3:1.",
        "They must be home by 1:14.", "It left at 1:14 behind schedule.",
        "The 9:15 left Leeds.", "It opened 10:15 ahead of the talks.",
        "The cyclist was hit at 9:15 on Sunday.", "They read John 3:16.", "It closed at 5:30 p.m.",
    ],
)  # fmt: skip
def test_times_of_day_and_ratios_are_no_running_times(text: str) -> None:
    assert not [each for each in read_values(text, PUBLISHED) if each.kind == "duration"]


def test_a_running_time_is_as_exact_as_it_is_printed() -> None:
    value = read_values("She won in 8:51.36.", PUBLISHED)[0].value
    assert value is not None
    assert (value.interval.low, value.interval.high) == (Decimal("531.355"), Decimal("531.365"))
