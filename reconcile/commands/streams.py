"""What commands read and write: articles in; reports, lines and a spinner out."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reconcile.progress import Progress, ProgressBar

if TYPE_CHECKING:
    from rich.console import Console

    from reconcile.model import Article
    from reconcile.report import Report


def read_sources(
    paths: tuple[str, ...], published: dict[str, datetime.datetime]
) -> tuple[Article, ...]:
    from reconcile.articles import read_articles

    return read_articles(paths, published=published)


def keep_inputs(paths: tuple[str, ...], output: str | None) -> None:
    """Refuse to write over an article, or where a folder would read the report as one next time."""
    if output is None or output == "-":
        return
    from reconcile.articles.files import ARTICLE_SUFFIXES

    target = Path(output).resolve()
    for path in map(Path, paths):
        if path.resolve() == target:
            raise click.UsageError(f"{output} is one of the articles: write the report elsewhere.")
        is_read = target.suffix.lower() in ARTICLE_SUFFIXES
        if is_read and path.is_dir() and path.resolve() == target.parent:
            raise click.UsageError(
                f"{output} would be read as an article of {path} the next time: "
                "write the report to another folder."
            )


def write(text: str) -> None:
    click.echo(text, nl=False)


def console() -> Console:
    """Standard output for people: 80 columns where it is not a terminal."""
    from rich.console import Console

    return Console(
        file=sys.stdout, width=None if sys.stdout.isatty() else 80, emoji=False, markup=False
    )


@contextmanager
def progress(words: str) -> Iterator[Progress]:
    """A bar on standard error, where that is a terminal; it begins with what is being done."""
    with ProgressBar() as bar:
        bar(words, 0, 1)
        yield bar


def check_form(form: str | None, output: str | None) -> None:
    """Raise where the form could not be written, before the work; ``None`` is what FILE ends in."""
    if form == "docx" and output in (None, "-") and sys.stdout.isatty():
        raise click.UsageError("a Word document is no text: name a file with -o FILE.")


def check_ending(output: str | None, known: Iterable[str]) -> None:
    """Raise where no form was named and none is known by what FILE ends in."""
    ending = Path(output or "").suffix.lower()
    if ending and ending not in known:
        endings = " ".join(known)
        raise click.UsageError(
            f"{output}: no form ends in {ending}, but {endings}; or say --format."
        )


def form_asked_for(output: str | None, endings: Mapping[str, tuple[str, ...]]) -> str:
    """The form that FILE ends in, or text; raises UsageError for an ending that no form has."""
    by_ending = {ending: form for form, every in endings.items() for ending in every}
    check_ending(output, tuple(by_ending))
    return by_ending.get(Path(output or "").suffix.lower(), "text")


def write_report_to(report: Report, form: str | None, output: str | None) -> None:
    from reconcile.report.forms import form_of, write_report

    form = form or (form_of(output) if output else None) or "text"
    if form == "text" and output is None:
        from reconcile.report.text import print_report

        print_report(report, console())
        return
    write_out(write_report(report, form), output)


def write_out(written: str | bytes, output: str | None) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    if output is None or output == "-":
        click.echo(written, nl=False)
        return
    data = written.encode() if isinstance(written, str) else written
    plain = not Path(output).exists() or Path(output).is_file()
    with click.open_file(output, "wb", atomic=plain) as file:
        file.write(data)
