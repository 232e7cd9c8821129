"""The words of a list in, what finds them in texts out.

It finds what a regular expression of the words would, letter case aside, and looks them up: to
compile a long list takes longer than to read an article with it.
"""

from __future__ import annotations

import functools
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from reconcile import patterns
from reconcile.records import frozen

_WORD: Final = patterns.compile(r"\w+")


@frozen
class Found:
    """An entry in a text; its methods are those of a match of a regular expression."""

    text: str
    first: int
    last: int

    def start(self) -> int:
        return self.first

    def end(self) -> int:
        return self.last

    def span(self) -> tuple[int, int]:
        return self.first, self.last

    def group(self) -> str:
        return self.text[self.first : self.last]


@frozen(eq=False)
class WordList:
    """Words and phrases to look for; its methods are those of a compiled regular expression."""

    #: the entries in small letters by the first word of each, with where that stands in the entry
    entries: Mapping[str, tuple[tuple[int, str], ...]]

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Found]:
        """The entries that stand in a text as whole words, the longest where several begin."""
        places = _places(text)
        words = self.entries.keys() & places.keys()
        return self._found(text, words, places, start, min(end, len(text))) if words else iter(())

    def _found(
        self,
        text: str,
        words: Iterable[str],
        places: Mapping[str, list[int]],
        start: int,
        end: int,
    ) -> Iterator[Found]:
        small = _small(text)
        standing = sorted(
            (place - ahead, -len(entry))
            for word in words
            for place in _within(places[word], start, end)
            for ahead, entry in self.entries[word]
            if start <= place - ahead
            and place - ahead + len(entry) <= end
            and _stands(small, entry, place - ahead, end)
        )
        for first, length in standing:
            if first >= start:
                start = first - length
                yield Found(text, first, start)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Found | None:
        return next(self.finditer(text, start, end), None)

    def match(self, text: str) -> Found | None:
        found = self.search(text)
        return found if found is not None and found.first == 0 else None

    def fullmatch(self, text: str) -> Found | None:
        found = self.match(text)
        return found if found is not None and found.last == len(text) else None

    def findall(self, text: str) -> list[str]:
        return [found.group() for found in self.finditer(text)]

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        parts: list[str] = []
        behind = 0
        for found in self.finditer(text):
            if maxsplit and len(parts) == maxsplit:
                break
            parts.append(text[behind : found.first])
            behind = found.last
        return [*parts, text[behind:]]

    def sub(self, written: str, text: str) -> str:
        return written.join(self.split(text))


def word_list(words: Iterable[str]) -> WordList:
    """What finds any of some words or phrases, each of which holds a letter or a digit."""
    entries: dict[str, list[tuple[int, str]]] = {}
    for entry in map(str.lower, words):
        word = _WORD.findall(entry)[0]
        entries.setdefault(word, []).append((entry.index(word), entry))
    return WordList({word: tuple(group) for word, group in entries.items()})


def either_of(words: Iterable[str]) -> str:
    """Any of some words, as a part of a regular expression; the longest wins."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"


@functools.lru_cache(maxsize=1024)
def _places(text: str) -> Mapping[str, list[int]]:
    """Each word of a text in small letters, with the places where it stands."""
    places: dict[str, list[int]] = {}
    for word in _WORD.finditer(_small(text)):
        places.setdefault(word.group(), []).append(word.start())
    return places


def _within(places: list[int], start: int, end: int) -> list[int]:
    """The places, which are in order, from a start to an end."""
    return places[bisect_left(places, start) : bisect_right(places, end)]


@functools.lru_cache(maxsize=64)
def _small(text: str) -> str:
    """A text in small letters, each in the place of its own."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


def _stands(small: str, entry: str, first: int, end: int) -> bool:
    """Whether an entry stands in a text that ends at ``end``, and no word goes on beside it."""
    last = first + len(entry)
    begins = _is_of_word(small[first]) != (first > 0 and _is_of_word(small[first - 1]))
    ends = _is_of_word(small[last - 1]) != (last < end and _is_of_word(small[last]))
    return begins and ends and small.startswith(entry, first)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
