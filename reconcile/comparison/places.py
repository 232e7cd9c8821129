"""Two claims on where something is in, a judgement on the two places out."""

from __future__ import annotations

import functools
from typing import Final

from reconcile import patterns
from reconcile.comparison.atlas import layout, level_of
from reconcile.comparison.beside import stand_together
from reconcile.comparison.names import plain
from reconcile.comparison.pair import Pair, quoted
from reconcile.comparison.vocabulary import rules
from reconcile.comparison.whereabouts import NAME, Stop, Whereabouts, is_near, whereabouts
from reconcile.gazetteer import places_named
from reconcile.model import Article, Claim, Judgement
from reconcile.values.steps import remark

_WORDS: Final = patterns.compile(r"[^\W_]+")
#: characters in front of a place that may say how it is meant
_BEFORE: Final = 40


def compare_places(pair: Pair, *, paired: bool = False) -> Judgement | None:
    """One place in other words agrees, one within the other is compatible, others conflict.

    Two places that both articles name, or of which neither is known to exclude the other, have
    nothing to do with each other: ``None``, unless they are known to be of one fact (``paired``).
    """
    a, b = pair.a.focus.text, pair.b.focus.text
    one, other = place_words(a), place_words(b)
    first, second = (_whereabouts(claim, article) for claim, article in _sides(pair))
    if _WORDS.findall(plain(a)) == _WORDS.findall(plain(b)):
        return _namesakes(pair, first, second)
    if one == other or _written_apart(a, b):
        return _one_place(pair)
    if _opposite(one, other):
        return _conflict(pair, "they lie on opposite sides")
    found = layout(first, second, _texts(pair))
    if found and found.how == "same":
        return _same(pair)
    if found and found.how == "within" and (paired or found.level):
        return _compatible(pair, found.why)
    if _told_together_in(pair, first, second):
        return _compatible(pair, "one article names the two together")
    if found is None and set(one) & set(other):
        return _compatible(pair, "one is more closely named than the other")
    if found and found.how == "apart" and (paired or found.level and _is_sure(pair, first, second)):
        return _conflict(pair, found.why)
    if paired:
        return _compatible(pair, "neither is known to lie outside the other")
    return _compatible(pair, "both say where the story is set") if _set_the_scene(pair) else None


def _namesakes(pair: Pair, one: Whereabouts, other: Whereabouts) -> Judgement:
    """The same words: one place, but where the articles put it in two ("Columbus", of Ohio)."""
    if any(len(stop.places) > 1 for stop in one.stops):
        found = layout(one, other, _texts(pair))
        if found and found.how == "apart":
            return _conflict(pair, f"the articles put it in two places, and {found.why}")
    return Judgement("agree", "same words", f"Both say {quoted(pair.a)}.")


def _texts(pair: Pair) -> tuple[str, str]:
    return plain(pair.article_a.text), plain(pair.article_b.text)


def _same(pair: Pair) -> Judgement:
    """Two names of one place, or the place and something in it."""
    if all(_is_bare(claim.focus.text) for claim in pair[:2]):
        return _one_place(pair)
    return _compatible(pair, "one is more closely named than the other")


def _one_place(pair: Pair) -> Judgement:
    return Judgement("agree", "variant", f"{quoted(pair.a)} and {quoted(pair.b)} are one place.")


def _is_bare(text: str) -> bool:
    """Whether a place's words name it and say no more: no "Karo hospital", no "Central Karo"."""
    stops = whereabouts(text).stops
    named = {word for stop in stops for word in _WORDS.findall(plain(stop.name))}
    return set(place_words(text)) <= named and all(places_named(stop.name) for stop in stops)


def _sides(pair: Pair) -> tuple[tuple[Claim, Article], tuple[Claim, Article]]:
    return (pair.a, pair.article_a), (pair.b, pair.article_b)


def _whereabouts(claim: Claim, article: Article) -> Whereabouts:
    """What a place's own words say; with those before "of", which may say that it is only near."""
    text = claim.focus.text
    if text.split()[:1] == ["of"]:
        before = article.text[max(claim.focus.start - _BEFORE, 0) : claim.focus.start]
        text = " ".join((*before.split()[-3:], text)) if before.split()[-1:] else text
        text = text if is_near(text) else claim.focus.text
    return whereabouts(text)


def _is_sure(pair: Pair, one: Whereabouts, other: Whereabouts) -> bool:
    """Whether something is at, comes from or goes to both, and neither article knows both."""
    return one.bearing == other.bearing != "of" and not _named_by_both(
        pair, pair.a.focus.text, pair.b.focus.text
    )


def _set_the_scene(pair: Pair) -> bool:
    """Whether both articles open with it: here a country or region, there a place not known."""
    if not all(_opens(claim) for claim in pair[:2]):
        return False
    both = [whereabouts(claim.focus.text) for claim in pair[:2]]
    return any(
        wide.bearing in ("in", "of")
        and inner.bearing != "from"
        and any(_is_region(stop) for stop in wide.stops)
        and bool(inner.stops)
        and not any(stop.places for stop in inner.stops)
        for wide, inner in (both, both[::-1])
    )


def _is_region(stop: Stop) -> bool:
    return level_of(stop) in ("regions", "countries")


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
    found = (match.group() for match in NAME.finditer(text))
    return tuple(plain(name).rstrip(".") for name in found if plain(name) not in empty)


def _opposite(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """North against south of one thing: the rest of the words is the same."""
    for left, right in rules("places")["opposites"]["pairs"]:
        for first, second in ((left, right), (right, left)):
            if first in one and second in other:
                return set(one) - {first} == set(other) - {second}
    return False


def _told_together_in(pair: Pair, one: Whereabouts, other: Whereabouts) -> bool:
    """Whether either article puts a name of the one into, or beside, one of the other."""
    return any(
        stand_together(plain(article.text), plain(inner.name), plain(outer.name))
        for inner in one.stops
        for outer in other.stops
        if inner.name != outer.name
        for article in pair[2:]
    )
