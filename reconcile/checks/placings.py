"""A line in, orders of finish out that give one place to two: "Roth third and Berg third"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line, cite
from reconcile.checks.found import read
from reconcile.checks.vocabulary import words
from reconcile.model import Check, Citation
from reconcile.records import frozen
from reconcile.values import steps

_FILE: Final = "ranks"
#: what ends an order of finish: the next may be of another race
_END: Final = patterns.compile(r"[.!?][\"”’]?(?:\s|$)|;|\n")
_NAME: Final = patterns.compile(r"(?:[A-ZÀ-Þ][\w’'.-]* ?)+(?=(?: [a-z]+| ){0,3}$)")
#: what may stand between a name and its place, and behind the place
_BARE: Final = patterns.compile(r"(?= *(?:[.;,:)]|and\b|with\b|but\b|ahead\b|$))")
#: so many characters before a place may hold the name and what the name did
_REACH: Final = 40
#: an order of finish has at least so many places
_FEWEST: Final = 3


@frozen
class Placing:
    """A name and its place."""

    name: Citation
    figure: Figure


def check_placings(line: Line) -> Iterator[Check]:
    """A finding for each place that a sentence gives to two names."""
    text, start = line.article.text, line.segment.start
    ends = [found.end() for found in _END.finditer(text, start, line.segment.end)]
    for first, last in itertools.pairwise([start, *ends, line.segment.end]):
        if words("finish_silent", _FILE).search(text[first:last]):
            continue
        placings = list(_placings(line, first, last))
        if len(placings) >= _FEWEST:
            yield from _doubles(placings)


def _placings(line: Line, first: int, last: int) -> Iterator[Placing]:
    """The names of a sentence that a bare place stands behind."""
    text, since = line.article.text, first
    for figure in line.figures:
        if not first <= figure.start < last or figure.value.kind != "rank":
            continue
        before = text[max(since, figure.start - _REACH) : figure.start]
        since = figure.end
        name = _name(before)
        if (
            name is None
            or not _BARE.match(text, figure.end, last)
            or figure.value.since is not None
        ):
            continue
        start = figure.start - len(before) + name.start()
        named = text[start : start + len(name.group().rstrip())]
        cited = Citation(line.article.id, start, start + len(named), named, None, figure.sentence)
        yield Placing(cited, figure)


def _name(before: str) -> re.Match[str] | None:
    """The name right before a place, or before "finished" and its like."""
    found = _NAME.search(before)
    if found is None:
        return None
    between = before[found.end() :].split()
    finish = words("finish", _FILE)
    return found if all(finish.fullmatch(word) for word in between) else None


def _doubles(placings: list[Placing]) -> Iterator[Check]:
    for a, b in itertools.combinations(placings, 2):
        if a.figure.value.nominal != b.figure.value.nominal or _share(a.name.text, b.name.text):
            continue
        both = f"{a.name.text} and {b.name.text}"
        last = steps.conclude(
            "same place",
            (read(a.figure), read(b.figure), steps.worded(a.name), steps.worded(b.name)),
            f"only one of {both} can have that place",
        )
        cited = sorted(
            (a.name, cite(a.figure), b.name, cite(b.figure)), key=lambda each: each.start
        )
        title = f"{a.figure.text}: {both}"
        said = f"{both} are both {a.figure.text}, and nothing says that they tied."
        yield Check("", "rank", "rank", title, tuple(cited), said, last)


def _share(one: str, other: str) -> bool:
    return bool(set(one.split()) & set(other.split()))
