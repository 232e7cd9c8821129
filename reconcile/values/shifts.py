"""Tokens around "X to Y" in, whether they tell a movement out: "rose from 3 to 4" is no range."""

from __future__ import annotations

from typing import Final

from reconcile.values.lexicon import word_set
from reconcile.values.stream import Stream, word_at

#: how many tokens before "from" a verb of change may stand
_CHANGE_WINDOW: Final = 9


def tells_shift(stream: Stream, first: int, last: int) -> bool:
    """Whether the two ends at tokens ``first`` to ``last`` say where something moved."""
    verbs, before = word_set("changes", "verb"), word_at(stream, first - 1)
    if before in verbs:
        amount = word_at(stream, first - 2) in word_set("changes", "amount")
        return not (before == "up" and amount)
    if before != "from":
        return False
    clause = _tail_of_clause(stream.words[max(0, first - 1 - _CHANGE_WINDOW) : first - 1])
    return any(word in verbs for word in clause) or word_at(stream, last) in verbs


def _tail_of_clause(words: list[str]) -> list[str]:
    for index in range(len(words) - 1, -1, -1):
        if words[index] in (".", ";", ":", "\n", "?", "!"):
            return words[index + 1 :]
    return words
