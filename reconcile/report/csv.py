"""A Report in, a table out: comma-separated values with a row for each comparison.

A spreadsheet would take a cell that begins with "=", "+", "-" or "@" for a formula: such a cell
has an apostrophe in front, as spreadsheets themselves write text that looks like one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from reconcile.model import Comparison
from reconcile.report.excerpts import one_line
from reconcile.report.findings import Finding
from reconcile.report.fingerprints import of_comparison
from reconcile.report.quotes import Quote
from reconcile.report.report import Report

_OF_QUOTE: Final = ("source", "published", "place", "speaker", "words", "read_as", "sentence")
COLUMNS: Final = (
    "fact", "title", "kind", "certain", "verdict", "about", "reason", "explanation", "slip",
    *(f"a_{name}" for name in _OF_QUOTE),
    *(f"b_{name}" for name in _OF_QUOTE),
    "fingerprint",
)  # fmt: skip
#: what makes a formula of a cell, in half and in full width
_FORMULA: Final = tuple("=+-@＝＋－＠|%")


def report_to_csv(report: Report) -> str:
    """A line of names, then a row for each comparison, weightiest fact first."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for finding in (*report.facts, *report.possible):
        for comparison in finding.comparisons:
            writer.writerow(_guarded(cell) for cell in _row(finding, comparison))
    return table.getvalue()


def _row(finding: Finding, comparison: Comparison) -> Iterator[str]:
    judgement = comparison.judgement
    yield from (finding.id, finding.title, finding.kind, "yes" if finding.certain else "no")
    yield from (judgement.verdict, judgement.about or "")
    yield from (judgement.reason, judgement.explanation)
    yield comparison.slip.question if comparison.slip and finding.certain else ""
    for quote in finding.quotes_of(comparison):
        yield from _cells(quote)
    yield of_comparison(finding, comparison)


def _cells(quote: Quote) -> Iterator[str]:
    yield quote.source
    yield quote.published.isoformat() if quote.published else ""
    yield quote.place
    yield quote.speaker or ""
    yield quote.text
    yield quote.reading or ""
    yield quote.sentence


def _guarded(cell: str) -> str:
    plain = one_line(cell)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
