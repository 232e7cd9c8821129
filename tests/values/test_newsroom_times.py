"""Times as newsrooms write them, read on Wednesday 11 June 2025: what is counted from what."""

import datetime

import pytest

from reconcile.values import read_values
from tests.values.dating import ends, first, read

TABLE = [
    # what is to come, what is over
    ("Polls close at 10pm BST on Thursday.", "2025-06-12T22:00/2025-06-12T22:01"),
    ("The match kicks off at 3pm on Saturday.", "2025-06-14T15:00/2025-06-14T15:01"),
    ("The vote is on Friday.", "2025-06-13/2025-06-14"),
    ("The hearing was put back to Thursday.", "2025-06-12/2025-06-13"),
    ("The airport reopens at 0600 on Thursday.", "2025-06-12T06:00/2025-06-12T06:01"),
    ("By Monday there were 40 dead.", "/2025-06-10"),
    ("Crews had counted 41 aftershocks by 10 a.m. Tuesday.", "/2025-06-10T10:01"),
    ("The lender came close to collapse in the spring.", "2025-03-01/2025-06-22"),
    ("It led airlines to cancel flights in March.", "2025-03-01/2025-04-01"),
    ("Police arrested him over the weekend.", "2025-06-07/2025-06-09"),
    ("The deadline is 11:59 p.m. on Friday.", "2025-06-13T23:59/2025-06-14"),
    ("He was pronounced dead at 4:52pm.", "2025-06-11T16:52/2025-06-11T16:53"),
    ("It is shut from the end of March to mid-September.", "2025-03-21/2025-09-21"),
    ("The festival runs from 13 to 24 April.", "2026-04-13/2026-04-25"),
    ("The line runs through a town that in May was flooded.", "2025-05-01/2025-06-01"),
    # deeds done, though their day is near ahead
    ("She was shot on June 24.", "2024-06-24/2024-06-25"),
    ("He died suddenly in New York on Juneteenth.", "2024-06-19/2024-06-20"),
    ("The law came into force on 20 June.", "2024-06-20/2024-06-21"),
    ("The talks were held on 20 June.", "2024-06-20/2024-06-21"),
    ("Talks held on 20 June will tell.", "2025-06-20/2025-06-21"),
    ("The union called a strike on 20 June.", "2025-06-20/2025-06-21"),
    ("The match was postponed on 20 June.", "2025-06-20/2025-06-21"),
    ("Police arrested him on 12 June.", "2025-06-12/2025-06-13"),
    ("He has been missing since 20 July.", "2024-07-20/"),
    ("He has signed much since taking office on 20 July.", "2024-07-20/2024-07-21"),
    ("It matters since the vote is on 20 July.", "2025-07-20/2025-07-21"),
    ("She spoke on Juneteenth last year.", "2024-06-19/2024-06-20"),
    # days and lists of days
    ("Trains do not run on 14 and 21 June.", "2025-06-14/2025-06-15"),
    ("He resigned on the 10th.", "2025-06-10/2025-06-11"),
    ("He resigned on the 10th of last month.", "2025-05-10/2025-05-11"),
    ("The summit is held on 15, 16 and 17 June.", "2025-06-15/2025-06-18"),
    ("The summit is held on June 15, 16 and 17.", "2025-06-15/2025-06-18"),
    ("It was sold on the first Monday of March 2024.", "2024-03-04/2024-03-05"),
    ("The clocks go back on the last Sunday in October.", "2025-10-26/2025-10-27"),
    ("It was struck a week ago Friday.", "2025-05-30/2025-05-31"),
    ("The hearing is a week on Thursday.", "2025-06-19/2025-06-20"),
    ("Shops opened on Black Friday 2024.", "2024-11-29/2024-11-30"),
    ("The lease runs from 10/1/2018-12/7/2018.", "2018-10-01/2018-12-08"),
    # periods
    ("Sales fell in 2024 Q3.", "2024-07-01/2024-10-01"),
    ("Sales fell in q3 2024.", "2024-07-01/2024-10-01"),
    ("Production starts in 2H 2026.", "2026-07-01/2027-01-01"),
    ("Sales fell in the second half of May.", "2025-05-16/2025-06-01"),
    ("Shares are up in the year to date.", "2025-01-01/2025-06-12"),
    ("The fund closes at year's end.", "2025-11-01/2026-01-01"),
    ("Sales fell in the last week.", "2025-06-04/2025-06-12"),
    ("It was seen in the last hour.", "2025-06-11T14:12/2025-06-11T15:12:01"),
    ("It will cost more in the next decade.", "2025-06-11/2035-06-12"),
    ("The vase is from the 4th century BC.", "-399-01-01/-299-01-01"),
    ("Sales rose in the week ended May 30.", "2025-05-24/2025-05-31"),
    ("Sales rose in the 12 weeks to 18 May.", "2025-02-24/2025-05-19"),
    ("Sales rose in the week to Friday.", "2025-05-31/2025-06-07"),
    ("Sales rose in the month to May 15.", "2025-04-16/2025-05-16"),
    ("Figures for quarter ended March 31 were better.", "2025-01-01/2025-04-01"),
    ("Figures for the week ended Dec. 28 were better.", "2024-12-22/2024-12-29"),
    ("Sales rose in the March quarter.", "2025-01-01/2025-04-01"),
    ("June quarter sales fell.", "2025-04-01/2025-07-01"),
    ("Sales rose in the December 2024 quarter.", "2024-10-01/2025-01-01"),
    ("Sales rose in the January-March quarter.", "2025-01-01/2025-04-01"),
    ("Sales rose in the July-September quarter of 2023.", "2023-07-01/2023-10-01"),
    ("It won the May quarter-final.", "2025-05-01/2025-06-01"),
    ("The firm was founded in 1947 – this year it was sold.", "1947-01-01/1948-01-01"),
    ("It was rebuilt from 2018 – now.", "2018-01-01/2025-06-12"),
    ("They had expected the firm to earn $1 in the quarter.", "2025-01-01/2025-04-01"),
    ("Income rose in FY2023-24.", "2023-04-01/2024-04-01"),
    ("Income rose in the 2023/24 tax year.", "2023-04-01/2024-04-01"),
    ("Income rose in the crop year 2023-24.", "2023-01-01/2025-01-01"),
    ("Income rose in FY24.", "2024-01-01/2025-01-01"),
    ("Income rose in Q2FY25.", "2024-07-01/2025-07-01"),
    ("Kick-off in Sunday's derby is at 15:00.", "2025-06-15/2025-06-16"),
    ("Sunday's derby was lost.", "2025-06-08/2025-06-09"),
    ("Sunday's attack is in dispute.", "2025-06-08/2025-06-09"),
    ("They met on the first Sunday after Easter.", "2025-04-27/2025-04-28"),
    ("They met on the Saturday before 25 December.", "2024-12-21/2024-12-22"),
    ("December wheat rose to 5 dollars.", "2025-12-01/2026-01-01"),
    ("December wheat exports rose.", "2024-12-01/2025-01-01"),
    ("Brent crude for August delivery rose.", "2025-08-01/2025-09-01"),
    ("It began at midnight between 31 March and 1 April 2025.", "2025-04-01/2025-04-01T00:01"),
    ("It was built between 3,000 and 2,700 BC.", "-2999-01-01/-2698-01-01"),
    ("It fell in the second half of the 4th century BC.", "-349-01-01/-299-01-01"),
    ("Income rose in the 2024 fiscal year.", "2024-01-01/2025-01-01"),
    # clock times
    ("The train left at 14.05.", "2025-06-11T14:05/2025-06-11T14:06"),
    ("Doors are open 3:00 to 4:00 p.m.", "2025-06-11T15:00/2025-06-11T16:01"),
    ("He fell ill late Tuesday night.", "2025-06-10T21:00/2025-06-11T06:00"),
    ("He died on Saturday morning.", "2025-06-07/2025-06-07T12:00"),
    # bounds
    ("The index was up 50 points from Monday.", "2025-06-09/2025-06-10"),
    ("Fares will go up 3 percent from 1 July.", "2025-07-01/"),
    ("It was built later than 2018.", "2019-01-01/"),
    ("It was the most since May 2020.", "2020-05-01/"),
    ("Sales were 9% more than a year earlier.", "2024-01-01/2025-01-01"),
    ("It took 5 minutes less than two years ago.", "2023-01-01/2024-01-01"),
    ("The rate stays until at least March.", "2026-03-01/"),
    ("More than a century ago it was a village.", "/1926-01-01"),
    ("Ash from the 14 May eruption closed the airport.", "2025-05-14/2025-05-15"),
]


