"""Article text in, text for a line of a report out: no line breaks, no control characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from reconcile import patterns

_SPACE: Final = patterns.compile(r"\s+")
#: marks of no width beside words of another direction, which are no part of the words
_UNSEEN: Final = patterns.compile(r"[\u061c\u200e\u200f\ufeff]")
#: control characters, what turns the direction of writing, and what XML and UTF-8 refuse
_UNPRINTABLE: Final = patterns.compile(
    r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def one_line(text: str) -> str:
    """A text as it can stand on a line: it cannot move the cursor, colour or turn anything."""
    return _printable(text).strip()


def excerpt(
    sentence: str, offset: int, spans: Sequence[tuple[int, int]], *, width: int
) -> list[tuple[str, bool]]:
    """What fits of a sentence around the words at issue: stretches, and whether each is at issue.

    ``spans`` are in order and index the text in which the sentence starts at ``offset``. What is
    cut is cut at a word and shown as "…"; the words at issue are never cut.
    """
    edges = [0, *(edge - offset for edge in _without_overlaps(spans)), len(sentence)]
    parts = [_printable(sentence[a:b]) for a, b in pairwise(edges)]
    room = max(width - sum(map(len, parts[1:-1])), 0)
    behind = _cut_end(parts[-1], max(room // 2, room - len(parts[0])))
    before = _cut_start(parts[0], max(room - len(behind), 0))
    parts = [before.lstrip(), *parts[1:-1], behind.rstrip()]
    return [(part, index % 2 == 1) for index, part in enumerate(parts) if part]


def _without_overlaps(spans: Sequence[tuple[int, int]]) -> list[int]:
    """The edges of the spans in order; of two that overlap, the first."""
    edges: list[int] = []
    for start, end in spans:
        if not edges or start >= edges[-1]:
            edges += [start, end]
    return edges


def _printable(text: str) -> str:
    plain = _SPACE.sub(" ", _UNSEEN.sub("", text))
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", plain)


def _cut_end(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    kept = text[: max(width - 1, 0)]
    return kept[: kept.rfind(" ") + 1] + "…"


def _cut_start(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    kept = text[len(text) - max(width - 1, 0) :]
    space = kept.find(" ")
    return "…" + (kept[space:] if space >= 0 else "")


def is_same_wording(a: str, b: str) -> bool:
    """Whether two quotes are the same words, case and white space aside."""
    return plain_words(a) == plain_words(b)


def plain_words(text: str) -> str:
    """A text without the differences of case, white space and width."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text)).strip().casefold()
