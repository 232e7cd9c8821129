"""A fact in, the tightest words that every source of it supports out, or ``None``.

Each source's reading must lie within what the words leave open: a bound holds only if every source
implies it. Of a figure that runs on the latest report speaks; where sources contradict each other
the words span them and say so.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.comparison.daywords import day_words
from reconcile.comparison.pair import NO_NUMBER_BEHIND
from reconcile.comparison.vocabulary import rules
from reconcile.model import VALUE_KINDS, Article, Claim, Fact, Interval, Value
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.conversion import conversions
from reconcile.values.nouns import plural_of
from reconcile.values.numbers import is_number_word
from reconcile.values.spoken import by_ends
from reconcile.values.telling import number

#: how many times the least figure the largest may be, for one phrase to span both
_SPAN: Final = 2
_DAY: Final = Decimal(86_400)
_DAYS: Final = 31 * _DAY
_DIFFER: Final = "; the sources differ"
_LATEST: Final = ", by the latest report"
#: readings further apart than this share of themselves are not on one line after all
_APART: Final = Decimal("0.02")
_TENTH: Final = Decimal("0.1")
#: hedges that widen a figure by a share of itself: nobody prints such an end
_AROUND: Final = frozenset(
    ("about", "nearly", "just_over", "just_under", "well_over", "well_under")
)
_BOUNDED: Final = frozenset((None, "between", "exactly"))
#: ends of more digits than this are nothing to print
_DIGITS: Final = 4
_PLAIN: Final = frozenset(("money", "count", "quantity", "percent", "duration"))
_FIGURE: Final = patterns.compile(r"[^\w\s]?\d|[A-Za-z]{0,3}[$€£¥₩₹]|[A-Z]{1,3}\s?\d")
#: words that stand in front of a noun only: "a five-year contract"
_HYPHENED: Final = patterns.compile(rf"[\w\d]{NO_NUMBER_BEHIND}")
#: the longest sign of a currency in letters: "Rs"
_SHORT: Final = 3
#: bounds on days, as they are written
_BOUNDS: Final = frozenset(("until", "by", "since", "before", "after"))
Read = tuple[Claim, Value]


def safest(fact: Fact, articles: Mapping[str, Article]) -> str | None:
    """The safest wording of a fact that carries values."""
    if fact.kind not in VALUE_KINDS or not fact.certain:
        return None
    verdicts = {comparison.verdict for comparison in fact.comparisons}
    if "conflict" not in verdicts and "updated" in verdicts:
        words = _supported(_latest(fact, articles))
        return None if words is None else words + _LATEST
    if "conflict" not in verdicts:
        return _by_named_days(fact) or _supported(fact.claims, all_agree=verdicts == {"agree"})
    if any(comparison.slip is not None for comparison in fact.comparisons):
        return None
    return _spanning(fact.claims)


def _latest(fact: Fact, articles: Mapping[str, Article]) -> tuple[Claim, ...]:
    """The claims of the report that came last."""
    times = {
        claim.article: published.timestamp()
        for claim in fact.claims
        if (published := articles[claim.article].published) is not None
    }
    last = max(times, key=lambda name: (times[name], name), default=None)
    return tuple(claim for claim in fact.claims if claim.article == last)


def _by_named_days(fact: Fact) -> str | None:
    """The length between two days that the articles name, where every source leaves it open."""
    steps = (each.judgement.derivation for each in fact.comparisons)
    apart = (
        step.result.low
        for last in steps
        if last is not None
        for step in last.every
        if step.rule == "days apart" and step.result is not None
    )
    length = next((low for low in apart if low is not None), None)
    values = [claim.focus.value for claim in fact.claims]
    if (
        length is None
        or length % _DAY
        or not all(
            value is not None and sets.contains_number(value.interval, length) for value in values
        )
    ):
        return None
    return f"{int(length // _DAY)} days"


# --- one phrase for all -----------------------------------------------------------------------


def _supported(claims: Sequence[Claim], *, all_agree: bool = False) -> str | None:
    on_line = _on_one_line(claims)
    if on_line is None:
        return None
    whole = functools.reduce(sets.hull, (value.interval for _, value in on_line))
    kind = on_line[0][1].kind
    if kind == "date":
        return _day_phrase(on_line, whole)
    if kind == "rank" or not _all_meet(on_line):
        return _one_rank(on_line) if kind == "rank" else None
    covering = [each for each in on_line if sets.contains(each[1].interval, whole)]
    native = [each for each in covering if each[0].focus.value is each[1]]
    if native:
        return _covering_words(native, on_line, all_agree=all_agree)
    if all_agree:
        return own_words(_best_words(_widest(on_line))[0])
    if kind not in _PLAIN:
        return None
    return _about(on_line, whole) or _by_ends(on_line, whole)


def _covering_words(
    native: Sequence[Read], on_line: Sequence[Read], *, all_agree: bool
) -> str | None:
    """The words of a source that covers all others; "about" where they are more exact."""
    claim, value = _best_words(native)
    words = own_words(claim)
    rounds = value.hedge is None and any(not _same(each, value) for _, each in on_line)
    if all_agree or not rounds or value.kind not in _PLAIN:
        return words
    return f"about {words}" if starts_with_figure(words) else None


def _widest(on_line: Sequence[Read]) -> list[Read]:
    """The claims that leave most open, those in their own unit where there are some."""
    native = [each for each in on_line if each[0].focus.value is each[1]] or on_line
    widths = [sets.width(value.interval) for _, value in native]
    most = max((width for width in widths if width is not None), default=None)
    return [each for each, width in zip(native, widths, strict=True) if width == most]


def _about(on_line: Sequence[Read], whole: Interval) -> str | None:
    """The figure of one source with "about", where all lie within a tenth of it."""
    near = [
        each
        for each in on_line
        if each[0].focus.value is each[1]
        and each[1].hedge is None
        and starts_with_figure(own_words(each[0]))
        and sets.contains(_tenth_around(each[1]), whole)
    ]
    return f"about {own_words(_best_words(near)[0])}" if near else None


def _tenth_around(value: Value) -> Interval:
    if value.nominal is None or value.nominal <= 0 or value.kind == "duration":
        return value.interval
    tenth = value.nominal * _TENTH
    return Interval(value.nominal - tenth, value.nominal + tenth, True, True)


def _one_rank(on_line: Sequence[Read]) -> str | None:
    if any(not _same(value, on_line[0][1]) for _, value in on_line):
        return None
    return own_words(_best_words(on_line)[0])


def _all_meet(on_line: Sequence[Read]) -> bool:
    """Whether each two readings meet on the line, or nearly."""
    return all(
        not sets.disjoint(one.interval, other.interval)
        or sets.distance(one.interval, other.interval) <= _APART * _size(one.interval)
        for (_, one), (_, other) in itertools.combinations(on_line, 2)
    )


def _spanning(claims: Sequence[Claim]) -> str | None:
    """Words for sources that contradict each other by no more than a careful phrase can span."""
    on_line = _on_one_line(claims)
    if on_line is None:
        return None
    whole = functools.reduce(sets.hull, (value.interval for _, value in on_line))
    if whole.low is None or whole.high is None:
        return None
    kind = on_line[0][1].kind
    if kind == "date":
        narrow = whole.high - whole.low <= _DAYS
        words = _day_phrase(on_line, whole) if narrow else None
    else:
        near = whole.low > 0 and whole.high <= _SPAN * whole.low
        words = _by_ends(on_line, whole) if near and kind in _PLAIN else None
    return None if words is None else words + _DIFFER


def _same(a: Value, b: Value) -> bool:
    return sets.same(a.interval, b.interval)


def _size(interval: Interval) -> Decimal:
    return abs(interval.low) if interval.low is not None else Decimal(0)


# --- one line ---------------------------------------------------------------------------------


def _on_one_line(claims: Sequence[Claim]) -> list[Read] | None:
    """The claims that can be led to one unit; ``None`` where a source has none of them."""
    read = [(claim, claim.focus.value) for claim in claims if claim.focus.value is not None]
    plain = [(claim, value) for claim, value in read if value is not None]
    if not plain or any(value.unresolved for _, value in plain):
        return None
    kinds = {value.kind for _, value in plain}
    if len(kinds) != 1:
        return None
    wanted = {claim.article for claim in claims}
    for unit in _units(plain):
        led = [(claim, there) for claim, value in plain if (there := _led(value, unit)) is not None]
        if {claim.article for claim, _ in led} == wanted:
            return led
    return None


def _units(plain: Sequence[Read]) -> list[str]:
    """The units, those that most sources use in front."""
    counted = Counter(unit for _, unit in {(claim.article, value.unit) for claim, value in plain})
    order = list(dict.fromkeys(value.unit for _, value in plain))
    return sorted(order, key=lambda unit: -counted[unit])


def _led(value: Value, unit: str) -> Value | None:
    if value.unit == unit or value.kind == "count":
        return value if value.unit != "score" else None
    other = next((each for each in value.alternatives if each.unit == unit), None)
    if other is not None and value.kind == "money":
        return other
    if value.kind != "quantity" or not value.unit or not unit:
        return None
    lines = conversions(value.unit, unit)
    if not lines:
        return None
    nominal = None if value.nominal is None else lines[0].number(value.nominal)
    return evolve(
        value, unit=unit, interval=lines[0].interval(value.interval), nominal=nominal,
        named=lines[0].interval(value.named), hedge=value.hedge or "about",
    )  # fmt: skip


# --- words ------------------------------------------------------------------------------------


def _best_words(covering: Sequence[Read]) -> Read:
    """Of the claims that cover all, one that names its unit, in the words that most use."""
    texts = Counter(own_words(claim) for claim, _ in covering)
    return min(
        covering,
        key=lambda each: (
            each[1].hedge == "about" and each[0].focus.value != each[1],
            not each[1].unit,
            bool(_HYPHENED.search(own_words(each[0]))),
            -texts[own_words(each[0])],
            len(each[0].focus.text),
        ),
    )


def own_words(claim: Claim) -> str:
    """A claim's words as they can be taken over: on one line, without words that point around."""
    return _taken_over(claim.focus.text, claim.kind == "money")


