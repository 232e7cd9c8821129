"""A place's name in, the form under which the gazetteer keeps it out."""

from __future__ import annotations

import functools
from typing import Final

from reconcile import patterns
from reconcile.folding import fold

_DROPPED: Final = patterns.compile(r"['’‘`ʼʻ.]")
_WORDS: Final = patterns.compile(r"[^\W_]+")


@functools.lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """Lower case, without accents, apostrophes and dots; other marks are spaces.

    An article in front does not count.
    """
    return " ".join(_WORDS.findall(_DROPPED.sub("", fold(name)))).removeprefix("the ")
