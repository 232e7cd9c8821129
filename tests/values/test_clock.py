"""Clock times, parts of days and zones, read on Wednesday 11 June 2025."""

import pytest

from tests.values.dating import first, read

TABLE = [
    ("It hit at 2:15 a.m. on Thursday, June 5.", "2025-06-05T02:15/2025-06-05T02:16"),
    ("It hit at 3.20pm.", "2025-06-11T15:20/2025-06-11T15:21"),
    ("It hit at 22:19.", "2025-06-11T22:19/2025-06-11T22:20"),
    ("It hit around 1.15pm.", "2025-06-11T13:00/2025-06-11T13:31"),
    ("It hit shortly before 4 a.m.", "2025-06-11T03:30/2025-06-11T04:00"),
    ("It hit at half past nine in the morning.", "2025-06-11T09:30/2025-06-11T09:31"),
    ("It hit at a quarter to six in the evening.", "2025-06-11T17:45/2025-06-11T17:46"),
    ("It hit at 10 o'clock in the morning.", "2025-06-11T10:00/2025-06-11T10:01"),
    ("It hit about four in the afternoon.", "2025-06-11T15:30/2025-06-11T16:31"),
    ("It hit at noon on Monday.", "2025-06-09T12:00/2025-06-09T12:01"),
    ("It hit before dawn on Tuesday.", "2025-06-10/2025-06-10T06:00"),
    ("It hit on Tuesday afternoon.", "2025-06-10T12:00/2025-06-10T18:00"),
    ("It hit on Tuesday night.", "2025-06-10T17:00/2025-06-11T06:00"),
    ("It hit last night.", "2025-06-10T17:00/2025-06-11T06:00"),
    ("It hit overnight.", "2025-06-10T18:00/2025-06-11T09:00"),
    ("It hit in the small hours of Monday.", "2025-06-09/2025-06-09T07:00"),
    ("The service ended 11:45.", "2025-06-11T11:45/2025-06-11T11:46"),
    ("Heats start 13:05, final 10:30.", "2025-06-11T13:05/2025-06-11T13:06"),
    ("Kickoff is 15:00 local, 13:00 UTC.", "2025-06-11T15:00/2025-06-11T15:01"),
    ("It opens from 0700 to 1800.", "2025-06-11T07:00/2025-06-11T18:01"),
    ("It shuts between 06.00 and 22.30.", "2025-06-11T06:00/2025-06-11T22:31"),
    ("It was due in Bologna at 18.05.", "2025-06-11T18:05/2025-06-11T18:06"),
    ("Roads shut between 9pm and 5am.", "2025-06-11T21:00/2025-06-12T05:01"),
    ("Doors are open on Tuesday from 2:00 to 2:30 pm.", "2025-06-10T14:00/2025-06-10T14:31"),
]


@pytest.mark.parametrize(("text", "interval"), TABLE, ids=[text for text, _ in TABLE])
def test_clock_times(text: str, interval: str) -> None:
    assert first(text) == interval


@pytest.mark.parametrize(
    "text",
    ["The ratio is 1:12.", "He ran 3:42.", "They read John 3:16.", "Ring the 0800 number.",
     "Shares were due to open at 14.05.", "It fell by 6.10 to 5.20.", "codes 0405 and 0406"],
)  # fmt: skip
def test_ratios_verses_and_prices_are_no_clock_times(text: str) -> None:
    assert not read(text)


ZONES = [
    ("at 16.48 UTC", 0),
    ("at 0252 UTC", 0),
    ("at 5.48pm Irish time", 60),
    ("at 10 a.m. KST", 540),
    ("at 8 p.m. ET", -240),
    ("at 8 p.m. ET on January 8, 2025", -300),
    ("at noon London time", 60),
    ("at noon London time on 8 January 2025", 0),
    ("at 7.35pm AEST", 600),
    ("at 9 a.m. (GMT +8)", 480),
    ("at 06:00 local time", None),
]


@pytest.mark.parametrize(("text", "minutes"), ZONES, ids=[text for text, _ in ZONES])
def test_zones(text: str, minutes: int | None) -> None:
    value = read(text)[0].value
    assert value is not None
    assert value.offset_minutes == minutes


def test_an_hour_without_its_half_of_the_day_keeps_both() -> None:
    value = read("They met at 10 o'clock.")[0].value
    assert value is not None
    hours = {str(each)[-5:] for each in (value, *value.alternatives)}
    assert hours == {"10:00", "22:00"}
