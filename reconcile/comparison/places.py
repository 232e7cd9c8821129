"""Two claims on where something is in, a judgement on the two places out."""

from __future__ import annotations

import functools
import re
from typing import Final

from reconcile.comparison.names import is_description, plain
from reconcile.comparison.pair import Pair, quoted
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Judgement

_NAME: Final = re.compile(
    r"\b[^\W\d_a-z][\w'’.-]*(?:\s+(?:of|de|del|la|el|da|do|al)?\s*[^\W\d_a-z][\w'’.-]*)*"
)
_WORDS: Final = re.compile(r"[^\W_]+")
#: words between two names of one sentence that still say that one lies within the other
_REACH: Final = 4
#: what a place that the table does not know may lie within
_HOLDERS: Final = ("countries", "regions")


def compare_places(pair: Pair) -> Judgement:
    """One place in other words agrees, one within the other is compatible, others conflict."""
    a, b = pair.a.focus.text, pair.b.focus.text
    one, other = place_words(a), place_words(b)
    if _WORDS.findall(plain(a)) == _WORDS.findall(plain(b)):
        return Judgement("agree", "same words", f"Both say {quoted(pair.a)}.")
    if one == other or _written_apart(a, b):
        text = f"{quoted(pair.a)} and {quoted(pair.b)} are one place."
        return Judgement("agree", "variant", text)
    if _opposite(one, other):
        why = "they lie on opposite sides"
        return _conflict(pair, why)
    if set(one) & set(other):
        return _compatible(pair, "one is more closely named than the other")
    within = _containment(pair, a, b)
    if within:
        return _compatible(pair, within)
    apart = _apart(pair, a, b)
    return _conflict(pair, apart) if apart else _compatible(pair, "neither rules out the other")


def _written_apart(a: str, b: str) -> bool:
    """Whether two places differ by a space in one name only."""
    return place_names(a) != place_names(b) and _joined_names(a) == _joined_names(b)


def _joined_names(text: str) -> str:
    """A name written in one word or in two ("Ha Noi", "Hanoi")."""
    return "".join(place_names(text)).replace(" ", "")


def _compatible(pair: Pair, why: str) -> Judgement:
    text = f"{quoted(pair.a)} and {quoted(pair.b)} can both be true: {why}."
    return Judgement("compatible", "more specific", text, (why,))


def _conflict(pair: Pair, why: str) -> Judgement:
    text = f"{quoted(pair.a)} and {quoted(pair.b)} are different places: {why}."
    return Judgement("conflict", "different name", text, (why,))


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
            if _told_together(pair.article_a, one, other) or _told_together(
                pair.article_b, one, other
            ):
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


def _told_together(article: Article, one: str, other: str) -> bool:
    """Whether the two names stand side by side ("Karo, in Baro county"), small words between."""
    text = plain(article.text)
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
    """Two names of one level, neither within the other as far as the articles say."""
    one, other = place_names(a), place_names(b)
    if not one or not other or is_description(a) or is_description(b):
        return None
    first, second = _level(one[0]), _level(other[0])
    if first and first == second:
        return f"both are {first}"
    if first in _HOLDERS or second in _HOLDERS or _preposition(a) != _preposition(b):
        return None
    if len(one) == len(other) == 1 and _plain_place(a) and _plain_place(b):
        return "neither article puts one within the other"
    return None


def _preposition(text: str) -> str:
    first = text.split()[0].lower() if text.split() else ""
    return first if first.islower() and first in ("at", "near", "outside", "to", "from") else "in"


def _plain_place(text: str) -> bool:
    """Whether a place is a preposition and a name, and no more: "in Leipzig"."""
    names = place_names(text)
    rest = [word for word in place_words(text) if word not in " ".join(names).split()]
    return not rest and not set(_WORDS.findall(plain(text))) & set(
        rules("places")["vague"]["words"]
    )


def _level(name: str) -> str | None:
    for entry in rules("places")["country"]:
        if name == entry["name"] or name in entry.get("also", ()):
            return "regions" if entry.get("region") else "countries"
    return "cities" if _within(name) else None
