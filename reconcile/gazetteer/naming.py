"""A name as an article has it in, every place that it can stand for out."""

from __future__ import annotations

import functools
from typing import Any

from reconcile.gazetteer.keys import key_of
from reconcile.gazetteer.places import Place, Unit
from reconcile.gazetteer.store import stored
from reconcile.tables import read_tables


@functools.lru_cache(maxsize=4096)
def places_named(name: str) -> tuple[Place, ...]:
    """Every place that a name can stand for, the likeliest first; empty where none is known.

    Names and words of ``rules/regions.toml`` come first ("British", "Scandinavia"), then what the
    file of places has, by population. A name that stands for several places stands for all of them.
    """
    key = key_of(name)
    found: list[Place] = []
    for meant in (key, *_words().get(key, ())):
        found += [_wide(region) for region in _regions().get(meant, ())]
        if meant != key:
            found += [place for place in stored(meant) if not place.is_town]
    return tuple(dict.fromkeys((*found, *stored(name))))


def claimants(unit: Unit) -> tuple[str, ...]:
    """The keys of countries that a unit may be told to lie in beside its own."""
    return _claims().get(key_of(unit.name), ())


@functools.cache
def _claims() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in _rules()["claimed"]:
        by = tuple(key_of(country) for country in entry["by"])
        found |= {key_of(name): by for name in entry["names"]}
    return found


def _country(name: str) -> Unit:
    return next(place.units[0] for place in stored(name) if place.is_country)


@functools.cache
def _words() -> dict[str, tuple[str, ...]]:
    """Other names, and words for what is of a place, with the names of its units."""
    found = {}
    for word, names in _rules()["words"]["map"].items():
        each = [names] if isinstance(names, str) else names
        found[key_of(word)] = tuple(key_of(name) for name in each)
    return found


@functools.cache
def _regions() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in _rules()["region"]:
        for name in (entry["name"], *entry.get("also", ())):
            found.setdefault(key_of(name), []).append(entry)
    return found


def _wide(entry: dict[str, Any]) -> Place:
    """A region that is no unit of its own, as the units that it is made of."""
    bounds = [_country(country) for country in entry.get("in", ())]
    parts = [
        place
        for name in entry["holds"]
        for place in stored(name)
        if (_lies_in(place.units[0], bounds) and not place.is_town if bounds else place.is_country)
    ]
    units = dict.fromkeys(place.units[0] for place in parts)
    return Place(tuple(units), max(place.size for place in parts))


def _lies_in(unit: Unit, bounds: list[Unit]) -> bool:
    return any(bound.first < unit.first < bound.end for bound in bounds)


@functools.cache
def _rules() -> dict[str, Any]:
    return read_tables("gazetteer", "rules/regions.toml")
