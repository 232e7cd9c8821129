"""What encoders said of stories that they were not trained on: recorded, and looked up.

The library's own encoder has learned from all labelled stories; it would flatter itself on them.
So weights are learned, and held-out figures measured, with what encoders trained on five sixths of
the stories said of the others. A pair that the record does not hold is told unlike.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy

from reconcile.model import Article, Claim

if TYPE_CHECKING:
    from numpy import float32, int64
    from numpy.typing import NDArray

    from reconcile.semantic import Encoder, Likeness

FILE: Final = Path(__file__).parent / "held-out.npz"
#: log-odds are kept in hundredths
_HUNDREDTHS: Final = 100.0
#: what is said of a pair that is not recorded
UNLIKE: Final = -8.0


def text_key(text: str) -> int:
    """What an article is known by."""
    return zlib.crc32(text.encode())


def keys_of(arrays: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """The record of what was found, by story, of the pairs of the arrays."""
    story_of, pairs = arrays["story of pair"], arrays["pairs"]
    missing = set(numpy.unique(story_of).tolist()) - set(map(int, found))
    if missing:
        raise SystemExit(f"nothing was found of the stories {sorted(missing)}: a fold is missing")
    odds = numpy.zeros(len(pairs), numpy.int16)
    for story, log_odds in found.items():
        odds[story_of == int(story)] = (log_odds * _HUNDREDTHS).round()
    return {"spans": arrays["spans"], "pairs": pairs.astype(numpy.uint32), "odds": odds}


def held_out_encoder() -> Encoder:
    """An encoder that knows what was recorded, and nothing else."""
    with numpy.load(FILE) as stored:
        spans, pairs, odds = (stored[name] for name in ("spans", "pairs", "odds"))
    number_of = {tuple(span): number for number, span in enumerate(spans.tolist())}
    inside: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for (key, start, end), number in number_of.items():
        inside[key].append((start, end, number))

    def numbered(key: int, start: int, end: int) -> int:
        """The mention of this span, or one that it overlaps: a reading may have grown since."""
        exact = number_of.get((key, start, end))
        if exact is not None:
            return exact
        met = (number for low, high, number in inside[key] if low < end and start < high)
        return next(met, -1)

    known = len(spans)
    codes = _codes(*pairs.astype(numpy.int64).T, known)
    order = numpy.argsort(codes)
    codes, odds = codes[order], odds[order].astype(numpy.float32) / numpy.float32(_HUNDREDTHS)

    def encode(claims: Sequence[Claim], articles: Sequence[Article]) -> Likeness:
        keys = {article.id: text_key(article.text) for article in articles}
        numbers = numpy.array(
            [numbered(keys[each.article], each.focus.start, each.focus.end) for each in claims]
        )

        def likeness(first: NDArray[int64], second: NDArray[int64]) -> NDArray[float32]:
            asked = _codes(numbers[first], numbers[second], known)
            place = numpy.searchsorted(codes, asked).clip(0, len(codes) - 1)
            return numpy.where(codes[place] == asked, odds[place], numpy.float32(UNLIKE))

        return likeness

    return encode


def _codes(first: NDArray[int64], second: NDArray[int64], known: int) -> NDArray[int64]:
    """One number for each pair, whichever stands first; of what is not known, one below nothing."""
    low, high = numpy.minimum(first, second), numpy.maximum(first, second)
    return numpy.where(low < 0, -1, low * known + high)
