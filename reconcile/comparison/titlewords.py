"""A title in, its words brought to one wording out."""

from __future__ import annotations

import functools
from typing import Final

from reconcile import patterns
from reconcile.comparison.names import plain
from reconcile.comparison.vocabulary import rules

_WORDS: Final = patterns.compile(r"[^\W_]+")


@functools.lru_cache(maxsize=4096)
def role_words(text: str) -> tuple[str, ...]:
    """The words of a title, brought to one wording, small words left out.

    Words that are one office only together are joined: "lieutenant-general".
    """
    found = f" {' '.join(_WORDS.findall(plain(text)))} "
    for row in rules("roles")["rewordings"]["rows"]:
        found = found.replace(f" {row[0]} ", f" {row[-1]} ")
    empty = set(rules("roles")["empty"]["words"])
    words = tuple(word for word in found.split() if word not in empty)
    return tuple("minister" if _is_minister(word, words) else word for word in words)


def parts_of(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a title with those parted that were joined: a chief executive is a head."""
    return frozenset(_alone().get(part, part) for word in words for part in word.split("-"))


def fields_of(words: frozenset[str]) -> set[int]:
    """The fields of government that a title names, by their number in the table."""
    groups = rules("roles")["portfolios"]["groups"]
    return {number for number, group in enumerate(groups) if words & set(group)}


@functools.cache
def _alone() -> dict[str, str]:
    rows = rules("roles")["rewordings"]["rows"]
    return {row[0]: row[-1] for row in rows if " " not in row[0]}


def _is_minister(word: str, words: tuple[str, ...]) -> bool:
    """Whether "secretary" is the head of a field of government: "Secretary of the Economy"."""
    others = rules("roles")["portfolios"]["not_secretary"]
    return (
        word == "secretary" and bool(fields_of(frozenset(words))) and not set(words) & set(others)
    )
