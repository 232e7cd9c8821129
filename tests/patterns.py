"""A pattern and some words in, whether every text that meets the pattern holds one of them out."""

from collections.abc import Collection, Iterable
from re import _constants as codes
from re import _parser as parser
from typing import Any

_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def is_told_by(pattern: str, words: Collection[str]) -> bool:
    """Whether no text without one of the words, which are in small letters, can meet a pattern."""
    return _sequence(parser.parse(pattern), words)


def _sequence(parts: Iterable[tuple[Any, Any]], words: Collection[str], letters: str = "") -> bool:
    """``letters`` stand in front: the parser takes what all alternatives begin with out of them."""
    if any(word in letters for word in words):
        return True
    for code, what in parts:
        if code is codes.BRANCH and all(_sequence(each, words, letters) for each in what[1]):
            return True
        letters = letters + chr(what).lower() if code is codes.LITERAL else ""
        if any(word in letters for word in words) or _part(code, what, words):
            return True
    return False


def _part(code: Any, what: Any, words: Collection[str]) -> bool:
    if code is codes.SUBPATTERN:
        return _sequence(what[3], words)
    if code in _REPEATS and what[0] >= 1:
        return _sequence(what[2], words)
    if code is codes.IN:
        return all(kind is codes.LITERAL and chr(letter).lower() in words for kind, letter in what)
    return False
