"""Two figures that are odds or a ratio in, one figure out: "odds of 4-1", "a 10-for-1 split"."""

from __future__ import annotations

from typing import Final

from reconcile.model import Stated, Value
from reconcile.values import sets
from reconcile.values.lexicon import word_set
from reconcile.values.markers import HYPHENS
from reconcile.values.numbers import NumberExpression, number_at
from reconcile.values.parts import ratio
from reconcile.values.stream import Reading, Stream, joined, word_at
from reconcile.values.terms import is_figure

_LARGEST: Final = 10_000
_LINKS: Final = frozenset(("to", "for"))


def read_ratio(stream: Stream, index: int) -> Reading | None:
    """The odds or ratio whose first figure stands at a token."""
    first = _plain(stream, index)
    linked = None if first is None else _linked(stream, first.last)
    if first is None or linked is None:
        return None
    link, at = linked
    second = _plain(stream, at)
    if second is None or not second.number or not _is_told(stream, index, link, second.last):
        return None
    number = ratio(first.number, second.number)
    exact = sets.exactly(number)
    value = Value("count", "ratio", exact, exact, number, None, Stated(number, "ratio"))
    return Reading(index, second.last, value)


def _plain(stream: Stream, index: int) -> NumberExpression | None:
    number = number_at(stream, index) if is_figure(stream, index) else None
    if number is None or number.power or number.most is not None or number.first != index:
        return None
    return number if 0 <= number.number < _LARGEST else None


def _linked(stream: Stream, index: int) -> tuple[str, int] | None:
    """What joins two figures ("-", ":", "to", "-to-", "-for-"), and the index behind it."""
    word, at = word_at(stream, index), index + 1
    if word == "to":
        return "to", at
    if not (joined(stream, index) and joined(stream, at)) or word not in HYPHENS | {":"}:
        return None
    if word_at(stream, at) in _LINKS and word_at(stream, at + 1) in HYPHENS:
        return f"-{word_at(stream, at)}-", at + 2
    return word, at


def _is_told(stream: Stream, index: int, link: str, last: int) -> bool:
    """Whether the words around call it odds or a ratio."""
    behind = word_at(stream, last + (word_at(stream, last) in HYPHENS))
    if behind in word_set("scores", "odds_behind"):
        return True
    if link in ("-to-", "-for-") and behind in word_set("scores", "ratio_behind"):
        return True
    at = index - 1
    while word_at(stream, at) in ("of", "at", "is", "was", "are", "were", "about", "the", "a"):
        at -= 1
    return at < index - 1 and word_at(stream, at) in word_set("scores", "odds_before")
