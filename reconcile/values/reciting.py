"""A judgement on words that stand nowhere in, the same on two quotes out.

What two readings say of each other is the same wherever their words stand: fifty articles that tell
a story in two wordings ask it a thousand times. It is worked out once, on two quotes of no article,
and its steps are then told of the quotes that are held against each other.
"""

from __future__ import annotations

import functools
from typing import Final

from reconcile.model import Citation, Judgement, Step
from reconcile.records import evolve, frozen

#: what stands for the two quotes until it is known where they stand
FIRST: Final = Citation("first", 0, 0, "")
SECOND: Final = Citation("second", 0, 0, "")


@frozen(eq=False)
class Pattern:
    """A step that rests on ``FIRST`` and ``SECOND``."""

    step: Step
    #: the name of the one that it rests on; ``None`` where it rests on both, or on neither
    side: str | None
    of: tuple[Pattern, ...] = ()


def pattern_of(step: Step) -> Pattern:
    """The step, with what it rests on told apart."""
    of = tuple(map(pattern_of, step.of))
    sides = {each.article for each in step.premises} | {each.side for each in of}
    side = sides.pop() if len(sides) == 1 else None
    return Pattern(step, None, of) if side is None else Pattern(_one_of(step), side)


@functools.lru_cache(maxsize=4096)
def _one_of(step: Step) -> Step:
    """The first one of equal steps, which is found again at once."""
    return step


def recited(judgement: Judgement, pattern: Pattern, first: Citation, second: Citation) -> Judgement:
    """The judgement, its steps told of these quotes."""
    return evolve(judgement, derivation=_recited(pattern, first, second))


def _recited(pattern: Pattern, first: Citation, second: Citation) -> Step:
    if pattern.side is not None:
        return _of_quote(pattern.step, first if pattern.side == FIRST.article else second)
    of = tuple(_recited(each, first, second) for each in pattern.of)
    return evolve(pattern.step, of=of) if of else pattern.step


@functools.lru_cache(maxsize=16384)
def _of_quote(step: Step, cited: Citation) -> Step:
    """A step that rests on one quote only: one for all that is said of that quote."""
    return evolve(
        step,
        of=tuple(_of_quote(each, cited) for each in step.of),
        premises=tuple(_with_reading(cited, each) for each in step.premises),
    )


def _with_reading(cited: Citation, premise: Citation) -> Citation:
    """The quote, with the one of its readings that is meant."""
    return cited if cited.value == premise.value else evolve(cited, value=premise.value)
