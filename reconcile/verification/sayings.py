"""Steps on what is said, and not on sets: each is decided again, by the words themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reconcile import patterns
from reconcile.model import Step
from reconcile.verification.ranges import range_of, same
from reconcile.verification.sources import Sources

_WORD: Final = patterns.compile(r"[^\W\d_]+")
_DENIAL: Final = patterns.compile(r"\b(?:not|never|nobody|nothing|none|cannot|neither)\b|n['’]t\b")
#: words that begin with the same letters are forms of one word
_BEGINNING: Final = 4
_FEWEST_SHARED: Final = 2


def same_place(step: Step, sources: Sources) -> Iterator[str]:
    """Two that are named apart have one place."""
    if [side.rule for side in step.of] != ["reading", "reading", "words", "words"]:
        yield "two ranks and two names are missing"
        return
    one, other = (range_of(side.result) for side in step.of[:2])
    if one is None or other is None or one.low is None or not same(one, other):
        yield "the two are not at one place"
    elif one.low != one.high or any(side.unit != "place" for side in step.of[:2]):
        yield "it is no place that only one can have"
    first, second = (_capitals(side.premises[0].text) for side in step.of[2:])
    if not first or not second or first & second:
        yield "the two names may be one"


def _capitals(name: str) -> set[str]:
    """The words of a name that begin with a capital."""
    return {word.casefold() for word in _WORD.findall(name) if word[:1].isupper()}


def denied(step: Step, sources: Sources) -> Iterator[str]:
    """The one quote denies and the other does not, and both are about one thing."""
    if [side.rule for side in step.of] != ["words", "words"]:
        yield "two quotes are missing"
        return
    one, other = (side.premises[0].text.casefold() for side in step.of)
    if len(_DENIAL.findall(one)) % 2 == len(_DENIAL.findall(other)) % 2:
        yield "both deny it, or neither does"
    if len(_beginnings(one) & _beginnings(other)) < _FEWEST_SHARED:
        yield "the two share too few words to be about one thing"


def _beginnings(text: str) -> set[str]:
    """The first letters of the words that are long enough to say something."""
    return {word[:_BEGINNING] for word in _WORD.findall(text) if len(word) >= _BEGINNING}
