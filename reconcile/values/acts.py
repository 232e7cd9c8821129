"""The words of a predicate in, the questions that an act and a thing beside it answer together out.

"Raised its full-year forecast" and "its guidance has been lifted" are one act on one thing, in
whichever order and with whatever between them.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reconcile.records import frozen
from reconcile.tables import read_tables
from reconcile.values.inflections import lemmas_in

#: how many words behind an act its thing stands at most
BEHIND: Final = 6
#: and in front of it, as the subject of a passive
BEFORE: Final = 6
#: words of an act of which others may stand between: "put the plan on ice"
_BETWEEN: Final = 4


@frozen
class Act:
    """One way to say what is done: its words but the first, its question and the answer."""

    rest: tuple[str, ...]
    question: str
    answer: bool


@frozen
class Found:
    """An act on a thing in a text: where its words stand, how long they are, what they answer."""

    at: int
    places: frozenset[int]
    length: int
    question: str
    answer: bool


def acts_in(words: Sequence[str], starts: int) -> Iterator[Found]:
    """The acts that begin in the first ``starts`` words, each with the nearest thing it is on."""
    things = _things()
    for at in range(starts):
        for act in _acts_begun(words[at]):
            places = _places_of(words, at, act.rest)
            thing = _thing_near(words, places, things[act.question]) if places else None
            if thing is not None:
                every = frozenset((*places, thing))
                length = sum(len(words[place]) + 1 for place in every)
                yield Found(at, every, length, act.question, act.answer)


def _places_of(words: Sequence[str], at: int, rest: Sequence[str]) -> list[int]:
    """Where the words of an act stand, from a place on; nowhere, where it does not stand there."""
    places = [at]
    for wanted in rest:
        first = places[-1] + 1
        reach = min(first + (_BETWEEN if len(places) == 1 else 0) + 1, len(words))
        place = next((n for n in range(first, reach) if words[n] == wanted), None)
        if place is None:
            return []
        places.append(place)
    return places


def _thing_near(words: Sequence[str], act: Sequence[int], things: frozenset[str]) -> int | None:
    """The place of the nearest thing behind an act, else in front of it."""
    own = set(act)
    behind = range(act[0] + 1, min(act[-1] + BEHIND + 1, len(words)))
    before = range(act[0] - 1, max(act[0] - BEFORE - 1, -1), -1)
    near = itertools.chain(behind, before)
    return next((place for place in near if place not in own and words[place] in things), None)


@functools.lru_cache(maxsize=65536)
def _acts_begun(form: str) -> Sequence[Act]:
    """The acts that a form of a word begins, in the order of the rules."""
    acts = _acts()
    of_each = [acts[word] for word in lemmas_in(acts, form)]
    return [
        Act(tuple(phrase.split()[1:]), question, answer)
        for _, phrase, question, answer in sorted(itertools.chain(*of_each))
    ]


@functools.cache
def _acts() -> Mapping[str, list[tuple[int, str, str, bool]]]:
    """Every act by its first word: its number, its words, the question and the answer."""
    grouped: dict[str, list[tuple[int, str, str, bool]]] = {}
    number = itertools.count()
    for entry in act_entries():
        for answer, said in ((True, entry["yes"]), (False, entry["no"])):
            for phrase in said:
                act = next(number), phrase, entry["name"], answer
                grouped.setdefault(phrase.split()[0], []).append(act)
    return grouped


@functools.cache
def _things() -> Mapping[str, frozenset[str]]:
    """The things of every question, singular and plural."""
    return {
        entry["name"]: frozenset(
            form for thing in entry["things"] for form in (thing, *_plurals(thing))
        )
        for entry in act_entries()
    }


def _plurals(noun: str) -> Iterator[str]:
    yield f"{noun}s"
    if noun.endswith("y"):
        yield f"{noun[:-1]}ies"
    if noun.endswith(("x", "ch", "sh")):
        yield f"{noun}es"


def act_entries() -> Sequence[Mapping[str, Any]]:
    """The entries of the data file."""
    entries: Sequence[Mapping[str, Any]] = read_tables("values", "rules/acts.toml")["act"]
    return entries
