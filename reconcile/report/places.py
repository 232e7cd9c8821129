"""A span of an article in, where an editor finds it in the file out: line, column, offset."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final
from urllib.parse import quote as percent_encoded

from reconcile import patterns
from reconcile.model import Article
from reconcile.report.view.addresses import safe_link
from reconcile.tuples import NamedTuple

#: files whose text is not what stands in them, byte for byte: their lines are not the text's
_CONVERTED: Final = frozenset((".html", ".htm", ".xhtml", ".docx"))
_BREAK: Final = patterns.compile(r"\r\n|\r|\n")
_DRIVE: Final = patterns.compile(r"[A-Za-z]:/")


class Place(NamedTuple):
    """A stretch of a file, counted from 1 as editors do; the end column is behind the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


def line_starts(text: str) -> tuple[int, ...]:
    """The offsets at which the lines of a text begin."""
    return (0, *(match.end() for match in _BREAK.finditer(text)))


def place_of(starts: Sequence[int], start: int, end: int) -> Place:
    """Where a span stands in a text whose lines begin at these offsets."""
    return Place(*_position(starts, start), *_position(starts, end))


def _position(starts: Sequence[int], offset: int) -> tuple[int, int]:
    line = bisect.bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def is_as_saved(article: Article) -> bool:
    """Whether the article's lines are those of its file: not so for HTML and Word."""
    if article.path is None:
        return False
    return PurePath(article.path).suffix.casefold() not in _CONVERTED


def file_of(article: Article) -> str | None:
    """The article's file with forward slashes, or ``None`` where it came from elsewhere."""
    return PurePath(article.path).as_posix() if article.path else None


def address_of(article: Article) -> str | None:
    """The article's file as a URI reference, or its address on the web."""
    path = file_of(article)
    if path is None:
        return web_address(article.url)
    if path.startswith("/"):
        return "file://" + percent_encoded(path)
    if _DRIVE.match(path):
        return "file:///" + percent_encoded(path, safe="/:")
    return percent_encoded(path)


def web_address(url: str | None) -> str | None:
    """An address that leads to the web and nowhere else, or ``None``."""
    return as_uri(safe_link(url)) or None


def as_uri(address: str) -> str:
    """The address with every character encoded that no URI may hold."""
    return percent_encoded(address, safe="%/:=&?~#+!$,;'@()*[]")
