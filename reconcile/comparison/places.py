"""Two claims on where something is in, a judgement on the two places out."""

from __future__ import annotations

import functools
import re
from typing import Final

from reconcile.comparison.names import is_description, plain
from reconcile.comparison.pair import Pair, quoted
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Claim, Judgement
from reconcile.values.steps import remark

_NAME: Final = re.compile(
    r"\b[^\W\d_a-z][\w'’.-]*(?:\s+(?:of|de|del|la|el|da|do|al)?\s*[^\W\d_a-z][\w'’.-]*)*"
)
_WORDS: Final = re.compile(r"[^\W_]+")
#: words between two names of one sentence that still say that one lies within the other
_REACH: Final = 4
#: what a place that the table does not know may lie within
_HOLDERS: Final = ("countries", "regions")


def compare_places(pair: Pair, *, paired: bool = False) -> Judgement | None:
    """One place in other words agrees, one within the other is compatible, others conflict.

    Two places that both articles name, or of which neither is known to exclude the other, have
    nothing to do with each other: ``None``, unless they are known to be of one fact (``paired``).
    """
    a, b = pair.a.focus.text, pair.b.focus.text
    one, other = place_words(a), place_words(b)
    if _WORDS.findall(plain(a)) == _WORDS.findall(plain(b)):
        return Judgement("agree", "same words", f"Both say {quoted(pair.a)}.")
    if one == other or _written_apart(a, b) or _one_country(a, b):
        text = f"{quoted(pair.a)} and {quoted(pair.b)} are one place."
        return Judgement("agree", "variant", text)
    if _opposite(one, other):
        why = "they lie on opposite sides"
        return _conflict(pair, why)
    if set(one) & set(other):
        return _compatible(pair, "one is more closely named than the other")
    if _two_cities(a, b):
        return _conflict(pair, "both are cities")
    within = _containment(pair, a, b)
    if within:
        return _compatible(pair, within)
    apart = _apart(pair, a, b)
    if apart and (paired or not _named_by_both(pair, a, b)):
        return _conflict(pair, apart)
    if paired:
        return _compatible(pair, "neither is known to lie outside the other")
    return _compatible(pair, "both say where the story is set") if _set_the_scene(pair) else None


def _set_the_scene(pair: Pair) -> bool:
    """Whether both articles open with it: here a country or region, there a place in no table."""
    if not all(_opens(claim) for claim in pair[:2]):
        return False
    levels = [[_level(name) for name in place_names(claim.focus.text)] for claim in pair[:2]]
    return any(
        any(level in _HOLDERS for level in one) and bool(other) and not any(other)
        for one, other in (levels, levels[::-1])
    )


def _opens(claim: Claim) -> bool:
    return claim.clause.segment_role in ("headline", "standfirst") or claim.clause.paragraph == 1


def _named_by_both(pair: Pair, a: str, b: str) -> bool:
    """Whether an article names the other's place as well: then it knows the two apart."""
    in_b = any(_is_named(name, pair.article_b) for name in place_names(a))
    return in_b or any(_is_named(name, pair.article_a) for name in place_names(b))


def _is_named(name: str, article: Article) -> bool:
    return name.replace(" ", "") in _run_together(article.text)


@functools.lru_cache(maxsize=256)
def _run_together(text: str) -> str:
    return plain(text).replace(" ", "")


def _written_apart(a: str, b: str) -> bool:
    """Whether two places differ by a space in one name only."""
    return place_names(a) != place_names(b) and _joined_names(a) == _joined_names(b)


def _one_country(a: str, b: str) -> bool:
    """Whether both name one country or region, under two of its names, and no place in it."""
    one, other = place_names(a), place_names(b)
    if len(one) != 1 or len(other) != 1:
        return False
    names = [{entry["name"], *entry.get("also", ())} for entry in rules("places")["country"]]
    return any(one[0] in each and other[0] in each for each in names)


def _joined_names(text: str) -> str:
    """A name written in one word or in two ("Ha Noi", "Hanoi")."""
    return "".join(place_names(text)).replace(" ", "")


def _compatible(pair: Pair, why: str) -> Judgement:
    text = f"{quoted(pair.a)} and {quoted(pair.b)} can both be true: {why}."
    return Judgement("compatible", "more specific", text, remark(why))


