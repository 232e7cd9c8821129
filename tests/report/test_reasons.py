"""A conflict is told once, however many pairs of quotes make it."""

from __future__ import annotations

import datetime

import pytest

import reconcile
from reconcile.articles import read_text
from reconcile.model import Article
from reconcile.report import Report

STORY = {
    "Echo": "The driver, Ana Prata, 52, was unhurt. The operator will pay 1.5 million euros.",
    "Star": "The driver, Ana Prata, 52, was unhurt. The operator will pay €1.5m.",
    "Post": "The driver, Ana Prata, aged 52, was unhurt. The operator will pay €1.5 million.",
    "Wire": "The driver, Ana Prata, 54, was unhurt. The operator will pay 15 million euros.",
}


def written(name: str, text: str) -> Article:
    body = f"Crash in Ober\n\n{text} So the {name} reports."
    published = datetime.datetime(2025, 3, 4, tzinfo=datetime.UTC)
    return read_text(body, name=name.lower(), publisher=name, published=published)


@pytest.fixture(scope="module")
def report() -> Report:
    return reconcile.compare([written(name, text) for name, text in STORY.items()])


def test_three_sources_against_one_are_one_reason(report: Report) -> None:
    conflicts = {finding.kind: finding for finding in report.conflicts}
    assert set(conflicts) == {"age", "money"}
    for finding in conflicts.values():
        pairs = [each for each in finding.comparisons if each.verdict == "conflict"]
        assert len(pairs) == 3
        assert [each.verdict for each in finding.reasons].count("conflict") == 1
        assert len(finding.slips) <= 1


def test_another_reading_is_another_reason(report: Report) -> None:
    another = written("Mail", "The driver, Ana Prata, 57, was unhurt.")
    age = next(
        each
        for each in reconcile.compare([*report.articles, another]).conflicts
        if each.kind == "age"
    )
    told = [each.explanation for each in age.reasons if each.verdict == "conflict"]
    assert len(told) == 3  # 52 against 54, 52 against 57, 54 against 57
    assert all("57" in each or "54" in each for each in told)
