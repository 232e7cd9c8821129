"""Ranks that hold since a day or over some years, runs, scales, and first times."""

from __future__ import annotations

import datetime

import pytest

from reconcile.model import Mention
from reconcile.values import read_values
from reconcile.values.relation import relate

PUBLISHED = datetime.datetime(2025, 9, 5, 9, 0)


def rank_of(text: str) -> Mention:
    return next(one for one in read_values(text, PUBLISHED) if one.kind == "rank")


def verdict_of(a: str, b: str) -> str:
    one, other = rank_of(a), rank_of(b)
    assert one.value is not None
    assert other.value is not None
    return relate(one.value, other.value, published_a=PUBLISHED, published_b=PUBLISHED).verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("the highest since 2014", "the biggest in the region since 2014", "agree"),
        ("the highest since 2014", "the highest in 11 years", "agree"),
        ("the highest since 2014", "a six-year high", "conflict"),
        ("the highest since 2014", "the highest in more than a decade", "compatible"),
        ("the highest since 2014", "the highest on record", "compatible"),
        ("a three-year low", "the weakest since 2022", "agree"),
        ("the strongest since May 2024", "the strongest since June 2024", "conflict"),
        ("the wettest start to a spring in 11 years", "the wettest spring since 2014", "agree"),
        ("the wettest start to a spring in 30 years", "the wettest spring since 2014", "conflict"),
        ("the most people hurt in one storm in 30 years", "the worst since 1995", "agree"),
        ("a level last seen in 1995", "the highest in the past 30 years", "agree"),
        ("a level not seen in 30 years", "the highest since 2008", "conflict"),
        ("a level that hasn't been seen since 1995", "the highest since 1995", "agree"),
        ("Thirty years without anything like it", "the worst since 1995", "agree"),
        ("the worst floods since the disaster of 1953", "the worst since 1953", "agree"),
        ("the third-largest", "the second-largest", "conflict"),
        ("Level 4", "the highest level", "compatible"),
        ("Level 4", "Level 3", "conflict"),
        ("the fifth straight win", "the sixth win in a row", "conflict"),
        ("It had never won before.", "It won for the first time.", "agree"),
    ],
    ids=lambda text: text,
)
def test_two_ranks(a: str, b: str, verdict: str) -> None:
    assert verdict_of(a, b) == verdict
    assert verdict_of(b, a) == verdict


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("the driest stretch since 2018", "2018-01-01"),
        ("a 10-year high", "2015-03-"),
        ("the fastest rise in two years", "2023-03-"),
    ],
)
def test_a_rank_has_its_time(text: str, low: str) -> None:
    value = rank_of(text).value
    assert value is not None
    assert value.since is not None
    assert value.since.low is not None
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=int(value.since.low))
    assert f"{moment:%Y-%m-%d}".startswith(low)


@pytest.mark.parametrize(
    "text",
    [
        "the highest price, the firm said in two years",
        "the highest. Since 2014 it rose.",
        "its third visit since 2014",
    ],
)
def test_a_time_that_is_not_the_ranks(text: str) -> None:
    value = rank_of(text).value
    assert value is not None
    assert value.since is None


def test_an_occasion_counts_those_before_it() -> None:
    value = rank_of("her second visit this month").value
    assert value is not None
    assert [(one.kind, one.nominal) for one in value.alternatives] == [("count", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "The first of the new trains will run in two years.",
        "The first ferry is to leave in two weeks.",
        "The largest wind farm on the coast will open in two years.",
    ],
)
def test_what_comes_first_later_is_dated(text: str) -> None:
    """A length behind a verb of what is to come is when, not over what a rank holds."""
    dates = [one for one in read_values(text, PUBLISHED) if one.kind == "date"]
    assert len(dates) == 1
    value = rank_of(text).value
    assert value is not None
    assert value.since is None


def test_a_time_is_told_twice() -> None:
    """Both times behind a rank tell of it, whichever is quoted."""
    text = "It is the driest start to a summer in 17 years, that is, since the season of 2008."
    times = [one for one in read_values(text, PUBLISHED) if one.kind != "rank"]
    ranks = [
        other
        for one in times
        if one.value
        for other in one.value.alternatives
        if other.since is not None
    ]
    assert len(ranks) == 2


def test_those_that_are_larger_are_counted_as_a_place() -> None:
    """Two that are larger make it the third, and no second."""
    count = next(iter(read_values("Only two larger ones are known.", PUBLISHED)))
    assert count.value is not None
    third, second = rank_of("the third-largest hoard"), rank_of("the second-biggest hoard")
    assert third.value is not None
    assert second.value is not None
    assert relate(count.value, third.value).verdict == "agree"
    assert relate(second.value, count.value).verdict == "conflict"
