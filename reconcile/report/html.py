"""A Report in, a plain HTML table out, as a notebook shows it: everything escaped, no script."""

from __future__ import annotations

from html import escape

from reconcile.report.excerpts import one_line
from reconcile.report.findings import Finding
from reconcile.report.quotes import Quote
from reconcile.report.report import Report
from reconcile.report.words import NOT_JUDGED, Look, count_words, look_of, place_sign


def report_to_html(report: Report) -> str:
    """A line of counts and a table with a row for each finding, weightiest first."""
    rows = [_row(finding, look_of(finding.verdict)) for finding in report.facts]
    rows += [_row(finding, NOT_JUDGED) for finding in report.possible]
    return (
        f"<div><p>{_summary(report)}</p>\n<table>\n<thead><tr><th>Verdict</th><th>Fact</th>"
        "<th>Sources</th><th>Why</th></tr></thead>\n<tbody>\n"
        + "\n".join(rows)
        + "\n</tbody>\n</table></div>"
    )


def report_to_page(report: Report) -> str:
    """One file for a browser."""
    head = '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Report</title>'
    return f"{head}\n<body>{report_to_html(report)}</body>\n</html>\n"


def _summary(report: Report) -> str:
    counts = ", ".join(f"{count} {words}" for count, words in count_words(report))
    return _escaped(f"{len(report.articles)} articles: {counts}")


def _row(finding: Finding, look: Look) -> str:
    quotes = "<br>".join(_quote(quote) for quote in finding.quotes)
    why = finding.explanation if look is not NOT_JUDGED else ""
    return (
        f"<tr><td>{look.sign} {_escaped(look.word)}</td><td>{_escaped(finding.title)}</td>"
        f"<td>{quotes}</td><td>{_escaped(why)}</td></tr>"
    )


def _quote(quote: Quote) -> str:
    reading = f", read as {quote.reading}" if quote.reading else ""
    return (
        f"{_escaped(quote.source)} {place_sign(quote)}: "
        f"<q>{_escaped(quote.text)}</q>{_escaped(reading)}"
    )


def _escaped(text: str) -> str:
    return escape(one_line(text))
