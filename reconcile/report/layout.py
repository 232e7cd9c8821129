"""Styled texts in, lines that fit a width out, in hanging indents and columns."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text


@functools.cache
def _measure() -> Console:
    """The console that wraps; nothing is ever printed on it."""
    return Console(width=80, color_system=None)


def wrap(text: Text, width: int) -> list[Text]:
    """The text in lines of at most this many columns."""
    lines = list(text.wrap(_measure(), max(width, 1)))
    for line in lines:
        line.rstrip()
    return lines


def hang(label: Text, body: Text, width: int) -> list[Text]:
    """The body beside its label, further lines under its first word."""
    indent = Text(" " * label.cell_len)
    lines = wrap(body, width - label.cell_len) or [Text()]
    return [(label if index == 0 else indent) + line for index, line in enumerate(lines)]


def indent(lines: Sequence[Text], by: int) -> list[Text]:
    """The lines moved to the right."""
    return [Text(" " * by) + line if line else line for line in lines]


def beside(left: Sequence[Text], right: Sequence[Text], *, column: int, gap: int) -> list[Text]:
    """Two blocks next to each other; the right one starts at ``column + gap``."""
    rows = []
    for index in range(max(len(left), len(right))):
        row = left[index].copy() if index < len(left) else Text()
        if index < len(right) and right[index]:
            row.append(" " * (column + gap - row.cell_len))
            row += right[index]
        rows.append(row)
    return rows


def cut(line: Text, width: int) -> Text:
    """The line, ended by "…" where it is too long."""
    line = line.copy()
    line.truncate(width, overflow="ellipsis")
    line.rstrip()
    return line
