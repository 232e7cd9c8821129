"""Counts of people beside whom others are named one by one."""

import pytest

from reconcile.comparison import compare
from reconcile.verification import verify
from tests.comparison.made import make_pair

TOGETHER = [
    ("A couple and their three children died.", "three children", "Five people died."),
    ("The driver and two passengers died.", "two passengers", "Three people died."),
    ("A man, his wife and two sons died.", "two sons", "Four people died."),
    ("Four soldiers and an interpreter died.", "Four soldiers", "Five people died."),
    ("Nine passengers and the pilot died.", "Nine passengers", "Ten people died."),
    ("It has 312 buses in the city and a further 58 outside.", "312 buses", "370 buses are in it."),
    (
        "Police held 41 people on 9 May and another 12 on Sunday.",
        "41 people",
        "53 people were held.",
    ),
]
APART = [
    ("The driver and two passengers died.", "two passengers", "Three passengers died."),
    ("The bus and two passengers sank.", "two passengers", "Three people sank."),
    ("Four soldiers and a truck were lost.", "Four soldiers", "Five people were lost."),
    ("Four soldiers and an interpreter died.", "Four soldiers", "Six people died."),
    ("It has 312 buses. A further 58 run outside.", "312 buses", "370 buses are in it."),
]


def judge(one, told, other):
    then = " ".join(other.split()[:2])
    pair = make_pair((one, told, "count"), (other, then, "count"))
    judgement = compare(*pair)
    assert not verify(judgement, pair[2:]).failures
    return judgement.verdict


@pytest.mark.parametrize(("one", "told", "other"), TOGETHER)
def test_they_are_the_total_that_the_other_tells(one, told, other):
    assert judge(one, told, other) == "agree"


@pytest.mark.parametrize(("one", "told", "other"), APART)
def test_they_are_not(one, told, other):
    assert judge(one, told, other) == "conflict"
