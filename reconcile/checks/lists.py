"""A masked line and a place in it in, the list of figures that ends or begins there out."""

from __future__ import annotations

from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line
from reconcile.checks.signs import is_sign

#: what ends a list on either side of its total
_STOP: Final = patterns.compile(r"[.!?](?:\s|$)|[():—–]|;(?= [a-z]+ing\b)")
#: what begins another statement behind the last part: "and six on Saturday; 300 will go"
_LAST: Final = patterns.compile(r"\band\b[^;]*(?=;)")
#: what tells of the last part: ", one of whom had been held before"
_ASIDE: Final = patterns.compile(r", [^,;]{0,20}\bof (?:whom|which)\b")
#: so many characters at most lie between two figures of a list
_APART: Final = 70


def list_behind(line: Line, start: int) -> str:
    """The words from a place on that list figures, up to the end of the sentence or bracket."""
    stop = _STOP.search(line.masked, start)
    listed = line.masked[start : stop.start() if stop else len(line.masked)]
    last = _LAST.search(listed)
    if last is not None and any(is_sign(character) for character in last.group()):
        listed = listed[: last.end()]
    return _near(_ASIDE.split(listed, maxsplit=1)[0])


def list_before(line: Line, end: int) -> str:
    """The words before a place that list figures, from where the sentence or bracket begins."""
    stops = list(_STOP.finditer(line.masked, 0, end))
    start = stops[-1].end() if stops else 0
    return _near(line.masked[start:end][::-1])[::-1]


def _near(words: str) -> str:
    """The words as far as each figure is near the one before."""
    last = 0
    for at, character in enumerate(words):
        if is_sign(character):
            if at - last > _APART:
                return words[:last]
            last = at + 1
    return words[: last + _APART]


def figures_of(words: str, line: Line) -> list[Figure]:
    """The figures of a list that count or measure, days and ranks among them left out."""
    return [each for each in line.figures_in(words) if each.value.kind not in ("date", "rank")]
