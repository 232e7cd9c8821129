"""Dates of every sort, as a newsroom writes them, read on Wednesday 11 June 2025."""

import pytest

from tests.values.dating import ends, first, read

TABLE = [
    # full and partial dates
    ("It opened on Jun. 12.", "2025-06-12/2025-06-13"),
    ("It opened on Thursday, June 12.", "2025-06-12/2025-06-13"),
    ("The flood of 21 November 2023 (Tuesday) was worse.", "2023-11-21/2023-11-22"),
    ("He was born on the 8th of January, 1957.", "1957-01-08/1957-01-09"),
    ("The ferry sank in September 2018.", "2018-09-01/2018-10-01"),
    ("The mill closed in 1983.", "1983-01-01/1984-01-01"),
    ("The hoard of AD 978 was found.", "0978-01-01/0979-01-01"),
    # weekdays and tense
    ("The mayor resigned on Monday.", "2025-06-09/2025-06-10"),
    ("Police said Wednesday that the road was shut.", "2025-06-11/2025-06-12"),
    ("The council will meet on Friday.", "2025-06-13/2025-06-14"),
    ("They agreed to meet on Friday.", "2025-06-13/2025-06-14"),
    ("The lights went out last Tuesday.", "2025-06-10/2025-06-11"),
    ("He came back on the Saturday before last.", "2025-05-31/2025-06-01"),
    ("She left on Wednesday of last week.", "2025-06-04/2025-06-05"),
    ("The season begins a week on Saturday.", "2025-06-21/2025-06-22"),
    # months
    ("Prices fell in March.", "2025-03-01/2025-04-01"),
    ("The bridge will reopen in September.", "2025-09-01/2025-10-01"),
    ("The act passed on 11 December last year.", "2024-12-11/2024-12-12"),
    ("It began in May last year.", "2024-05-01/2024-06-01"),
    ("It will end next March.", "2026-03-01/2026-04-01"),
    # portions
    ("It snowed in late May.", "2025-05-21/2025-06-01"),
    ("It snowed in mid-September 2024.", "2024-09-11/2024-09-21"),
    ("He fell ill late last year.", "2024-09-01/2025-01-01"),
    ("It was built in the early 1990s.", "1990-01-01/1993-05-01"),
    ("The dam broke early on Tuesday.", "2025-06-10/2025-06-10T10:00"),
    # periods
    ("Sales fell in the third quarter of 2024.", "2024-07-01/2024-10-01"),
    ("Sales fell in Q3 2024.", "2024-07-01/2024-10-01"),
    ("It will rise in the first half of 2026.", "2026-01-01/2026-07-01"),
    ("Figures for the three months to September 2024 were better.", "2024-07-01/2024-10-01"),
    ("In the 1980s it thrived.", "1980-01-01/1990-01-01"),
    ("In the 1700s it thrived.", "1700-01-01/1800-01-01"),
    ("An 18th-century vase was sold.", "1700-01-01/1800-01-01"),
    ("The 2018-19 season was cut.", "2018-01-01/2020-01-01"),
    # relative
    ("It was sold last month.", "2025-05-01/2025-06-01"),
    ("It will be sold next year.", "2026-01-01/2027-01-01"),
    ("He died yesterday.", "2025-06-10/2025-06-11"),
    ("Three days ago it was calm.", "2025-06-08/2025-06-09"),
    ("She moved here 19 years ago.", "2006-01-01/2007-01-01"),
    ("The fire broke out three weeks ago yesterday.", "2025-05-20/2025-05-21"),
    ("It is seven months away.", "2026-01-01/2026-02-01"),
    # bounds
    ("It has stood since 2009.", "2009-01-01/"),
    ("Schools stay shut until Monday.", "/2025-06-17"),
    ("Schools stay shut until at least Monday.", "2025-06-16/"),
    ("Schools stay shut at least until Monday.", "2025-06-16/"),
    ("Repairs must be done by Tuesday.", "/2025-06-18"),
    ("They must pay on or before 25 November.", "/2025-11-26"),
    ("It will not reopen before Friday.", "2025-06-13/"),
    ("Fares rise from 1 July.", "2025-07-01/"),
    # ranges
    ("Talks run from June 17 to 19.", "2025-06-17/2025-06-20"),
    ("Talks run from 28 July to 9 August.", "2025-07-28/2025-08-10"),
    ("Talks ran from 29 February to 2 March.", "2024-02-29/2024-03-03"),
    ("Talks ran from April last year to June.", "2024-04-01/2025-07-01"),
    ("Talks ran from 1 December to 29 February.", "2023-12-01/2024-03-01"),
    ("It was rebuilt between 2018 and 2023.", "2018-01-01/2024-01-01"),
    ("Sales from January to September 2024 rose.", "2024-01-01/2024-10-01"),
    ("Strikes are planned for April 8 and 9, 2026.", "2026-04-08/2026-04-10"),
    # holidays
    ("The show opens on Good Friday 2026.", "2026-04-03/2026-04-04"),
    ("It closed on Christmas Eve 2024.", "2024-12-24/2024-12-25"),
    ("It closed on New Year's Day.", "2025-01-01/2025-01-02"),
]


@pytest.mark.parametrize(("text", "interval"), TABLE, ids=[text for text, _ in TABLE])
def test_dates(text: str, interval: str) -> None:
    assert first(text) == interval


THREADS = [
    ("Profit rose in March 2024. A year earlier it had fallen.", "2023-03-01/2023-04-01"),
    ("The fire began on 3 June. The next day it spread.", "2025-06-04/2025-06-05"),
    ("The fire began on 3 June. Two days later it was out.", "2025-06-05/2025-06-06"),
    ("The fire began on 3 June. On the same day it rained.", "2025-06-03/2025-06-04"),
    ("He sang on 3 June and had slept the evening before.", "2025-06-02T17:00/2025-06-03"),
    ("Sales rose in May 2025, more than in the same month of 2024.", "2024-05-01/2024-06-01"),
    ("The ship left on 3 June. It ran aground at 2:15 a.m.", "2025-06-03T02:15/2025-06-03T02:16"),
]


@pytest.mark.parametrize(("text", "interval"), THREADS, ids=[text for text, _ in THREADS])
def test_dates_that_hang_on_the_date_named_before(text: str, interval: str) -> None:
    value = read(text)[-1].value
    assert value is not None
    assert ends(value.interval) == interval


def test_a_bound_keeps_the_day_that_is_named() -> None:
    value = read("Schools stay shut until Monday.")[0].value
    assert value is not None
    assert ends(value.named) == "2025-06-16/2025-06-17"
    assert value.hedge == "until"


def test_without_publication_a_relative_date_stays_unresolved() -> None:
    from reconcile.values import read_values

    value = read_values("He resigned on Monday.")[0].value
    assert value is not None
    assert value.unresolved
    assert value.interval.low is value.interval.high is None


def test_an_event_gives_a_length_and_an_unresolved_date() -> None:
    mention = read("He quit two days after taking office.", "duration")[0]
    assert mention.value is not None
    assert [other.kind for other in mention.value.alternatives] == ["date"]
    assert mention.value.alternatives[0].unresolved


def test_a_day_holds_the_clock_times_on_it() -> None:
    day, moment = (read(text)[0].value for text in ("on Tuesday", "at 9:40 p.m. on Tuesday"))
    assert day is not None
    assert moment is not None
    assert day.interval.low is not None
    assert moment.interval.low is not None
    assert day.interval.low < moment.interval.low < (day.interval.high or 0)
