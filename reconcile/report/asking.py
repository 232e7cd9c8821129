"""Words that somebody asks by and the words of a finding in, whether it is about them out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reconcile.report.quotes import Quote

#: a word of a question meets a word of a fact that starts alike for this many letters
_ALIKE_LETTERS: Final = 4


def words_of(text: str) -> frozenset[str]:
    """The words of a text, each once, whatever their case."""
    return frozenset(re.findall(r"\w+", text.casefold()))


def is_about(title: str, quotes: Sequence[Quote], asked: frozenset[str]) -> bool:
    """Whether a title, quotes and their sentences hold every one of these words."""
    texts = (title, *(f"{quote.text} {quote.sentence}" for quote in quotes))
    held = words_of(" ".join(texts))
    return all(any(is_alike(word, other) for other in held) for word in asked)


def is_alike(asked: str, held: str) -> bool:
    """Whether two words are one, or forms of one: "pledged" and "pledges"."""
    if asked == held or asked.isdigit():
        return asked == held
    shorter = min(len(asked), len(held))
    return shorter >= _ALIKE_LETTERS and asked[: shorter - 1] == held[: shorter - 1]
