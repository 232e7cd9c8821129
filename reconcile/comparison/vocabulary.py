"""Rule files in, their tables out; each is read once."""

from __future__ import annotations

import functools
from typing import Any

from reconcile.tables import read_tables
from reconcile.values.inflections import regular_forms


@functools.cache
def rules(name: str) -> dict[str, Any]:
    """The table of one rule file."""
    return read_tables("comparison", f"rules/{name}.toml")


@functools.cache
def inflections(word: str) -> frozenset[str]:
    """The forms of a verb or noun, so that a rule may name its lemma only."""
    return regular_forms(word) | frozenset(rules("forms")["irregular"].get(word, ()))
