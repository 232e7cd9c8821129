"""Lengths with their days and wholes with their parts in, what follows for each figure out.

What the network leaves of a figure can settle whether two sources that state it loosely are both
right: the two visits were 17 days apart, and that is "just over two weeks" and "less than three".
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile.checks.joint.anchored import Anchored
from reconcile.checks.joint.events import Dated
from reconcile.checks.joint.parts import Part, alike_in_unit, disjoint
from reconcile.checks.joint.scene import place_of, reading, size
from reconcile.checks.joint.telling import told_apart, told_together
from reconcile.model import Implied
from reconcile.values import sets

_FEWEST: Final = 2
#: parts of one whole that are tried together
_TRIED: Final = 8


def implied_lengths(anchored: Sequence[Anchored]) -> Iterator[Implied]:
    """How long each length was, by the days of its two events that fit it."""
    for each in anchored:
        exact = [pair for pair in each.fitting if _is_exact(*pair)]
        if exact:
            first, last = min(exact, key=lambda pair: tuple(place_of(day.claim) for day in pair))
            yield Implied(each.span.claim, told_apart(first, last))


def _is_exact(first: Dated, last: Dated) -> bool:
    """Whether both are whole named days, or both moments: then so much lies between the two."""
    widths = [sets.width(day.when) for day in (first, last)]
    named = all(day.when.low == reading(day.claim).named.low for day in (first, last))
    return named and widths[0] == widths[1]


def implied_wholes(parts: Sequence[Part]) -> Iterator[Implied]:
    """How many there are at least, by the parts that hold nothing in common."""
    grouped: dict[tuple[str, str], list[Part]] = defaultdict(list)
    for part in parts:
        if len(part.whole.claims) > 1:
            grouped[part.whole.name, part.axis].append(part)
    for _, group in sorted(grouped.items()):
        chosen = _most([part for part in group if not _is_disputed(part, group)])
        if chosen:
            step = told_together([part.claim for part in chosen])
            for claim in group[0].whole.claims:
                if all(alike_in_unit(part.claim, claim) for part in chosen):
                    yield Implied(claim, step)


def _is_disputed(part: Part, group: Sequence[Part]) -> bool:
    """Whether some source has another figure for a part, the whole and its sisters left aside."""
    told = {place_of(claim) for each in group for claim in each.part.claims}
    told |= {place_of(claim) for claim in part.whole.claims}
    return any(place_of(rival) not in told for rival in part.part.rivals)


def _most(group: Sequence[Part]) -> Sequence[Part]:
    """Of the parts that hold nothing in common those that make most and fit the whole; or none."""
    if len(group) < _FEWEST:
        return ()
    alike = [part for part in group if alike_in_unit(part.claim, group[0].claim)]
    limits = [reading(claim).interval.high for claim in group[0].whole.claims]
    one_each = {part.part.name: part for part in sorted(alike, key=_place)[::-1]}
    parts = sorted(one_each.values(), key=_place)[:_TRIED]
    found: Sequence[Part] = ()
    for count in range(_FEWEST, len(parts) + 1):
        for chosen in itertools.combinations(parts, count):
            if all(disjoint(a, b) for a, b in itertools.combinations(chosen, 2)):
                found = max(found, chosen, key=_total)
    fits = all(limit is None or _total(found) <= limit for limit in limits)
    return found if fits and any(limit is None for limit in limits) else ()


def _place(part: Part) -> tuple[str, int, int]:
    return place_of(part.claim)


def _total(parts: Sequence[Part]) -> Decimal:
    return sum((size(part.claim) for part in parts), Decimal(0))
