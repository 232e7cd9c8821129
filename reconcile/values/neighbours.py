"""Mentions in, the same out, each with the readings that follow from the value beside it.

"A fifth of the 1,920 bitcoin" is also 384 of them, "38 of the 43 cases" also 88 percent of them,
and in "from four to 10" the ten is also two and a half times as many. Such a reading is one of the
mention's ``alternatives``: it meets a source that tells the same by the other figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.model import Interval, Mention, Stated, Value
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.parts import ratio

#: what stands between a part and the whole that it is of: "of the town's"
_OF_A_WHOLE: Final = patterns.compile(
    r"""
      (?: \s+ of )?                          # "a fifth of" has its own "of"
      (?: \s+ (?: the | its | their | his | her | these | those | all | some | about ) ){0,2}
      (?: \s+ [^\W\d_]+ (?: ['’]s? )? )?     # "town's"
      \s+
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: what stands between where something stood and where it came to: "from four to 10"
_CAME_TO: Final = patterns.compile(r"\s+to\s+", re.IGNORECASE)
#: the same the other way about: "to $782,000 from $787,000", "21 million, against 14 million"
_CAME_FROM: Final = patterns.compile(
    r"""
      (?: \s+ [^\W\d_]+ ){0,4} ,? \s+
      (?: (?: up | down ) \s+ )?
      (?: from | against | compared \s+ (?: with | to ) | versus )
      \s+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE_FROM: Final = patterns.compile(r"\bfrom\s*$", re.IGNORECASE)
_LONGEST: Final = 48
_WHOLES: Final = frozenset(("count", "money", "quantity"))
#: a change of more than this is no change of one thing
_MOST: Final = 1000


def tell_by_neighbours(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions of a text, with what each says beside the one before or behind it."""
    told = list(mentions)
    for index in range(1, len(told)):
        first, second = told[index - 1], told[index]
        if second.start - first.end > _LONGEST or first.value is None or second.value is None:
            continue
        between = text[first.end : second.start]
        if _is_part_of(first, between):
            wholes = (second.value, *second.value.alternatives)
            told[index - 1] = _also(first, *(_of_whole(first.value, whole) for whole in wholes))
        elif _CAME_TO.fullmatch(between) and _BEFORE_FROM.search(text[: first.start][-8:]):
            told[index - 1 : index + 1] = _both(first, second, _change(first.value, second.value))
        elif _CAME_FROM.fullmatch(between):
            told[index - 1 : index + 1] = _both(first, second, _change(second.value, first.value))
    return told


def _also(mention: Mention, *readings: Value | None) -> Mention:
    told = tuple(reading for reading in readings if reading is not None)
    if not told or mention.value is None:
        return mention
    others = (*mention.value.alternatives, *told)
    return evolve(mention, value=evolve(mention.value, alternatives=others))


def _both(first: Mention, second: Mention, change: Value | None) -> list[Mention]:
    return [_also(first, change), _also(second, change)]


# --- parts of a whole -------------------------------------------------------------------------


def _is_part_of(part: Mention, between: str) -> bool:
    linked = part.text[-3:].lower() == " of" or between.lstrip()[:3].lower() == "of "
    return linked and _OF_A_WHOLE.fullmatch(between) is not None


def _of_whole(part: Value, whole: Value) -> Value | None:
    """A share of a stated whole as a figure; a figure out of a stated whole as a share."""
    if whole.kind not in _WHOLES or not whole.unit or not whole.nominal or whole.nominal <= 0:
        return None
    if part.kind == "percent" and part.unit == "fraction" and part.stated.unit != "multiple":
        return _figure_of(part, whole, whole.nominal)
    if part.kind == whole.kind and part.nominal is not None and part.unit in ("", whole.unit):
        return _share_of(part, part.nominal, whole.nominal)
    return None


def _figure_of(part: Value, whole: Value, number: Decimal) -> Value:
    nominal = None if part.nominal is None else part.nominal * number
    return Value(
        whole.kind, whole.unit, sets.scale(part.interval, number), sets.scale(part.named, number),
        nominal, part.hedge, Stated(nominal, whole.stated.unit or whole.unit),
    )  # fmt: skip


def _share_of(part: Value, number: Decimal, whole: Decimal) -> Value | None:
    if not 0 < number <= whole or part.stated.unit == "score":
        return None
    interval = sets.scale(part.interval, 1 / whole)
    return Value(
        "percent", "fraction", interval, sets.scale(part.named, 1 / whole), ratio(number, whole),
        part.hedge, Stated(ratio(number, whole), "part"),
    )  # fmt: skip


# --- changes ----------------------------------------------------------------------------------


def _change(before: Value, after: Value) -> Value | None:
    """How many times what something was it has become."""
    if before.kind != after.kind or before.kind not in _WHOLES or before.unit != after.unit:
        return None
    if before.nominal is None or after.nominal is None or before.hedge or after.hedge:
        return None
    if not before.nominal or not 0 < after.nominal / before.nominal < _MOST:
        return None
    times = _quotient(after.interval, before.interval)
    number = ratio(after.nominal, before.nominal)
    return Value("percent", "fraction", times, times, number, None, Stated(number, "multiple"))


def _quotient(top: Interval, bottom: Interval) -> Interval:
    """All that a number of one set over a number of another can be, both above zero."""
    low = None if top.low is None or not bottom.high else ratio(top.low, bottom.high)
    high = None if top.high is None or not bottom.low else ratio(top.high, bottom.low)
    return Interval(low, high, True, True)
