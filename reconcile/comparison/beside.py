"""Two names and a text in, whether it puts the one into, or beside, the other out."""

from __future__ import annotations

import functools
import re
from typing import Final

from reconcile import patterns
from reconcile.comparison.vocabulary import rules

_WORDS: Final = patterns.compile(r"[^\W_]+")
#: words between two names of one sentence that still say that one lies within the other
_REACH: Final = 4
#: characters behind the first name in which the second is sought
_STRETCH: Final = 30


@functools.lru_cache(maxsize=65536)
def stand_together(text: str, one: str, other: str) -> bool:
    """Whether the two names stand side by side ("Karo, in Baro county"), small words between."""
    if one not in text or other not in text:
        return False
    for first, second in ((one, other), (other, one)):
        sought = re.compile(rf"\b{re.escape(second)}\b")
        for match in re.finditer(rf"\b{re.escape(first)}\b", text):
            found = sought.search(text, match.end(), match.end() + len(second) + _STRETCH)
            if found and _joins(text[match.end() : found.start()]):
                return True
    return False


def _joins(between: str) -> bool:
    joining = set(rules("places")["joining"]["words"])
    found = _WORDS.findall(between)
    lists = " and " in between or " or " in between or " to " in between
    return len(found) <= _REACH and not lists and "." not in between and all(
        word in joining for word in found
    )  # fmt: skip
