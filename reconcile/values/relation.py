"""Two values in, a verdict out: agree, compatible or conflict, from the set algebra alone.

Each value is a set of possibilities; the verdict is how the two sets lie to each other on one line.
The relation is symmetric, and widening a set never turns agreement into conflict.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from reconcile.model import Citation, Interval, Judgement, Rule, Value, ValueKind
from reconcile.records import evolve
from reconcile.values import (
    exchanging,
    explaining,
    moments,
    proportions,
    rankings,
    reciting,
    sets,
    steps,
)
from reconcile.values import meeting as meetings
from reconcile.values.companions import TOGETHER
from reconcile.values.explaining import NOISE
from reconcile.values.lexicon import word_set
from reconcile.values.meeting import Apart, Days, Meeting, Meetings, Side
from reconcile.values.rounding import is_no_rounding, states_last_digit
from reconcile.values.scores import both_figures
from reconcile.values.telling import interval_words

Meet = Callable[[Side, Side, Days], Meetings]

#: how two values of these kinds are led to one line, the kinds in alphabetical order
_MEET: Final[dict[tuple[str, str], Meet]] = {
    ("age", "age"): meetings.same_line,
    ("age", "date"): moments.age_against_date,
    ("age", "duration"): moments.age_against_duration,
    ("count", "count"): meetings.count,
    ("date", "date"): moments.dates,
    ("date", "duration"): lambda date, duration, days: meetings.swap(
        moments.duration_against_date(duration, date, days.swapped())
    ),
    ("duration", "duration"): moments.durations,
    ("money", "money"): exchanging.money,
    ("percent", "percent"): proportions.percent,
    ("quantity", "quantity"): meetings.quantity,
    ("rank", "rank"): rankings.ranks,
    ("duration", "rank"): rankings.rank_and_duration,
    ("count", "rank"): rankings.rank_and_count,
}
_RANK: Final = {"agree": 0, "compatible": 1, "conflict": 2, "updated": 3}
#: two readings that cannot be laid on one line say less than two that can, unless these are
#: bare numbers that conflict
_UNMET: Final = 4
#: kinds on whose lines no day of publication has a say
_TIMELESS: Final[frozenset[ValueKind]] = frozenset(("count", "percent", "quantity", "rank"))
_NO_DAYS: Final = Days(None, None)
_MINUTES_OF_A_MOMENT: Final = 3600


def relate(
    a: Value,
    b: Value,
    *,
    published_a: datetime.datetime | None = None,
    published_b: datetime.datetime | None = None,
    words_a: str | None = None,
    words_b: str | None = None,
    cited_a: Citation | None = None,
    cited_b: Citation | None = None,
    due_a: bool = False,
    due_b: bool = False,
) -> Judgement:
    """How two values stand to each other: ``agree``, ``compatible`` or ``conflict``.

    Publication times give the day of an exchange rate, the likely zone of a bare clock time and
    the day that spans are counted from. ``words_a`` and ``words_b`` are the printed words, for the
    explanation; ``cited_a`` and ``cited_b`` say where they stand, for the derivation; ``due_a`` and
    ``due_b`` whether something is due on the day named, "by" it or not. Every reading
    that the words leave open is tried; one that fits counts and is said.
    """
    days = _days_that_matter(a, b, Days(published_a, published_b, due_a, due_b))
    if cited_a is None or cited_b is None:
        return _related(a, b, days, (words_a, words_b), (cited_a, cited_b))
    judgement, pattern = _related_once(a, b, days, (words_a, words_b))
    return reciting.recited(judgement, pattern, cited_a, cited_b)


def _days_that_matter(a: Value, b: Value, days: Days) -> Days:
    """What has a say of when the two were printed: for most figures nothing, for sums the day."""
    if is_timeless(a) and is_timeless(b):
        return _NO_DAYS
    if not a.kind == b.kind == "money":
        return days
    if a.unit == b.unit and not any(map(_leaves_currency_open, (a, b))):
        return _NO_DAYS
    return Days(_midnight(days.a), _midnight(days.b))


def _midnight(moment: datetime.datetime | None) -> datetime.datetime | None:
    return moment and datetime.datetime.combine(moment.date(), datetime.time())


def is_timeless(value: Value) -> bool:
    """Whether no day of publication has a say in what a reading is held against."""
    return {value.kind, *(each.kind for each in value.alternatives)} <= _TIMELESS


def _leaves_currency_open(value: Value) -> bool:
    return bool(value.alternatives) or exchanging.is_bare_currency(value)


@functools.lru_cache(maxsize=4096)
def _related_once(
    a: Value, b: Value, days: Days, words: tuple[str | None, str | None]
) -> tuple[Judgement, reciting.Pattern]:
    """The judgement on two readings, and its steps of no quotes: for all that are read so."""
    judgement = _related(a, b, days, words, (reciting.FIRST, reciting.SECOND))
    assert judgement.derivation is not None
    return judgement, reciting.pattern_of(judgement.derivation)


def _related(
    a: Value,
    b: Value,
    days: Days,
    words: tuple[str | None, str | None],
    cited: tuple[Citation | None, Citation | None],
) -> Judgement:
    """The judgement by the readings of the two that fit each other best."""
    readings = _readings_of(a, b)
    tried: list[tuple[tuple[int, bool, Decimal, int], Judgement]] = []
    for first, one, second, other in readings:
        met, judgement = _relate_reading(one, other, days, words, cited, first + second)
        if not tried and met and judgement.verdict != "conflict" or len(readings) == 1:
            return judgement
        vague = bool(tried) and _is_vague(judgement, one, other)
        weight = _RANK[judgement.verdict] if met and not vague else _UNMET + met
        place = first + second
        tried.append(((weight, place > 0, _distance(judgement), place), judgement))
    return min(tried, key=lambda one: (*one[0], one[1].reason))[1]


def _distance(judgement: Judgement) -> Decimal:
    """How far apart the sets of a conflict lie, as a share; of several the nearest is said."""
    last = judgement.derivation
    if judgement.verdict != "conflict" or last is None or len(last.of) < 2:
        return Decimal(0)
    one, other = (sets.EVERYTHING if step.result is None else step.result for step in last.of[:2])
    ends = [abs(end) for end in (one.low, one.high, other.low, other.high) if end is not None]
    return sets.distance(one, other) / (max(ends, default=Decimal(0)) or 1)


def _is_vague(judgement: Judgement, a: Value, b: Value) -> bool:
    """Whether a conflict is one of bare numbers or of occasions, which other readings make up."""
    return judgement.verdict == "conflict" and any(
        meetings.is_bare(one) or one.unit == "time" for one in (a, b)
    )


def _readings_of(a: Value, b: Value) -> list[tuple[int, Value, int, Value]]:
    """The pairs of readings to try, lengths before all; money sees to its own.

    Where the plain readings are of one kind, no other is tried.
    """
    if a.kind == b.kind == "money" or both_figures(a) and both_figures(b):
        return [(0, a, 0, b)]
    kinds = {a.kind, b.kind}
    pairs = [
        (first, one, second, other)
        for first, one in enumerate((a, *a.alternatives))
        for second, other in enumerate((b, *b.alternatives))
        if len(kinds) > 1 or {one.kind, other.kind} == kinds
        if _counts_all(one, other) and _counts_all(other, one)
    ]
    lengths = [pair for pair in pairs if _are_lengths(pair[1], pair[3])]
    return lengths or _places(pairs, kinds) or pairs


def _counts_all(one: Value, other: Value) -> bool:
    """Whether a count told with those beside it meets one of people of any sort."""
    everybody = word_set("nouns", "everybody")
    return one.stated.unit != TOGETHER or not other.unit or other.unit in everybody


def _places(
    pairs: list[tuple[int, Value, int, Value]], kinds: set[ValueKind]
) -> list[tuple[int, Value, int, Value]]:
    """As in "only two larger ones" is held against "the second-biggest" by its place."""
    if kinds != {"count", "rank"}:
        return []
    return [pair for pair in pairs if pair[1].kind == pair[3].kind == "rank"]


def _are_lengths(a: Value, b: Value) -> bool:
    """As in "the six months to September" is held against "six months" by its length."""
    return a.kind == b.kind == "duration" and not (a.unresolved or b.unresolved)


def _relate_reading(
    a: Value,
    b: Value,
    days: Days,
    words: tuple[str | None, str | None],
    cited: tuple[Citation | None, Citation | None],
    reading: int,
) -> tuple[bool, Judgement]:
    """Whether the two can be held against each other, and how they then stand."""
    one, other = meetings.side(a, words[0], cited[0]), meetings.side(b, words[1], cited[1])
    found = _meet(one, other, days)
    met = not isinstance(found, Apart) or found.conflict
    judgement = _best(found, one, other)
    if not reading or judgement.verdict == "conflict":
        return met, judgement
    said = f"read as {_reading(one)} and {_reading(other)}"
    return met, explaining.with_step(
        judgement, "chosen", f"{said}, one of the readings the words leave open"
    )


def _reading(one: Side) -> str:
    return interval_words(one.figure, one.value.unit, one.value.kind)


def _meet(a: Side, b: Side, days: Days) -> Meetings:
    """Every way to lay the two on one line."""
    a, b = meetings.as_points(a, b)
    kinds = (a.value.kind, b.value.kind)
    if meetings.is_bare(a.value) != meetings.is_bare(b.value):
        return _meet_bare(a, b, days)
    if kinds in _MEET:
        return _MEET[kinds](a, b, days)
    if kinds[::-1] in _MEET:
        return meetings.swap(_MEET[kinds[::-1]](b, a, days.swapped()))
    if meetings.is_bare(a.value) and meetings.is_bare(b.value):
        return meetings.same_line(a, b, days)
    return Apart(f"{_kind(a)} and {_kind(b)} cannot be compared")


def _meet_bare(a: Side, b: Side, days: Days) -> Meetings:
    if meetings.is_bare(b.value):
        return meetings.swap(_meet_bare(b, a, days.swapped()))
    if b.value.kind == "date":
        return moments.year_against_date(a, b, days)
    return meetings.bare(a, b, days)


def _kind(one: Side) -> str:
    article = "an" if one.value.kind == "age" else "a"
    return f"{article} {one.value.kind}"


# --- the ladder -----------------------------------------------------------------------------------


def _best(found: Meetings, a: Side, b: Side) -> Judgement:
    """The friendliest of the meetings; an unlikely assumption counts only where all then agrees."""
    if isinstance(found, Apart):
        return _apart(found, a, b)
    judged = [
        _assumed(meeting, judgement)
        for meeting in found
        if meeting.likely or _agrees(meeting)
        for judgement in (_judge(meeting, a, b),)
    ]
    return min(judged, key=lambda judgement: _RANK[judgement.verdict])


def _assumed(meeting: Meeting, judgement: Judgement) -> Judgement:
    if judgement.verdict == "conflict" or meeting.assumed is None:
        return judgement
    return explaining.with_step(judgement, "assumed", f"assumed: {meeting.assumed}")


def _apart(found: Apart, a: Side, b: Side) -> Judgement:
    if found.conflict:
        text = f"{explaining.both(a, b)} contradict each other: {found.reason}."
        step = steps.conclude(found.rule, (a.step, b.step), found.reason)
        return Judgement("conflict", "disjoint", text, step)
    text = f"{explaining.both(a, b)} cannot be held against each other: {found.reason}."
    step = steps.conclude("incomparable", (a.step, b.step), found.reason)
    return Judgement("compatible", "overlap", text, step)


def _judge(meeting: Meeting, a: Side, b: Side) -> Judgement:
    unresolved = _unresolved(a) or _unresolved(b)
    if unresolved:
        return _not_resolved(a, b, unresolved)
    if _agrees(meeting):
        rule = _rule_of_agreement(meeting)
        if rule == "same set" and not _same_set(meeting.a.whole, meeting.b.whole):
            meeting = evolve(meeting, a=meetings.unmoved(meeting.a), b=meetings.unmoved(meeting.b))
        return explaining.agreement(meeting, a, b, rule=rule)
    if _hedged_on_one_side(meeting):
        return explaining.hedged(meeting, a, b)
    if _at_other_ends(meeting):
        return _apart(Apart("one range lies higher than the other", True, "other ends"), a, b)
    if _disjoint(meeting):
        touch = not sets.disjoint(meeting.a.whole, meeting.b.whole)
        return explaining.conflict(meeting, a, b, rule="neither rounds" if touch else "disjoint")
    return explaining.compatible(meeting, a, b)


def _at_other_ends(meeting: Meeting) -> bool:
    """As in "$2.60 to $2.75" against "$2.45 to $2.65": two ranges of one unit, both ends other."""
    a, b = meeting.a, meeting.b
    if meeting.changed or meeting.derived or not a.hedge == b.hedge == "between":
        return False
    lows, highs = (a.figure.low, b.figure.low), (a.figure.high, b.figure.high)
    if None in (*lows, *highs) or a.value.unit != b.value.unit:
        return False
    higher = [(one or 0) > (other or 0) for one, other in (lows, highs)]
    return lows[0] != lows[1] and highs[0] != highs[1] and higher[0] == higher[1]


def _unresolved(one: Side) -> str | None:
    return one.value.unresolved if one.whole == sets.EVERYTHING else None


def _not_resolved(a: Side, b: Side, why: str) -> Judgement:
    if a.words.casefold() == b.words.casefold():
        step = steps.conclude("same words", (a.step, b.step), why)
        return Judgement("agree", "same words", f"Both say “{a.words}”.", step)
    text = f"{explaining.both(a, b)} could not be held against each other: {why}."
    step = steps.conclude("incomparable", (a.step, b.step), why)
    return Judgement("compatible", "overlap", text, step)


def _agrees(meeting: Meeting) -> bool:
    a, b = meeting.a, meeting.b
    if meeting.derived or not meeting.exact:
        return meeting.derived and meeting.derived_exactly
    if _hedge(meeting, a) == _hedge(meeting, b) and _same_figure(meeting):
        return True
    return _same_set(a.whole, b.whole) or _same_deadline(meeting)


def _rule_of_agreement(meeting: Meeting) -> Rule:
    """Which of the ways to agree it is."""
    if meeting.derived:
        return "counts to"
    if _hedge(meeting, meeting.a) == _hedge(meeting, meeting.b) and _same_figure(meeting):
        return "same figure"
    return "same set"


def _hedge(meeting: Meeting, one: Side) -> str | None:
    """A day by which something is due names that day."""
    return None if meeting.kind == "date" and one.hedge == "by" else one.hedge


def _same_deadline(meeting: Meeting) -> bool:
    """Whether both leave the same span open ("until September 30", "by the end of September")."""
    if meeting.kind != "date" or meeting.changed:
        return False
    a, b = meeting.a.value.interval, meeting.b.value.interval
    return a.low is None and _same_set(a, b)


def _same_figure(meeting: Meeting) -> bool:
    a, b = meeting.a, meeting.b
    if not meeting.exact:
        return False
    if a.nominal is not None and b.nominal is not None:
        return _near(a.nominal, b.nominal)
    if a.nominal is not None or b.nominal is not None:
        return False
    return _same_set(a.figure, b.figure) or (meeting.kind == "date" and _same_moment(a, b))


def _same_moment(a: Side, b: Side) -> bool:
    """At 15:00 and at noon two zones away: one moment, though not told to the same minute."""
    widths = (sets.width(a.figure), sets.width(b.figure))
    if any(width is None or width > _MINUTES_OF_A_MOMENT for width in widths):
        return False
    return a.figure.low == b.figure.low


def _near(a: Decimal, b: Decimal) -> bool:
    return a == b or abs(a - b) <= NOISE * max(abs(a), abs(b))


def _same_end(a: Decimal | None, b: Decimal | None) -> bool:
    if a is None or b is None:
        return a is b
    return _near(a, b)


def _same_set(a: Interval, b: Interval) -> bool:
    """Whether two sets are one; nothing is known of a set without ends."""
    if a.low is None and a.high is None:
        return False
    closed = (a.low_closed, a.high_closed) == (b.low_closed, b.high_closed)
    return closed and _same_end(a.low, b.low) and _same_end(a.high, b.high)


def _hedged_on_one_side(meeting: Meeting) -> bool:
    """The rule to the letter: the same figure hedged on one side only is compatible."""
    return (meeting.a.hedge is None) != (meeting.b.hedge is None) and _same_figure(meeting)


def _neither_rounds(meeting: Meeting) -> bool:
    """Two plain figures of which neither is the other's rounding, though their sets touch."""
    a, b = meeting.a, meeting.b
    if a.hedge or b.hedge or a.nominal is None or b.nominal is None:
        return False
    if meeting.changed or meeting.derived or meeting.kind == "duration":
        return False
    return not _rounds_to(a.nominal, b) and not _rounds_to(b.nominal, a)


def _rounds_to(number: Decimal, one: Side) -> bool:
    """Whether a number lies in a side's set; half of a stated digit may be rounded either way.

    Rounding leaves fewer digits than there were: half a million is not rounded to a million.
    """
    whole = one.whole
    if one.nominal is not None and is_no_rounding(number, one.nominal, whole.low, whole.high):
        return False
    if states_last_digit(one.value):
        whole = evolve(whole, low_closed=True, high_closed=True)
    return sets.contains_number(whole, number)


def _disjoint(meeting: Meeting) -> bool:
    a, b = meeting.a.whole, meeting.b.whole
    if not sets.disjoint(a, b):
        return _neither_rounds(meeting)
    gap = sets.distance(a, b)
    ends = [abs(end) for end in (a.low, a.high, b.low, b.high) if end is not None]
    size = max(ends, default=Decimal(0))
    return gap > size * max(meeting.slack, NOISE) or (not gap and not meeting.slack)
