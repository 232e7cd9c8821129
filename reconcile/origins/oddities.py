"""All articles' words in, the spellings of names that two of them share and no other has out.

Two articles that misspell a name alike, where the others spell it otherwise, may have it from each
other. That proves nothing by itself; beside sentences that are alike it does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from reconcile.origins.words import Words
from reconcile.records import frozen

#: a shorter name may well be another one
_SHORTEST: Final = 5


@frozen(order=True)
class Oddity:
    """A spelling that only two articles have, by their numbers, and the one that others have."""

    a: int
    b: int
    written: str
    elsewhere: str


def shared_oddities(articles: Sequence[Words]) -> list[Oddity]:
    """The names that exactly two articles spell one way, and two others or more a letter off."""
    if len(articles) < 4:
        return []
    held: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(articles):
        for word, form in enumerate(words.forms):
            if len(form) >= _SHORTEST and form.isalpha() and words.is_name(word):
                held[form].add(number)
    common = [form for form, holders in held.items() if len(holders) > 1]
    return sorted(
        Oddity(min(held[form]), max(held[form]), form, other)
        for form in common
        if len(held[form]) == 2
        for other in common
        if other[0] == form[0]
        and held[form].isdisjoint(held[other])
        and _is_a_letter_off(form, other)
    )


def _is_a_letter_off(form: str, other: str) -> bool:
    """Whether one letter is put, left out, exchanged or in another place, but for an ending s."""
    from rapidfuzz.distance import OSA

    if abs(len(form) - len(other)) > 1 or form.rstrip("s") == other.rstrip("s"):
        return False
    return form != other and OSA.distance(form, other) == 1
