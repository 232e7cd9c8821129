"""A claim in, the event that its figure belongs to out: what happens, by its words and its names.

The words of a sentence tell what it is about; those of the event alone tell which of its figures
goes with which: "signed in May, the contract runs until 2030" has two dates and two events.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from reconcile.alignment.lexicon import concept
from reconcile.alignment.naming import folded
from reconcile.alignment.phrases import title_words
from reconcile.model import Argument, Claim
from reconcile.records import frozen
from reconcile.tables import read_tables

#: the concept of a predicate that only tells who says so
_TELLING: Final = "say"


@frozen(eq=False)
class Event:
    """What happens, and to whom: by the clause and by what the figure hangs on."""

    #: concepts, and names behind an "@": weight by rarity
    words: Mapping[str, float]
    names: frozenset[str]
    #: of the subject alone
    names_of_subject: frozenset[str]
    #: whether no more happens than that somebody says so
    is_telling: bool


def event_of(claim: Claim, rarity: Callable[[str], float]) -> Event:
    """The event of a claim; ``rarity`` weighs a concept, or a name behind an "@"."""
    known = frozenset(word for word, _ in claim.context.names)
    subject = claim.clause.subject
    names = frozenset().union(*(_named(each, known) for each in _others(claim)))
    words = {*(concept(lemma) for lemma in _lemmas(claim)), *(f"@{name}" for name in names)}
    return Event(
        {word: rarity(word) for word in sorted(words)},
        names,
        frozenset() if subject is None or _holds(subject, claim) else _named(subject, known),
        concept(claim.context.governor.split(" ")[0]) == concept(_TELLING),
    )


def _lemmas(claim: Claim) -> Iterator[str]:
    context = claim.context
    heads = (each.lemma for each in _others(claim))
    for lemma in (
        claim.clause.predicate.split(" ")[0],
        context.governor.split(" ")[0],
        context.subject,
        context.measured,
        *context.measured_phrase,
        *heads,
    ):
        if lemma and not lemma[0].isdigit() and lemma.lower() not in _empty():
            yield lemma.lower()


def _others(claim: Claim) -> Iterator[Argument]:
    """The participants of the clause that do not hold the figure."""
    subject = claim.clause.subject
    for each in (*(() if subject is None else (subject,)), *claim.clause.arguments):
        if not _holds(each, claim):
            yield each


def _holds(argument: Argument, claim: Claim) -> bool:
    return argument.start <= claim.focus.start < argument.end


def _named(argument: Argument, known: frozenset[str]) -> frozenset[str]:
    return known.intersection(folded(argument.text))


@functools.cache
def _empty() -> frozenset[str]:
    light = read_tables("alignment", "rules/events.toml")["light"]["words"]
    return frozenset((*light, *title_words()["pronouns"]["words"]))
