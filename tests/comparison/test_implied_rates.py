"""Sums of two currencies: the rate that an article itself implies, and the odd one of two rates."""

import pytest

from reconcile.comparison import compare
from reconcile.verification import verify
from tests.comparison.made import make_pair


def judged(a, b):
    pair = make_pair(a, b)
    forth = compare(pair.a, pair.b, pair.article_a, pair.article_b)
    back = compare(pair.b, pair.a, pair.article_b, pair.article_a)
    for each in (forth, back):
        assert [str(why) for why in verify(each, (pair.article_a, pair.article_b)).failures] == []
    assert (forth.verdict, forth.reason) == (back.verdict, back.reason)
    assert forth.steps
    return forth


@pytest.mark.parametrize(
    ("a", "b", "verdict", "told"),
    [
        pytest.param(
            ("The deal is worth 30.9 trillion yen.", "30.9 trillion yen", "money"),
            ("The deal is worth $210 billion (30.9 trillion yen).", "$210 billion", "money"),
            "compatible", "at the rate that Paper B implies", id="its own rate",
        ),
        pytest.param(
            ("The forecast is 165 billion yen.", "165 billion yen", "money"),
            ("The forecast is $1.1 billion (170 billion yen).", "$1.1 billion", "money"),
            "conflict", "gives “$1.1 billion” as “170 billion yen”", id="its own sum",
        ),
        pytest.param(
            ("The forecast is 165 billion yen.", "165 billion yen", "money"),
            ("The forecast is $2.9 billion (165 billion yen).", "$2.9 billion", "money"),
            "conflict", "cannot both be true", id="a rate out of reach",
        ),
        pytest.param(
            ("They pledged 100 trillion won ($73 billion).", "$73 billion", "money"),
            ("They pledged 106 trillion won ($83 billion).", "$83 billion", "money"),
            "conflict", "Paper B is the odd one out", id="the odd one out",
        ),
        pytest.param(
            ("They pledged 100 trillion won ($69 billion).", "$69 billion", "money"),
            ("They pledged 110 trillion won ($76 billion).", "$76 billion", "money"),
            "conflict", "cannot both be true", id="no odd one",
        ),
        pytest.param(
            ("Each family gets 1 million soms ($11,400).", "$11,400", "money"),
            ("Each family gets 100,000 soms.", "100,000 soms", "money"),
            "conflict", "gives “$11,400” as “1 million soms”", id="no rate of the day",
        ),
        pytest.param(
            ("Each family gets 1 million soms ($11,400).", "$11,400", "money"),
            ("Each family gets 1,000,000 soms.", "1,000,000 soms", "money"),
            "compatible", "", id="no rate of the day, and the same sum",
        ),
    ],
)  # fmt: skip
def test_a_rate_that_an_article_implies(a, b, verdict, told):
    judgement = judged(a, b)
    assert judgement.verdict == verdict
    assert told in judgement.explanation
    assert ("odd one" in judgement.explanation) == ("odd one" in told)
