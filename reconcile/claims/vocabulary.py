"""Rule files in, their words out: this room keeps its vocabulary in ``rules/*.toml``."""

from __future__ import annotations

import functools
from importlib import resources
from typing import Any

import tomli


@functools.cache
def rules(name: str) -> dict[str, Any]:
    """The tables of ``rules/<name>.toml``, read once."""
    path = resources.files("reconcile.claims") / "rules" / f"{name}.toml"
    return tomli.loads(path.read_text(encoding="utf-8"))


@functools.cache
def words(name: str, key: str) -> frozenset[str]:
    """The words of one table of a rule file."""
    return frozenset(rules(name)[key]["words"])


@functools.cache
def table(name: str, key: str) -> dict[str, str]:
    """One table of a rule file that maps words to words."""
    return dict(rules(name)[key]["map"])
