"""Article text in, text for a line of a report out: no line breaks, no control characters."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SPACE: Final = re.compile(r"\s+")
#: control characters, and the marks that turn the direction of writing
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    """A text as it can stand on a line: it cannot move the cursor, colour or turn anything."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text)).strip()


def excerpt(sentence: str, start: int, end: int, *, width: int) -> tuple[str, str, str]:
    """The sentence around ``sentence[start:end]``: before, the words, after, in about this width.

    What is cut is cut at a word and shown as "…"; the words themselves are never cut.
    """
    before, words, after = sentence[:start], sentence[start:end], sentence[end:]
    room = max(width - len(words), 0)
    before, words, after = (_SPACE.sub(" ", part) for part in (before, words, after))
    behind = max(room // 2, room - len(before))
    after = _cut_end(after, behind)
    before = _cut_start(before, max(room - len(after), 0))
    before, words, after = (
        _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", part) for part in (before, words, after)
    )
    return before.lstrip(), words, after.rstrip()


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
    return _plain(a) == _plain(b)


def _plain(text: str) -> str:
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text)).strip().casefold()