@pytest.mark.parametrize(("text", "interval"), TABLE, ids=[text for text, _ in TABLE])
def test_times(text: str, interval: str) -> None:
    assert first(text) == interval


THREADS = [
    ("He left at 10.30pm on Friday. He missed a bend at 5.40am.", "2025-06-07T05:40"),
    ("It struck late Monday.\n\nIt hit at 9:47 p.m., the office said.", "2025-06-09T21:47"),
    ("Work starts on Thursday at 6:30 a.m. local time (0100 GMT).", "2025-06-12T01:00"),
    ("The quake hit at 5:13 a.m. (2113 GMT Monday).", "2025-06-09T21:13"),
    ("The strike starts on Monday and lasts until Friday.", "2025-06-20"),
]


@pytest.mark.parametrize(("text", "named"), THREADS, ids=[text for text, _ in THREADS])
def test_the_day_of_a_time(text: str, named: str) -> None:
    value = read(text)[-1].value
    assert value is not None
    assert ends(value.named).partition("/")[0] == named


COMPARED = ["Prices are lower than a year ago.", "It sold 900 more than the year before."]


@pytest.mark.parametrize("text", COMPARED)
def test_a_year_that_is_compared_with_is_no_bound(text: str) -> None:
    value = read(text)[-1].value
    assert value is not None
    assert value.hedge is None
    assert value.interval.high is not None


