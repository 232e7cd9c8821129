"""What one source demands and the other's "if fewer than" are one threshold, and no conflict."""

from __future__ import annotations

import reconcile
from reconcile.comparison import compare
from reconcile.model import Article, Claim

DEMANDED = """Plant deal signed
PRAGUE, May 5 - In return the firm must employ at least 1,900 people until 2034."""
RETURNED = """Plant deal signed
PRAGUE, May 5 - The firm must return the aid if it employs fewer than 1,900 people."""
DENIED = """Plant deal signed
PRAGUE, May 5 - The firm employs fewer than 1,900 people."""


def figure(text: str) -> tuple[Claim, Article]:
    article = reconcile.read_article(text)
    claims = reconcile.extract_claims([article])
    return next(each for each in claims if "1,900" in each.focus.text), article


def verdict(first: str, second: str) -> str:
    (a, article_a), (b, article_b) = figure(first), figure(second)
    judgement = compare(a, b, article_a, article_b, paired=True)
    assert judgement is not None
    return judgement.verdict


def test_a_demand_and_the_condition_that_it_fails_are_one_threshold() -> None:
    assert verdict(DEMANDED, RETURNED) == verdict(RETURNED, DEMANDED) == "compatible"


def test_without_a_condition_the_bounds_conflict() -> None:
    assert verdict(DEMANDED, DENIED) == "conflict"
