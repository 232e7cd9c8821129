"""A scene in, falls and rises that do not lie between the two levels that are told out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile.checks.joint.parts import FILE
from reconcile.checks.joint.scene import BREATH, Scene, place_of, reading, size, words_of
from reconcile.checks.vocabulary import rules, words
from reconcile.model import Claim, Interval
from reconcile.records import frozen
from reconcile.values import sets
from reconcile.values.conversion import conversions

#: words this near say of what a level is
_NEAR: Final = 5.0
#: a change that is this many times the gap between two levels, or less, is of other levels
_FARTHEST: Final = Decimal(2)
#: of a thing of which more levels are told it is not known which two a change lies between
_MOST: Final = 40


@frozen(eq=False)
class Misfit:
    """A change, and the two levels that it does not lie between, the higher first."""

    change: Claim
    high: Claim
    low: Claim


def misfit_changes(scene: Scene) -> Iterator[Misfit]:
    """Every change of a level that no two of the levels told of the same thing make."""
    levels = [claim for claim in scene.claims if _is_level(scene, claim)]
    for change in scene.claims:
        if _is_change(scene, change):
            found = _misfit(scene, change, levels)
            if found is not None:
                yield found


def _is_level(scene: Scene, claim: Claim) -> bool:
    """Whether a quantity says how high something stands."""
    if claim.kind != "quantity" or reading(claim).hedge or _is_change(scene, claim):
        return False
    before = BREATH.split(scene.before(claim))[-1] or scene.before(claim)
    return bool(words("level", FILE).search(f"{before} {claim.focus.text}"))


def _is_change(scene: Scene, claim: Claim) -> bool:
    """Whether a quantity says by how much a level fell or rose."""
    before = BREATH.split(scene.before(claim))[-1]
    found = words("change", FILE).search(before)
    return claim.kind == "quantity" and found is not None and not before[found.end() :].strip()


def _misfit(scene: Scene, change: Claim, levels: Sequence[Claim]) -> Misfit | None:
    told = set(words_of(scene.sentence(change))) | set(change.context.around)
    own = [level for level in levels if _things(level) & told and _is_comparable(level, change)]
    if len(own) > _MOST:
        return None
    pairs = [
        (a, b) if _number(a, change) > _number(b, change) else (b, a)
        for a, b in itertools.combinations(own, 2)
        if scene.of(a) is not scene.of(b) and _things(a) & _things(b) & told
    ]
    if not pairs or any(_fits(change, *pair) for pair in pairs):
        return None
    near = [pair for pair in pairs if _is_near(change, *pair)]
    if not near:
        return None
    high, low = min(near, key=lambda pair: (place_of(pair[0]), place_of(pair[1])))
    several = len({claim.article for claim in (change, high, low)}) > 1
    return Misfit(change, high, low) if several else None


def _things(claim: Claim) -> set[str]:
    """The words for what stands so high: "reservoir", "river"."""
    near = {lemma for lemma, far in claim.context.near if far <= _NEAR}
    own = near | {claim.context.subject, *claim.context.measured_phrase}
    return own - set(rules(FILE)["level"]["words"]) - {""}


def _is_comparable(level: Claim, change: Claim) -> bool:
    return bool(conversions(reading(level).unit, reading(change).unit))


def in_unit_of(level: Claim, change: Claim) -> tuple[Decimal, Interval]:
    """The factor that leads a level to the unit of a change, and the level's set there."""
    line = conversions(reading(level).unit, reading(change).unit)[0]
    return line.factor, line.interval(reading(level).interval)


def _number(level: Claim, change: Claim) -> Decimal:
    return size(level) * in_unit_of(level, change)[0]


def gap(change: Claim, high: Claim, low: Claim) -> Interval:
    """How far apart two levels are, in the unit of a change."""
    upper, lower = in_unit_of(high, change)[1], in_unit_of(low, change)[1]
    least = None if upper.low is None or lower.high is None else upper.low - lower.high
    most = None if upper.high is None or lower.low is None else upper.high - lower.low
    return Interval(least, most, True, True)


def _fits(change: Claim, high: Claim, low: Claim) -> bool:
    return not sets.disjoint(gap(change, high, low), reading(change).interval)


def _is_near(change: Claim, high: Claim, low: Claim) -> bool:
    apart, by = _number(high, change) - _number(low, change), size(change)
    return apart > 0 and by > 0 and max(apart / by, by / apart) <= _FARTHEST