LENGTHS = [
    ("The firm will pay $3 million over five years.", None),
    ("He was held for over five years.", "over"),
    ("It took over two weeks.", "over"),
    ("The maximum penalty is 15 years.", "at_most"),
    ("They met twice in a month.", "at_most"),
    ("He faces up to 15 years in jail.", "at_most"),
    ("It was shut for the best part of a decade.", "about"),
    ("The week-long strike ended.", None),
]


@pytest.mark.parametrize(("text", "hedge"), LENGTHS, ids=[text for text, _ in LENGTHS])
def test_the_hedge_of_a_length(text: str, hedge: str | None) -> None:
    value = read(text, "duration")[0].value
    assert value is not None
    assert value.hedge == hedge


SPANS = [
    ("A ruling is due within 60 days.", "2025-06-11/2025-08-11"),
    ("Rain fell in the 10 previous days.", "2025-06-01/2025-06-12"),
    ("Sales fell in the last two quarters.", "2024-10-01/2025-04-01"),
]


@pytest.mark.parametrize(("text", "dates"), SPANS, ids=[text for text, _ in SPANS])
def test_a_length_also_tells_its_dates(text: str, dates: str) -> None:
    value = read(text, "duration")[0].value
    assert value is not None
    assert [ends(other.interval) for other in value.alternatives] == [dates]


def test_a_bare_figure_takes_the_unit_of_the_length_before() -> None:
    values = [m.value for m in read("He got 18 years; Lund is doing nine for fraud.", "duration")]
    assert [value and value.stated.number for value in values] == [18, 9]
    assert {value and value.stated.unit for value in values} == {"year"}


@pytest.mark.parametrize("text", ["Open seven days a week.", "Staffed 24 hours a day.",
                                  "It was his third win in as many weeks.",
                                  "Rome was not built in a day."])  # fmt: skip
def test_what_tells_no_length(text: str) -> None:
    assert not read(text, "duration")


AGES = [
    ("The oldest is 78.", 78, 79),
    ("She will turn 40 in June.", 39, 41),
    ("The children were aged between six months and 12 years.", 0.5, 13),
    ("He retired at 36.", 36, 37),
    ("The over-65s may apply.", 65, None),
    ("Children under five travel free.", 0, 5),
    ("The average age is 34.", 34, 35),
]


@pytest.mark.parametrize(("text", "low", "high"), AGES, ids=[text for text, *_ in AGES])
def test_ages(text: str, low: float, high: float | None) -> None:
    value = read(text, "age")[0].value
    assert value is not None
    assert (value.interval.low, value.interval.high) == (low, high)


def test_quarters_are_those_of_the_business_year() -> None:
    text = (
        "Profit for the fiscal first quarter ended June 30 fell. The first-quarter loss was small."
    )
    value = read_values(text, datetime.datetime(2025, 8, 7))[-1].value
    assert value is not None
    assert ends(value.interval) == "2025-04-01/2025-07-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It was on 9 April. The vote is on 04/07/2025.", "2025-07-04/2025-07-05"),
        ("It was on April 9. The vote is on 04/07/2025.", "2025-04-07/2025-04-08"),
    ],
)
def test_the_order_of_digit_dates_is_that_of_the_text(text: str, day: str) -> None:
    value = read(text)[-1].value
    assert value is not None
    assert ends(value.interval) == day
    assert not value.alternatives


