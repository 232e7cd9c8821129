"""A conclusion in, the verdicts that follow from it out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reconcile.model import Judgement, Rule, Step
from reconcile.verification.sources import value_below

_APART: Final[frozenset[Rule]] = frozenset(
    ("disjoint", "neither rounds", "other unit", "other ends", "other wording")
)
#: conclusions of which a check may consist
_BROKEN: Final[frozenset[Rule]] = frozenset(
    (
        "disjoint",
        "neither rounds",
        "other unit",
        "other scale",
        "weekday",
        "same place",
        "denied",
        "cannot all hold",
    )
)
_BESIDE: Final[frozenset[Rule]] = frozenset(("assumed", "chosen", "in brief"))
_FOLLOWS: Final[dict[str, frozenset[Rule]]] = {
    "agree": frozenset(("same figure", "same set", "same words", "counts to", "rewording")),
    "compatible": frozenset(
        ("same figure", "rounds to", "within", "overlap", "near", "incomparable", "drift")
    ),
    "conflict": _APART,
    "updated": frozenset(("later",)),
}


def conclusion_of(last: Step) -> Step:
    """The conclusion itself, what is only said of it left aside."""
    while last.rule in _BESIDE and last.of:
        last = last.of[0]
    return last


def check_verdict(judgement: Judgement, last: Step) -> Iterator[str]:
    """What keeps the verdict from following."""
    conclusion = conclusion_of(last)
    if conclusion.rule not in _FOLLOWS[judgement.verdict]:
        yield f"“{conclusion.rule}” does not make it “{judgement.verdict}”"
    elif conclusion.rule == "same figure":
        yield from _check_hedges(judgement, conclusion)
    elif conclusion.rule == "later":
        inner = conclusion_of(conclusion.of[0]) if conclusion.of else conclusion
        if inner.rule not in _APART:
            yield "a figure that was not another one before has not moved"


def _check_hedges(judgement: Judgement, conclusion: Step) -> Iterator[str]:
    """One figure agrees where both hedge it alike, and is compatible where one of them does."""
    hedges = [_hedge(each) for each in conclusion.of[:2]]
    alike = len(hedges) == 2 and hedges[0] == hedges[1]
    if (judgement.verdict == "agree") != alike:
        yield "the two hedge the figure alike" if alike else "only one of them hedges the figure"


def _hedge(side: Step) -> str | None:
    value = value_below(side)
    if value is None or value.hedge in (None, "exactly"):
        return None
    if value.kind == "date" and (value.hedge == "by" or side.rule == "named"):
        return None
    return None if any(each.rule == "named" for each in side.every) else value.hedge


def check_broken(last: Step) -> Iterator[str]:
    """What keeps a check from saying that its statements cannot all hold."""
    conclusion = conclusion_of(last)
    if conclusion.rule not in _BROKEN:
        yield f"“{conclusion.rule}” does not say that they cannot all hold"
