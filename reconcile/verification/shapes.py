"""What each rule takes and gives: how many steps and quotes, and whether a set comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from reconcile.model import Rule, Step
from reconcile.tuples import NamedTuple

_MANY: Final = 1000


class Shape(NamedTuple):
    """What a step by one rule looks like."""

    #: how many steps before it rests on, at least and at most
    steps: tuple[int, int] = (0, 0)
    #: how many quotes
    quotes: tuple[int, int] = (0, 0)
    #: how many numbers it is applied with
    numbers: tuple[int, int] = (0, 0)
    #: whether a set comes out: ``None`` where it may or may not
    gives: bool | None = True


_OF_A_QUOTE: Final = Shape(quotes=(1, 1))
_OF_ONE: Final = Shape(steps=(1, 1))
_BY_ONE: Final = Shape(steps=(1, 1), numbers=(1, 1))
_BY_TWO: Final = Shape(steps=(1, 1), numbers=(2, 2))
_OF_TWO: Final = Shape(steps=(2, 2))
_OF_SEVERAL: Final = Shape(steps=(2, _MANY))
_SAYS: Final = Shape(steps=(2, _MANY), gives=False)
_SAYS_MORE: Final = Shape(steps=(1, _MANY), gives=None)

SHAPES: Final[Mapping[Rule, Shape]] = {
    "reading": Shape(steps=(0, 1), quotes=(1, 1)),
    "printed": _OF_A_QUOTE,
    "since": Shape(steps=(0, 1), quotes=(1, 1)),
    "words": Shape(quotes=(1, 1), gives=False),
    "publication": _OF_A_QUOTE,
    "published": Shape(quotes=(1, 1), gives=None),
    "counted": Shape(quotes=(1, _MANY)),
    "whole": Shape(),
    "remark": Shape(steps=(0, _MANY), quotes=(0, _MANY), gives=False),
    "named": _OF_ONE,
    "convert": _BY_TWO,
    "exchange": _BY_TWO,
    "other currency": _OF_ONE,
    "shift": _BY_ONE,
    "unsigned": _OF_ONE,
    "rise": _OF_ONE,
    "turned": _OF_ONE,
    "year": _OF_ONE,
    "years": _OF_ONE,
    "calendar": _OF_ONE,
    "months": _OF_ONE,
    "both ends": _OF_ONE,
    "elapsed": _BY_ONE,
    "widen": _BY_TWO,
    "same unit": _BY_ONE,
    "days apart": _OF_TWO,
    "sum": _OF_SEVERAL,
    "difference": _OF_TWO,
    "product": _OF_TWO,
    "quotient": _OF_TWO,
    "change": _OF_TWO,
    "hull": _OF_SEVERAL,
    "intersection": _OF_SEVERAL,
    "at least": _OF_ONE,
    "order": Shape(steps=(0, 2), quotes=(0, 1)),
    "relation": _OF_ONE,
    "same figure": _SAYS,
    "same set": _SAYS,
    "same words": _SAYS,
    "counts to": _SAYS,
    "rounds to": _OF_SEVERAL,
    "within": Shape(steps=(3, _MANY)),
    "overlap": _OF_SEVERAL,
    "near": Shape(steps=(2, _MANY), numbers=(1, 1), gives=False),
    "disjoint": Shape(steps=(2, _MANY), numbers=(0, 1), gives=False),
    "neither rounds": _SAYS,
    "other unit": _SAYS,
    "other ends": _SAYS,
    "other scale": _SAYS,
    "incomparable": _SAYS,
    "weekday": Shape(steps=(1, _MANY), gives=False),
    "same place": Shape(steps=(4, 4), gives=False),
    "denied": Shape(steps=(2, 2), gives=False),
    "cannot all hold": _SAYS,
    "rewording": _SAYS,
    "drift": _SAYS,
    "other wording": _SAYS,
    "assumed": _SAYS_MORE,
    "chosen": _SAYS_MORE,
    "in brief": _SAYS_MORE,
    "later": Shape(steps=(3, 3), gives=None),
}


def check_shape(step: Step) -> Iterator[str]:
    """What a step has too much of, or too little."""
    shape = SHAPES.get(step.rule)
    if shape is None:
        yield f"no rule is called “{step.rule}”"
        return
    for what, count, (least, most) in (
        ("steps", len(step.of), shape.steps),
        ("quotes", len(step.premises), shape.quotes),
        ("numbers", len(step.numbers), shape.numbers),
    ):
        if not least <= count <= most:
            yield f"“{step.rule}” does not rest on {count} {what}"
    if shape.gives is not None and shape.gives != (step.result is not None):
        yield f"“{step.rule}” gives {'a' if shape.gives else 'no'} set"
    if step.terms and step.rule != "relation":
        yield f"“{step.rule}” binds no quantities"
