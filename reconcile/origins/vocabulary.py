"""The files of rules/ in, word tables out; each is read once."""

from __future__ import annotations

import functools
from typing import Any

from reconcile.tables import read_tables


@functools.cache
def rules(name: str) -> dict[str, Any]:
    """The tables of ``rules/<name>.toml``."""
    return read_tables("origins", f"rules/{name}.toml")


@functools.cache
def word_set(file: str, table: str) -> frozenset[str]:
    """A list of words, for look-up."""
    return frozenset(rules(file)[table]["words"])


@functools.cache
def spellings() -> dict[str, str]:
    """Each other spelling of a single word, with the one that stands for it."""
    alike = rules("wording")["alike"].items()
    return {other: word for word, others in alike for other in others if " " not in other}


@functools.cache
def phrases() -> dict[str, dict[str, str]]:
    """The same for two words: by the second one, then the first."""
    found: dict[str, dict[str, str]] = {}
    for word, others in rules("wording")["alike"].items():
        for other in others:
            if " " in other:
                first, second = other.split()
                found.setdefault(second, {})[first] = word
    return found
