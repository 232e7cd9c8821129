"""The counted noun behind a number: where it ends, and its lemma."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.values.lexicon import word_set, word_values
from reconcile.values.markers import HYPHENS
from reconcile.values.stream import Stream, joined, kind_at, word_at

#: how many words may stand between a number and its noun
MOST_ADJECTIVES: Final = 4
_APOSTROPHES: Final = frozenset("'’")


def noun_behind(stream: Stream, index: int, *, single: bool = False) -> tuple[int, str] | None:
    """The index behind the counted noun at a token, and its lemma.

    Looks past adjectives for the first plural; for one of a kind (``single``) takes the last word
    of the run.
    """
    run = _run(stream, index)
    for position, at in enumerate(run):
        word = stream.words[at]
        if is_plural(word) and not _modifies(stream, run, position):
            return at + 1, lemma_of(word)
    if single and run and not _is_deed(stream, run):
        return run[0] + 1, stream.words[run[0]]
    return None


def _is_deed(stream: Stream, run: list[int]) -> bool:
    """As in "one dissented": a verb, and nothing counted."""
    word = stream.words[run[0]]
    return len(run) == 1 and word.endswith("ed") and word not in word_set("nouns", "invariant")


def _modifies(stream: Stream, run: list[int], position: int) -> bool:
    """Whether a plural goes before the noun that is counted: "sales offices"."""
    if position + 1 >= len(run):
        return False
    return stream.words[run[position]] in word_set("nouns", "modifier") and is_plural(
        stream.words[run[position + 1]]
    )


def _run(stream: Stream, index: int) -> list[int]:
    """The words behind a number that may be its adjectives and its noun."""
    run: list[int] = []
    stop = word_set("nouns", "stop")
    words, tokens = stream.words, stream.tokens
    while index < len(words) and len(run) <= MOST_ADJECTIVES:
        word = words[index]
        if tokens[index].kind == "word":
            if word in stop or _counts_anew(stream, index):
                break
            run.append(index)
        elif not (word in HYPHENS and joined(stream, index) and joined(stream, index + 1)):
            if word in _APOSTROPHES and run:  # "three weeks' pay", "four men's shirts"
                run.pop()
                index += 1 if word_at(stream, index + 1) == "s" else 0
            elif not (word == "." and _abbreviates(stream, index)):
                break
        index += 1
    return run


def _counts_anew(stream: Stream, index: int) -> bool:
    """As in "22 two weeks later": a number of its own, not "20 two-bedroom flats"."""
    hyphen = word_at(stream, index + 1) in HYPHENS and joined(stream, index + 1)
    return stream.words[index] in word_values("numbers", "cardinal") and not hyphen


def _abbreviates(stream: Stream, index: int) -> bool:
    """Whether a point belongs to "U.S." rather than to the end of a sentence."""
    return (
        joined(stream, index)
        and len(stream.words[index - 1]) == 1
        and kind_at(stream, index - 1) == "word"
        and kind_at(stream, index + 1) == "word"
    )


@functools.lru_cache(maxsize=65536)
def is_plural(word: str) -> bool:
    """Whether a word looks like a plural, or counts like one ("police", "dead")."""
    if word in word_values("nouns", "irregular") or word in word_set("nouns", "invariant"):
        return True
    if len(word) < 4 or word[-1] != "s" or word[-2] in "su":
        return False
    if word.endswith("is") or word in word_set("nouns", "modifier"):
        return word == "sales" or word == "arms"
    return word not in word_set("nouns", "stop")


@functools.lru_cache(maxsize=65536)
def lemma_of(word: str) -> str:
    """A plural's singular: "families" is "family", "boxes" is "box"."""
    irregular = word_values("nouns", "irregular").get(word)
    if irregular is not None:
        return str(irregular)
    if word in word_set("nouns", "invariant") or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


@functools.cache
def _irregular_plurals() -> dict[str, str]:
    plurals: dict[str, str] = {}
    for plural, lemma in word_values("nouns", "irregular").items():
        plurals.setdefault(lemma, plural)
    return plurals


def plural_of(lemma: str) -> str:
    """A lemma's plural, the way back from ``lemma_of``."""
    irregular = _irregular_plurals().get(lemma)
    if irregular is not None:
        return irregular
    if lemma in word_set("nouns", "invariant") or not lemma:
        return lemma
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("ch", "sh", "ss", "x", "zz")) else f"{lemma}s"
