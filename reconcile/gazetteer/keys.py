"""A place's name in, the form under which the gazetteer keeps it out."""

from __future__ import annotations

import functools
import unicodedata
from typing import Final

from reconcile import patterns

#: letters that do not come apart into a plain one and a mark
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
)
_DROPPED: Final = patterns.compile(r"['’‘`ʼʻ.]")
_WORDS: Final = patterns.compile(r"[^\W_]+")


@functools.lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """Lower case, without accents, apostrophes and dots; other marks are spaces.

    An article in front does not count.
    """
    lowered = _DROPPED.sub("", name.casefold().translate(_LETTERS))
    split = unicodedata.normalize("NFKD", lowered)
    plain = " ".join(_WORDS.findall("".join(c for c in split if not unicodedata.combining(c))))
    return plain.removeprefix("the ")
