"""Lines in, changes out that do not lead to the level which another sentence has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.checks.changes import check_change, is_one_measure, way_of
from reconcile.checks.figures import Figure, Line
from reconcile.checks.signs import is_sign
from reconcile.checks.vocabulary import matches, rules, words
from reconcile.model import Check

_FILE: Final = "changes"
#: so many characters before a figure may name it a level
_BESIDE: Final = 30
#: a level further than this share of the change from where it leads is one of something else
_NEAR: Final = Decimal("0.6")
_SENTENCE: Final = patterns.compile(r"[.!?](?:\s|$)")


def check_levels(lines: Sequence[Line]) -> Iterator[Check]:
    """A finding for each change whose new level, told in another sentence, it does not lead to."""
    if not any(figure.value.kind == "percent" for line in lines for figure in line.figures):
        return
    yield from _check_named(lines)
    for line in lines:
        yield from _check_beside(line)


# --- a level that is named ------------------------------------------------------------------------


def _check_named(lines: Sequence[Line]) -> Iterator[Check]:
    before: list[Figure] = []
    for line in lines:
        for rule in rules(_FILE)["level"]:
            for match in matches(rule["pattern"], _FILE, line.masked):
                by, old = line.figure(match["by"]), line.figure(match["old"])
                told_before = [*before, *_levels(line, match.start())]
                new = [each for each in told_before if is_one_measure(old.value, each.value)]
                if new:
                    yield from check_change(by, old, new[-1], way_of(match))
        before += _levels(line, len(line.masked))


def _levels(line: Line, end: int) -> list[Figure]:
    """The figures of a line, as far as a place in it, that are told as a level."""
    found = []
    for at, character in enumerate(line.masked[:end]):
        if is_sign(character) and _names_a_level(line.masked[max(0, at - _BESIDE) : at]):
            found.append(line.figure(character))
    return found


def _names_a_level(before: str) -> bool:
    found = list(words("levels", _FILE).finditer(before))
    return bool(found) and not before[found[-1].end() :].strip()


# --- the level of the sentence before -------------------------------------------------------------


def _check_beside(line: Line) -> Iterator[Check]:
    for rule in rules(_FILE)["beside"]:
        for match in matches(rule["pattern"], _FILE, line.masked):
            by, old = line.figure(match["by"]), line.figure(match["old"])
            new = _only_share_before(match.start(), line)
            behind = _SENTENCE.split(line.masked[match.end() :], maxsplit=1)[0]
            further = [each for each in line.figures_in(behind) if each.value.kind == "percent"]
            if new is not None and not further and _is_near(by, old, new):
                yield from check_change(by, old, new, way_of(match))


def _only_share_before(start: int, line: Line) -> Figure | None:
    """The one share of the sentence before that which holds a place."""
    sentences = _SENTENCE.split(line.masked[:start])
    if len(sentences) < 2:
        return None
    found = line.figures_in(sentences[-2])
    shares = [figure for figure in found if figure.value.kind == "percent"]
    return shares[0] if len(shares) == 1 and not shares[0].value.hedge else None


def _is_near(by: Figure, old: Figure, new: Figure) -> bool:
    """Whether the change leads so near the level that it must be meant."""
    change, first, last = by.value.nominal, old.value.nominal, new.value.nominal
    if change is None or first is None or last is None or by.value.hedge:
        return False
    points = change / 100 if by.value.unit == "percentage_point" else change
    return old.value.unit == new.value.unit and abs(abs(last - first) - points) <= _NEAR * points
