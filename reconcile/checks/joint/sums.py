"""A scene in, parts that come to more than their whole out, the fewest that do.

Of the parts of one whole that hold nothing in common, each less than the whole, a group that
cannot be fitted into it is a finding, where more than one article is needed to see it.
"""

from __future__ import annotations

import datetime
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile.checks.joint.constraints import Constraint, satisfiable
from reconcile.checks.joint.kinds import families_of, sort_of, story_families
from reconcile.checks.joint.minimal import minimal_conflict
from reconcile.checks.joint.parts import Part, disjoint
from reconcile.checks.joint.scene import (
    Known,
    Scene,
    interval_of,
    is_in,
    place_of,
    reading,
    size,
    units_of,
)
from reconcile.model import Claim, Interval
from reconcile.records import frozen
from reconcile.values import sets

#: parts that come to more than this many times the whole are hardly parts of it
_MOST: Final = Decimal("1.4")
#: the share by which a plain whole may be rounded
_PLAIN: Final = Decimal("0.05")
_FEWEST: Final = 2
#: parts of one whole and axis that are tried together
_TRIED: Final = 10
#: the hurt, the dead and the burned-out houses of a story are counted anew after this
_GROWTH: Final = datetime.timedelta(hours=18)
_NOT_ABOVE: Final = Interval(None, Decimal(0), False, True)
_NOT_BELOW: Final = Interval(Decimal(0), None, True, False)


@frozen(eq=False)
class Overfull:
    """A whole and the parts that do not fit into it."""

    whole: Claim
    parts: tuple[Claim, ...]
    #: by how much of its figure a whole printed with one digit may be rounded, or ``None``
    rounding: Decimal | None = None


def overfull_wholes(scene: Scene, parts: Sequence[Part]) -> Iterator[Overfull]:
    """Every whole with the fewest parts that come to more than it."""
    grouped: dict[tuple[str, str], list[Part]] = defaultdict(list)
    for part in parts:
        grouped[part.whole.name, part.axis].append(part)
    for _, group in sorted(grouped.items()):
        group = [part for part in group if not _may_have_grown(scene, part)]
        for units in units_of(group[0].whole) if group else ():
            found = _overfull(group, units)
            if found is not None:
                yield found
                break


def _overfull(group: Sequence[Part], units: frozenset[str]) -> Overfull | None:
    whole = group[0].whole
    stated = interval_of(whole, units)
    if stated is None or stated.high is None:
        return None
    limit = _narrowed([claim for claim in whole.claims if is_in(claim, units)], stated)
    fitting = _one_for_each(group, units)
    for chosen in _apart(fitting):
        found = _conflict(whole, limit, chosen, units)
        if found is not None:
            return found
    return None


def _may_have_grown(scene: Scene, part: Part) -> bool:
    """Whether a part is so much later than its whole that the whole was more by then: the hurt."""
    if not families_of(part.claim) & story_families():
        return False
    told = [scene.articles[claim.article].published for claim in (part.claim, *part.whole.claims)]
    known = [each.replace(tzinfo=each.tzinfo or datetime.UTC) for each in told if each is not None]
    return len(known) == len(told) and known[0] > max(known[1:]) + _GROWTH


def _narrowed(claims: Sequence[Claim], stated: Interval) -> Interval:
    """The set of a whole; a figure of one digit is taken to hold to a twentieth, if plain.

    "Two million", shared out to the last thousand, is not taken for 2.4 million.
    """
    if not all(is_rough(claim) for claim in claims):
        return stated
    number = size(claims[0])
    near = Interval(number * (1 - _PLAIN), number * (1 + _PLAIN), True, True)
    met = sets.intersect(stated, near)
    return stated if sets.is_empty(met) else met


def is_rough(claim: Claim) -> bool:
    """Whether a figure is printed with so few digits that its set is wide, and with no hedge."""
    value = reading(claim)
    width = sets.width(value.interval)
    return value.hedge is None and width is not None and width > 2 * _PLAIN * size(claim)


