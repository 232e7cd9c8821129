"""Whether "over" tells what a quarrel is about: "a strike over 500 job cuts", no bound."""

from __future__ import annotations

from typing import Final

from reconcile.values.lexicon import word_set
from reconcile.values.markers import Marker
from reconcile.values.stream import Stream, kind_at, word_at

#: how many tokens may stand between a quarrel and its "over": "a row with unions over"
_REACH: Final = 7
_WITH: Final = frozenset(("with", "between", "among", "against", "at", "in", "by", "from"))
_PASSIVE: Final = frozenset(("is", "are", "was", "were", "be", "been", "being", "get", "got"))


def tells_topic(stream: Stream, over: int, end: int, marker: Marker | None) -> bool:
    """Whether the "over" at a token, before a figure that ends at ``end``, means "about"."""
    before = word_at(stream, over - 1)
    if word_at(stream, end) == "times":
        return False
    if before in word_set("hedges", "topic"):
        return not _counts_the_hurt(stream, over - 1, end)
    if before in word_set("hedges", "topic_verb"):
        passive = word_at(stream, over - 2) in _PASSIVE
        return passive or marker is not None and marker.kind == "money"
    return before not in _WITH and _quarrels_with(stream, over)


def _quarrels_with(stream: Stream, over: int) -> bool:
    """As in "a row with unions | over 300 jobs", "clashed with police | over"."""
    for at in range(over - 2, max(-1, over - _REACH - 1), -1):
        if kind_at(stream, at) != "word" and stream.words[at] not in ("'", "’", "-"):
            return False
        if any(stream.words[at] in word_set("hedges", name) for name in ("topic", "topic_verb")):
            return stream.words[at + 1] in _WITH
    return False


def _counts_the_hurt(stream: Stream, noun: int, end: int) -> bool:
    """As in "in the clash over 40 people were hurt": the figure opens a clause of its own."""
    led = any(word_at(stream, at) in _LED_IN for at in range(noun - 3, noun))
    return led and any(word_at(stream, at) in _HELD for at in range(end, end + 4))


_LED_IN: Final = frozenset(("in", "during", "after", "at", "amid", "with", "since"))
_HELD: Final = frozenset(("were", "are", "have", "had", "died", "fled", "lost"))
