"""Plain data in, its JSON text out: what ``json.dumps`` writes with an indent of one, sooner.

The standard library writes indented text by generators in generators, one deeper for each level:
a report of fifty articles is a hundred megabytes of it.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any


def indented(data: Any, newline: str = "\n") -> str:
    """The text of dicts with names for keys, lists, strings, numbers, truth values and ``None``.

    An iterator is written as the list of what it gives, and what it gave is not kept.
    ``newline`` is the end of a line with the indent of what stands around the data.
    """
    if isinstance(data, str):
        return encode_basestring(data)
    within = newline + " "
    if isinstance(data, dict):
        entries = [_named(name) + _entry(each, within) for name, each in data.items()]
        return f"{{{within}{f',{within}'.join(entries)}{newline}}}" if entries else "{}"
    if isinstance(data, (list, tuple, Iterator)):
        entries = [_entry(each, within) for each in data]
        return f"[{within}{f',{within}'.join(entries)}{newline}]" if entries else "[]"
    return _bare(data)


def _entry(data: Any, within: str) -> str:
    """Most of what is written is words, numbers and nothing, which need no indent."""
    if data is None:
        return "null"
    if data.__class__ is str:
        return encode_basestring(data)
    if data.__class__ is int:
        return str(data)
    return indented(data, within)


@functools.lru_cache(maxsize=1024)
def _named(name: str) -> str:
    return f"{encode_basestring(name)}: "


def _bare(data: float | None) -> str:
    """A number, a truth value or nothing."""
    if data is None:
        return "null"
    if data is True:
        return "true"
    return "false" if data is False else json.dumps(data)
