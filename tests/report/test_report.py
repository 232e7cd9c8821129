"""The Report as a notebook meets it."""

from __future__ import annotations

import pytest

import reconcile
from reconcile.report import Finding, Report


def titles(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.title for finding in findings]


def test_findings_are_sorted_by_what_they_mean(report: Report) -> None:
    assert titles(report.conflicts) == ["length of the closure"]
    assert titles(report.differences) == ["toll of the collapse", "cost of the repairs"]
    assert titles(report.agreements) == ["day of the closure"]
    assert titles(report.possible) == ["something else"]
    assert len(report.facts) == 4


def test_a_finding_carries_what_is_needed_to_check_it(report: Report) -> None:
    (finding,) = report.conflicts
    first, second = finding.quotes
    assert (first.source, first.place, first.text) == ("Harbour Wire", "paragraph 1", "14 weeks")
    assert second.sentence.endswith("for nine weeks.")
    assert first.reading
    assert finding.explanation == "14 weeks and nine weeks are five weeks apart."
    assert finding.steps
    assert finding.sources == ("Harbour Wire", "Vale Ledger")
    assert finding.quotes_of(finding.comparisons[0]) == (first, second)
    assert str(finding).startswith("conflict: length of the closure: 14 weeks")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("repair cost", ["cost of the repairs"]),
        ("Repairs", ["cost of the repairs"]),
        ("closing", ["length of the closure", "day of the closure"]),
        ("closure length", ["length of the closure"]),
        ("collapsed", ["toll of the collapse"]),
        ("collapse ferries", []),
        ("319", []),
        ("", []),
    ],
)
def test_about_finds_facts_by_their_words(report: Report, words: str, found: list[str]) -> None:
    assert titles(report.about(words)) == found


def test_what_one_source_says_names_its_nearest(report: Report) -> None:
    age, ferries = report.unmatched
    assert age.quote.text == "52"
    assert age.nearest is not None
    assert age.nearest.text == "Eleven ferries"
    assert ferries.nearest is None
    assert str(ferries) == "Vale Ledger, paragraph 3: “Eleven ferries” (nothing alike)"


def test_repr_is_one_line(report: Report) -> None:
    assert repr(report) == (
        "<Report on 2 articles: 1 conflicts, 2 differences, 1 agreements, 1 not checked>"
    )


def test_the_display_is_escaped_and_shows_every_finding(report: Report) -> None:
    page = report._repr_html_()
    assert "<script" not in page
    assert "<b>5</b>" not in page
    for finding in (*report.facts, *report.possible):
        assert f"<bdi>{finding.title}</bdi>" in page
    assert "possibly one fact" in page


def test_a_report_on_nothing_is_empty() -> None:
    report = Report(articles=())
    assert report.facts == report.conflicts == report.unmatched == ()
    assert "0 conflicts" in repr(report)
    assert "0 articles" in report._repr_html_()


def test_two_spellings_of_a_name_are_a_difference_and_a_short_form_is_none() -> None:
    spelled = reconcile.compare(
        ["Anna Lindqvist runs the mill.\n", "The mill is run by Anna Lindquist.\n"]
    )
    assert [finding.kind for finding in spelled.differences] == ["name"]
    short = reconcile.compare(
        ["Karo Power Corp. runs the dam.\n", "Karo Power built the dam near Varn.\n"]
    )
    assert "name" not in [finding.kind for finding in short.differences]
