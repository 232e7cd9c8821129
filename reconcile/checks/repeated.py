"""Lines in, figures of a headline or caption out that the body tells otherwise."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import apart, check, read
from reconcile.checks.vocabulary import rules, words
from reconcile.model import Check
from reconcile.values import steps

_FILE: Final = "repeated"
_ABOVE: Final = frozenset(("headline", "standfirst", "caption"))
#: so many characters on either side of a figure say what it counts
_BESIDE: Final = 36
_CLAUSE: Final = patterns.compile(r"[.;:,()]|\band\b|\n")
#: a body that has less, or more, than this share of the headline speaks of something else
_LEAST, _MOST = Decimal("0.5"), Decimal("2")


def check_repeated(lines: Sequence[Line]) -> Iterator[Check]:
    """A finding for each count of a headline that the only such count of the body rules out."""
    above = _by_sort([line for line in lines if line.segment.role in _ABOVE])
    body = _by_sort([line for line in lines if line.segment.role == "body"])
    numbers = {
        figure.value.nominal
        for line in lines
        for figure in line.figures
        if line.segment.role == "body" and figure.value.kind == "count"
    }
    for sort, figures in above.items():
        told = body.get(sort, [])
        for figure in figures:
            if figure.value.nominal in numbers:
                continue  # the text says so too, in other words
            if len(told) == 1 and _is_otherwise(figure, told[0]):
                yield _wrong(figure, told[0], sort)


def _by_sort(lines: Sequence[Line]) -> dict[str, list[Figure]]:
    """The counts of lines by what they count; a number that is told again counts once."""
    found: dict[str, list[Figure]] = {}
    for line in lines:
        for figure in line.figures:
            sort = _sort(figure, line) if figure.value.kind == "count" else None
            if sort is None or figure.value.nominal is None:
                continue
            known = found.setdefault(sort, [])
            if all(each.value.interval != figure.value.interval for each in known):
                known.append(figure)
    return found


def _sort(figure: Figure, line: Line) -> str | None:
    """What a figure counts, by its own words and those beside it; nothing, if only some of it."""
    text = line.article.text
    before = text[max(line.segment.start, figure.start - _BESIDE) : figure.start]
    behind = text[figure.end : min(figure.end + _BESIDE, line.segment.end)]
    if words("other", _FILE).search(f"{before} {figure.text} {behind}"):
        return None
    clause = (_CLAUSE.split(before)[-1], _CLAUSE.split(behind)[0])
    for beside in (f"{figure.text} {clause[1]}", clause[0]):
        sorts = [sort for sort, named in _sorts().items() if named.search(beside)]
        if sorts:
            return sorts[0] if len(sorts) == 1 else None
    return None


@functools.cache
def _sorts() -> dict[str, re.Pattern[str]]:
    """What is counted, each with a pattern of its names."""
    table = rules(_FILE)["sorts"]
    return {
        sort: re.compile(rf"\b(?:{'|'.join(map(re.escape, named))})\b", re.IGNORECASE)
        for sort, named in table.items()
    }


def _is_otherwise(figure: Figure, told: Figure) -> bool:
    """Whether a body's only count of that sort is plainly another number for the same thing."""
    a, b = figure.value, told.value
    if not a.nominal or not b.nominal or not _LEAST <= b.nominal / a.nominal <= _MOST:
        return False
    return apart(read(figure), read(told))


def _wrong(figure: Figure, told: Figure, sort: str) -> Check:
    role = figure.claim.clause.segment_role
    last = steps.conclude("disjoint", (read(figure), read(told)), f"both count the {sort}")
    said = f"The {role} says {figure.text}; the text says {told.text}."
    return check("headline", (figure, told), f"{figure.text} or {told.text}", said, last)
