"""Two whereabouts in, what the gazetteer says of how they lie to each other out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final, Literal

from reconcile.comparison.beside import stand_together
from reconcile.comparison.names import plain
from reconcile.comparison.vocabulary import rules
from reconcile.comparison.whereabouts import Stop, Whereabouts
from reconcile.gazetteer import (
    COUNTRY,
    Place,
    Point,
    Relation,
    Unit,
    holders,
    kilometres,
    relation,
)
from reconcile.records import evolve
from reconcile.tuples import NamedTuple

#: how much smaller a place may be than the largest of its name to be meant by that name alone:
#: ten times
_LIKELY: Final = 2
#: the size from which a town is known the world over: 100,000 people
_LARGE: Final = 10
#: tenths of a degree by which a place may lie on the other side of the middle
_SLACK: Final = 5
_LEVELS: Final = ("continents", "countries", "regions", "regions")


class Layout(NamedTuple):
    """How two places lie: one place, one in the other, apart; and why, in a few words."""

    how: Literal["same", "within", "apart"]
    why: str
    #: "towns", "regions" or "countries": of two that are apart, what both are, of others the wider
    #: one; "" where they are of two levels, or the wider one is a part of the world
    level: str = ""


def layout(one: Whereabouts, other: Whereabouts, told: tuple[str, str] = ("", "")) -> Layout | None:
    """How two whereabouts lie to each other; ``None`` where the gazetteer cannot tell.

    They are apart only where no reading of one can hold, adjoin or be any reading of the other. A
    name means the places that its own article puts it in ("Columbus, Georgia"); else those of a
    tenth of the people of the largest on. ``told`` are the texts of the two articles, as ``plain``
    has them.
    """
    first = _meant(_leg(one, other), other, told[0])
    second = _meant(_leg(other, one), one, told[1])
    if len(first.stops) == len(second.stops) == 1:
        found = _together(first, second) or _perhaps_within(one, other)
        if found:
            return found
    elif _listed(first, second) or _listed(second, first):
        return Layout("within", "one names what the other holds", "regions")
    if first.is_plain and second.is_plain and _can_clash(first, second):
        return _apart(first, second)
    return None


def _can_clash(one: Whereabouts, other: Whereabouts) -> bool:
    bearings = {one.bearing, other.bearing}
    return "near" not in bearings and bearings != {"from", "to"}


def _leg(way: Whereabouts, other: Whereabouts) -> Whereabouts:
    """That end of a way which the other side speaks of."""
    if not way.is_way or other.is_way:
        return way
    return evolve(way, stops=way.stops[1:] if other.bearing == "to" else way.stops[:1])


def _meant(where: Whereabouts, other: Whereabouts, told: str) -> Whereabouts:
    """The places that are meant by each name; all of them where both sides have that name."""
    shared = {stop.name for stop in where.stops} & {stop.name for stop in other.stops}
    stops = (
        Stop(stop.name, _put(stop, told) or (stop.places if stop.name in shared else _likely(stop)))
        for stop in where.stops
    )
    return evolve(where, stops=tuple(stops))


def _put(stop: Stop, told: str) -> tuple[Place, ...]:
    """The places of a name that lie where its own article puts it."""
    if len(stop.places) < 2:
        return ()
    return tuple(place for place in stop.places if _is_told(stop.name, place, told))


def _likely(stop: Stop) -> tuple[Place, ...]:
    largest = max(stop.places, key=lambda place: (place.size, place.is_country), default=None)
    if largest is None:
        return ()
    least = largest.size - (0 if largest.is_country else _LIKELY)
    return tuple(place for place in stop.places if place.is_country or place.size >= least)


def _is_told(name: str, place: Place, told: str) -> bool:
    """Whether the name stands beside that of a region or country which holds the place."""
    inner = plain(name)
    above = [unit for unit in holders(place.units[0]) if unit.level >= COUNTRY]
    outer = {plain(unit.name) for unit in above} - {inner}
    return any(stand_together(told, inner, each) for each in sorted(outer))


def _together(one: Whereabouts, other: Whereabouts) -> Layout | None:
    """Whether likely readings of two names are one place, or one lies in the other."""
    here, there = one.stops[0], other.stops[0]
    related = set(_related(here, there))
    if "same" in related:
        return Layout("same", "two names of one place")
    for how, inner, outer in (("within", one, other), ("holds", other, one)):
        if how in related and _fits_side(inner.stops[0], outer):
            return _within(inner.stops[0], outer.stops[0])
    return None


def _related(one: Stop, other: Stop) -> Iterator[Relation]:
    return (relation(*both) for both in itertools.product(one.places, other.places))


def _within(inner: Stop, outer: Stop) -> Layout:
    is_wide = all(_is_wide(place) for place in outer.places)
    why = f"{inner.name} lies within {outer.name}"
    return Layout("within", why, "" if is_wide else level_of(outer))


def _fits_side(inner: Stop, outer: Whereabouts) -> bool:
    """Whether a place may lie on the side of another that is meant ("in northern Karo")."""
    if not outer.side:
        return True
    north, east = rules("places")["sides"][outer.side]
    return any(
        north * (here[0] - middle[0]) > -_SLACK and east * (here[1] - middle[1]) > -_SLACK
        for place in inner.places
        for wide in outer.stops[0].places
        if relation(place, wide) == "within"
        for here, middle in ((_middle(place), _middle(wide)),)
    )


def _middle(place: Place) -> Point:
    return place.point or place.units[0].centre


def _perhaps_within(one: Whereabouts, other: Whereabouts) -> Layout | None:
    """Whether a smaller place of a name lies where the other says ("Perth", "Scotland")."""
    for inner, outer in ((one, other), (other, one)):
        wide, narrow = outer.stops[0], inner.stops[0]
        if outer.side or level_of(wide) not in ("regions", "countries"):
            continue
        if "within" in _related(narrow, wide):
            return Layout("within", f"there is a {narrow.name} within {wide.name}")
    return None


def _listed(inner: Whereabouts, outer: Whereabouts) -> bool:
    """Whether all that one names lies in, or is, something that the other names."""
    return (
        bool(inner.stops)
        and bool(outer.stops)
        and all(
            any({"same", "within"} & set(_related(stop, wide)) for wide in outer.stops)
            for stop in inner.stops
        )
    )


def _is_wide(place: Place) -> bool:
    """Whether a place is a part of the world: a continent, several countries."""
    return len({_country(unit) for unit in place.units}) > 1 or place.units[0].level < COUNTRY


def _apart(one: Whereabouts, other: Whereabouts) -> Layout | None:
    both = list(itertools.product(one.stops, other.stops))
    if not both or not all(_exclude(first, second) for first, second in both):
        return None
    if not all(_of_one_world(first, second) for first, second in both):
        return None
    return (
        Layout("apart", *_told(*both[0]))
        if len(both) == 1
        else Layout("apart", "none of them lies in another")
    )


def _exclude(one: Stop, other: Stop) -> bool:
    """Whether no reading of one name has to do with any of the other."""
    return all(how == "apart" for how in _relations(one, other))


def _relations(one: Stop, other: Stop) -> Iterator[Relation]:
    for first, second in itertools.product(one.places, other.places):
        how = relation(first, second)
        eponymous = _is_eponymous(first, one) or _is_eponymous(second, other)
        yield "apart" if how == "near" and eponymous else how


def _is_eponymous(place: Place, stop: Stop) -> bool:
    """Whether a region is called after a town in it: then nearness counts from the town."""
    return not place.is_town and any(
        town.is_town and _country(town.units[0]) == _country(place.units[0]) for town in stop.places
    )


def _of_one_world(one: Stop, other: Stop) -> bool:
    """Whether two names are likely meant as the gazetteer has them.

    A small town may be another one of that name, so both lie in one country, or both are large.
    """
    return all(_is_large(stop) for stop in (one, other)) or bool(
        _countries(one) & _countries(other)
    )


def _countries(stop: Stop) -> set[int]:
    return {_country(unit) for place in stop.places for unit in place.units}


def _is_large(stop: Stop) -> bool:
    return any(place.size >= _LARGE for place in stop.places)


def _country(unit: Unit) -> int:
    units = holders(unit)
    return units[-2 if len(units) > 1 else -1].first


def _told(one: Stop, other: Stop) -> tuple[str, str]:
    """Why two places are apart, and on which level where it is one."""
    levels = {level_of(one), level_of(other)}
    if len(levels) > 1:
        return f"neither {one.name} nor {other.name} lies within the other", ""
    level = levels.pop()
    return (_distance(one, other) if level == "towns" else f"both are {level}"), level


def _towns(stop: Stop) -> list[Point]:
    return [place.point for place in stop.places if place.point]


def _distance(one: Stop, other: Stop) -> str:
    here, there = _towns(one), _towns(other)
    names = " and ".join(
        _told_apart(one, other) if one.name == other.name else (one.name, other.name)
    )
    apart = f"{names} are two towns"
    if len(here) > 1 or len(there) > 1:
        return apart
    rounded = max(round(kilometres(here[0], there[0]) / 10) * 10, 10)
    return f"{apart}, about {rounded:,} kilometres from each other"


def _told_apart(one: Stop, other: Stop) -> tuple[str, str]:
    """One name on both sides, each with the widest unit of its own that it lies in."""
    first, second = (holders(stop.places[0].units[0])[::-1] for stop in (one, other))
    both = next(((a, b) for a, b in zip(first, second, strict=False) if a != b), None)
    if both is None:
        return one.name, other.name
    return f"{one.name} in {both[0].name}", f"{other.name} in {both[1].name}"


def level_of(stop: Stop) -> str:
    """What a name is first of all: a town, also where its region is called after it."""
    largest = max(stop.places, key=lambda place: (place.size, place.is_country), default=None)
    if largest is None:
        return ""
    if (
        largest.is_town
        or not largest.is_country
        and any(
            place.is_town
            and place.size >= largest.size - 1
            and _country(place.units[0]) == _country(largest.units[0])
            for place in stop.places
        )
    ):
        return "towns"
    return _LEVELS[largest.units[0].level]
