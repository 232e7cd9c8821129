"""Rule files in, look-up tables out: ``rules/*.toml`` are read once, when first needed."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from reconcile.tables import read_tables
from reconcile.values.tokens import words_in

#: a rule as its file has it: its vocabulary, and the examples it reads and ignores
Rule = dict[str, Any]
#: phrases by their first (or last) word, the longest first
Phrases = dict[str, tuple[tuple[tuple[str, ...], Any], ...]]

_RULES: Final = Path(__file__).parent / "rules"


@functools.cache
def load(name: str) -> dict[str, list[Rule]]:
    """The rules of one file, by section, in the order of the file."""
    return read_tables("values", f"rules/{name}.toml")


def names() -> tuple[str, ...]:
    """The rule files that there are, without their suffix, in order."""
    files = (entry.name for entry in _RULES.iterdir())
    return tuple(sorted(name[:-5] for name in files if name.endswith(".toml")))


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase cut as a text is: "no fewer than" is three words, "-odd" is two."""
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.lower().split())
    return tuple(words_in(phrase))


def by_first(entries: Iterable[tuple[str, Any]]) -> Phrases:
    """Phrases with what they stand for, found by their first word, the longest first."""
    return _grouped(entries, 0)


def by_last(entries: Iterable[tuple[str, Any]]) -> Phrases:
    """Phrases with what they stand for, found by their last word, the longest first."""
    return _grouped(entries, -1)


def _grouped(entries: Iterable[tuple[str, Any]], key: int) -> Phrases:
    groups: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for phrase, meaning in entries:
        words = words_of(phrase)
        groups.setdefault(words[key], []).append((words, meaning))
    return {
        word: tuple(sorted(group, key=lambda entry: -len(entry[0])) if group[1:] else group)
        for word, group in groups.items()
    }


@functools.cache
def word_set(name: str, section: str) -> frozenset[str]:
    """All the ``words`` of the rules of one section."""
    return frozenset(word for rule in load(name)[section] for word in rule["words"])


@functools.cache
def word_values(name: str, section: str) -> dict[str, Any]:
    """All the ``values`` tables of the rules of one section, in one."""
    return {word: value for rule in load(name)[section] for word, value in rule["values"].items()}