def _conflict(pair: Pair, why: str) -> Judgement:
    text = f"{quoted(pair.a)} and {quoted(pair.b)} are different places: {why}."
    return Judgement("conflict", "different name", text, remark(why))


@functools.lru_cache(maxsize=4096)
def place_words(text: str) -> tuple[str, ...]:
    """The words of a place in alphabetical order, small words and words like "town" left out."""
    empty = set(rules("places")["empty"]["words"])
    return tuple(sorted({word for word in _WORDS.findall(plain(text)) if word not in empty}))


def place_names(text: str) -> tuple[str, ...]:
    """The proper names in a place's words."""
    empty = set(rules("places")["empty"]["words"])
    found = (match.group() for match in _NAME.finditer(text))
    return tuple(plain(name).rstrip(".") for name in found if plain(name) not in empty)


def _opposite(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """North against south of one thing: the rest of the words is the same."""
    for left, right in rules("places")["opposites"]["pairs"]:
        for first, second in ((left, right), (right, left)):
            if first in one and second in other:
                return set(one) - {first} == set(other) - {second}
    return False


def _containment(pair: Pair, a: str, b: str) -> str | None:
    """What either article, or the table of countries, says of one place lying in the other."""
    for one in place_names(a):
        for other in place_names(b):
            if _table_holds(one, other):
                return "one lies within the other"
            if any(_told_together(plain(article.text), one, other) for article in pair[2:]):
                return "one article names the two together"
    return None


def _table_holds(one: str, other: str) -> bool:
    return other in _within(one) or one in _within(other)


@functools.cache
def _regions() -> dict[str, tuple[str, ...]]:
    """Names of places that the table knows, each with the names of what holds it."""
    found: dict[str, list[str]] = {}
    for entry in rules("places")["country"]:
        names = [entry["name"], *entry.get("also", ())]
        for inner in entry.get("holds", ()):
            found.setdefault(inner, []).extend(names)
    return {name: tuple(outer) for name, outer in found.items()}


def _within(name: str) -> tuple[str, ...]:
    return _regions().get(name, ())


@functools.lru_cache(maxsize=65536)
def _told_together(text: str, one: str, other: str) -> bool:
    """Whether the two names stand side by side ("Karo, in Baro county"), small words between."""
    for first, second in ((one, other), (other, one)):
        for match in re.finditer(re.escape(first), text):
            behind = text[match.end() : match.end() + len(second) + 30]
            place = behind.find(second)
            if place >= 0 and _joins(behind[:place]):
                return True
    return False


def _joins(between: str) -> bool:
    joining = set(rules("places")["joining"]["words"])
    found = _WORDS.findall(between)
    lists = " and " in between or " or " in between or " to " in between
    return len(found) <= _REACH and not lists and "." not in between and all(
        word in joining for word in found
    )  # fmt: skip


def _apart(pair: Pair, a: str, b: str) -> str | None:
    """Two places of one level in the table, that something is at, comes from or goes to alike."""
    one, other = place_names(a), place_names(b)
    if len(one) != 1 or len(other) != 1 or is_description(a) or is_description(b):
        return None
    first, second = _level(one[0]), _level(other[0])
    if not first or first != second or _preposition(a) != _preposition(b):
        return None
    return f"both are {first}"


def _two_cities(a: str, b: str) -> bool:
    """Whether a city told with what holds it stands against another city of the same."""
    cities = [[name for name in place_names(text) if _level(name) == "cities"] for text in (a, b)]
    if len(cities[0]) != 1 or len(cities[1]) != 1 or len(place_names(a)) == len(place_names(b)):
        return False
    one, other = cities[0][0], cities[1][0]
    return one != other and not _table_holds(one, other)


def _preposition(text: str) -> str:
    first = text.split()[0].lower() if text.split() else ""
    return first if first.islower() and first in ("at", "near", "outside", "to", "from") else "in"


def _level(name: str) -> str | None:
    for entry in rules("places")["country"]:
        if name == entry["name"] or name in entry.get("also", ()):
            return "regions" if entry.get("region") else "countries"
    return "cities" if _within(name) else None
