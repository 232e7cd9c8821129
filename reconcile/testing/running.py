"""A suite and its sources in, the discrepancies of one of its tests out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reconcile.baseline import Acceptance, Review, read_baseline, review
from reconcile.baseline.written import as_written
from reconcile.errors import ExpectationNotRead, SuiteError
from reconcile.model import Article
from reconcile.records import evolve
from reconcile.report import Report
from reconcile.testing.consistency import open_discrepancies, stale_discrepancies
from reconcile.testing.discrepancies import Discrepancy
from reconcile.testing.fitting import read_tolerance
from reconcile.testing.meeting import Outcome, hold_against
from reconcile.testing.sources import Parsed
from reconcile.testing.suite import Expected, Suite


def report_of(suite: Suite, parsed: Parsed) -> Report:
    """The report on a suite's sources, parsed once."""
    return parsed.report(suite.sources.paths, published=suite.sources.published)


def accepted_by(suite: Suite) -> tuple[Acceptance, ...]:
    """What a suite accepts, in its file and in its baseline."""
    baseline = suite.sources.baseline
    return (*suite.accepted, *(read_baseline(baseline) if baseline.exists() else ()))


def review_of(suite: Suite, report: Report) -> Review:
    """The findings on a suite's sources in the light of what it accepts."""
    return review(report, accepted_by(suite), least=suite.sources.least)


def inconsistencies(suite: Suite, report: Report) -> tuple[Discrepancy, ...]:
    """What the sources contradict and nobody accepted."""
    command = f'reconcile accept ID {as_written(suite.path)} --reason "…"'
    return open_discrepancies(review_of(suite, report), _by_id(report), command=command)


def stale(suite: Suite, report: Report) -> tuple[Discrepancy, ...]:
    """What the suite accepts and no source states any more."""
    return stale_discrepancies(review_of(suite, report).stale, _by_id(report))


def outcome_of(expected: Expected, suite: Suite, report: Report) -> Outcome:
    """What the sources say of an expectation."""
    articles = _asked(expected, suite, report)
    try:
        tolerance = read_tolerance(expected.tolerance) if expected.tolerance else None
        outcome = hold_against(expected.claim, report.claims, articles, tolerance=tolerance)
    except ExpectationNotRead as error:
        raise _fault(expected, suite, str(error)) from None
    if outcome.discrepancy is None or not expected.note:
        return outcome
    note = (f"note: {expected.note}", *outcome.discrepancy.remedies)
    return evolve(outcome, discrepancy=evolve(outcome.discrepancy, remedies=note))


def _asked(expected: Expected, suite: Suite, report: Report) -> Mapping[str, Article]:
    """The articles that an expectation is about."""
    articles = _by_id(report)
    if not expected.sources:
        return articles
    asked = {}
    for name in expected.sources:
        found = [each for each in articles.values() if name in _names(each)]
        if not found:
            known = ", ".join(articles)
            raise _fault(expected, suite, f"“{name}” is none of the sources: {known}.")
        asked.update({each.id: each for each in found})
    return asked


def _names(article: Article) -> tuple[str | None, ...]:
    return article.id, article.publisher, Path(article.path).name if article.path else None


def _fault(expected: Expected, suite: Suite, reason: str) -> SuiteError:
    return SuiteError(as_written(suite.path), expected.line, reason, f'claim = "{expected.claim}"')


def _by_id(report: Report) -> dict[str, Article]:
    return {article.id: article for article in report.articles}
