"""A Report in, workflow commands for GitHub Actions out: each becomes an annotation at its line.

Articles cannot write commands of their own: what they say stands on a line that has begun as a
command, with the characters escaped that could end it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from reconcile.model import Article
from reconcile.report.places import file_of, is_as_saved, line_starts, place_of
from reconcile.report.quotes import Quote
from reconcile.report.remarks import (
    CONFLICT,
    Level,
    Remark,
    lines_of,
    remarks_of,
    source_lines,
)
from reconcile.report.report import Report

_COMMANDS: Final[Mapping[Level, str]] = {"error": "error", "warning": "warning", "note": "notice"}
_IN_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = {**_IN_MESSAGE, ord(":"): "%3A", ord(","): "%2C"}


def report_to_github(report: Report) -> str:
    """A line for each remark; a conflict is told at the words of each of its articles."""
    articles = {article.id: article for article in report.articles}
    starts = {article.id: line_starts(article.text) for article in report.articles}
    lines = [
        _command(remark, quote, articles[quote.article], starts[quote.article])
        for remark in remarks_of(report)
        for quote in _told_at(remark)
    ]
    return "".join(line + "\n" for line in lines)


def _told_at(remark: Remark) -> Iterator[Quote]:
    """The first words of each article for an open conflict, and else the first of all."""
    first = {quote.article: quote for quote in reversed(remark.quotes)}
    told = [quote for quote in remark.quotes if first[quote.article] is quote]
    yield from told if remark.rule is CONFLICT and not remark.accepted else told[:1]


def _command(remark: Remark, quote: Quote, article: Article, starts: tuple[int, ...]) -> str:
    message = "\n".join((*lines_of(remark), *source_lines(remark)))
    properties = {**_place(quote, article, starts), "title": remark.headline}
    written = ",".join(
        f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in properties.items()
    )
    level: Level = "note" if remark.accepted else remark.rule.level
    return f"::{_COMMANDS[level]} {written}::{message.translate(_IN_MESSAGE)}"


def _place(quote: Quote, article: Article, starts: tuple[int, ...]) -> dict[str, str | int]:
    """The file, and the lines and columns where the article's text is the file's own."""
    file = file_of(article)
    if file is None:
        return {}
    if not is_as_saved(article):
        return {"file": file}
    place = place_of(starts, quote.start, quote.end)
    columns = {"col": place.column, "endColumn": place.end_column}
    return {
        "file": file,
        "line": place.line,
        "endLine": place.end_line,
        **(columns if place.line == place.end_line else {}),
    }