@functools.lru_cache(maxsize=4096)
def _taken_over(text: str, money: bool) -> str:
    words = " ".join(text.split()).removesuffix(" of").removeprefix("or ")
    for pointing in rules("wording")["pointing"]["words"]:
        rest = words[len(pointing) + 1 :]
        if words.lower().startswith(f"{pointing} ") and starts_with_figure(rest):
            words = rest
    first = words.split(" ")[0]
    names_currency = money and len(first) <= _SHORT
    plain = first.replace("-", "").isalpha() and not names_currency
    if plain and first == first.capitalize():
        return words[0].lower() + words[1:]
    return words


def starts_with_figure(words: str) -> bool:
    """Whether words begin with their figure, so that "about" may stand in front."""
    first = re.split(r"[\s-]", words.lower())[0]
    opening = first in rules("wording")["opening"]["words"]
    return bool(_FIGURE.match(words)) or is_number_word(first) or opening


def _day_phrase(on_line: Sequence[Read], whole: Interval) -> str | None:
    """The days by their names; a bound on one side only where all have the same one."""
    first = on_line[0][1]
    if first.hedge in _BOUNDS and all(
        value.hedge == first.hedge and sets.same(value.named, first.named) for _, value in on_line
    ):
        words = day_words(first.named)
        return (
            None
            if words is None
            else f"{first.hedge} {words.removeprefix('on ').removeprefix('in ')}"
        )
    if any(value.hedge not in (*_BOUNDED, "about") for _, value in on_line):
        return None
    if sets.width(whole) and any(_is_night(value) for _, value in on_line):
        whole = functools.reduce(sets.hull, (_on_its_day(value) for _, value in on_line))
    return day_words(whole)


