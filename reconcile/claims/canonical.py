"""A printed name in, its canonical form out: lower-case, without accents, suffix or punctuation.

Canonical forms are comparable across articles: ``same_name`` says whether two can be one name.
"""

from __future__ import annotations

import functools
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from reconcile import folding, patterns
from reconcile.claims.vocabulary import table, words

_POSSESSIVE: Final = patterns.compile(r"['’]s\b|['’](?=\s|$)")
_SILENT: Final = patterns.compile(r"['’ʼ`.]")
#: initials before a surname, as in "S.H. Yoon"
_INITIALS: Final = patterns.compile(r"(?:[A-Z]\.){2,4}\s+(?=[A-Z])")
_BREAK: Final = patterns.compile(r"[^\w]+")
_VOWELS: Final = patterns.compile(r"[aeiouy]+")


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower-case letters and digits, accents gone, words parted by single spaces."""
    bare = folding.fold(text)
    if bare.isascii() and bare.isalnum():
        return bare
    bare = _SILENT.sub("", _POSSESSIVE.sub("", bare))
    return _BREAK.sub(" ", bare).strip()


@functools.lru_cache(maxsize=65536)
def canonical(text: str) -> str:
    """The canonical form of a printed name: no article, no honorific, no legal suffix."""
    initials = _INITIALS.match(text)
    parts = fold(text[initials.end() :] if initials else text).split()
    if initials and parts:
        parts = [*fold(initials.group().replace(".", " ")).split(), *parts]
    while len(parts) > 1 and parts[0] in _leading():
        parts.pop(0)
    parts = _without_suffix(parts)
    return " ".join(parts)


@functools.cache
def _leading() -> frozenset[str]:
    return words("roles", "honorifics") | {"the", "a", "an"}


def _without_suffix(parts: list[str]) -> list[str]:
    suffixes = words("names", "suffixes")
    while len(parts) > 1:
        if parts[-1] in suffixes:
            parts = parts[:-1]
        elif len(parts) > 2 and "".join(parts[-2:]) in suffixes and len(parts[-1]) == 1:
            parts = parts[:-2]
        else:
            break
    return parts


def acronym(name: str) -> str:
    """The initials of a canonical name's words, connectors left out."""
    small = words("names", "connectors") | {"of", "for", "and", "the", "in"}
    return "".join(word[0] for word in name.split() if word not in small)


@functools.lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> bool:
    """Whether two canonical names can be one: equal, short and full, initials, or a spelling.

    A demonym is the name of its country ("danish", "denmark").
    """
    a, b = (table("countries", "demonyms").get(name, name) for name in (a, b))
    if a == b:
        return True
    if not a or not b:
        return False
    short, long = sorted(
        (a.split(), b.split()), key=lambda words: (len(words), len("".join(words)))
    )
    if (
        len(short) == 1
        and len(long) > 1
        and len(short[0]) > 1
        and short[0] == acronym(" ".join(long))
    ):
        return True
    return _aligned(short, long)


def _aligned(short: list[str], long: list[str]) -> bool:
    """Whether each word of the shorter name stands for a word of the longer, each for one."""
    left = list(long)
    exact = 0
    for word in sorted(short, key=len, reverse=True):
        match = next((other for other in left if other == word), None)
        exact += match is not None
        if match is None:
            match = next((other for other in left if _stands_for(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return _enough(short, long, exact)


def _enough(short: list[str], long: list[str], exact: int) -> bool:
    """Initials and odd spellings need company: a word that is the same, or a long word."""
    if exact:
        return any(len(word) > 1 for word in short)
    if len(short) != len(long):
        return False
    return all(len(word) >= 5 for word in short) or len(short) > 2


def _stands_for(a: str, b: str) -> bool:
    """Whether two words are one word spelt differently, or an initial and its word."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if len(a) == 2 and a == b[0] + a[1] and len(b) > 3:
        return False
    shorter = min(len(a), len(b))
    if a[0] != b[0] or shorter < 3:
        return False
    if _VOWELS.sub("a", a) == _VOWELS.sub("a", b):
        return True
    allowed = 0 if shorter < 5 else 1 if shorter < 8 else 2
    return DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed
