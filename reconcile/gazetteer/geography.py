"""Two places in, how they lie to each other out."""

from __future__ import annotations

import functools
import itertools
import math
from typing import Final, Literal

from reconcile.gazetteer.keys import key_of
from reconcile.gazetteer.naming import claimants, places_named
from reconcile.gazetteer.numbers import Point
from reconcile.gazetteer.places import COUNTRY, Place, Unit
from reconcile.gazetteer.store import holders

Relation = Literal["same", "holds", "within", "near", "apart"]

#: towns so near to each other may be one place to a reporter
NEAR_KILOMETRES: Final = 15.0
#: and a town so far from the middle of a region may be told to lie in it
REGION_KILOMETRES: Final = 60.0
#: people to a square kilometre where a town and its suburbs end
DENSITY: Final = 1500.0
_EARTH_KILOMETRES: Final = 6371.0


@functools.lru_cache(maxsize=16384)
def relation(one: Place, other: Place) -> Relation:
    """How ``one`` lies to ``other``; a suburb lies near its town."""
    if one == other or not one.is_town and not other.is_town and _units(one) == _units(other):
        return "same"
    if _holds(one, other):
        return "holds"
    if _holds(other, one):
        return "within"
    return "near" if _near(one, other) else "apart"


def are_apart(one: str, other: str) -> bool:
    """Whether two names are known, and no place of the one has to do with any of the other."""
    both = list(itertools.product(places_named(one), places_named(other)))
    return bool(both) and all(relation(*each) == "apart" for each in both)


def kilometres(one: Point, other: Point) -> float:
    """The distance of two points over the ground."""
    (south, west), (north, east) = (
        (math.radians(point[0] / 10 - 90), math.radians(point[1] / 10 - 180))
        for point in (one, other)
    )
    half = math.sin((north - south) / 2) ** 2
    half += math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * _EARTH_KILOMETRES * math.asin(math.sqrt(min(half, 1.0)))


def radius_kilometres(place: Place) -> float:
    """How far a town reaches with its suburbs."""
    return math.sqrt(10 ** ((place.size + 1) / 2) / DENSITY / math.pi)


def _near(one: Place, other: Place) -> bool:
    if one.point and other.point:
        reach = max(radius_kilometres(one), radius_kilometres(other), NEAR_KILOMETRES)
        return kilometres(one.point, other.point) <= reach
    if any(_is_loose(place) for place in (one, other)):
        return bool(_countries(one) & _countries(other)) or _spans(one) or _spans(other)
    for town, region in ((one, other), (other, one)):
        if town.point and not region.is_town and not region.is_country:
            reach = radius_kilometres(town) + REGION_KILOMETRES
            return any(kilometres(town.point, unit.centre) <= reach for unit in region.units)
    return False


def _holds(wide: Place, place: Place) -> bool:
    if wide.is_town or _units(wide) == _units(place) and not place.is_town:
        return False
    return all(any(_contains(outer, unit) for outer in wide.units) for unit in place.units)


def _contains(outer: Unit, unit: Unit) -> bool:
    """Whether a unit is, or lies in, another, by its own rule or by what another country says."""
    if outer.first <= unit.first < outer.end:
        return True
    return outer.level == COUNTRY and any(
        key_of(outer.name) in claimants(above) for above in holders(unit)
    )


def _is_loose(place: Place) -> bool:
    """Whether a region has no border that everyone draws alike."""
    return len(place.units) > 1


def _spans(place: Place) -> bool:
    return len(_countries(place)) > 1


def _countries(place: Place) -> set[int]:
    return {
        above.first for unit in place.units for above in holders(unit) if above.level == COUNTRY
    }


def _units(place: Place) -> frozenset[int]:
    return frozenset(unit.first for unit in place.units)