def test_a_text_is_counted_from_the_day_that_it_bears() -> None:
    text = "Ferry sinks off island\n4 March 2025\nA ferry sank on Monday, police said.\n"
    value = read_values(text)[-1].value
    assert value is not None
    assert ends(value.interval) == "2025-03-03/2025-03-04"


COUNTED = [
    ("The bank failed in March two years ago.", "2023-03-01/2023-04-01"),
    ("On May 12 a year ago it opened.", "2024-05-12/2024-05-13"),
    ("It began in mid-February. Two ships sank later that month.", "2025-02-01/2025-03-01"),
    ("Fares that will fall by 4.5 per cent in July are not enough.", "2025-07-01/2025-08-01"),
    ("The sirens went on Monday at 14h30.", "2025-06-09T14:30/2025-06-09T14:31"),
    ("It airs on Monday at 7 PM ET/4 PM PT.", "2025-06-16T16:00/2025-06-16T16:01"),
    ("It rang on Monday at half-past six in the evening.", "2025-06-09T18:30/2025-06-09T18:31"),
]


@pytest.mark.parametrize(("text", "wanted"), COUNTED, ids=[row[0] for row in COUNTED])
def test_dates_counted_from_elsewhere(text: str, wanted: str) -> None:
    values = [mention.value for mention in read(text)]
    assert wanted in [ends(value.interval) for value in values if value is not None]


def test_the_quarter_is_one_that_has_begun() -> None:
    told = read(
        "The mine opened in the first quarter. It grows in the third quarter of 2026. "
        "It sold 40 tonnes in the quarter."
    )
    assert told[-1].value is not None
    assert ends(told[-1].value.interval) == "2025-01-01/2025-04-01"


def test_a_count_of_the_past_is_no_date_to_come() -> None:
    assert not read("It is the third bank to fail in four years.")
    assert read("The third bank will open in four years.")


def test_a_near_day_under_a_verb_of_the_past_may_be_the_last() -> None:
    value = read("Police called for calm on 20 June.")[0].value
    assert value is not None
    others = [ends(other.interval) for other in value.alternatives]
    assert (ends(value.interval), others) == (
        "2025-06-20/2025-06-21",
        ["2024-06-20/2024-06-21"],
    )


LISTS = [
    ("Strikes come on August 12, 13 and 19.", ["2025-08-12", "2025-08-13", "2025-08-19"]),
    ("Strikes come on August 12 and 19, 2026.", ["2026-08-12", "2026-08-19"]),
    ("Strikes come on 3, 5 and 9 August.", ["2025-08-03", "2025-08-05", "2025-08-09"]),
    ("They met on the 3rd, 5th and 9th of May.", ["2025-05-03", "2025-05-05", "2025-05-09"]),
    ("They met on the 14th and 15th of last month.", ["2025-05-14", "2025-05-15"]),
    ("They met on the 14th last month.", ["2025-05-14"]),
    ("It is open on 11-13 and 25-27 August.", ["2025-08-11", "2025-08-25"]),
    ("It is open on August 11-13 and 25-27.", ["2025-08-11", "2025-08-25"]),
    ("It is open on 12 and 14-15 August.", ["2025-08-12", "2025-08-14"]),
    ("She was seen on June 22, 23 and 27.", ["2024-06-22", "2024-06-23", "2024-06-27"]),
    ("On August 12, 13 and 19 people will come.", ["2025-08-12"]),
    ("On August 5, 10 and 12-year-olds will run.", ["2025-08-05"]),
    ("He came in 3rd and 5 June was hot.", ["2025-06-05"]),
]


@pytest.mark.parametrize(("text", "days"), LISTS, ids=[text for text, _ in LISTS])
def test_each_day_of_a_list_has_its_month(text: str, days: list[str]) -> None:
    found = [mention.value for mention in read(text) if mention.value is not None]
    assert [ends(value.interval).partition("/")[0] for value in found] == days


def test_a_figure_behind_to_opens_no_clause() -> None:
    assert not read("It grew from 1,200 to well over 20,000 in ten years.")
    assert read("It will grow to well over 20,000 in ten years.")
