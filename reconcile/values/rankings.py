"""Two ranks, or a rank and a count or length, in; the ways to lay them on one line out."""

from __future__ import annotations

from reconcile.model import Citation, Interval
from reconcile.records import evolve
from reconcile.values import sets, steps
from reconcile.values.lexicon import word_set
from reconcile.values.meeting import Apart, Days, Meeting, Meetings, Side
from reconcile.values.telling import interval_words


def rank_and_count(count: Side, rank: Side, days: Days) -> Meetings:
    """Two visits, and her second visit: the last of so many."""
    if count.nominal is None or not (_is_streak(rank) or count.nominal == rank.nominal):
        return Apart("a count and a rank cannot be compared")
    return (Meeting(count, rank, "count", "", changed=True),)


def rank_and_duration(duration: Side, rank: Side, days: Days) -> Meetings:
    """A run of five days, and the fifth day in a row."""
    number = duration.value.stated.number
    if number is None or not _is_streak(rank):
        return Apart("a rank and a duration cannot be compared")
    run = steps.printed(_cited(duration), f"“{duration.words}” is a run of {number:f}")
    counted = evolve(duration, step=run)
    return (Meeting(counted, rank, "count", "", changed=True),)


def _cited(one: Side) -> Citation:
    """The words that a side was read from."""
    return one.step.every[0].premises[0]


def _is_streak(rank: Side) -> bool:
    return rank.value.stated.unit == "streak"


def ranks(a: Side, b: Side, days: Days) -> Meetings:
    """Two places: those of one place by when it was last held, where both say so."""
    if _by_size(a) and _on_scale(b) or _on_scale(a) and _by_size(b):
        return Apart("the steps of a scale may be numbered from either end")
    since_a, since_b = a.value.since, b.value.since
    if since_a is None or since_b is None or a.nominal != b.nominal:
        one_sided = (since_a is None) != (since_b is None)
        return (Meeting(a, b, "rank", "place", exact=not one_sided),)
    counted = _middle_lies_in(since_a, since_b) or _middle_lies_in(since_b, since_a)
    told = "what each has not been seen since is compared"
    meeting = Meeting(_since(a), _since(b), "date", "date", told=told)
    return (evolve(meeting, derived=counted, derived_exactly=counted),)


def _since(one: Side) -> Side:
    cited = _cited(one)
    there = steps.since(cited)
    assert there.result is not None
    words = f"“{one.words}” is since {interval_words(there.result, 'date', 'date')}"
    return evolve(one, step=steps.spoken(there, words))


def _by_size(one: Side) -> bool:
    return one.value.stated.unit == "superlative"


def _on_scale(one: Side) -> bool:
    return one.value.stated.unit in word_set("ranks", "scale")


def _middle_lies_in(counted: Interval, named: Interval) -> bool:
    """Whether a time counted back from publication (closed at its ends) is the one named."""
    if counted.low is None or counted.high is None or not counted.high_closed:
        return False
    return sets.contains_number(named, (counted.low + counted.high) / 2)
