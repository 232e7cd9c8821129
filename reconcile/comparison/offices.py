"""Two titles in, why no one person can hold both out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from reconcile import patterns
from reconcile.comparison.atlas import layout
from reconcile.comparison.names import plain
from reconcile.comparison.titlewords import fields_of, role_words
from reconcile.comparison.vocabulary import rules
from reconcile.comparison.whereabouts import whereabouts
from reconcile.gazetteer import places_named

_WORDS: Final = patterns.compile(r"[^\W_]+")
#: a title that only says for whom somebody works: "of train firm KN"
_AFFILIATED: Final = patterns.compile(r"\s*(?:of|at|from|with|for)\b", re.IGNORECASE)
#: a name within a title: "Lisbon" of "Lisbon mayor", "New York" of "New York governor"
_NAMED: Final = patterns.compile(r"(?:(?:[A-Z]\.){2,}|[A-Z]\w*)(?:\s(?:(?:[A-Z]\.){2,}|[A-Z]\w*))*")


def why_two(a: str, b: str) -> str | None:
    """Why two titles cannot be one person's, or ``None`` where they can."""
    one, other = role_words(a), role_words(b)
    found = _clash(one, other) or _employed(a, b)
    if found or {*one, *other} & set(rules("roles")["timed"]["words"]):
        return found
    return _state_or_government(a, b) or _junior(a, b) or _two_places(a, b)


def _at_another_time(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether only one of two posts is a former one, or one that is still to come."""
    timed = frozenset(rules("roles")["timed"]["words"])
    return timed & set(one) != timed & set(other)


def _clash(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """Why two offices cannot be one person's, or ``None``."""
    if _at_another_time(one, other):
        return None
    first, second = _offices(one), _offices(other)
    shared = first & second
    if shared or _without_rank(one) == _without_rank(other) != set():
        return _within_office(frozenset(one), frozenset(other), shared)
    if "acting" in {*one, *other}:
        return None
    for group in rules("roles")["offices"]["groups"]:
        held, also = first & set(group), second & set(group)
        if not held or not also:
            continue
        if not any(_together(left, right) for left in held for right in also):
            return f"one is {_an(min(held))}, the other {_an(min(also))}"
        if found := _of_another_field(frozenset(one), frozenset(other)):
            return found
    return None


def _offices(words: tuple[str, ...]) -> set[str]:
    table = rules("roles")["offices"]
    heads = {head for group in table["groups"] for head in group}
    held = {head for head in heads if set(head.split()) <= set(words)}
    return {head for head in held if head not in table["closing"] or words[-1] == head}


def _ranks(words: Iterable[str]) -> set[str]:
    return set(words) & set(rules("roles")["ranks"]["words"])


def _without_rank(words: tuple[str, ...]) -> set[str]:
    return set(words) - set(rules("roles")["ranks"]["words"])


def _within_office(one: frozenset[str], other: frozenset[str], shared: set[str]) -> str | None:
    """Two portfolios of one office, or an office and its deputy."""
    ranks = _ranks(one) ^ _ranks(other)
    if ranks and "acting" not in one | other:
        return f"only one is {_an(min(ranks))}"
    left, right = fields_of(one), fields_of(other)
    if left and right and not left & right and "minister" in shared:
        return "they are ministers of two fields"
    return None


def _of_another_field(one: frozenset[str], other: frozenset[str]) -> str | None:
    """A premier may be called a minister, but not one of a field; a chancellor, of finance."""
    finance, premier = fields_of(frozenset(("finance",))), fields_of(frozenset(("premier",)))
    for left, right in ((one, other), (other, one)):
        field = fields_of(right) - premier
        minister = "minister" in right or "chancellor" in right
        chief = "premier" in left and not _ranks(left)
        if chief and "minister" not in left and minister and field:
            return None if "premier" in right else "one is the premier, the other a minister"
        if "chancellor" in left and "minister" in right and field and not field & finance:
            return "one is the chancellor, the other a minister"
    return None


def _employed(a: str, b: str) -> str | None:
    """One holds a public office, and the other is told only by the firm that employs them."""
    table = rules("roles")["public"]
    for office, employed in ((a, b), (b, a)):
        one, other = set(role_words(office)), set(role_words(employed))
        public, firms = one & set(table["offices"]), other & set(table["employers"])
        if public and firms and _AFFILIATED.match(employed) and not one & set(table["employers"]):
            return f"one is {_an(min(public))}, the other works for {_an(min(firms))}"
    return None


def _state_or_government(a: str, b: str) -> str | None:
    """The president of a state, and a prime minister: not the president of a government."""
    loose = set(rules("roles")["presidents"]["words"]) | set(rules("roles")["ranks"]["words"])
    for state, government in ((a, b), (b, a)):
        one, other = set(role_words(state)), set(role_words(government))
        only = "president" in one - other and "prime minister" in plain(government)
        if only and "premier" not in one and not loose & (one | other):
            return "one is a president, the other a prime minister"
    return None


def _junior(a: str, b: str) -> str | None:
    """A junior minister, and the secretary at the head of a department."""
    for junior, head in ((a, b), (b, a)):
        one, other = set(role_words(junior)), set(role_words(head))
        above = "secretary" in _WORDS.findall(plain(head))
        if above and "junior" in one - other and "minister" in one & other:
            return "only one is a junior minister"
    return None


def _two_places(a: str, b: str) -> str | None:
    """Two towns or countries of which the titles name one office: two mayors, two governors."""
    table = rules("roles")["local"]
    shared = _offices(role_words(a)) & _offices(role_words(b))
    if not shared & {*table["towns"], *table["states"]}:
        return None
    one, other = _place_of(a), _place_of(b)
    if not one or not other:
        return None
    found = layout(whereabouts(f"in {one}"), whereabouts(f"in {other}"))
    if found is None or found.how != "apart":
        return None
    national = not shared & set(table["towns"])
    return None if national and found.level != "countries" else found.why


def _place_of(title: str) -> str:
    """The place whose office a title is, where that is the only name in it."""
    names = [name for found in _NAMED.findall(title) if (name := _bare(found))]
    return names[0] if len(names) == 1 and places_named(names[0]) else ""


def _bare(name: str) -> str:
    """A name without the words of an office that stand before or behind it in capitals."""
    words = name.split()
    while words and _is_office(words[0]):
        words.pop(0)
    while words and _is_office(words[-1]):
        words.pop()
    return " ".join(words)


def _is_office(word: str) -> bool:
    found = role_words(word)
    told = rules("roles")
    heads = {head for group in told["offices"]["groups"] for head in group}
    known = heads | {"head", *told["timed"]["words"], *told["ranks"]["words"]}
    spared = {"prime", "first", "secretary", "acting"}
    return not found or bool(set(found) & (known | spared) or fields_of(frozenset(found)))


def _together(left: str, right: str) -> bool:
    return any({left, right} == set(pair) for pair in rules("roles")["together"]["pairs"])


def _an(word: str) -> str:
    told = word.replace("-", " ")
    return f"{'an' if told[0] in 'aeiou' else 'a'} {told}"
