"""The command ``check``: a draft and its sources in, what stands behind each of its claims out."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click

from reconcile.commands import FOUND_NOTHING, FOUND_SOMETHING
from reconcile.commands.drafts import is_same, is_word, keep_draft
from reconcile.commands.options import LIMIT, PUBLISHED, SEMANTIC, output_option
from reconcile.commands.streams import (
    check_form,
    console,
    form_asked_for,
    keep_inputs,
    progress,
    read_sources,
    write_out,
)

if TYPE_CHECKING:
    from reconcile.model import Article
    from reconcile.report.draft import Review

Least = Literal["contradicted", "unsupported", "never"]
#: the forms, with the endings that ask for them
_ENDINGS: Final = {
    "text": (".txt",),
    "json": (".json",),
    "html": (".html", ".htm"),
    "docx": (".docx",),
}


@click.command()
@click.argument("draft", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_ENDINGS)),
    help="How to write the review down.  [default: what FILE's name ends in, or text]",
)
@output_option("review")
@PUBLISHED
@LIMIT
@SEMANTIC
@click.option(
    "--fail-on",
    type=click.Choice(["contradicted", "unsupported", "never"]),
    default="contradicted",
    show_default=True,
    help="What of the draft makes the exit status 1.",
)
def check(
    draft: str,
    sources: tuple[str, ...],
    form: str | None,
    output: str | None,
    published: dict[str, datetime.datetime],
    limit: int,
    semantic: bool,
    fail_on: Least,
) -> int:
    """Say what stands behind each claim of a draft.

    SOURCE is what DRAFT was written from: files and folders, which may hold the draft as well;
    "-" is standard input.
    """
    from reconcile.pipeline import compare
    from reconcile.report.draft import review_of

    form = form or form_asked_for(output, _ENDINGS)
    check_form(form, output)
    _check_draft(form, draft, output)
    keep_inputs(sources, output)
    with progress("reading the articles") as told:
        articles = _articles(draft, sources, published)
        report = compare(articles, semantic=semantic, limit_characters=limit, progress=told)
    review = review_of(report, articles[0].id)
    _write(review, form, draft, output)
    return FOUND_SOMETHING if _has_found(review, fail_on) else FOUND_NOTHING


def _check_draft(form: str, draft: str, output: str | None) -> None:
    """Raise UsageError where the review could not be written, before the work."""
    if form == "docx" and not is_word(draft):
        raise click.UsageError(f"comments are for a draft in Word, and {draft!r} is none.")
    keep_draft(draft, output)


def _articles(
    draft: str, sources: tuple[str, ...], published: dict[str, datetime.datetime]
) -> tuple[Article, ...]:
    """The draft and its sources; a folder of sources may hold the draft, or a copy, as well."""
    from reconcile.articles import date_as_newest
    from reconcile.records import evolve

    first, *others = read_sources((draft, *sources), published)
    kept = [each for each in others if not each.path or not is_same(each.path, draft)]
    copies = [each for each in kept if each.text == first.text]
    if copies and len(copies) < len(kept):
        kept = [each for each in kept if each not in copies]
        told = ", ".join(each.path or each.id for each in copies)
        first = evolve(first, notes=(*first.notes, f"no source, for it is the draft again: {told}"))
    return (date_as_newest(first, kept), *kept)


def _write(review: Review, form: str, draft: str, output: str | None) -> None:
    if form == "docx":
        from reconcile.report.draft.comments import comments_on
        from reconcile.report.word import comment_on

        data = Path(draft).read_bytes()
        write_out(comment_on(data, review.draft, comments_on(review)), output)
    elif form == "json":
        from reconcile.report.draft.json import review_to_json

        write_out(review_to_json(review), output)
    elif form == "html":
        from reconcile.report.html.review import review_to_page

        write_out(review_to_page(review), output)
    elif output is None:
        from reconcile.report.draft.page import print_review

        print_review(review, console())
    else:
        from reconcile.report.draft.page import review_to_text

        write_out(review_to_text(review), output)


def _has_found(review: Review, fail_on: Least) -> bool:
    if fail_on == "never":
        return False
    found = bool(review.of("contradicted") or review.checks)
    return found or (fail_on == "unsupported" and bool(review.of("unsupported")))
