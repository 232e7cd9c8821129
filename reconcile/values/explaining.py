"""Two values on one line and how they lie to each other in, the judgement in plain words out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Judgement, Rule, Step
from reconcile.records import evolve
from reconcile.values import sets, steps
from reconcile.values.gaps import gap_words
from reconcile.values.meeting import Meeting, Side
from reconcile.values.telling import amount, interval_words, number

#: numbers nearer than this share of themselves differ by the noise of a conversion only
NOISE: Final = Decimal("1e-12")
#: hedges that leave both sides of the figure open
_AROUND: Final = frozenset(("about",))
#: rungs of the ladder on which a figure may be the rounding of another
_ROUNDED: Final = frozenset(("rounding", "unit or currency"))


def both(a: Side, b: Side) -> str:
    return f"“{a.words}” and “{b.words}”"


def _open(one: Side, meeting: Meeting) -> str:
    return interval_words(one.whole, meeting.unit, meeting.kind)


def _concluded(
    rule: Rule,
    meeting: Meeting,
    words: str,
    *,
    result: Interval | None = None,
    numbers: Sequence[Decimal] = (),
) -> Step:
    """The conclusion, resting on what each side leaves open, told with how a date was found."""
    of = (_resolved(meeting.a, meeting), _resolved(meeting.b, meeting))
    return steps.conclude(rule, of, words, result=result, numbers=numbers)


def _resolved(one: Side, meeting: Meeting) -> Step:
    """A date's reading rests on how it was found: the words of the value itself."""
    if meeting.kind != "date" or not one.value.steps:
        return one.step
    leaf = one.step.every[0]
    notes = steps.remarks((f"“{one.words}”: {each}" for each in one.value.steps), *leaf.premises)
    return one.step if notes is None else steps.resting(one.step, leaf, notes)


def with_step(
    judgement: Judgement, rule: Rule, words: str, *, of: Sequence[Step] = ()
) -> Judgement:
    """A judgement with one thing more to say of its conclusion."""
    last = judgement.derivation
    told = steps.remark(words) if last is None else steps.beside(last, rule, words, of)
    return evolve(judgement, derivation=told)


def agreement(meeting: Meeting, a: Side, b: Side, *, rule: Rule) -> Judgement:
    what = {"date": "time", "duration": "span"}.get(meeting.kind, "figure")
    last = _concluded(rule, meeting, f"the two are the same {what}")
    if a.words.casefold() == b.words.casefold():
        return Judgement("agree", "same words", f"Both say “{a.words}”.", last)
    reason = "unit or currency" if meeting.changed else "same value"
    text = f"{both(a, b)} are the same {what}: {_figure(meeting.a, meeting)}."
    return Judgement("agree", reason, text, last)


def _figure(one: Side, meeting: Meeting) -> str:
    if one.nominal is not None and meeting.kind != "duration":
        return amount(one.nominal, meeting.unit, meeting.kind)
    return interval_words(one.figure, meeting.unit, meeting.kind)


def hedged(meeting: Meeting, a: Side, b: Side) -> Judgement:
    hedge = meeting.a.hedge or meeting.b.hedge
    reason = "rounding" if hedge in _AROUND else "bound holds"
    text = f"{both(a, b)} give the same figure; only one of them hedges it."
    last = _concluded("same figure", meeting, "the figure is the same")
    return Judgement("compatible", reason, text, last)


def conflict(meeting: Meeting, a: Side, b: Side, *, rule: Rule) -> Judgement:
    why = f"{_open(meeting.a, meeting)} against {_open(meeting.b, meeting)}"
    gap = gap_words(meeting)
    text = f"{both(a, b)} cannot both be true: {why}" + (f"; {gap}." if gap else ".")
    told = "no value lies in both" if rule == "disjoint" else "neither rounds to the other"
    slack = (meeting.slack,) if rule == "disjoint" and meeting.slack else ()
    return Judgement("conflict", "disjoint", text, _concluded(rule, meeting, told, numbers=slack))


def compatible(meeting: Meeting, a: Side, b: Side) -> Judgement:
    common = sets.intersect(meeting.a.whole, meeting.b.whole)
    if sets.is_empty(common):
        return _nearly(meeting, a, b)
    shared = interval_words(common, meeting.unit, meeting.kind)
    reason = _reason(meeting)
    text = _sentence(reason, meeting, a, b, shared)
    rule: Rule = "rounds to" if reason in _ROUNDED and _rounds(meeting) else "overlap"
    last = _concluded(rule, meeting, f"both can be true: {shared}", result=common)
    return Judgement("compatible", reason, text, last)


def _nearly(meeting: Meeting, a: Side, b: Side) -> Judgement:
    """Sets that lie beside each other by less than what was left to chance."""
    share = max(meeting.slack, NOISE)
    told = f"they lie no more than {number(share * 100)} percent apart"
    last = _concluded("near", meeting, told, numbers=(share,))
    if meeting.kind == "money":
        text = f"{both(a, b)} fit, a little beside the rates of the days around."
        return Judgement("compatible", "unit or currency", text, last)
    text = f"{both(a, b)} fit each other, give or take: {meeting.told}."
    return Judgement("compatible", "follows from", text, last)


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


def _rounds(meeting: Meeting) -> bool:
    """Whether one plain figure, not the same, is what the other rounds to."""
    a, b = meeting.a, meeting.b
    if a.hedge or b.hedge or a.nominal is None or b.nominal is None or a.nominal == b.nominal:
        return False
    one, other = sets.contains_number(a.whole, b.nominal), sets.contains_number(b.whole, a.nominal)
    return one or other


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
        return f"{both(a, b)} fit each other: {meeting.told}."
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
    if meeting.told:
        only = " only thanks to rounding" if _rounds(meeting) else ""
        return f"{meeting.told}, which fits {_other(meeting, a, b)}{only}."
    return f"{both(a, b)} fit once they are brought to one unit."


def _other(meeting: Meeting, a: Side, b: Side) -> str:
    told = b if f"“{a.words}”" in meeting.told else a
    return f"“{told.words}”"
