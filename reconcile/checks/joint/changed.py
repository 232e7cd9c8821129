"""A scene in, changes that do not lead from the old figure to the new one out, told by several."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from reconcile.checks.changes import check_change
from reconcile.checks.figures import Figure
from reconcile.checks.joint.parts import lies_ahead
from reconcile.checks.joint.scene import ADDING, Scene, can_be_one, reading, size, words_of
from reconcile.checks.joint.telling import all_but_one, capital, of_several
from reconcile.checks.joint.ties import (
    are_told_alike,
    is_of_before,
    periods_of,
    share_a_name,
    thing_of,
)
from reconcile.checks.vocabulary import words
from reconcile.model import Check, Claim
from reconcile.records import evolve, frozen

_CHANGES: Final = "changes"
#: words on either side of a change that say which way it goes
_AHEAD: Final = 6
_BEHIND: Final = 2
#: a change this many times another, or less, is of other figures
_FARTHEST: Final = Decimal(3)
#: figures of one thing that are tried
_TRIED: Final = 12


@frozen(eq=False)
class _Levels:
    """The figures that something can have changed from or to, in order."""

    claims: Sequence[Claim]
    #: what is so much or so high: the figures of it, by their place
    of: Mapping[str, Sequence[int]]
    #: figures of before without a noun of their own
    bare: Sequence[Claim]

    def of_one_thing(self, things: frozenset[str]) -> list[Claim]:
        """The figures of any of some things."""
        places = {place for thing in things for place in self.of.get(thing, ())}
        return [self.claims[place] for place in sorted(places)]


def misled_changes(scene: Scene) -> Iterator[Check]:
    """Every change by a share that no two figures of the same thing make, before and after."""
    levels = _levels(scene)
    for change in scene.claims:
        way = _way(scene, change)
        if way is not None:
            yield from _misled(scene, change, way, levels)


def _levels(scene: Scene) -> _Levels:
    levels = [claim for claim in scene.claims if _is_level(scene, claim)]
    of: dict[str, list[int]] = defaultdict(list)
    for place, level in enumerate(levels):
        for thing in thing_of(scene, level):
            of[thing].append(place)
    told = {place for places in of.values() for place in places}
    bare = [
        level
        for place, level in enumerate(levels)
        if place not in told and is_of_before(scene, level)
    ]
    return _Levels(levels, of, bare)


def _is_level(scene: Scene, claim: Claim) -> bool:
    value = reading(claim)
    return (
        value.kind in ADDING
        and size(claim) > 0
        and value.hedge is None
        and (not value.per or is_of_before(scene, claim))
        and not claim.clause.negated
        and not lies_ahead(claim)
    )


def _way(scene: Scene, claim: Claim) -> str | None:
    """Whether a share says by how much something rose or fell; ``None`` of any other figure."""
    value = reading(claim)
    if value.unit != "fraction" or value.nominal is None or value.hedge is not None:
        return None
    if claim.clause.negated or lies_ahead(claim) or not thing_of(scene, claim):
        return None
    ahead = " ".join(words_of(scene.before(claim))[-_AHEAD:])
    behind = " ".join(words_of(scene.behind(claim))[:_BEHIND])
    near = f"{ahead} {' '.join(words_of(claim.focus.text))} {behind}"
    rises, falls = (bool(words(way, _CHANGES).search(near)) for way in ("rise", "fall"))
    if rises == falls or not _is_by_share(claim, ahead):
        return None
    return "rise" if rises else "fall"


def _is_by_share(claim: Claim, ahead: str) -> bool:
    """Whether the words say by how much, and not to or from where: "rose to 5.1 percent"."""
    return claim.context.role not in ("to", "at", "from", "of") and not ahead.endswith(
        (" to", " from", " at")
    )


def _misled(scene: Scene, change: Claim, way: str, levels: _Levels) -> Iterator[Check]:
    alike = levels.of_one_thing(thing_of(scene, change))
    own = [level for level in alike if _is_of_one(scene, change, level)]
    news = [level for level in own if not is_of_before(scene, level)][:_TRIED]
    olds = [level for level in own if is_of_before(scene, level)]
    olds = [*olds, *(level for level in levels.bare if _is_beside(level, news))][:_TRIED]
    pairs = [
        (old, new)
        for old, new in itertools.product(olds, news)
        if reading(old).kind == reading(new).kind and reading(old).unit == reading(new).unit
    ]
    if not pairs or not can_be_one(olds) or not can_be_one(news):
        return
    found = [_check(change, old, new, way) for old, new in pairs]
    several = of_several(found)
    if several:
        yield min(several, key=lambda each: [(one.article, one.start) for one in each.citations])


def _is_of_one(scene: Scene, change: Claim, level: Claim) -> bool:
    """Whether a figure of the thing is of what is said to have changed, over the same time."""
    return (
        are_told_alike(change, level)
        and share_a_name(scene, change, level)
        and periods_of(scene, change) == periods_of(scene, level)
    )


def _is_beside(level: Claim, news: Sequence[Claim]) -> bool:
    """Whether a figure of before stands in one sentence with a new one."""
    return any(
        each.article == level.article and each.clause.sentence == level.clause.sentence
        for each in news
    )


def _check(change: Claim, old: Claim, new: Claim, way: str) -> Check | None:
    by, first, last = (Figure(each, reading(each), 0) for each in (change, old, new))
    stated, actual = size(change), size(new) / size(old) - 1
    if not stated or abs(actual) > _FARTHEST * stated or abs(actual) * _FARTHEST < stated:
        return None
    found = next(check_change(by, first, last, way), None)
    if found is None or found.derivation is None:
        return None
    made = found.derivation.of[0].words
    against = f"not {by.text}" if (actual > 0) == (way == "rise") else f"not a {way} by {by.text}"
    return evolve(
        found,
        citations=tuple(sorted(found.citations, key=lambda each: (each.article, each.start))),
        explanation=f"{capital(made)}, {against}. {all_but_one(3)}",
    )
