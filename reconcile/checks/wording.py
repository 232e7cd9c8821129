"""Words in, what they are about out: their stems, words for one thing as one."""

from __future__ import annotations

import functools
from typing import Final

from reconcile import patterns
from reconcile.checks.vocabulary import rules
from reconcile.folding import fold

_FILE: Final = "wording"
#: where a sentence ends, closing quotation marks included
SENTENCE_END: Final = patterns.compile(r"[.!?][\"”’]?\s|\n")
_WORD: Final = patterns.compile(r"[^\W\d_]+")
_ENDINGS: Final = ("ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e", "y")
_SHORTEST: Final = 3


@functools.lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The stems of the words that say what a text is about; words for one thing give one stem."""
    found = (fold(word) for word in _WORD.findall(text))
    return frozenset(stem(word) for word in found if word in _rows() or word not in _common())


@functools.lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its ending, or the first word of the row that it stands in."""
    row = _rows().get(word)
    if row is not None:
        return row
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@functools.cache
def _common() -> frozenset[str]:
    return frozenset(rules(_FILE)["common"]["words"])


@functools.cache
def _rows() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rules(_FILE)["alike"]["rows"]:
        found.update({word: found.get(word, row[0]) for word in row})
    return found