def _is_night(value: Value) -> bool:
    """Whether a part of a day reaches into the next one: "Tuesday night"."""
    low, width = value.interval.low, sets.width(value.interval)
    return low is not None and width is not None and low % _DAY != 0 and width < _DAY


def _on_its_day(value: Value) -> Interval:
    """A night as a part of the day that it begins on, as it is told."""
    low, high = value.interval.low, value.interval.high
    if not _is_night(value) or low is None or high is None:
        return value.interval
    return evolve(value.interval, high=min(high, (low // _DAY + 1) * _DAY))


def _by_ends(on_line: Sequence[Read], whole: Interval) -> str | None:
    """As in "between 227 and 230 days" and "at least 28 and less than 40 people"."""
    low = min((each for each in on_line if each[1].interval.low == whole.low), key=_by_hedge)
    high = min((each for each in on_line if each[1].interval.high == whole.high), key=_by_hedge)
    if _is_figure(low[1]) and low[1] == high[1]:
        return own_words(low[0]) if sets.contains(low[1].interval, whole) else None
    if _is_figure(low[1]) and _is_figure(high[1]):
        return _between(low, high, on_line)
    value = low[1]
    ends = [end for end in (whole.low, whole.high) if end is not None]
    if not ends or not all(ends) or value.kind == "duration" or any(map(_is_long, ends)):
        return None
    if low[1].hedge in _AROUND or high[1].hedge in _AROUND:
        return None
    return by_ends(evolve(value, interval=whole))


def _by_hedge(read: Read) -> tuple[bool, bool]:
    """Plain figures first, then bounds, then figures that are told as about."""
    hedge = read[1].hedge
    return hedge in _AROUND, hedge is not None


def _is_figure(value: Value) -> bool:
    return value.hedge in (None, "exactly") and value.nominal is not None


def _is_long(end: Decimal) -> bool:
    return len(end.normalize().as_tuple().digits) > _DIGITS


def _between(low: Read, high: Read, on_line: Sequence[Read]) -> str:
    """Both figures, the unit told once where it is the same."""
    kind, one, other = low[1].kind, low[1].nominal, high[1].nominal
    if kind == "count" and one is not None and other is not None:
        unit = next((value.unit for _, value in on_line if value.unit), "")
        return f"between {number(one)} and {number(other)} {plural_of(unit)}".strip()
    if kind == "percent" and low[1].unit == "fraction" and one is not None and other is not None:
        return f"between {number(one * 100)} and {number(other * 100)} percent"
    first, second = own_words(low[0]), own_words(high[0])
    return f"between {_without_unit(first, second)} and {second}"


def _without_unit(one: str, other: str) -> str:
    """The first figure without the words that the second one ends in too ("28 people")."""
    first, second = one.split(" "), other.split(" ")
    while len(first) > 1 and len(second) > 1 and first[-1].lower() == second[-1].lower():
        first.pop()
        second.pop()
    return " ".join(first)
