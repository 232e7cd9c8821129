"""The words in front of a value in, whether they take it back out: "12, not 14 as first said"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reconcile.model import Mention, Span
from reconcile.values.tokens import tokenize

#: what stands before a "not" that denies only what follows it
BREAKS: Final = frozenset((",", ";", "(", "–", "—", "-", "and", "but"))
#: between that word and the value
_FILLERS: Final = frozenset(("the", "a", "on", "in", "at", "by", "for", "to"))
_INSTEAD: Final = frozenset((("rather", "than"), ("instead", "of"), ("opposed", "to")))


def is_withdrawn(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a value at tokens ``first`` to ``last`` of a sentence is one that does not hold.

    As in "12 people, not 14", "not 12 but 14", "31 votes rather than the 13 announced earlier".
    """
    at = first
    while at > 0 and first - at < len(_FILLERS) and words[at - 1] in _FILLERS:
        at -= 1
    if at < 1:
        return False
    if words[at - 1] == "not":
        behind = [word for word in words[last : last + 2] if word != ","]
        return at > 1 and words[at - 2] in BREAKS or behind[:1] == ["but"]
    return tuple(words[max(0, at - 2) : at]) in _INSTEAD


def takes_back(text: str, sentence: Span, mention: Mention) -> bool:
    """Whether a sentence of a text names a value of its own as one that does not hold."""
    before = [token.lower for token in tokenize(text[sentence.start : mention.start])]
    own = [token.lower for token in tokenize(mention.text)]
    behind = [token.lower for token in tokenize(text[mention.end : sentence.end])][:2]
    return is_withdrawn([*before, *own, *behind], len(before), len(before) + len(own))
