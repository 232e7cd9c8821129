"""The word of a metal in, the place that its medal stands for out: "took bronze", "silver went"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.values.lexicon import word_set, word_values
from reconcile.values.markers import HYPHENS
from reconcile.values.ranks import rank_value
from reconcile.values.stream import Reading, Stream, kind_at, word_at


def read_medal(stream: Stream, index: int) -> Reading | None:
    """The place, where one medal is won; "five silver" are a count of them."""
    place = rank_value(Decimal(word_values("ranks", "medal")[stream.words[index]]), "medal")
    if _is_counted(stream, index):
        return None
    if word_at(stream, index + 1) in word_set("ranks", "medal_noun"):
        return Reading(index, index + 2, place)
    if not stream.vocabulary & word_set("ranks", "medal_text"):
        return None
    told = _goes(stream, index) or _is_hers(stream, index) or _is_won(stream, index)
    return Reading(index, index + 1, place) if told else None


def _goes(stream: Stream, index: int) -> bool:
    """As in "silver went to", "the bronze was won by"."""
    behind = word_at(stream, index + 1)
    passive = behind in ("was", "were", "is") and word_at(stream, index + 2) in ("won", "taken")
    return passive or behind in word_set("ranks", "medal_goes")


def _is_hers(stream: Stream, index: int) -> bool:
    """As in "her silver at the trials"."""
    own = word_at(stream, index - 1) in ("her", "his")
    return own and word_at(stream, index + 1) in ("at", "in")


def _is_counted(stream: Stream, index: int) -> bool:
    """Whether a number stands before, or a hyphen joins the metal to what it is of."""
    before = word_at(stream, index - 1)
    counted = kind_at(stream, index - 1) == "number" or before in word_values("numbers", "cardinal")
    return counted or before in HYPHENS or word_at(stream, index + 1) in HYPHENS


def _is_won(stream: Stream, index: int) -> bool:
    """As in "took bronze", "won the individual silver", "with a gold"; no noun stands behind."""
    behind = word_at(stream, index + 1)
    if kind_at(stream, index + 1) == "word" and behind not in word_set("nouns", "stop"):
        return False
    at = index - 1
    while word_at(stream, at) in word_set("ranks", "medal_before"):
        at -= 1
    return word_at(stream, at) in word_set("ranks", "medal_won")


def read_runner_up(stream: Stream, index: int) -> Reading | None:
    """As in "finished runner-up", "the runners-up": the second place."""
    hyphen = word_at(stream, index + 1) in HYPHENS
    if not hyphen or word_at(stream, index + 2) != "up":
        return None
    return Reading(index, index + 3, rank_value(Decimal(2)))
