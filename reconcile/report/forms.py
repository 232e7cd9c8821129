"""A Report and the name of a form in, text or bytes out: the table of all forms that there are."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from reconcile.report.report import Report
from reconcile.tuples import NamedTuple

#: columns of a page of text that goes to a file
_TEXT_COLUMNS: Final = 80


class Form(NamedTuple):
    """One way to write a report down."""

    #: text, or bytes where the form is not text
    write: Callable[[Report], str | bytes]
    #: what it is, for the help of the command
    words: str
    #: endings of file names that ask for it
    endings: tuple[str, ...] = ()


# Each writer imports what it needs when it is called, so that nobody pays for a form not asked for.


def _text(report: Report) -> str:
    from rich.console import Console

    from reconcile.report.text import print_report

    page = io.StringIO()
    print_report(report, Console(file=page, width=_TEXT_COLUMNS, emoji=False, markup=False))
    return page.getvalue()


def _json(report: Report) -> str:
    return report.to_json()


def _json_lines(report: Report) -> str:
    from reconcile.report.json import report_to_json_lines

    return "".join(line + "\n" for line in report_to_json_lines(report))


def _html(report: Report) -> str:
    return report.to_html()


def _markdown(report: Report) -> str:
    from reconcile.report.markdown import report_to_markdown

    return report_to_markdown(report)


def _github(report: Report) -> str:
    from reconcile.report.github import report_to_github

    return report_to_github(report)


def _sarif(report: Report) -> str:
    from reconcile.report.sarif import report_to_sarif

    return report_to_sarif(report)


def _junit(report: Report) -> str:
    from reconcile.report.junit import report_to_junit

    return report_to_junit(report)


def _csv(report: Report) -> str:
    from reconcile.report.csv import report_to_csv

    return report_to_csv(report)


def _claimreview(report: Report) -> str:
    from reconcile.report.claimreview import report_to_claimreview

    return report_to_claimreview(report)


def _annotations(report: Report) -> str:
    from reconcile.report.annotations import report_to_annotations

    return report_to_annotations(report)


def _word(report: Report) -> bytes:
    from reconcile.report.word import report_to_word

    return report_to_word(report)


FORMS: Final[dict[str, Form]] = {
    "text": Form(_text, "a page to read", (".txt",)),
    "json": Form(_json, "one JSON document", (".json",)),
    "jsonl": Form(_json_lines, "a line of JSON for each comparison", (".jsonl",)),
    "html": Form(_html, "a page for a browser, in one file", (".html", ".htm")),
    "markdown": Form(_markdown, "Markdown for a pull request", (".md", ".markdown")),
    "docx": Form(_word, "a Word document", (".docx",)),
    "github": Form(_github, "annotations of GitHub Actions"),
    "sarif": Form(_sarif, "SARIF 2.1.0", (".sarif",)),
    "junit": Form(_junit, "JUnit XML, a test case for each fact", (".xml",)),
    "csv": Form(_csv, "a table with a row for each comparison", (".csv",)),
    "claimreview": Form(_claimreview, "drafts of schema.org ClaimReviews, without a rating"),
    "annotations": Form(_annotations, "W3C Web Annotations", (".jsonld",)),
}


#: the form that each ending of a file's name asks for
ENDINGS: Final = {ending: name for name, form in FORMS.items() for ending in form.endings}


def form_of(path: str) -> str | None:
    """The form that the ending of a file's name asks for."""
    return ENDINGS.get(PurePath(path).suffix.casefold())


def write_report(report: Report, form: str) -> str | bytes:
    """The report in one of the forms."""
    return FORMS[form].write(report)
