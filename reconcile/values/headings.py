"""Bare figures in the lines of a table: the unit in its heading is one of their readings."""

from __future__ import annotations

from typing import Final

from reconcile.model import Value, ValueKind
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.markers import Marker, suffix_at
from reconcile.values.settling import settle
from reconcile.values.stream import Reading, Stream, kind_at, word_at

#: how many words a line of a table may have
MOST_WORDS: Final = 7
#: how many tokens above a line are looked through for its heading
_REACH: Final = 160
_KINDS: Final[dict[str, ValueKind]] = {
    "money": "money", "percent": "percent", "quantity": "quantity",
}  # fmt: skip


def with_heading_units(stream: Stream, reading: Reading) -> Reading:
    """A bare figure with the readings that the heading above its line lends it."""
    if reading.value.unit or reading.value.kind not in ("count", "quantity"):
        return reading
    start = _line_start(stream, reading.first)
    if start == 0 or not _is_table_line(stream, start):
        return reading
    lent = tuple(_lend(stream, reading.value, marker) for marker in _heading_units(stream, start))
    if not lent:
        return reading
    known = reading.value.alternatives
    return reading._replace(value=evolve(reading.value, alternatives=(*known, *lent)))


def _line_start(stream: Stream, index: int) -> int:
    lowest = max(0, index - 2 * MOST_WORDS)
    while index > lowest and kind_at(stream, index - 1) != "newline":
        index -= 1
    return index if index > lowest else 0


def _is_table_line(stream: Stream, index: int) -> bool:
    """Whether a line is short and no sentence: few words, no full stop at its end."""
    words = 0
    while index < len(stream.words) and kind_at(stream, index) != "newline":
        words += kind_at(stream, index) == "word"
        if words > MOST_WORDS:
            return False
        index += 1
    return word_at(stream, index - 1) != "."


def _heading_units(stream: Stream, index: int) -> list[Marker]:
    """Units behind "(" or "in" above a line, down from the last blank line."""
    found: list[Marker] = []
    for at in range(index - 1, max(0, index - _REACH), -1):
        if kind_at(stream, at) == "newline" and kind_at(stream, at - 1) == "newline":
            break
        if stream.words[at] in ("(", "in"):
            unit = suffix_at(stream, at + 1)
            if unit is not None and unit[1] not in found:
                found.append(unit[1])
    return found


def _lend(stream: Stream, value: Value, marker: Marker) -> Value:
    unit = settle(stream, marker)[0]
    readings = (value, *value.alternatives)
    measured = next((v for v in readings if v.kind == "quantity" and not v.unit), value)
    return evolve(
        value,
        kind=_KINDS[marker.kind],
        unit=unit,
        interval=sets.scale(measured.interval, marker.factor),
        named=sets.scale(measured.named, marker.factor),
        nominal=None if value.nominal is None else value.nominal * marker.factor,
        alternatives=(),
    )
