"""The command ``diff``: two versions of a report or of an article in, what changed out."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import click

from reconcile.commands import FOUND_NOTHING, FOUND_SOMETHING
from reconcile.commands.options import LIMIT, PUBLISHED, SEMANTIC, output_option
from reconcile.commands.streams import (
    console,
    form_asked_for,
    keep_inputs,
    progress,
    read_sources,
    write_out,
)
from reconcile.errors import ReportNotRead

if TYPE_CHECKING:
    from reconcile.report import Report
    from reconcile.report.changes import Changes

Published = dict[str, datetime.datetime]
#: paths, and when what lies there was published, in; the report on it out
Reporter = Callable[[tuple[str, ...], Published], "Report"]

Least = Literal["conflict", "change", "never"]
_FORMS: Final = ("text", "json", "markdown", "html")


@click.command()
@click.argument("old", type=click.Path(exists=True))
@click.argument("new", type=click.Path(exists=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    help="How to write the changes down.  [default: what FILE's name ends in, or text]",
)
@output_option("changes")
@PUBLISHED
@LIMIT
@SEMANTIC
@click.option(
    "--fail-on",
    type=click.Choice(["conflict", "change", "never"]),
    default="conflict",
    show_default=True,
    help="What makes the exit status 1: a conflict that is new, any change, or nothing.",
)
def diff(
    old: str,
    new: str,
    form: str | None,
    output: str | None,
    published: dict[str, datetime.datetime],
    limit: int,
    semantic: bool,
    fail_on: Least,
) -> int:
    """Say what changed between two versions.

    OLD and NEW are reports that were kept with compare --format json, folders of articles, or two
    versions of one article.
    """
    from reconcile.report.changes.forms import FORMS

    form = form or form_asked_for(output, {name: each.endings for name, each in FORMS.items()})
    keep_inputs((old, new), output)
    with progress("reading the articles"):
        changes = _changes(old, new, partial(_report, limit=limit, semantic=semantic), published)
    _write(changes, (old, new), form, output)
    return FOUND_SOMETHING if _has_found(changes, fail_on) else FOUND_NOTHING


def _report(paths: tuple[str, ...], published: Published, *, limit: int, semantic: bool) -> Report:
    from reconcile.pipeline import compare

    return compare(read_sources(paths, published), semantic=semantic, limit_characters=limit)


def _changes(old: str, new: str, report: Reporter, published: Published) -> Changes:
    from reconcile.report.changes import changes_between, changes_of_article, entries_of

    if _is_article(old) and _is_article(new):
        return changes_of_article(report((old, new), published))
    if _is_article(old) or _is_article(new):
        raise click.UsageError("an article can be held against an article only, not a report.")
    for file in published:
        if not any((Path(folder) / file).exists() for folder in (old, new)):
            raise click.UsageError(f"--published names {file!r}, which is in neither version.")
    versions = []
    for path in (old, new):
        data = _report_of(path, report, published)
        try:
            versions.append(entries_of(data))
        except (KeyError, TypeError) as error:
            raise ReportNotRead(path, f"it is not a report of this version ({error!r})") from error
    return changes_between(*versions)


def _is_article(path: str) -> bool:
    return Path(path).is_file() and Path(path).suffix.lower() != ".json"


def _report_of(path: str, report: Reporter, published: Published) -> dict[str, Any]:
    """The report in a file, or on the articles of a folder."""
    if Path(path).is_dir():
        from reconcile.report.json import report_to_data

        named = {file: each for file, each in published.items() if (Path(path) / file).exists()}
        return report_to_data(report((path,), named))
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReportNotRead(path, f"it is not JSON ({error})") from error
    if not isinstance(data, dict) or not {"schema_version", "articles", "facts"} <= set(data):
        raise ReportNotRead(path, "it is not a report")
    return data


def _write(changes: Changes, names: tuple[str, str], form: str, output: str | None) -> None:
    from reconcile.report.changes.forms import FORMS
    from reconcile.report.changes.page import print_changes

    if form == "text" and output is None:
        print_changes(changes, names, console())
    else:
        write_out(FORMS[form].write(changes, names), output)


def _has_found(changes: Changes, fail_on: Least) -> bool:
    if fail_on == "never":
        return False
    return bool(changes.conflicts) or (fail_on == "change" and not changes.is_empty)
