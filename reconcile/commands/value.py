"""The command ``value``: a text in, the derivation of its reading out."""

from __future__ import annotations

import datetime

import click

from reconcile.commands.options import moment
from reconcile.commands.streams import write


@click.command()
@click.argument("text")
@click.option(
    "--published",
    callback=moment,
    metavar="DATE",
    help='The day that words like "Thursday" and "last month" count from.',
)
def value(text: str, published: datetime.datetime | None) -> None:
    """Read one value and say step by step what its words leave open."""
    from reconcile.report.reading import explain

    for line in explain(text, published=published):
        write(line + "\n")
