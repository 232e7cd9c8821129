"""Equal figures for different times."""

import pytest

from reconcile.comparison import compare
from reconcile.comparison.periods import _span
from reconcile.comparison.vocabulary import rules
from reconcile.verification import verify
from tests.comparison.made import make, make_pair

PAIRS = [
    ("It will cost about €640m a year.", "It will cost €640m over the life of the deal.", "money"),
    ("It lost €25m a day.", "The firm put its loss at €25m for the whole strike.", "money"),
]
EQUAL = [
    ("It will cost €640m a year.", "It will cost €640m.", "money"),
    ("It pays €1.4m a year.", "It pays €1.4m for 15 years.", "money"),
    ("Wages rise by €120 a month.", "Monthly wages rise by €120 over three years.", "money"),
]


def judged(a, b, kind):
    pair = make_pair((a, None, kind), (b, None, kind))
    judgement = compare(*pair)
    assert verify(judgement, [pair.article_a, pair.article_b]).holds
    return judgement


@pytest.mark.parametrize(("a", "b", "kind"), PAIRS)
def test_one_figure_for_two_times_is_a_conflict(a, b, kind):
    for judgement in (judged(a, b, kind), judged(b, a, kind)):
        assert (judgement.verdict, judgement.reason) == ("conflict", "different sense")
        assert "one figure for two times" in judgement.explanation


@pytest.mark.parametrize(("a", "b", "kind"), EQUAL)
def test_one_figure_for_one_time_is_none(a, b, kind):
    assert judged(a, b, kind).verdict != "conflict"


@pytest.mark.parametrize(("name", "expected"), [("reads", True), ("ignores", False)])
def test_words_behind_a_figure_that_make_it_the_whole(name, expected):
    for text in rules("periods")["whole"][name]:
        assert bool(_span(*make(text, "$5m", "money"))) == expected, text


HALF_AWAY = [
    ("It paid 500,000 rupees.", "It paid 1m rupees.", "money", "conflict"),
    ("It paid half a million dollars.", "It paid $1 million.", "money", "conflict"),
    ("It grew 0.5 percent.", "It grew 1 percent.", "percent", "conflict"),
    ("It paid $4.5bn.", "It paid $5bn.", "money", "compatible"),
    ("It paid $2.5m.", "It paid $2m.", "money", "compatible"),
    ("It paid 500,000 rupees.", "It paid about 1m rupees.", "money", "compatible"),
]


@pytest.mark.parametrize(("a", "b", "kind", "verdict"), HALF_AWAY)
def test_what_is_rounded_had_more_digits(a, b, kind, verdict):
    assert judged(a, b, kind).verdict == verdict
    assert judged(b, a, kind).verdict == verdict
