"""Steps that say which of two figures is the greater: by ranks, by times, or by plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from reconcile import patterns
from reconcile.model import Step
from reconcile.verification.ranges import Range, range_of, same
from reconcile.verification.sources import Sources

_ZERO: Final = Fraction(0)
#: what the first less the second is where the first is more, or no less, or less, or no more
_MORE: Final = Range(_ZERO, None, False, False)
_NO_LESS: Final = Range(_ZERO, None, True, False)
_LESS: Final = Range(None, _ZERO, False, False)
_NO_MORE: Final = Range(None, _ZERO, False, True)
_THAN_MORE: Final = patterns.compile(
    r"\b(?:more|larger|bigger|higher|greater)\b.*\bthan\b", re.DOTALL
)
_THAN_LESS: Final = patterns.compile(r"\b(?:fewer|less|smaller|lower)\b.*\bthan\b", re.DOTALL)
_GREATEST: Final = patterns.compile(r"\b(?:largest|biggest|greatest|highest|most|strongest|top)\b")
_LEAST: Final = patterns.compile(r"\b(?:lowest|smallest|fewest|least|weakest)\b")


def order(step: Step, sources: Sources) -> Iterator[str]:
    """Which of two figures is the greater one."""
    there = range_of(step.result)
    if step.number is not None or step.figure is not None or step.unit:
        yield "an order has no figure"
    rules = [before.rule for before in step.of]
    if rules == ["reading", "reading"] and not step.premises:
        yield from _by_ranks(step, there)
    elif rules == ["since", "reading"] and not step.premises:
        yield from _since(step, there)
    elif not rules and len(step.premises) == 1:
        yield from _by_words(step, there)
    else:
        yield "it rests on no ranks, times or words"


def _by_ranks(step: Step, there: Range | None) -> Iterator[str]:
    """The first of the two ranks is the better one, among the largest."""
    ranks = [range_of(before.result) for before in step.of]
    if any(before.unit != "place" for before in step.of):
        yield "these are no ranks"
    one, other = ranks
    if one is None or other is None or one.high is None or other.low is None:
        yield "a rank is missing"
    elif one.high >= other.low:
        yield "the first is not ranked above the second"
    if not all(_GREATEST.search(_text(before)) for before in step.of):
        yield "the ranks are not of the largest"
    if not same(there, _NO_LESS):
        yield "it does not follow that the one is so much more"


def _since(step: Step, there: Range | None) -> Iterator[str]:
    """The second figure is of a later time than that since which the first is the most."""
    since, when = (range_of(before.result) for before in step.of)
    if since is None or when is None or since.high is None or when.low is None:
        yield "a time is missing"
    elif when.low < since.high or step.of[1].unit != "date":
        yield "the other figure is not of a time behind that"
    said = _text(step.of[0])
    high, low = bool(_GREATEST.search(said)), bool(_LEAST.search(said))
    if high == low or not same(there, _NO_LESS if high else _NO_MORE):
        yield "it does not follow that the one is so much more"


def _by_words(step: Step, there: Range | None) -> Iterator[str]:
    said = step.premises[0].text.casefold()
    more, less = bool(_THAN_MORE.search(said)), bool(_THAN_LESS.search(said))
    if more == less or not same(there, _MORE if more else _LESS):
        yield "the words do not say that the one is so much more"


def _text(step: Step) -> str:
    return step.premises[0].text.casefold()
