"""The command ``accept``: the id of a finding and a reason in, an acceptance in a baseline out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reconcile.commands.options import LIMIT, PUBLISHED, SEMANTIC
from reconcile.commands.streams import progress, read_sources, write

if TYPE_CHECKING:
    from reconcile.baseline import Acceptance, Case
    from reconcile.report import Report

    #: a report, what it accepts already, and where more goes
    Place = tuple[Report, tuple[Acceptance, ...], Path]

_SUITES = "*.claims.toml"


@click.command(short_help="Write down that a finding may stand, and why.")
@click.argument("id", metavar="ID")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--reason", required=True, metavar="TEXT", help="Why it may stand.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file that it is written to.  [default: that of the suite, or accepted.toml]",
)
@PUBLISHED
@LIMIT
@SEMANTIC
def accept(
    id: str,  # noqa: A002
    paths: tuple[str, ...],
    reason: str,
    baseline: Path | None,
    published: dict[str, datetime.datetime],
    limit: int,
    semantic: bool,
) -> None:
    """Accept the finding ID of the articles in PATH, so that it counts no more.

    ID is what a report shows beside the finding, or the beginning of it. PATH is a *.claims.toml
    file, or articles and folders; where there is none, every *.claims.toml file below the current
    folder is looked through. A finding is known by its subject, its sources and what they state.
    """
    from reconcile.baseline import accept as acceptance_of
    from reconcile.baseline import add_acceptance, covers

    if not reason.strip():
        raise click.BadParameter("say why it may stand", param_hint="'--reason'")
    with progress("comparing the articles"):
        places = list(_places(paths, baseline, published, limit, semantic=semantic))
    case, (_, before, file) = _find(id, places)
    known = next((each for each in before if covers(each, case)), None)
    if known is not None:
        write(f"{case.id} is accepted already, in {known.place}: {known.reason}\n")
        return
    acceptance = acceptance_of(case, reason)
    add_acceptance(file, acceptance)
    write(f"{case.id} is accepted in {file}: {acceptance}\n")


def _places(
    paths: tuple[str, ...],
    baseline: Path | None,
    published: dict[str, datetime.datetime],
    limit: int,
    *,
    semantic: bool,
) -> Iterator[Place]:
    """The comparisons that the finding may be one of."""
    from reconcile.baseline import BASELINE_NAME, read_baseline
    from reconcile.pipeline import compare as compare_articles

    suites = [Path(path) for path in paths if path.endswith(_SUITES[1:])]
    articles = tuple(path for path in paths if not path.endswith(_SUITES[1:]))
    if not paths:
        suites = sorted(Path().rglob(_SUITES))
        if not suites:
            raise click.UsageError(f"name the articles: there is no {_SUITES} file here.")
    for suite in suites:
        yield _place_of(suite, baseline)
    if articles:
        file = baseline or Path(BASELINE_NAME)
        before = read_baseline(file) if file.exists() else ()
        read = read_sources(articles, published)
        yield compare_articles(read, semantic=semantic, limit_characters=limit), before, file


def _place_of(path: Path, baseline: Path | None) -> Place:
    from reconcile.testing.running import accepted_by, report_of
    from reconcile.testing.sources import Parsed
    from reconcile.testing.suite import read_suite

    suite = read_suite(path)
    return report_of(suite, Parsed()), accepted_by(suite), baseline or suite.sources.baseline


def _find(beginning: str, places: list[Place]) -> tuple[Case, Place]:
    """The one finding whose id begins so; raises FindingNotFound."""
    from reconcile.baseline import cases_of
    from reconcile.errors import FindingNotFound

    every = {case.id: (case, place) for place in places for case in cases_of(place[0])}
    meant = [name for name in every if beginning and name.startswith(beginning.casefold())]
    if len(meant) == 1:
        return every[meant[0]]
    listed = [every[name][0] for name in meant or every]
    raise FindingNotFound(beginning, tuple(f"{e.id}  {e.verdict}: {e.title}" for e in listed))
