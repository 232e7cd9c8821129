"""The command ``accept``: the id of a finding and a reason in, an acceptance in a baseline out."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from reconcile.commands.options import LIMIT, PATHS, PUBLISHED
from reconcile.commands.streams import progress, read_sources, write


@click.command()
@click.argument("id", metavar="ID")
@PATHS
@click.option("--reason", required=True, metavar="TEXT", help="Why it may stand.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("accepted.toml"),
    show_default=True,
    metavar="FILE",
    help="The file that holds what was accepted.",
)
@PUBLISHED
@LIMIT
def accept(
    id: str,  # noqa: A002
    paths: tuple[str, ...],
    reason: str,
    baseline: Path,
    published: dict[str, datetime.datetime],
    limit: int,
) -> None:
    """Accept the finding ID of the articles in PATH, so that it counts no more.

    ID is what a report shows beside the finding, or the beginning of it. A finding is known by its
    subject, its sources and what they state, so an edit elsewhere leaves it accepted.
    """
    from reconcile.baseline import accept as acceptance_of
    from reconcile.baseline import add_acceptance, case_with_id, covers, read_baseline
    from reconcile.pipeline import compare as compare_articles

    if not reason.strip():
        raise click.BadParameter("say why it may stand", param_hint="'--reason'")
    before = read_baseline(baseline) if baseline.exists() else ()
    with progress("comparing the articles"):
        report = compare_articles(read_sources(paths, published), limit_characters=limit)
    case = case_with_id(report, id)
    known = next((each for each in before if covers(each, case)), None)
    if known is not None:
        write(f"{case.id} is accepted already, in {known.place}: {known.reason}\n")
        return
    acceptance = acceptance_of(case, reason)
    add_acceptance(baseline, acceptance)
    write(f"{case.id} is accepted in {baseline}: {acceptance}\n")
