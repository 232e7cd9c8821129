"""Events and the time between them in, what follows for every two of them out.

A simple temporal network (Dechter, Meiri and Pearl, "Temporal constraint networks", 1991): an edge
says how long after one event another is, as an interval; the shortest paths (Floyd 1962) say what
all edges together leave of each, and a path back to its own beginning that is shorter than nothing
says that they cannot all hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from reconcile.model import Interval
from reconcile.records import frozen
from reconcile.tuples import NamedTuple

#: the moment that dates count from
ORIGIN: Final = ""


@frozen
class Edge:
    """How long after one event another is."""

    before: str
    after: str
    gap: Interval


class _Distance(NamedTuple):
    """At most this long; less than this long where ``strict`` is 0, which sorts first."""

    length: Decimal
    strict: int = 1

    def plus(self, other: _Distance) -> _Distance:
        return _Distance(self.length + other.length, min(self.strict, other.strict))


_NOTHING: Final = _Distance(Decimal(0))
_Distances = dict[tuple[str, str], _Distance]


def consistent(edges: Iterable[Edge]) -> bool:
    """Whether moments exist that meet every edge."""
    return _distances(edges) is not None


def gap_between(edges: Iterable[Edge], before: str, after: str) -> Interval | None:
    """How long after one event another is, by all edges; ``None`` where they cannot all hold."""
    distances = _distances(edges)
    return None if distances is None else _interval(distances, before, after)


def _distances(edges: Iterable[Edge]) -> _Distances | None:
    shortest: _Distances = {}
    events: set[str] = set()
    for edge in edges:
        events |= {edge.before, edge.after}
        for key, distance in _of(edge):
            shortest[key] = min(distance, shortest.get(key, distance))
    for by in sorted(events):
        for start in events:
            first = shortest.get((start, by))
            if first is None:
                continue
            for end in events:
                second = shortest.get((by, end))
                if second is not None:
                    through = first.plus(second)
                    shortest[start, end] = min(through, shortest.get((start, end), through))
        if any(shortest.get((event, event), _NOTHING) < _NOTHING for event in events):
            return None
    return shortest


def _of(edge: Edge) -> list[tuple[tuple[str, str], _Distance]]:
    """An edge as what each of its events can be at most after the other."""
    gap, found = edge.gap, []
    if gap.high is not None:
        found.append(((edge.before, edge.after), _Distance(gap.high, int(gap.high_closed))))
    if gap.low is not None:
        found.append(((edge.after, edge.before), _Distance(-gap.low, int(gap.low_closed))))
    return found


def _interval(distances: _Distances, before: str, after: str) -> Interval:
    high, low = distances.get((before, after)), distances.get((after, before))
    return Interval(
        None if low is None else -low.length,
        None if high is None else high.length,
        low is not None and bool(low.strict),
        high is not None and bool(high.strict),
    )
