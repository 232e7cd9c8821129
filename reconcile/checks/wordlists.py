"""The words of a list in, what finds them in texts out.

It finds what a regular expression of the words would, letter case aside. To compile one takes
longer than to read an article with it, so that is done at the first text that holds the first
word of an entry.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from reconcile import patterns
from reconcile.records import frozen

_WORD: Final = patterns.compile(r"\w+")


@frozen(eq=False)
class WordList:
    """Words and phrases to look for; its methods are those of a compiled regular expression."""

    #: any of them as whole words, the longest first
    pattern: str
    #: the first word of each, in small letters
    begin: frozenset[str]

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        return self._compiled.search(text, *bounds) if self._may_stand_in(text) else None

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        return self._compiled.match(text, *bounds) if self._may_stand_in(text) else None

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        return self._compiled.fullmatch(text, *bounds) if self._may_stand_in(text) else None

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, *bounds) if self._may_stand_in(text) else iter(())

    def findall(self, text: str, *bounds: int) -> list[str]:
        return [found.group() for found in self.finditer(text, *bounds)]

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        return self._compiled.split(text, maxsplit) if self._may_stand_in(text) else [text]

    def sub(self, written: str, text: str) -> str:
        return self._compiled.sub(written, text) if self._may_stand_in(text) else text

    def _may_stand_in(self, text: str) -> bool:
        return not self.begin.isdisjoint(_words_in(text))

    @property
    def _compiled(self) -> re.Pattern[str]:
        return _compile(self.pattern)


def word_list(words: Iterable[str]) -> WordList:
    """What finds any of some words or phrases, each of which starts with a letter or a digit."""
    words = tuple(words)
    return WordList(either_of(words), frozenset(_WORD.findall(word.lower())[0] for word in words))


def either_of(words: Iterable[str]) -> str:
    """Any of some words, as a part of a regular expression; the longest wins."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"


@functools.lru_cache(maxsize=1024)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


@functools.cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