def _one_for_each(group: Sequence[Part], units: frozenset[str]) -> list[Part]:
    """One part for each figure, in these units, by article and place."""
    found: dict[str, Part] = {}
    for part in sorted(group, key=lambda each: place_of(each.claim)):
        if interval_of(part.part, units) is not None:
            found.setdefault(part.part.name, part)
    return list(found.values())[:_TRIED]


def _apart(parts: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """Groups of parts of which no two hold anything in common, the smallest first."""
    for count in range(_FEWEST, len(parts) + 1):
        for chosen in itertools.combinations(parts, count):
            if all(disjoint(a, b) for a, b in itertools.combinations(chosen, 2)):
                yield chosen


def _conflict(
    whole: Known, limit: Interval, parts: Sequence[Part], units: frozenset[str]
) -> Overfull | None:
    """The whole with the parts, if they cannot all hold and any fewer could."""
    stated = {part.part.name: _stated(part.part, units) for part in parts}
    total = _total(stated.values())
    if not _is_near(total, limit):
        return None
    relation = Constraint((*((name, 1) for name in stated), (whole.name, -1)), _NOT_ABOVE)
    none_below = [Constraint(((name, 1),), _NOT_BELOW) for name in stated]
    statements = [Constraint(((name, 1),), interval) for name, interval in stated.items()]
    statements.append(Constraint(((whole.name, 1),), limit))
    found = minimal_conflict([relation, *none_below], statements, satisfiable)
    if len(found) != len(statements):
        return None
    claims = _citable(whole, parts, units)
    if claims is None or _explained(whole, parts, total, limit):
        return None
    return Overfull(*claims, rounding=_PLAIN if is_rough(claims[0]) else None)


def _stated(known: Known, units: frozenset[str]) -> Interval:
    found = interval_of(known, units)
    assert found is not None  # only parts that are stated in the units are tried
    return found


def _total(stated: Iterable[Interval]) -> Interval:
    """The sums of one number of each set."""
    total = sets.exactly(Decimal(0))
    for each in stated:
        low = None if total.low is None or each.low is None else total.low + each.low
        high = None if total.high is None or each.high is None else total.high + each.high
        closed = total.low_closed and each.low_closed, total.high_closed and each.high_closed
        total = Interval(low, high, *closed)
    return total


def _is_near(total: Interval, limit: Interval) -> bool:
    """Whether the parts come to more, and to little enough more to be parts of it at all."""
    if total.low is None or limit.high is None:
        return False
    return limit.high <= total.low <= _MOST * limit.high


def _explained(whole: Known, parts: Sequence[Part], total: Interval, limit: Interval) -> bool:
    """Whether another figure in place of the whole or of a part, as some source has it, fits."""
    named = {
        place_of(claim)
        for known in (whole, *(each.part for each in parts))
        for claim in known.claims
    }
    least, most = total.low or Decimal(0), limit.high or Decimal(0)
    for rival in whole.rivals:
        high = reading(rival).interval.high
        if place_of(rival) not in named and (high is None or high >= least):
            return True
    return any(
        place_of(rival) not in named
        and _may_replace(rival, part.claim)
        and least - size(part.claim) + size(rival) <= most
        for part in parts
        for rival in part.part.rivals
    )


def _may_replace(rival: Claim, claim: Claim) -> bool:
    """Whether a rival is near enough to be the same thing with another figure."""
    low, high = sorted((size(rival), size(claim)))
    return low * 2 >= high


def _citable(
    whole: Known, parts: Sequence[Part], units: frozenset[str]
) -> tuple[Claim, tuple[Claim, ...]] | None:
    """The claims to cite; ``None`` where one article says it all."""
    cited = tuple(part.claim for part in parts)
    articles = {claim.article for claim in cited}
    if len(articles | {claim.article for claim in whole.claims}) == 1:
        return None
    stating = [claim for claim in whole.claims if is_in(claim, units)]
    return min(stating, key=lambda each: _fitness(each, articles)), cited


def _fitness(claim: Claim, articles: set[str]) -> tuple[object, ...]:
    """What makes a statement of a whole the one to cite: a general noun, another article."""
    special = reading(claim).kind == "count" and sort_of(claim) is None
    return special, claim.article in articles, place_of(claim)
