"""Whole stories: every finding of them holds, and the order of two claims changes no verdict."""

from pathlib import Path

import pytest

import reconcile
from reconcile.comparison import compare
from reconcile.report import Report

STORIES = Path(__file__).parents[2] / "benchmarks" / "stories"


@pytest.fixture(scope="module", params=["kirenga-bus-crash", "hayatsuki-earnings"])
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    sources = [
        path
        for path in sorted((STORIES / request.param).iterdir())
        if path.suffix in (".txt", ".html")
    ]
    return reconcile.compare(sources)


def test_every_finding_holds(story):
    findings = (*story.facts, *story.possible, *story.checks, *story.joint)
    assert len(findings) > 20
    assert [str(each.verify()) for each in findings if not each.verify().holds] == []


def test_the_order_of_two_claims_changes_no_verdict(story):
    articles = {article.id: article for article in story.articles}
    for fact in story.aligned:
        for comparison in fact.comparisons:
            a, b = fact.claims[comparison.a], fact.claims[comparison.b]
            back = compare(b, a, articles[b.article], articles[a.article])
            assert back is not None
            there = comparison.judgement
            assert (back.verdict, back.reason) == (there.verdict, there.reason)
