"""Rule files in, their words out: this room keeps its vocabulary in ``rules/*.toml``."""

from __future__ import annotations

import functools
from typing import Any

from reconcile.tables import read_tables


@functools.cache
def rules(name: str) -> dict[str, Any]:
    """The tables of ``rules/<name>.toml``, read once."""
    return read_tables("claims", f"rules/{name}.toml")


@functools.cache
def words(name: str, key: str) -> frozenset[str]:
    """The words of one table of a rule file."""
    return frozenset(rules(name)[key]["words"])


@functools.cache
def table(name: str, key: str) -> dict[str, str]:
    """One table of a rule file that maps words to words."""
    return dict(rules(name)[key]["map"])
