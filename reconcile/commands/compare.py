"""The command ``compare``: articles in, a report out."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

import click

from reconcile.commands import FOUND_NOTHING, FOUND_SOMETHING
from reconcile.commands.options import LIMIT, PATHS, PUBLISHED, writable
from reconcile.commands.streams import progress, read_sources, write_report_to

if TYPE_CHECKING:
    from reconcile.report import Report

#: the forms of a report, in the order of ``report.forms``
FORMS: Final = (
    "text", "json", "jsonl", "html", "markdown", "github", "sarif", "junit", "csv", "claimreview",
    "annotations",
)  # fmt: skip


@click.command()
@PATHS
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="How to write the report down.  [default: what FILE's name ends in, or text]",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, writable=True),
    callback=writable,
    metavar="FILE",
    help='Write the report to FILE; "-" is standard output.',
)
@PUBLISHED
@LIMIT
@click.option(
    "--fail-on",
    type=click.Choice(["conflict", "difference", "never"]),
    default="conflict",
    show_default=True,
    help="The least finding that makes the exit status 1.",
)
def compare(
    paths: tuple[str, ...],
    form: str | None,
    output: str | None,
    published: dict[str, datetime.datetime],
    limit: int,
    fail_on: str,
) -> int:
    """Compare the articles in files and folders; "-" is standard input."""
    from reconcile.pipeline import compare as compare_articles

    with progress("comparing the articles"):
        report = compare_articles(read_sources(paths, published), limit_characters=limit)
    write_report_to(report, form, output)
    return FOUND_SOMETHING if _has_found(report, fail_on) else FOUND_NOTHING


def _has_found(report: Report, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    return bool(report.conflicts or (fail_on == "difference" and report.differences))
