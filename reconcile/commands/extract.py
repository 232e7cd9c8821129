"""The command ``extract``: articles in, their claims or values out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import click

from reconcile.commands.options import LIMIT, PATHS, PUBLISHED
from reconcile.commands.streams import progress, read_sources, write


@click.command()
@PATHS
@click.option("--values-only", is_flag=True, help="Read the values alone, without the parser.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="Lines to read, or a line of JSON for each claim (with --values-only: each text).",
)
@PUBLISHED
@LIMIT
def extract(
    paths: tuple[str, ...],
    values_only: bool,
    form: str,
    published: dict[str, datetime.datetime],
    limit: int,
) -> None:
    """Print the claims of articles with their readings.

    With --values-only and --format jsonl, "-" and files that end in .jsonl hold a JSON object a
    line, with "id", "text" and, where it is known, "published".
    """
    from reconcile.report import extraction

    if not values_only:
        lines = _claim_lines(paths, published, form, limit)
    elif form == "jsonl":
        lines = _value_lines(paths, published)
    else:
        lines = extraction.value_lines(read_sources(paths, published))
    for line in lines:
        write(line + "\n")


def _claim_lines(
    paths: tuple[str, ...], published: dict[str, datetime.datetime], form: str, limit: int
) -> Iterator[str]:
    from reconcile.articles import bounded
    from reconcile.claims import extract_claims
    from reconcile.claims.written import sentence_of
    from reconcile.report import extraction

    with progress("parsing the articles"):
        whole = read_sources(paths, published)
        articles = [bounded(article, limit) for article in whole]
        claims = extract_claims(articles)
    for before, after in zip(whole, articles, strict=True):
        if before is not after:
            click.echo(f"reconcile: {after.id}: {after.unchecked[-1].reason}", err=True)
    if form == "jsonl":
        return extraction.claim_json_lines(claims, sentence_of)
    return extraction.claim_lines(articles, claims, sentence_of)


def _value_lines(paths: tuple[str, ...], published: dict[str, datetime.datetime]) -> Iterator[str]:
    from reconcile.report import extraction

    for path in paths:
        if path == "-" or path.endswith(".jsonl"):
            with click.open_file(path, encoding="utf-8") as file:
                yield from extraction.value_json_lines(file, path)
        else:
            for article in read_sources((path,), published):
                yield extraction.article_values_line(article)
