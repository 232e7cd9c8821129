"""Durations: named lengths, hedges, halves, chains; rates and ages are none."""

from decimal import Decimal

import pytest

from reconcile.values import sets
from tests.values.dating import read

HOUR, DAY = 3600, 86400
TABLE = [
    ("It took just over two weeks.", 14 * DAY, Decimal("17.5") * DAY),
    ("A 90-minute outage followed.", 5370, 5430),
    ("It lasted six minutes and nine seconds.", Decimal("368.5"), Decimal("369.5")),
    ("They waited for up to 14 days.", 0, 14 * DAY),
    ("It took nearly an hour.", 2700, 3600),
    ("It took half an hour.", 1440, 2160),
    ("It took three and a half hours.", 12150, 13050),
    ("It took 3 and a half hours.", 12150, 13050),
    ("He won in 9.79s.", Decimal("9.785"), Decimal("9.795")),
    ("It took 58sec.", Decimal("57.5"), Decimal("58.5")),
    ("He was +0.4s back.", Decimal("0.35"), Decimal("0.45")),
    ("A lap of 1m10.166s.", Decimal("70.1655"), Decimal("70.1665")),
    ("It lasted about 2h15m.", 7290, 8910),
    ("It took 1h 32m 5s.", Decimal("5524.5"), Decimal("5525.5")),
    ("It takes 2hrs-3hrs.", 5400, 12600),
    ("She won by a tenth of a second.", Decimal("0.09"), Decimal("0.11")),
    ("It hung there for half a second.", Decimal("0.4"), Decimal("0.6")),
    ("The power was out for most of a day.", DAY / 2, DAY),
    ("The strikes cost 1.2m working days.", 1_150_000 * DAY, Decimal(1_750_000) * DAY),
    ("He ruled for 70 years and 214 days.", 25_764 * DAY, 25_834 * DAY),
    ("They played for 3 hours 12 minutes.", 11490, 11550),
    ("It took an hour and a half.", 4500, 6300),
    ("It took 11 hours and 23 minutes before they left.", 40950, 41010),
]


@pytest.mark.parametrize(("text", "low", "high"), TABLE, ids=[row[0] for row in TABLE])
def test_durations(text: str, low: Decimal, high: Decimal) -> None:
    value = read(text, "duration")[0].value
    assert value is not None
    assert (value.interval.low, value.interval.high) == (low, high)


MEET = [
    ("for 18 months", "for a year and a half", True),
    ("for 35 days", "for five weeks", True),
    ("for 94 days", "for three months", True),
    ("for five years", "for half a decade", True),
    ("within weeks", "for 19 days", True),
    ("for nine days", "for six days", False),
    ("for five years", "for four years", False),
    ("for 40 minutes", "for nearly an hour", False),
]


@pytest.mark.parametrize(("a", "b", "meets"), MEET)
def test_lengths_in_other_units(a: str, b: str, *, meets: bool) -> None:
    one, other = (read(text, "duration")[0].value for text in (a, b))
    assert one is not None
    assert other is not None
    assert sets.disjoint(one.interval, other.interval) is not meets


@pytest.mark.parametrize(
    "text",
    ["They build 15 a year.", "Once a week they meet.", "It costs $3 a day.", "He came second.",
     "It was built in the 1980s.", "Temperatures hit the 80s.", "The wall is 12m long.",
     "It pumps 300 barrels a day.", "He is 42 years old.", "A 12-year-old boy was hurt."],
)  # fmt: skip
def test_rates_and_ages_are_no_durations(text: str) -> None:
    assert not read(text, "duration")


def test_the_past_years_also_tell_when() -> None:
    value = read("He has led it for the past eight years.", "duration")[0].value
    assert value is not None
    assert [other.kind for other in value.alternatives] == ["date"]


@pytest.mark.parametrize(
    "text",
    ["She beat President Paul Weeks in the second round.", "Half of them voted for Weeks, 71."],
)
def test_a_capital_inside_a_sentence_makes_a_name_of_weeks(text: str) -> None:
    assert read(text, "duration") == []


@pytest.mark.parametrize(
    "text", ["Port Stays Shut for Weeks", "Weeks of talks have failed.", "It lasted for weeks."]
)
def test_weeks_in_titles_and_sentences_are_a_length(text: str) -> None:
    assert len(read(text, "duration")) == 1


@pytest.mark.parametrize(
    ("text", "length", "start"),
    [
        ("They will strike for 48 hours from Thursday.", 2 * DAY, "since 2025-06-12"),
        ("They will vote over three weeks from Thursday.", 3 * 7 * DAY, "since 2025-06-12"),
        ("It shuts for up to six weeks from Monday.", 42 * DAY, "since 2025-06-16"),
        ("It lasted 28 days from 24 June to 21 July.", 28 * DAY, "from 2025-06-24 to 2025-07-21"),
    ],
)  # fmt: skip
def test_a_length_stands_beside_the_day_that_it_begins_on(text, length, start):
    (one,), (other, *_) = read(text, "duration"), read(text)
    assert one.value.nominal == length
    assert str(other.value) == start


def test_days_from_now_tell_when():
    (found,) = read("The vote is three days from Friday.")
    assert str(found.value) == "2025-06-16"


@pytest.mark.parametrize(
    "text",
    ["He was sentenced to life in prison.", "She faces life behind bars.", "He got life with a "
     "minimum of 20 years.", "It carries life without parole.", "A whole-life order was made."],
)  # fmt: skip
def test_a_sentence_for_life_has_no_end(text: str) -> None:
    value = read(text, "duration")[0].value
    assert value is not None
    assert (value.hedge, value.interval.high) == ("life", None)


@pytest.mark.parametrize(
    "text",
    ["His life in prison was hard.", "She spent her life in Kiel.", "They brought it to life."],
)
def test_a_life_is_no_sentence(text: str) -> None:
    assert not read(text, "duration")


def test_a_sentence_that_may_go_on_for_life() -> None:
    value = read("He got 25 years to life.", "duration")[0].value
    assert value is not None
    assert (value.hedge, value.interval.high) == ("at_least", None)


def test_what_makes_one_length_the_longest_leaves_the_next_alone() -> None:
    text = "He faces a maximum of nine years, with a non-parole period of six years."
    hedges = [each.value.hedge for each in read(text, "duration") if each.value is not None]
    assert hedges == ["at_most", None]
