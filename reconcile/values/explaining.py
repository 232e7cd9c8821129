"""Two values on one line and how they lie to each other in, the judgement in plain words out."""

from __future__ import annotations

from typing import Final

from reconcile.model import Judgement
from reconcile.values import sets
from reconcile.values.meeting import Meeting, Side
from reconcile.values.slips import slip
from reconcile.values.telling import amount, interval_words

#: hedges that leave both sides of the figure open
_AROUND: Final = frozenset(("about",))


def both(a: Side, b: Side) -> str:
    return f"“{a.words}” and “{b.words}”"


def _open(one: Side, meeting: Meeting) -> str:
    return interval_words(one.whole, meeting.unit, meeting.kind)


def _readings(meeting: Meeting, a: Side, b: Side) -> tuple[str, ...]:
    """What each side leaves open, a step each."""
    there = ((a, meeting.a), (b, meeting.b))
    dated = (a, b) if meeting.kind == "date" else ()
    resolved = (f"“{one.words}”: {step}" for one in dated for step in one.value.steps)
    return (
        *resolved,
        *meeting.steps,
        *(f"“{one.words}” is {_open(led, meeting)}" for one, led in there),
    )


def agreement(meeting: Meeting, a: Side, b: Side) -> Judgement:
    steps = _readings(meeting, a, b)
    if a.words.casefold() == b.words.casefold():
        return Judgement("agree", "same words", f"Both say “{a.words}”.", steps)
    reason = "unit or currency" if meeting.changed else "same value"
    what = {"date": "time", "duration": "span"}.get(meeting.kind, "figure")
    text = f"{both(a, b)} are the same {what}: {_figure(meeting.a, meeting)}."
    return Judgement("agree", reason, text, steps)


def _figure(one: Side, meeting: Meeting) -> str:
    if one.nominal is not None and meeting.kind != "duration":
        return amount(one.nominal, meeting.unit, meeting.kind)
    return interval_words(one.figure, meeting.unit, meeting.kind)


def hedged(meeting: Meeting, a: Side, b: Side) -> Judgement:
    hedge = meeting.a.hedge or meeting.b.hedge
    reason = "rounding" if hedge in _AROUND else "bound holds"
    text = f"{both(a, b)} give the same figure; only one of them hedges it."
    return Judgement("compatible", reason, text, _readings(meeting, a, b))


def conflict(meeting: Meeting, a: Side, b: Side) -> Judgement:
    found = slip(meeting)
    why = f"{_open(meeting.a, meeting)} against {_open(meeting.b, meeting)}"
    text = f"{both(a, b)} cannot both be true: {why}" + (f" ({found})." if found else ".")
    steps = (*_readings(meeting, a, b), "no value lies in both")
    return Judgement("conflict", "disjoint", text, (*steps, found) if found else steps)


def compatible(meeting: Meeting, a: Side, b: Side) -> Judgement:
    steps = _readings(meeting, a, b)
    common = sets.intersect(meeting.a.whole, meeting.b.whole)
    if sets.is_empty(common):
        return _nearly(meeting, a, b, steps)
    shared = interval_words(common, meeting.unit, meeting.kind)
    reason = _reason(meeting)
    text = _sentence(reason, meeting, a, b, shared)
    return Judgement("compatible", reason, text, (*steps, f"both can be true: {shared}"))


def _nearly(meeting: Meeting, a: Side, b: Side, steps: tuple[str, ...]) -> Judgement:
    """Sets that lie beside each other by less than what was left to chance."""
    if meeting.kind == "money":
        text = f"{both(a, b)} fit, a little beside the rates of the days around."
        return Judgement("compatible", "unit or currency", text, steps)
    text = f"{both(a, b)} fit each other, give or take: {meeting.steps[0]}."
    return Judgement("compatible", "follows from", text, steps)


def _reason(meeting: Meeting) -> str:
    a, b = meeting.a, meeting.b
    if meeting.derived:
        return "follows from"
    if meeting.changed and meeting.kind in ("money", "quantity"):
        return "unit or currency"
    within = sets.contains(a.whole, b.whole) or sets.contains(b.whole, a.whole)
    if meeting.kind in ("date", "rank", "age"):
        return "more specific" if within else "overlap"
    if _is_range(a) or _is_range(b):
        return "more specific" if within else "overlap"
    bounds = [side for side in (a, b) if side.hedge and side.hedge not in _AROUND]
    if len(bounds) == 2:
        return "overlap"
    return "bound holds" if bounds else "rounding"


def _is_range(one: Side) -> bool:
    return one.nominal is None and one.hedge in (None, "between")


def _sentence(reason: str, meeting: Meeting, a: Side, b: Side, shared: str) -> str:
    if reason == "unit or currency":
        return _conversion_sentence(meeting, a, b)
    narrow, wide = _by_precision(meeting, a, b)
    if reason == "rounding":
        return _rounding_sentence(meeting, narrow, wide)
    if reason == "bound holds":
        bound, plain = (a, b) if meeting.a.hedge else (b, a)
        if meeting.a.hedge and meeting.b.hedge:
            bound, plain = (a, b) if meeting.a.hedge not in _AROUND else (b, a)
        return f"“{plain.words}” satisfies “{bound.words}”."
    if reason == "more specific":
        return f"“{narrow.words}” lies within “{wide.words}”: one is more specific."
    if reason == "follows from":
        return f"{both(a, b)} fit each other: {meeting.steps[0]}."
    return f"{both(a, b)} overlap: {shared} satisfies both."


def _by_precision(meeting: Meeting, a: Side, b: Side) -> tuple[Side, Side]:
    """The side that leaves less open, then the other."""
    one, other = sets.width(meeting.a.whole), sets.width(meeting.b.whole)
    if one is None or (other is not None and other < one):
        return b, a
    return a, b


def _rounding_sentence(meeting: Meeting, narrow: Side, wide: Side) -> str:
    led = meeting.a if wide.value is meeting.a.value else meeting.b
    fine = meeting.b if led is meeting.a else meeting.a
    if led.hedge is None and fine.nominal is not None and led.nominal is not None:
        return f"“{narrow.words}” rounds to “{wide.words}”."
    return f"“{narrow.words}” lies within “{wide.words}”, which stands for {_open(led, meeting)}."


def _conversion_sentence(meeting: Meeting, a: Side, b: Side) -> str:
    if meeting.steps:
        return f"{meeting.steps[0]}, which fits {_other(meeting, a, b)}."
    return f"{both(a, b)} fit once they are brought to one unit."


def _other(meeting: Meeting, a: Side, b: Side) -> str:
    told = b if f"“{a.words}”" in meeting.steps[0] else a
    return f"“{told.words}”"
