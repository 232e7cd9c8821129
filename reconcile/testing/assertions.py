"""What a fact-check suite asserts, with any test runner or with none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from reconcile.articles.gathering import Source
from reconcile.baseline import Acceptance, mark_accepted, read_baseline, review
from reconcile.baseline.review import Least
from reconcile.baseline.written import as_written
from reconcile.model import Value
from reconcile.report import Report
from reconcile.testing.consistency import open_discrepancies, stale_discrepancies
from reconcile.testing.discrepancies import FactCheckFailed
from reconcile.testing.fitting import Fit, fit, read_tolerance
from reconcile.testing.meeting import Outcome, hold_against
from reconcile.testing.sources import Parsed
from reconcile.values import read_value
from reconcile.values.relation import relate


def assert_consistent(
    sources: Report | Source | Iterable[Source],
    *,
    baseline: str | os.PathLike[str] | None = None,
    accept: Sequence[Acceptance] = (),
    least: Least = "conflict",
) -> Report:
    """Assert that articles contradict neither each other nor themselves; the report on them.

    ``sources`` are a report, articles, paths of files and folders, or texts of several lines.
    ``baseline`` is a file of accepted findings, ``accept`` holds more of them. ``least`` is
    "conflict", or "difference" where the articles should not even differ.

    Raises FactCheckFailed with a discrepancy for each finding that nobody accepted and for each
    acceptance that nothing matches any more; ArticleError, ManifestError, SuiteError.
    """
    acceptances = (*accept, *(read_baseline(Path(baseline)) if baseline is not None else ()))
    report = Parsed().report(sources)
    articles = {article.id: article for article in report.articles}
    reviewed = review(report, acceptances, least=least)
    command = _command(report, baseline)
    discrepancies = (
        *open_discrepancies(reviewed, articles, command=command),
        *stale_discrepancies(reviewed.stale, articles),
    )
    if discrepancies:
        raise FactCheckFailed(discrepancies)
    return mark_accepted(report, reviewed)


def _command(report: Report, baseline: str | os.PathLike[str] | None) -> str:
    """What a person types to accept a finding, with "ID" where its id goes."""
    paths = [as_written(article.path) for article in report.articles if article.path]
    if len(paths) < len(report.articles):
        return ""
    folders = {os.path.dirname(path) or "." for path in paths}  # noqa: PTH120
    where = folders if len(folders) == 1 else paths
    behind = f" --baseline {as_written(baseline)}" if baseline is not None else ""
    return f'reconcile accept ID {" ".join(where)} --reason "…"{behind}'


def assert_claims(
    source: Report | Source | Iterable[Source], *expected: str, tolerance: str | Value | None = None
) -> tuple[Outcome, ...]:
    """Assert that articles state each of these sentences, and nothing else in its place.

    A sentence names a fact and its value: "the toll is at least 31". ``tolerance`` ("2 percent",
    "1 billion won") widens what is expected.

    Raises FactCheckFailed with a discrepancy for each sentence that does not hold,
    ExpectationNotRead where a sentence states nothing that articles could be held to.
    """
    report = Parsed().report(source)
    articles = {article.id: article for article in report.articles}
    allowed = read_tolerance(tolerance) if isinstance(tolerance, str) else tolerance
    outcomes = tuple(
        hold_against(words, report.claims, articles, tolerance=allowed) for words in expected
    )
    found = tuple(each.discrepancy for each in outcomes if each.discrepancy is not None)
    if found:
        raise FactCheckFailed(found)
    return outcomes


def within(
    stated: str | Value, expected: str | Value, *, tolerance: str | Value | None = None
) -> Fit:
    """Whether a value is what is expected; true where it is, and says why where it is not.

    ``assert within("US$73 billion", "100 trillion won", tolerance="5 percent")``. Raises
    ValueNotRead where a text holds no value.
    """
    one = read_value(stated) if isinstance(stated, str) else stated
    other = read_value(expected) if isinstance(expected, str) else expected
    allowed = read_tolerance(tolerance) if isinstance(tolerance, str) else tolerance
    judgement = relate(one, other, words_a=_words(stated), words_b=_words(expected))
    return fit(one, other, judgement, allowed)


def _words(value: str | Value) -> str | None:
    return value if isinstance(value, str) else None
