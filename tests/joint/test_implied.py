"""What follows from a whole story settles pairs that only fit loosely, and no others."""

from __future__ import annotations

import pytest
from attrs import evolve

from reconcile.model import Comparison, Step
from reconcile.pipeline import compare
from reconcile.report import Report
from reconcile.verification import verify

from .stories import articles_of

#: the articles of a story, and what follows for the two figures
SETTLED: dict[str, tuple[tuple[str, ...], str]] = {
    "two visits": (
        (
            "Ana Roth returned to Karo on Wednesday for the second time in just over two weeks. "
            "Her previous visit was on 3 March.",
            "Ana Roth, the trade envoy, came back to Karo for her second visit in less than three "
            "weeks, the ministry said.",
        ),
        "3 March 2025 to 19 March 2025 is 16 days",
    ),
    "a strike": (
        (
            "The dockers at Port Elm ended a strike of more than two weeks.",
            "The strike of the Port Elm dockers lasted about 17 days. It began on 3 March.",
            "The strike at Port Elm ended on 20 March after a vote of its dockers.",
        ),
        "3 March 2025 to 20 March 2025 is 17 days",
    ),
    "the hurt by calling": (
        (
            "At least 20 people were injured in the blast at the Karo works on Monday.",
            "More than 22 people were injured in Monday's blast at the Karo works.",
            "Twelve workers were hurt in Monday's blast at the Karo works.",
            "Eleven firefighters were injured in the Karo blast on Monday.",
        ),
        "twelve workers and eleven firefighters make 23, and there are no fewer",
    ),
}

#: stories whose days are of something else, or in doubt
OPEN: dict[str, tuple[str, ...]] = {
    "three visits": (
        "Ana Roth returned to Karo on Wednesday for the second time in just over two weeks.",
        "Ana Roth, the trade envoy, came back to Karo for her second visit in less than three "
        "weeks. Her first visit was on 3 March, her previous one on 5 March.",
    ),
    "days of something else": (
        "Kestrel offers free rebooking within 14 days after the eruption of 14 March.",
        "The emergency will last for about two weeks, the governor said. It was declared on "
        "10 March and ends on 24 March.",
    ),
    "fewer parts than said": (
        "At least 30 people were injured in the blast at the Karo works on Monday.",
        "More than 32 people were injured in Monday's blast at the Karo works.",
        "Twelve workers were hurt in Monday's blast at the Karo works.",
        "Eleven firefighters were injured in the Karo blast on Monday.",
    ),
}


def _settled(report: Report) -> list[Comparison]:
    rules = ("days apart", "at least")
    return [
        comparison
        for fact in report.aligned
        for comparison in fact.comparisons
        if comparison.judgement.derivation is not None
        and any(step.rule in rules for step in comparison.judgement.derivation.every)
    ]


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {name: compare(articles_of(texts)) for name, (texts, _) in SETTLED.items()}


@pytest.mark.parametrize("name", SETTLED)
def test_what_follows_is_said_and_replays(name, reports):
    report = reports[name]
    (comparison, *_) = _settled(report)
    assert comparison.verdict == "compatible"
    assert f"{SETTLED[name][1]}, which satisfies both." in comparison.judgement.explanation
    assert comparison.judgement.steps[-1].endswith(": yes")
    for each in _settled(report):
        assert verify(each.judgement, report.articles).holds


@pytest.mark.parametrize("name", SETTLED)
def test_another_length_or_sum_is_rejected(name, reports):
    report = reports[name]
    (comparison, *_) = _settled(report)
    judgement = comparison.judgement
    assert judgement.derivation is not None
    tampered = evolve(judgement, derivation=_with_one_more(judgement.derivation))
    assert not verify(tampered, report.articles).holds


def _with_one_more(step: Step) -> Step:
    """The derivation with what follows moved by one."""
    if step.rule in ("days apart", "at least"):
        assert step.result is not None
        assert step.result.low is not None
        return evolve(step, result=evolve(step.result, low=step.result.low - 1))
    return evolve(step, of=tuple(_with_one_more(each) for each in step.of))


@pytest.mark.parametrize("name", OPEN)
def test_nothing_is_settled_by_what_is_in_doubt(name):
    assert _settled(compare(articles_of(OPEN[name]))) == []


def test_the_days_settle_the_pair_whatever_the_order_of_sources(reports):
    articles = articles_of(SETTLED["two visits"][0])
    turned = compare(articles[::-1])
    told = {each.judgement.explanation for each in _settled(turned)}
    assert all("16 days" in each for each in told)
    assert told


@pytest.mark.parametrize("name", SETTLED)
def test_a_finding_holds_whatever_article_its_days_stand_in(name, reports):
    for finding in reports[name].facts:
        assert finding.verify().holds
