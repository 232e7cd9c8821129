"""Words in, the language they look like out: by script, then by the commonest words."""

from __future__ import annotations

import functools
from collections import Counter
from typing import Final

from reconcile import patterns
from reconcile.articles.vocabulary import rules_of

ENGLISH: Final = "English"
#: a text is judged by at most this many characters
SAMPLE_LENGTH: Final = 20_000
#: fewer words than this are taken for English unless their script says otherwise
FEWEST_WORDS: Final = 6
#: another language is told by this many of its commonest words
FEWEST_KINDS: Final = 3
_WORD: Final = patterns.compile(r"[^\W\d_]+")


@functools.cache
def _scripts() -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (name, first, last)
        for name, ranges in rules_of("language")["scripts"].items()
        for first, last in ranges
    )


@functools.cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in rules_of("language")["words"].items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found


@functools.cache
def _script_of(character: str) -> str | None:
    code = ord(character)
    return next((name for name, first, last in _scripts() if first <= code <= last), None)


def _foreign_script(sample: str) -> str | None:
    """The script other than Latin that most letters are in, if one is."""
    letters = sum(character.isalpha() for character in sample)
    counts: dict[str, int] = {}
    for character in sample:
        if character > "\u024f":
            script = _script_of(character)
            if script is not None:
                counts[script] = counts.get(script, 0) + 1
    if sum(counts.values()) * 2 <= letters or not counts:
        return None
    if "Japanese" in counts:
        return "Japanese"
    return max(sorted(counts), key=counts.__getitem__)


def language_of(text: str) -> str:
    """The language of a text as its name; English where nothing speaks against it."""
    sample = text[:SAMPLE_LENGTH]
    if not sample.isascii():
        script = _foreign_script(sample)
        if script is not None:
            return script
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < FEWEST_WORDS:
        return ENGLISH
    counts = Counter(language for word in words for language in _languages_by_word().get(word, ()))
    english = counts.pop(ENGLISH, 0)
    if not counts or english * 8 >= len(words):
        return ENGLISH
    best = max(sorted(counts), key=counts.__getitem__)
    kinds = sum(best in _languages_by_word().get(word, ()) for word in set(words))
    enough = kinds >= FEWEST_KINDS and counts[best] * 6 >= len(words)
    return best if enough and counts[best] > 2 * english else ENGLISH
