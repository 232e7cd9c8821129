"""Findings and sources in, who reports what out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.model import Verdict
from reconcile.report.excerpts import one_line
from reconcile.report.findings import BY_WEIGHT, Finding
from reconcile.report.pictures import Cell, Matrix, Row
from reconcile.report.view.looks import tone_look, verdict_look
from reconcile.report.view.nouns import Source


def matrix_of(
    findings: Sequence[Finding], sources: Mapping[str, Source], anchors: Mapping[str, str]
) -> Matrix:
    """The facts by the sources, in the order in which they are given."""
    return Matrix(
        tuple((source.letter, source.name) for source in sources.values()),
        tuple(_row(finding, sources, anchors) for finding in findings),
    )


def _row(finding: Finding, sources: Mapping[str, Source], anchors: Mapping[str, str]) -> Row:
    look = verdict_look(finding.verdict)
    return Row(
        title=one_line(finding.title),
        sign=look.sign,
        tone=look.tone,
        target=anchors.get(finding.id, ""),
        cells=tuple(_cell(finding, name) for name in sources),
    )


def _cell(finding: Finding, article: str) -> Cell:
    """What one source says, by the weightiest comparison that it has a part in."""
    claims = finding.fact.claims
    own = [each for each in claims if each.article == article]
    if not own:
        return Cell()
    verdicts: list[Verdict] = [
        each.verdict
        for each in finding.comparisons
        if article in (claims[each.a].article, claims[each.b].article)
    ]
    text = one_line(own[0].focus.text)
    if not verdicts:
        look = tone_look("single")
        return Cell(text, look.sign, look.tone, "says it too")
    look = verdict_look(min(verdicts, key=BY_WEIGHT.index))
    return Cell(text, look.sign, look.tone, look.word)
