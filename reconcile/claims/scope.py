"""Words around a figure in, scope slots out: which of several like figures is meant."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from reconcile.tables import read_tables
from reconcile.tuples import NamedTuple

#: a scope word further than this from the figure, by the parse, speaks of something else
REACH: Final = 3.5


class ScopeRule(NamedTuple):
    """One value of one slot: the words that fill it, and texts that show it."""

    name: str
    value: str
    words: tuple[str, ...]
    reads: tuple[str, ...]
    ignores: tuple[str, ...]


@functools.cache
def scope_rules() -> tuple[ScopeRule, ...]:
    """The rules as the data file lists them."""
    return tuple(
        ScopeRule(
            entry["name"],
            entry["value"],
            tuple(entry["words"]),
            tuple(entry["reads"]),
            tuple(entry["ignores"]),
        )
        for entry in read_tables("claims", "rules/scope.toml")["slot"]
    )


@functools.cache
def _slots_by_word() -> dict[str, tuple[tuple[str, str], ...]]:
    slots: dict[str, list[tuple[str, str]]] = {}
    for rule in scope_rules():
        for word in rule.words:
            slots.setdefault(word, []).append((rule.name, rule.value))
    return {word: tuple(found) for word, found in slots.items()}


@functools.cache
def _beginnings() -> frozenset[str]:
    """The words of the rules, and what stands in front of a joint in one: "year" of "year-end"."""
    words = _slots_by_word()
    joints = ((word, place) for word in words for place, mark in enumerate(word) if mark in "_-")
    return frozenset((*words, *(word[:place] for word, place in joints)))


def scope_words(words: Sequence[str], lemmas: Sequence[str]) -> list[tuple[int, str, str]]:
    """Every scope word or phrase of a sentence: its token, slot and value."""
    slots, begin = _slots_by_word(), _beginnings()
    found: list[tuple[int, str, str]] = []
    for index, (word, lemma) in enumerate(zip(words, lemmas, strict=True)):
        if word not in begin and lemma not in slots:
            continue
        forms = {word, lemma}
        if index + 1 < len(words):
            forms |= {f"{word}_{words[index + 1]}", f"{word}_{lemmas[index + 1]}"}
        if index + 2 < len(words) and words[index + 1] == "-":
            forms.add(f"{word}-{words[index + 2]}")
        for form in sorted(forms):
            found += [(index, name, value) for name, value in slots.get(form, ())]
    return found


def fill_slots(
    found: Sequence[tuple[int, str, str]], distances: Sequence[float], *, reach: float = REACH
) -> tuple[tuple[str, str], ...]:
    """For each slot the value whose word stands nearest to the figure, within reach."""
    nearest: dict[str, tuple[float, str]] = {}
    for index, name, value in found:
        distance = distances[index]
        if 0 <= distance <= reach and (name not in nearest or (distance, value) < nearest[name]):
            nearest[name] = (distance, value)
    return tuple(sorted((name, value) for name, (_, value) in nearest.items()))
