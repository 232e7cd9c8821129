"""A scene in, ranks that the figures of those who have them turn round out."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from reconcile.checks.figures import cite
from reconcile.checks.joint.ordering import (
    NO_LESS,
    Counted,
    Ordered,
    figures_of,
    misfit,
    standings_in,
)
from reconcile.checks.joint.parts import FILE
from reconcile.checks.joint.scene import Scene, singular, words_of
from reconcile.checks.standings import Standing
from reconcile.checks.vocabulary import rules, words
from reconcile.checks.wording import stem
from reconcile.folding import fold
from reconcile.model import Check
from reconcile.values import steps


def misranked(scene: Scene) -> Iterator[Check]:
    """Every two ranks whose holders' figures stand the other way round."""
    standings = [each for each in standings_in(scene) if each.name and _counted(each)]
    for one, other in itertools.combinations(standings, 2):
        first, second = (one, other) if one.place < other.place else (other, one)
        if first.place < second.place and _are_of_one_list(first, second):
            yield from _misranked(scene, first, second)


def _counted(standing: Standing) -> Counted | None:
    """What is counted by what is ranked by size: the people of a city, the seats of a party."""
    if standing.quality != "large" or not standing.thing or _is_silent(standing):
        return None
    return _ranked().get(standing.thing[-1])


def _is_silent(standing: Standing) -> bool:
    """Whether the words beside it make it a rank of another time, or a shared one."""
    return bool(words("silent", "ranks").search(f"{standing.before[-40:]} {standing.phrase}"))


@functools.cache
def _ranked() -> dict[str, Counted]:
    return {
        stem(fold(thing)): Counted(frozenset(rule["counted"]), frozenset(rule["said"]))
        for rule in rules(FILE)["ranked"]
        for thing in rule["things"]
    }


def _are_of_one_list(a: Standing, b: Standing) -> bool:
    """Whether two ranks are among the same things, and of two holders."""
    one, other = _domain(a), _domain(b)
    return a.thing == b.thing and (one == other or not one or not other) and not _name(a) & _name(b)


def _domain(standing: Standing) -> frozenset[str]:
    """The words that say among what it is ranked; "the country's" says no more than nothing."""
    owner = frozenset(words_of(standing.owner))
    said = {word.casefold() for word in standing.scope} | owner
    return frozenset(said - set(rules(FILE)["own_country"]["words"]))


def _name(standing: Standing) -> frozenset[str]:
    return frozenset(singular(word) for word in words_of(standing.name))


def _misranked(scene: Scene, first: Standing, second: Standing) -> Iterator[Check]:
    counted = _counted(first)
    assert counted is not None  # only ranks of what is counted are looked at
    cited = tuple(cite(each.figure) for each in (first, second))
    told = " ".join(f"{first.name} is ranked above {second.name}".split())
    order = steps.order([steps.reading(each, "") for each in cited], NO_LESS, told)
    found = misfit(
        scene,
        Ordered(
            order,
            told,
            figures_of(scene, _name(first), counted, _name(second)),
            figures_of(scene, _name(second), counted, _name(first)),
            cited,
        ),
    )
    if found is not None:
        yield found
