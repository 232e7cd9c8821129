"""A correction box in, where its right statement starts out; what it withdraws is not read."""

from __future__ import annotations

import re
from typing import Final

from reconcile import patterns
from reconcile.articles.vocabulary import rules_of

_NEXT_SENTENCE: Final = patterns.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9£$€])")
_LABEL: Final = patterns.compile(r"(?:corrections?|clarifications?)\b", re.I)


def _sentence_starts(words: str) -> list[int]:
    return [0, *(match.end() for match in _NEXT_SENTENCE.finditer(words))]


def correction_start(words: str) -> int | None:
    """Where a correction begins to state what is right; ``None`` where it does not."""
    if not _LABEL.match(words):
        return None
    withdrawn = rules_of("corrections")["withdrawn"]
    starts = _sentence_starts(words)
    right = [
        start
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True)
        if start and not any(phrase in words[start:end].lower() for phrase in withdrawn)
    ]
    return right[0] if right else None
