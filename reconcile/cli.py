"""The command ``reconcile``: arguments in, results on standard output, messages on standard error.

Exit status: 0 nothing at or above ``--fail-on``, 1 findings, 2 could not run.
"""

from __future__ import annotations

import datetime
import gc
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reconcile import __version__
from reconcile.errors import ReconcileError

if TYPE_CHECKING:
    from rich.console import Console

    from reconcile.model import Article
    from reconcile.report import Report

FOUND_NOTHING, FOUND_SOMETHING, COULD_NOT_RUN, INTERRUPTED = 0, 1, 2, 130
#: objects made before the youngest are looked through for garbage; how often the older ones
_SELDOM = (250_000, 20, 100)


def main() -> None:
    """Run the command with the arguments of this process, and exit.

    The parser is a great many objects that live as long as the process: to look through them
    for garbage again and again takes a tenth of the time, so that is done seldom. Nor are they
    taken down one by one at the end: once all is written, the process ends at once.
    """
    gc.set_threshold(*_SELDOM)
    status = run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(status)
    os._exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run the command; the exit status."""
    try:
        status = commands.main(list(arguments), prog_name="reconcile", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return COULD_NOT_RUN
    except ReconcileError as error:
        click.echo(f"reconcile: {error}", err=True)
        return COULD_NOT_RUN
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return COULD_NOT_RUN
    except Exception:
        traceback.print_exc()
        click.echo("reconcile: this is a defect of reconcile; please report it.", err=True)
        return COULD_NOT_RUN
    return status if isinstance(status, int) else FOUND_NOTHING


def _forget_output() -> None:
    """Keep the interpreter from writing to a closed pipe as it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# --- options ----------------------------------------------------------------------------------


def _as_moment(written: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(written)
    except ValueError as error:
        example = "2025-06-11 or 2025-06-11T15:12:00+09:00"
        raise click.BadParameter(f"{written!r} is not a date such as {example}") from error


def _moment(_context: object, _option: object, written: str | None) -> datetime.datetime | None:
    return None if written is None else _as_moment(written)


def _moments(
    _context: object, _option: object, written: tuple[str, ...]
) -> dict[str, datetime.datetime]:
    """Publication times by file name, from options of the form FILE=DATE."""
    moments = {}
    for each in written:
        file, equals, date = each.rpartition("=")
        if not equals:
            raise click.BadParameter(f"{each!r} is not FILE=DATE")
        moments[file] = _as_moment(date)
    return moments


def _writable(_context: object, _option: object, path: str | None) -> str | None:
    """The path, once its folder is known to be there: before the work, not behind it."""
    if path is not None and not Path(path).parent.is_dir():
        raise click.BadParameter(f"there is no folder {str(Path(path).parent)!r}")
    return path


#: the forms of a report, in the order of ``report.forms``
_FORMS = ("text", "json", "jsonl", "html")
_PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
_LIMIT = click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=1_000_000,
    show_default=True,
    metavar="CHARACTERS",
    help="Parse this much of an article; the rest is named as not checked.",
)
_PUBLISHED = click.option(
    "--published",
    multiple=True,
    callback=_moments,
    metavar="FILE=DATE",
    help="When FILE was published; wins over sources.toml and over what the text says.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reconcile")
def commands() -> None:
    """Read news articles on one story and say where they agree, differ or conflict."""


# --- compare ----------------------------------------------------------------------------------


@commands.command()
@_PATHS
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    help="How to write the report down.  [default: what FILE's name ends in, or text]",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, writable=True),
    callback=_writable,
    metavar="FILE",
    help='Write the report to FILE; "-" is standard output.',
)
@_PUBLISHED
@_LIMIT
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

    with _progress("comparing the articles"):
        report = compare_articles(_read(paths, published), limit_characters=limit)
    _write_report(report, form, output)
    return FOUND_SOMETHING if _has_found(report, fail_on) else FOUND_NOTHING


def _write_report(report: Report, form: str | None, output: str | None) -> None:
    from reconcile.report.forms import form_of, write_report

    form = form or (form_of(output) if output else None) or "text"
    if form == "text" and output is None:
        from reconcile.report.text import print_report

        print_report(report, _console())
        return
    written = write_report(report, form)
    data = written.encode() if isinstance(written, str) else written
    if output is None:
        click.echo(written, nl=False)
    else:
        with click.open_file(output, "wb") as file:
            file.write(data)


def _has_found(report: Report, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    return bool(report.conflicts or (fail_on == "difference" and report.differences))


# --- extract ----------------------------------------------------------------------------------


@commands.command()
@_PATHS
@click.option("--values-only", is_flag=True, help="Read the values alone, without the parser.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="Lines to read, or a line of JSON for each claim (with --values-only: each text).",
)
@_PUBLISHED
@_LIMIT
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
        lines = extraction.value_lines(_read(paths, published))
    for line in lines:
        _write(line + "\n")


def _claim_lines(
    paths: tuple[str, ...], published: dict[str, datetime.datetime], form: str, limit: int
) -> Iterator[str]:
    from reconcile.articles import bounded
    from reconcile.claims import extract_claims
    from reconcile.claims.written import sentence_of
    from reconcile.report import extraction

    with _progress("parsing the articles"):
        whole = _read(paths, published)
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
            for article in _read((path,), published):
                yield extraction.article_values_line(article)


# --- value ------------------------------------------------------------------------------------


@commands.command()
@click.argument("text")
@click.option(
    "--published",
    callback=_moment,
    metavar="DATE",
    help='The day that words like "Thursday" and "last month" count from.',
)
def value(text: str, published: datetime.datetime | None) -> None:
    """Read one value and say step by step what its words leave open."""
    from reconcile.report.reading import explain

    for line in explain(text, published=published):
        _write(line + "\n")


# --- input and output -------------------------------------------------------------------------


def _read(paths: tuple[str, ...], published: dict[str, datetime.datetime]) -> tuple[Article, ...]:
    from reconcile.articles import read_articles

    return read_articles(paths, published=published)


def _write(text: str) -> None:
    click.echo(text, nl=False)


def _console() -> Console:
    """Standard output for people: 80 columns where it is not a terminal."""
    from rich.console import Console

    return Console(
        file=sys.stdout, width=None if sys.stdout.isatty() else 80, emoji=False, markup=False
    )


def _progress(words: str) -> AbstractContextManager[object]:
    """A spinner on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(words)
