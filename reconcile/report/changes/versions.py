"""A Report on two versions of one article in, what the later one says otherwise out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reconcile.model import Claim
from reconcile.report.changes.compare import Change, Changes
from reconcile.report.changes.entries import Entry, Tone, said_of
from reconcile.report.findings import CheckFinding, Finding
from reconcile.report.json import article_to_data, check_to_data, claim_to_data
from reconcile.report.report import Report
from reconcile.report.words import TOLD_SINGLY


def changes_of_article(report: Report) -> Changes:
    """What appeared, vanished and changed from the first article of the report to the second.

    A claim that both make in other words of the same meaning is as it was.
    """
    before, after = (article.id for article in report.articles)
    articles = {article.id: article_to_data(article) for article in report.articles}
    shown = (*report.conflicts, *report.differences, *report.agreements, *report.possible)
    changed = [
        Change(_entry(each, before, articles), _entry(each, after, articles))
        for each in shown
        if _is_changed(each, before, after)
    ]
    return Changes(
        appeared=(*_checks(report, after, articles), *_singles(report, after, articles)),
        vanished=(*_checks(report, before, articles), *_singles(report, before, articles)),
        changed=tuple(changed),
        unchanged=len(shown) - len(changed),
    )


def _is_changed(finding: Finding, before: str, after: str) -> bool:
    """Whether the versions state it differently, and not only in other words of one meaning."""
    if finding.verdict == "agree":
        return False
    words = [
        {quote.text.casefold() for quote in finding.quotes if quote.article == version}
        for version in (before, after)
    ]
    return words[0] != words[1]


def _entry(finding: Finding, version: str, articles: dict[str, Any]) -> Entry:
    """What one version says."""
    tone: Tone = finding.verdict if finding.certain else "possible"
    claims = [claim for claim in finding.fact.claims if claim.article == version]
    return _of_claims(tone, finding.title, finding.explanation, claims, articles)


def _singles(report: Report, version: str, articles: dict[str, Any]) -> Iterator[Entry]:
    """What only one version says."""
    for unmatched in report.unaligned:
        claim = unmatched.claim
        if claim.article == version and claim.kind in TOLD_SINGLY:
            yield _of_claims("agree", "", "", [claim], articles)


def _of_claims(
    tone: Tone, title: str, explanation: str, claims: Sequence[Claim], articles: dict[str, Any]
) -> Entry:
    said = tuple(said_of(claim_to_data(claim), articles) for claim in claims)
    return Entry(tone, claims[0].kind, title, explanation, said)


def _checks(report: Report, version: str, articles: dict[str, Any]) -> Iterator[Entry]:
    """What cannot hold in one version, and is no finding of the other."""
    others = {_known(check) for check in report.checks if not _is_of(check, version)}
    for check in report.checks:
        if _is_of(check, version) and _known(check) not in others:
            mentions = check_to_data(check.check)["mentions"]
            said = tuple(said_of(mention, articles) for mention in mentions)
            yield Entry("internal", check.kind, check.title, check.explanation, said)


def _is_of(check: CheckFinding, version: str) -> bool:
    return all(quote.article == version for quote in check.quotes)


def _known(check: CheckFinding) -> tuple[str, ...]:
    """What a check is known by in either version."""
    return (check.rule, *(quote.text.casefold() for quote in check.quotes))
