"""How far apart two readings lie, as the explanation of a conflict says it."""

import datetime

import pytest

from reconcile.values import read_value
from reconcile.values.relation import relate

PUBLISHED = datetime.datetime(2026, 2, 11, 12, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("30 people", "42 people", "“42 people” is 12 more, 40 percent above"),
        ("$1.2 million", "$12 million", "is 10.8 million USD more, 10 times as much"),
        ("some 1,200 people", "1,400 people", "is at least 30 more, 2.3 percent above"),
        ("2.1 percent", "3.1 percent", "is 1 percentage point more"),
        ("40C", "44C", "is 4 C more"),
        ("41 years old", "43 years old", "is 2 years older"),
        ("90 minutes", "105 minutes", "is 15 minutes longer, 17 percent above"),
        ("five years", "seven years", "“seven years” is 2 years longer, 40 percent above"),
        ("2 years", "4 years", "is 2 years longer, 100 percent above"),
        ("two months", "18 months", "is 16 months longer, 9 times as much"),
        ("10 months", "two years", "is 14 months longer, 140 percent above"),
        ("five years", "more than nine years", "is at least 3.5 years longer, 70 percent above"),
        ("June 2024", "June 2025", "“June 2025” is 1 year later"),
        ("March 2026", "July 2026", "is 4 months later"),
        ("12 February 2026", "16 February 2026", "is 4 days later"),
        ("9.40 p.m.", "10.10 p.m.", "is 30 minutes later"),
        ("26 miles", "26 kilometres", "“26 miles” is 15.843 km more, 61 percent above"),
    ],
)
def test_the_gap_is_told_either_way_round(a, b, told):
    readings = [read_value(words, PUBLISHED) for words in (a, b)]
    for one, other, words in ((0, 1, (a, b)), (1, 0, (b, a))):
        judgement = relate(
            readings[one], readings[other], words_a=words[0], words_b=words[1],
            published_a=PUBLISHED, published_b=PUBLISHED,
        )  # fmt: skip
        assert judgement.verdict == "conflict"
        assert told in judgement.explanation


@pytest.mark.parametrize(("a", "b"), [("second place", "third place"), ("2-1", "3-1")])
def test_of_ranks_and_scores_no_gap_is_told(a, b):
    judgement = relate(read_value(a), read_value(b), words_a=a, words_b=b)
    assert judgement.verdict == "conflict"
    assert "more" not in judgement.explanation
