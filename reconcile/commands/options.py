"""Options that several commands share, and how what is written behind them is read."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def _as_moment(written: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(written)
    except ValueError as error:
        example = "2025-06-11 or 2025-06-11T15:12:00+09:00"
        raise click.BadParameter(f"{written!r} is not a date such as {example}") from error


def moment(_context: object, _option: object, written: str | None) -> datetime.datetime | None:
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


def output_option(what: str) -> Callable[[Command], Command]:
    """The option -o, by which a command writes to a file."""
    return click.option(
        "--output",
        "-o",
        type=click.Path(dir_okay=False, writable=True),
        callback=_writable,
        metavar="FILE",
        help=f'Write the {what} to FILE; "-" is standard output.',
    )


PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
LIMIT = click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=1_000_000,
    show_default=True,
    metavar="CHARACTERS",
    help="Parse this much of an article; the rest is named as not checked.",
)
PUBLISHED = click.option(
    "--published",
    multiple=True,
    callback=_moments,
    metavar="FILE=DATE",
    help="When FILE was published; wins over sources.toml and over what the text says.",
)
SEMANTIC = click.option(
    "--semantic/--no-semantic",
    default=True,
    show_default=True,
    help="Let a language model tell how alike two claims are told; without is faster.",
)
