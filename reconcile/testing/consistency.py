"""A report and what was accepted in, discrepancies out: what the sources contradict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.baseline import Acceptance, Case, Review, Stale
from reconcile.model import Article
from reconcile.report.findings import Finding
from reconcile.testing.discrepancies import Discrepancy, gap_between, sighting

_SORTS: Final = {
    "conflict": "conflict between the sources",
    "check": "contradiction inside one article",
    "joint": "statements that cannot all hold",
    "compatible": "difference between the sources",
    "updated": "figure that moved between the sources",
}


def open_discrepancies(
    reviewed: Review, articles: Mapping[str, Article], *, command: str = ""
) -> tuple[Discrepancy, ...]:
    """What is still open; ``command`` is what accepts a finding, with "ID" where its id goes."""
    return tuple(_of_case(case, articles, command) for case in reviewed.open)


def _of_case(case: Case, articles: Mapping[str, Article], command: str) -> Discrepancy:
    finding = case.finding
    return Discrepancy(
        title=case.title,
        sort=_SORTS[case.verdict],
        explanation=finding.explanation,
        sightings=tuple(sighting(quote, articles[quote.article]) for quote in case.quotes),
        steps=finding.steps,
        gap=_gap(finding) if isinstance(finding, Finding) else None,
        id=case.id,
        remedies=(f"to accept it: {command.replace('ID', case.id)}",) if command else (),
    )


def _gap(finding: Finding) -> str | None:
    """How far apart the two statements of the weightiest comparison are, where they conflict."""
    first = finding.comparisons[0]
    if first.verdict == "compatible":
        return None
    return gap_between([finding.fact.claims[index].focus.value for index in (first.a, first.b)])


def stale_discrepancies(
    stale: Sequence[Stale], articles: Mapping[str, Article]
) -> tuple[Discrepancy, ...]:
    """What was accepted and is no longer there."""
    return tuple(_of_stale(each, articles) for each in stale)


def _of_stale(stale: Stale, articles: Mapping[str, Article]) -> Discrepancy:
    now = stale.now
    quotes = now.quotes if now else ()
    return Discrepancy(
        title=str(stale.acceptance),
        sort="stale acceptance",
        explanation=_why_stale(stale.acceptance, now),
        sightings=tuple(sighting(quote, articles[quote.article]) for quote in quotes),
        id=now.id if now else None,
        remedies=(f"to settle it: take the entry out of {stale.acceptance.place}, or correct it.",),
    )


def _why_stale(acceptance: Acceptance, now: Case | None) -> str:
    told = "It was accepted, and no finding matches it any more"
    if now is None:
        return f"{told}: nothing on “{acceptance.about}” is at issue between the sources."
    return f"{told}; on “{acceptance.about}” the sources now state this."
