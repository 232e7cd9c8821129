"""The words that say where something is in, the places that they can mean out."""

from __future__ import annotations

import functools
from typing import Final, Literal

from reconcile import patterns
from reconcile.comparison.names import plain
from reconcile.comparison.vocabulary import rules
from reconcile.gazetteer import Place, places_named, relation
from reconcile.records import frozen

#: how the words stand to the place that they name: at it, near it, from it, to it, or only of it
Bearing = Literal["in", "near", "from", "to", "of"]

NAME: Final = patterns.compile(
    r"\b[^\W\d_a-z][\w'’.-]*(?:\s+(?:of|de|del|la|el|da|do|al)?\s*[^\W\d_a-z][\w'’.-]*)*"
)
_WORD: Final = patterns.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|[,;()]")
_DASHES: Final = patterns.compile(r"[-‐‑–—]")
_POSSESSIVE: Final = patterns.compile(r"['’]s?$")


@frozen
class Stop:
    """A name in the words, with every place that it can stand for; none where none is known."""

    name: str
    places: tuple[Place, ...]


@frozen
class Whereabouts:
    """Where the words say that something is."""

    bearing: Bearing
    #: the innermost places named, each narrowed by what is said to hold it; several of a list
    stops: tuple[Stop, ...]
    #: whether the places can be held against others: every one is known, and meant itself
    is_plain: bool
    #: which side of the place is meant ("in northern Karo"), or ""
    side: str = ""
    #: whether the two stops are the ends of a way
    is_way: bool = False


@functools.lru_cache(maxsize=4096)
def whereabouts(text: str) -> Whereabouts:
    """What a mention of a place says: "at Karo, in Baro county" is Karo, of those in Baro."""
    found = [match for match in NAME.finditer(text) if _is_name(match.group())]
    bearing = _bearing(text[: found[0].start()] if found else text)
    stops: list[Stop] = []
    is_plain, is_way = bool(found), False
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        name = _POSSESSIVE.sub("", match.group().rstrip("."))
        legs = _legs(name)
        stops += [Stop(leg, readings(leg)) for leg in legs]
        is_way = is_way or len(legs) > 1
        behind = text[match.end() : end]
        is_plain = is_plain and _stands_alone(behind)
        if bearing == "of" and _is_site(behind):
            bearing = "in"
        if name.endswith("-bound"):
            bearing = "to"
    kept = _innermost(stops)
    is_plain = is_plain and all(stop.places for stop in kept)
    side = _side(text[: found[0].start()]) if len(kept) == 1 else ""
    return Whereabouts(bearing, kept, is_plain, side, is_way and len(kept) == 2)


@functools.lru_cache(maxsize=4096)
def readings(name: str) -> tuple[Place, ...]:
    """What a name can stand for, with words like "central" or "county" left out where need be."""
    found = places_named(name)
    words = name.split()
    table = rules("places")
    if len(words) == 1 or any(not place.is_town for place in found):
        return found
    if plain(words[0]) in table["parts"]["words"]:
        return tuple(dict.fromkeys((*found, *places_named(" ".join(words[1:])))))
    if not found and plain(words[-1]) in table["empty"]["words"]:
        return places_named(" ".join(words[:-1]))
    return found


def _is_name(name: str) -> bool:
    return plain(name) not in rules("places")["empty"]["words"]


def _legs(name: str) -> list[str]:
    """The ends of a way that is named by both ("the Karo-Baro service"); else the name itself.

    A name with a dash that is known is one name; a tail like "-based" is left out.
    """
    parts = _DASHES.split(name)
    if len(parts) == 1 or places_named(name):
        return [name]
    if not parts[-1][:1].isupper():
        return ["-".join(parts[:-1])]
    return parts if len(parts) == 2 and all(_is_town(part) for part in parts) else [name]


def _is_town(name: str) -> bool:
    """Whether a name is first of all that of a town."""
    found = places_named(name)
    largest = max((place.size for place in found), default=0)
    return any(place.is_town and place.size >= largest - 2 for place in found)


def _bearing(before: str) -> Bearing:
    """How the words in front of the first name stand to it."""
    words = [plain(word) for word in _WORD.findall(before)]
    table = rules("places")
    for place in range(len(words) - 1, -1, -1):
        word, further = words[place], words[max(place - 1, 0)]
        if word in table["near"]["words"]:
            return "near"
        if word in table["from"]["words"] or word in table["to"]["words"]:
            if further in table["near"]["words"]:
                return "near"
            return "from" if word in table["from"]["words"] else "to"
        if word in table["at"]["words"]:
            return "in"
    return "of"


def _side(before: str) -> str:
    """The word right in front of a name that says which side of it is meant."""
    last = plain((before.split() or [""])[-1]).replace("-", "")
    return last if last in rules("places")["sides"] else ""


def is_near(text: str) -> bool:
    """Whether the words in front of the first name say that something is not at it."""
    return whereabouts(text).bearing == "near"


def _stands_alone(behind: str) -> bool:
    """Whether a name means the place, not what is called after it: no "Karo Road", "Karo bridge".

    Words behind it may only join it to the next name or say what stands in the place.
    """
    words = [plain(word) for word in _WORD.findall(behind)]
    if not words or words[0] in ",;()":
        return True
    table = rules("places")
    known = (*table["empty"]["words"], *table["joining"]["words"], *table["sites"]["words"], "and")
    return words[0] in known


def _is_site(behind: str) -> bool:
    """Whether the word behind a name says what stands in the place."""
    words = _WORD.findall(behind)
    return bool(words) and plain(words[0]) in rules("places")["sites"]["words"]


def _innermost(stops: list[Stop]) -> tuple[Stop, ...]:
    """The stops without those that only say what holds the one before."""
    kept: list[Stop] = []
    for stop in stops:
        inner = _within(kept[-1], stop) if kept else ()
        if inner:
            kept[-1] = Stop(kept[-1].name, inner)
        else:
            kept.append(stop)
    return tuple(kept)


def _within(stop: Stop, outer: Stop) -> tuple[Place, ...]:
    """Those readings of a stop that lie in a reading of another."""
    return tuple(
        place
        for place in stop.places
        if any(relation(place, other) == "within" for other in outer.places)
    )
