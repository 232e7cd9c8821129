"""Printed names in, whether they can be one name out: short and full, initials, other spellings."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from reconcile import patterns
from reconcile.folding import fold

_POSSESSIVE: Final = patterns.compile(r"['’]s\b")
_SILENT: Final = patterns.compile(r"['’ʼ`.]")
_BREAK: Final = patterns.compile(r"[\W_]+")
_VOWELS: Final = patterns.compile(r"[aeiouy]+")
#: an odd spelling that is this long can stand for a name by itself
_LONG: Final = 6


@functools.lru_cache(maxsize=65536)
def folded(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without accents, apostrophes and dots."""
    bare = _SILENT.sub("", _POSSESSIVE.sub("", fold(text)))
    return tuple(_BREAK.sub(" ", bare).split())


def may_be_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether each word of the shorter name stands for a word of the longer, each for one.

    An initial or an odd spelling needs a word beside it that is the same.
    """
    if not a or not b:
        return False
    short, long = sorted((tuple(a), tuple(b)), key=len)
    if short == long or "".join(short) == "".join(long):
        return True
    left = list(long)
    exact = 0
    for word in sorted(short, key=len, reverse=True):
        match = word if word in left else next((w for w in left if _stands_for(word, w)), None)
        if match is None:
            return False
        exact += match == word and len(word) > 1
        left.remove(match)
    return exact > 0 or (len(short) == len(long) and all(len(word) >= _LONG for word in short))


@functools.lru_cache(maxsize=65536)
def _stands_for(a: str, b: str) -> bool:
    """Whether two words are one word spelt differently, or short for it: "J", "Mt"."""
    if len(a) == 1 or len(b) == 1 or a[0] != b[0]:
        return a[0] == b[0]
    shorter = min(len(a), len(b))
    if shorter < 3:
        return a[-1] == b[-1]
    if a.isdigit() or b.isdigit():
        return False
    if _VOWELS.sub("a", a) == _VOWELS.sub("a", b):
        return True
    allowed = 0 if shorter < 5 else 1 if shorter < 8 else 2
    return DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed
