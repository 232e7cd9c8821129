"""Quotes and sets in, the steps of a derivation out: each with its words, its premises, its result.

What is computed here is computed again, by other code, in ``reconcile.verification``.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Final

from reconcile.model import Citation, Interval, Rule, Step
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.telling import interval_words

_ONE: Final = Decimal(1)


# --- what stands in an article --------------------------------------------------------------------


def quoted(cited: Citation) -> str:
    """A quote as it stands in a sentence."""
    return f"“{' '.join(cited.text.split())}”"


def reading(cited: Citation, words: str | None = None) -> Step:
    """What the words leave open; the citation must carry its value."""
    value = cited.value
    if value is None:
        raise ValueError("a reading is of words with a value")
    if words is None:
        words = f"{quoted(cited)} is {interval_words(value.interval, value.unit, value.kind)}"
    return Step(
        "reading",
        words,
        premises=(cited,),
        result=value.interval,
        figure=value.named,
        number=value.nominal,
        unit=value.unit,
    )


def printed(cited: Citation, words: str = "") -> Step:
    """The number as it is printed, whatever its unit: 5 of "the fifth day" and of "five days"."""
    number = None if cited.value is None else cited.value.stated.number
    if number is None:
        raise ValueError("no number is printed in these words")
    there = sets.exactly(number)
    return Step("printed", words, (), (cited,), result=there, figure=there, number=number)


def since(cited: Citation, words: str = "") -> Step:
    """When the last was that stood as high: "the highest since 2014"."""
    there = None if cited.value is None else cited.value.since
    if there is None:
        raise ValueError("these words say of no time since when")
    return Step("since", words, (), (cited,), result=there, figure=there, unit="date")


def publication(cited: Citation, day: Interval, words: str = "") -> Step:
    """The day on which the article of a quote was published, by its own clock."""
    return Step("publication", words, (), (whole_article(cited.article),), result=day, unit="date")


def published(cited: Citation, second: Decimal | None, words: str = "") -> Step:
    """When the article of a quote was published, in seconds of universal time."""
    there = None if second is None else sets.exactly(second)
    return Step("published", words, (), (whole_article(cited.article),), result=there)


def counted(every: Sequence[Citation], words: str) -> Step:
    """How many different quotes there are: the names of a list."""
    there = sets.exactly(Decimal(len(set(every))))
    return Step("counted", words, (), tuple(every), result=there, figure=there)


def whole() -> Step:
    """All of something, as a share: 1."""
    there = sets.exactly(_ONE)
    return Step("whole", "", result=there, figure=there, unit="fraction")


def whole_article(name: str) -> Citation:
    """A citation of an article as such, of no words in it."""
    return Citation(name, 0, 0, "")


def worded(cited: Citation, words: str = "") -> Step:
    """Words that carry no value, as they stand."""
    return Step("words", words, (), (cited,))


def remark(words: str, *premises: Citation, of: Sequence[Step] = ()) -> Step:
    """A sentence that nothing rests on; it is held against its quotes only."""
    return Step("remark", words, tuple(of), premises)


def remarks(words: Iterable[str], *premises: Citation) -> Step | None:
    """Several such sentences, the last one resting on the others; ``None`` where there are none."""
    step = None
    for each in words:
        step = remark(each, *premises, of=() if step is None else (step,))
    return step


# --- one set --------------------------------------------------------------------------------------


def led(
    step: Step,
    rule: Rule,
    move: Callable[[Interval], Interval],
    number: Decimal | None,
    words: str = "",
    *,
    unit: str | None = None,
    numbers: Sequence[Decimal] = (),
    of: Sequence[Step] = (),
) -> Step:
    """A step's sets moved to another line; ``number`` is the printed figure there."""
    return Step(
        rule,
        words,
        (step, *of),
        numbers=tuple(numbers),
        result=None if step.result is None else move(step.result),
        figure=None if step.figure is None else move(step.figure),
        number=number,
        unit=step.unit if unit is None else unit,
    )


def named(step: Step, words: str = "") -> Step:
    """What is named alone, bounds and hedges left aside: the day of "since Thursday"."""
    if step.result == step.figure:
        return spoken(step, words) if words else step
    return Step(
        "named", words, (step,), result=step.figure, figure=step.figure, number=step.number,
        unit=step.unit,
    )  # fmt: skip


def convert(
    step: Step, factor: Decimal, unit: str, words: str, *, offset: Decimal = Decimal(0)
) -> Step:
    """Times a factor, and an offset added: miles as kilometres."""

    def there(interval: Interval) -> Interval:
        return sets.shift(_times(interval, factor), offset)

    number = None if step.number is None else step.number * factor + offset
    return led(step, "convert", there, number, words, unit=unit, numbers=(factor, offset))


def widen(step: Step, low: Decimal, high: Decimal, words: str = "") -> Step:
    """The set with so much room more below and above."""

    def wide(interval: Interval) -> Interval:
        return sets.hull(sets.shift(interval, -low), sets.shift(interval, high))

    return led(step, "widen", wide, None, words, numbers=(low, high))


def spoken(step: Step, words: str) -> Step:
    """The same step in other words."""
    return evolve(step, words=words)


def resting(step: Step, leaf: Step, *before: Step) -> Step:
    """The step, with one of those that it rests on resting on more."""
    if step == leaf:
        return evolve(step, of=(*step.of, *before))
    return evolve(step, of=tuple(resting(each, leaf, *before) for each in step.of))


# --- several sets ---------------------------------------------------------------------------------


def add(parts: Sequence[Step], words: str) -> Step:
    """The sum of sets."""
    return Step("sum", words, tuple(parts), result=_folded(parts, _plus), unit=parts[0].unit)


def subtract(first: Step, second: Step, words: str, *, unit: str | None = None) -> Step:
    """The first less the second: the days between two dates."""
    there = _plus(_set(first), _times(_set(second), Decimal(-1)))
    return Step(
        "difference", words, (first, second), result=there,
        unit=first.unit if unit is None else unit,
    )  # fmt: skip


def apart(first: Step, last: Step, words: str) -> Step:
    """How long after the beginning of one day or moment that of another is; both have one."""
    gap = Decimal(0)
    if first.result is not None and last.result is not None:
        gap = (last.result.low or Decimal(0)) - (first.result.low or Decimal(0))
    return Step("days apart", words, (first, last), result=sets.exactly(gap), unit="second")


def at_least(step: Step, words: str) -> Step:
    """All numbers that are no less than some of the step's: a whole is no less than its parts."""
    there = _set(step)
    return Step(
        "at least", words, (step,), result=Interval(there.low, None, there.low_closed, False),
        unit=step.unit,
    )  # fmt: skip


def multiply(first: Step, second: Step, words: str, *, unit: str | None = None) -> Step:
    """The product of two sets."""
    there = _by_ends(_set(first), _set(second), lambda one, other: one * other)
    unit = first.unit if unit is None else unit
    return Step("product", words, (first, second), result=there, unit=unit)


def divide(first: Step, second: Step, words: str, *, unit: str = "fraction") -> Step:
    """The first by the second, which holds no 0: a share of a whole."""
    there = _by_ends(_set(first), _set(second), lambda one, other: one / other)
    return Step("quotient", words, (first, second), result=there, unit=unit)


def change(old: Step, new: Step, words: str) -> Step:
    """By what share of the old the new is more; both above 0."""
    ratio = _by_ends(_set(new), _set(old), lambda one, other: one / other)
    return Step("change", words, (old, new), result=sets.shift(ratio, -_ONE), unit="fraction")


def both(steps: Sequence[Step], words: str) -> Step:
    """What lies in every set."""
    there = _folded(steps, sets.intersect)
    return Step("intersection", words, tuple(steps), result=there, unit=steps[0].unit)


def either(steps: Sequence[Step], words: str) -> Step:
    """What lies in one of the sets or between them."""
    there = _folded(steps, sets.hull)
    return Step("hull", words, tuple(steps), result=there, unit=steps[0].unit)


def relation(step: Step, terms: Sequence[tuple[str, int]], words: str) -> Step:
    """What quantities add up to, each times its factor: (("end", 1), ("start", -1)) is 17 days."""
    return Step("relation", words, (step,), terms=tuple(terms), result=step.result, unit=step.unit)


def order(of: Sequence[Step], result: Interval, words: str, *premises: Citation) -> Step:
    """What one figure less another is, by the ranks, times or words that say which is more."""
    return Step("order", words, tuple(of), premises, result=result)


# --- what follows ---------------------------------------------------------------------------------


def conclude(
    rule: Rule,
    of: Sequence[Step],
    words: str,
    *,
    result: Interval | None = None,
    numbers: Sequence[Decimal] = (),
) -> Step:
    """What follows for the sets of the steps: "disjoint", "overlap", "cannot all hold" ..."""
    return Step(rule, words, tuple(of), numbers=tuple(numbers), result=result)


def beside(step: Step, rule: Rule, words: str, of: Sequence[Step] = ()) -> Step:
    """The same conclusion with something said of it: what was assumed, which reading was chosen."""
    return Step(
        rule, words, (step, *of), result=step.result, figure=step.figure, number=step.number,
        unit=step.unit,
    )  # fmt: skip


# --- sets -----------------------------------------------------------------------------------------


def _set(step: Step) -> Interval:
    return sets.EVERYTHING if step.result is None else step.result


def _folded(steps: Sequence[Step], join: Callable[[Interval, Interval], Interval]) -> Interval:
    there = _set(steps[0])
    for step in steps[1:]:
        there = join(there, _set(step))
    return there


def _plus(a: Interval, b: Interval) -> Interval:
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    return Interval(low, high, a.low_closed and b.low_closed, a.high_closed and b.high_closed)


def _times(interval: Interval, factor: Decimal) -> Interval:
    """Times any number; a negative one turns the ends round."""
    if factor > 0:
        return sets.scale(interval, factor)
    low = None if interval.high is None else interval.high * factor
    high = None if interval.low is None else interval.low * factor
    return Interval(low, high, interval.high_closed, interval.low_closed)


_Corner = tuple[Decimal, bool]


def _by_ends(a: Interval, b: Interval, join: Callable[[Decimal, Decimal], Decimal]) -> Interval:
    """The set of a product or quotient, from its corners; both sets lie above 0."""
    corners: list[_Corner] = []
    for (one, one_closed), (other, other_closed) in itertools.product(_ends(a), _ends(b)):
        if one is None or other is None:
            return _open_ended(a, b, join)
        corners.append((join(one, other), one_closed and other_closed))
    low = min(corners, key=lambda corner: (corner[0], not corner[1]))
    high = max(corners, key=lambda corner: (corner[0], corner[1]))
    return Interval(low[0], high[0], low[1], high[1])


def _ends(interval: Interval) -> tuple[tuple[Decimal | None, bool], ...]:
    return (interval.low, interval.low_closed), (interval.high, interval.high_closed)


def _open_ended(a: Interval, b: Interval, join: Callable[[Decimal, Decimal], Decimal]) -> Interval:
    """With an end open only what is sure is kept, for a product or quotient that grows with a."""
    grows = (
        join(_ONE, _ONE * 2) > _ONE
    )  # a product grows with both, a quotient falls with the second
    least, most = (b.low, b.high) if grows else (b.high, b.low)
    closed = (b.low_closed, b.high_closed) if grows else (b.high_closed, b.low_closed)
    low = None if a.low is None or not least else join(a.low, least)
    high = None if a.high is None or not most else join(a.high, most)
    return Interval(low, high, a.low_closed and closed[0], a.high_closed and closed[1])
