"""Clock times whose zone is told by the same moment on another clock beside them."""

from __future__ import annotations

import datetime

import pytest

from reconcile.values import read_values

NOON = datetime.datetime(2027, 11, 10, 12, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("text", "clock", "offset"),
    [
        ("It left at 6:26 p.m. local time (2126 GMT) on Tuesday.", "6:26 p.m. local time", -180),
        ("It left at 2126 GMT (6:26 p.m. local time) on Tuesday.", "6:26 p.m. local time", -180),
        ("The quake struck at 04:12 (01:12 GMT).", "04:12", 180),
        ("It struck at 10:30 p.m. on Monday (0230 GMT).", "10:30 p.m. on Monday", -240),
    ],
)
def test_a_clock_beside_tells_the_zone(text: str, clock: str, offset: int) -> None:
    found = next(each.value for each in read_values(text, NOON) if each.text == clock)
    assert found is not None
    assert found.offset_minutes == offset
    assert "runs" in found.steps[-1] or "run at" in found.steps[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Polls open at 7 a.m. (8 a.m. in the north).",
        "It left at 6:26 p.m.; the second left at 2126 GMT.",
        "It left at 6:26 p.m. (2119 GMT).",  # no clock is seven minutes off
    ],
)
def test_other_clocks_tell_nothing(text: str) -> None:
    first = next(each.value for each in read_values(text, NOON) if each.kind == "date")
    assert first is not None
    assert first.offset_minutes is None
