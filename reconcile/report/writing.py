"""Plain data in, its JSON text out: what ``json.dumps`` writes with an indent of one, sooner.

The standard library writes indented text by generators in generators, one deeper for each level:
a report of fifty articles is a hundred megabytes of it.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Callable, Iterator
from json.encoder import encode_basestring
from typing import Any, Final

#: a report, its facts, and each of them: what is as long as all its entries together
_OUTER: Final = 3


class Repeated(dict[str, Any]):
    """A dict that stands at many places: its text is written once for each indent."""

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(data)
        self._texts: Final[dict[str, str]] = {}

    def text(self, newline: str) -> str:
        """Its text; ``newline`` is the end of a line with the indent of what stands around."""
        found = self._texts.get(newline)
        if found is None:
            found = self._texts[newline] = _object(self, newline)
        return found


def indented(data: Any) -> str:
    """The text of dicts with names for keys, lists, strings, numbers, truth values and ``None``.

    An iterator is written as the list of what it gives, and what it gave is not kept.
    """
    return "".join(_pieces(data, "\n", _OUTER))


def _pieces(data: Any, newline: str, outer: int) -> Iterator[str]:
    """The text in pieces, none of which holds one of so many outer levels.

    A long text is put together once: to join it anew at each level is to copy it.
    """
    if not outer or data.__class__ in _BARE or isinstance(data, Repeated):
        yield _text(data, newline)
        return
    is_object = isinstance(data, dict)
    opening, closing = "{}" if is_object else "[]"
    before = opening
    for each in data.items() if is_object else data:
        name, entry = (_named(each[0]), each[1]) if is_object else ("", each)
        yield f"{before}{newline} {name}"
        yield from _pieces(entry, f"{newline} ", outer - 1)
        before = ","
    yield opening + closing if before == opening else newline + closing


def _text(data: Any, newline: str) -> str:
    """The same at once; ``newline`` is the end of a line with the indent of what stands around."""
    if data.__class__ in _BARE:
        return _BARE[data.__class__](data)
    if isinstance(data, Repeated):
        return data.text(newline)
    if isinstance(data, dict):
        return _object(data, newline)
    within = newline + " "
    entries = [
        write(each) if (write := _bare(each.__class__)) else _text(each, within) for each in data
    ]
    return f"[{within}{f',{within}'.join(entries)}{newline}]" if entries else "[]"


def _object(data: dict[str, Any], newline: str) -> str:
    within = newline + " "
    entries = [
        _named(name) + (write(each) if (write := _bare(each.__class__)) else _text(each, within))
        for name, each in data.items()
    ]
    return f"{{{within}{f',{within}'.join(entries)}{newline}}}" if entries else "{}"


@functools.lru_cache(maxsize=1024)
def _named(name: str) -> str:
    return f"{encode_basestring(name)}: "


def _number(number: float) -> str:
    return repr(number) if math.isfinite(number) else json.dumps(number)


#: how words, numbers and nothing are written, which most of it is and which need no indent
_BARE: Final[dict[type, Callable[[Any], str]]] = {
    str: encode_basestring,
    int: str,
    float: _number,
    bool: lambda truth: "true" if truth else "false",
    type(None): lambda nothing: "null",
}
_bare: Final = _BARE.get
