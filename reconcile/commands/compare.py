"""The command ``compare``: articles in, a report out."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from reconcile.commands import FOUND_NOTHING, FOUND_SOMETHING
from reconcile.commands.drafts import check_draft, commented, with_draft, word_file
from reconcile.commands.options import LIMIT, PATHS, PUBLISHED, SEMANTIC, output_option
from reconcile.commands.streams import (
    check_ending,
    check_form,
    keep_inputs,
    progress,
    read_sources,
    write_out,
    write_report_to,
)

if TYPE_CHECKING:
    from reconcile.baseline.review import Least

#: the forms of a report, in the order of ``report.forms``
FORMS: Final = (
    "text", "json", "jsonl", "html", "markdown", "docx", "github", "sarif", "junit", "csv",
    "claimreview", "annotations",
)  # fmt: skip


@click.command()
@PATHS
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="How to write the report down.  [default: what FILE's name ends in, or text]",
)
@output_option("report")
@click.option(
    "--draft",
    type=click.Path(exists=True, dir_okay=False),
    callback=word_file,
    metavar="FILE.docx",
    help="Your own document, one of the articles: it comes back with a comment at each finding.",
)
@PUBLISHED
@LIMIT
@SEMANTIC
@click.option(
    "--certainty",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="PROBABILITY",
    help="Flag no conflict of statements less likely to be of one fact; list them as possible."
    "  [default: 0.35 to 0.5]",
)
@click.option(
    "--fail-on",
    type=click.Choice(["conflict", "difference", "never"]),
    default="conflict",
    show_default=True,
    help="The least finding that makes the exit status 1.",
)
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What was accepted, as `reconcile accept` writes it; it does not count.",
)
def compare(
    paths: tuple[str, ...],
    form: str | None,
    output: str | None,
    draft: str | None,
    published: dict[str, datetime.datetime],
    limit: int,
    semantic: bool,
    certainty: float,
    fail_on: Least,
    baseline: Path | None,
) -> int:
    """Compare the articles in files and folders; "-" is standard input."""
    from reconcile.baseline import mark_accepted, read_baseline, review
    from reconcile.pipeline import compare_read_by
    from reconcile.report.forms import ENDINGS
    from reconcile.semantic import read_ahead

    check_form(form, output)
    if form is None:
        check_ending(output, tuple(ENDINGS))
    if draft is not None:
        check_draft(draft, form, output)
        paths = with_draft(paths, draft)
    keep_inputs(paths, output)
    acceptances = read_baseline(baseline) if baseline else ()
    with progress("reading the articles") as told:
        articles = read_sources(paths, published)
        report = compare_read_by(
            read_ahead if semantic else None,
            articles,
            certainty=certainty,
            limit_characters=limit,
            progress=told,
        )
    reviewed = review(report, acceptances, least=fail_on)
    report = mark_accepted(report, reviewed)
    if draft is not None:
        write_out(commented(report, draft), output)
    else:
        write_report_to(report, form, output)
    for stale in reviewed.stale:
        click.echo(f"reconcile: {stale}", err=True)
    return FOUND_SOMETHING if reviewed.open or reviewed.stale else FOUND_NOTHING
