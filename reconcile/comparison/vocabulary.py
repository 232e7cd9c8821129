"""Rule files in, their tables out; each is read once."""

from __future__ import annotations

import functools
from typing import Any

from reconcile.tables import read_tables


@functools.cache
def rules(name: str) -> dict[str, Any]:
    """The table of one rule file."""
    return read_tables("comparison", f"rules/{name}.toml")


@functools.cache
def inflections(word: str) -> frozenset[str]:
    """The regular forms of a verb or noun, so that a rule may name its lemma only."""
    stem = word[:-1] if word.endswith("e") else word
    forms = {word, f"{word}s", f"{word}es", f"{stem}ed", f"{stem}ing"}
    if word.endswith("y"):
        forms |= {f"{word[:-1]}ies", f"{word[:-1]}ied"}
    if len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in "aeiou":
        forms |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    return frozenset(forms | set(rules("forms")["irregular"].get(word, ())))
