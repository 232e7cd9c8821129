"""The comparisons of a fact in, the slip of the pen that may lie behind each conflict out.

An edit counts when the edited reading and the other one agree, or fit each other as closely, by
the set algebra. Which side is the odd one is said only where a third source shows it.
"""

from __future__ import annotations

import datetime
import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from reconcile.comparison.backing import Fitting, fitting_of, odd_one
from reconcile.comparison.edits import Edit, as_points, edits_of
from reconcile.comparison.pair import Pair, Side, quoted, source
from reconcile.comparison.swaps import other_figure, swapped
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Claim, Comparison, Fact, Kind, Slip, Value
from reconcile.records import evolve
from reconcile.tuples import NamedTuple
from reconcile.values import sets
from reconcile.values.conversion import label
from reconcile.values.nouns import plural_of
from reconcile.values.relation import is_timeless, relate
from reconcile.values.telling import amount, interval_words

#: a reading wider than this share of itself is met too easily to speak for an edit
_CLOSE: Final = Decimal("0.025")
_VERY_CLOSE: Final = Decimal("0.01")
_DAYS: Final = 7 * 86_400
_YEAR: Final = 366 * 86_400
_UNLIKE: Final = 2
_MILLION: Final = 1_000_000
_NOISE: Final = Decimal("1e-12")
#: hedges that stay near their figure
_AROUND: Final = frozenset(("about", "nearly", "just_over", "just_under"))
#: rules that take so large a step that no chance meets the other reading
_BOLD: Final = frozenset(("scale", "calendar", "year", "week", "noon", "points"))
#: rules whose result must be the other figure, or its like in another unit
_CLOSELY: Final = frozenset(("transposed", "month", "weekday", "unit"))


#: all that an article states of a kind
ByKind = Mapping[tuple[str, Kind], Sequence[Claim]]
#: when the articles of two claims were published
Days = tuple[datetime.datetime | None, datetime.datetime | None]


class Found(NamedTuple):
    """An edit of one side that reconciles the two."""

    side: Side
    edit: Edit


def diagnose(fact: Fact, articles: Mapping[str, Article], claims: ByKind) -> Fact:
    """The fact with a slip at each of its conflicts that one may explain.

    ``claims`` are all that each article states of each kind. Nothing is asked of claims that may
    not be one fact.
    """
    if not fact.certain or all(each.verdict != "conflict" for each in fact.comparisons):
        return fact
    fitting, readings = fitting_of(fact), _readings(fact)
    compared = (
        _diagnosed(each, fact, fitting, readings, articles, claims) for each in fact.comparisons
    )
    return evolve(fact, comparisons=tuple(compared))


def _readings(fact: Fact) -> dict[Value, int]:
    """The different readings of a fact, each with how many claims have it."""
    return Counter(claim.focus.value for claim in fact.claims if claim.focus.value is not None)


def _diagnosed(
    comparison: Comparison,
    fact: Fact,
    fitting: Fitting,
    readings: Mapping[Value, int],
    articles: Mapping[str, Article],
    claims: ByKind,
) -> Comparison:
    if comparison.verdict != "conflict":
        return comparison
    a, b = fact.claims[comparison.a], fact.claims[comparison.b]
    pair = Pair(a, b, articles[a.article], articles[b.article])
    side = odd_one(comparison, fact, fitting)
    beside = [claims.get((each.article, each.kind), ()) for each in (a, b)]
    told = swapped(pair, *beside, side=side)
    if told is None:
        own = Counter((a.focus.value, b.focus.value))
        known = tuple(value for value, told_by in readings.items() if told_by > own[value])
        told = slip_of(pair, known, side=side)
    return evolve(comparison, slip=told or other_figure(pair, *beside))


def slip_of(pair: Pair, known: Sequence[Value] = (), *, side: Side | None = None) -> Slip | None:
    """The likeliest slip behind a conflict; ``side`` is the claim that others show to be odd."""
    found = sorted(reconciling(pair, known), key=lambda each: (_rank(each.edit.rule), each.side))
    if not found:
        return None
    rule = found[0].edit.rule
    best: dict[Side, Edit] = {}
    for each in found:
        if each.edit.rule == rule:
            best.setdefault(each.side, each.edit)
    if side is not None and side not in best:
        best[side] = _turned(pair, side, found[0].edit)
    return Slip(rule, side, _question(pair, best, side))


def _turned(pair: Pair, side: Side, edit: Edit) -> Edit:
    """The same slip, made by the other side: what others bear out is what was meant."""
    meant = (pair.b if side == "a" else pair.a).focus.value
    return edit if meant is None else edit._replace(value=meant)


@functools.cache
def _rank(rule: str) -> int:
    names = [entry["name"] for entry in rules("slips")["rule"]]
    return names.index(rule)


# --- what reconciles --------------------------------------------------------------------------


def reconciling(pair: Pair, known: Sequence[Value] = ()) -> tuple[Found, ...]:
    """The edits of either side after which the two fit each other.

    ``known`` are readings of the same fact elsewhere, which speak for an edit that makes them.
    """
    a, b = pair.a.focus.value, pair.b.focus.value
    if a is None or b is None:
        return ()
    a, b = as_points(a, b), as_points(b, a)
    days = (pair.article_a.published, pair.article_b.published)
    if is_timeless(a) and is_timeless(b):
        days = (None, None)
    return _reconciling((a, b), (pair.a.focus.text, pair.b.focus.text), tuple(known), days)


@functools.lru_cache(maxsize=1024)
def _reconciling(
    values: tuple[Value, Value], texts: tuple[str, str], known: tuple[Value, ...], days: Days
) -> tuple[Found, ...]:
    """The same once for all claims that are read alike."""
    (a, b), (text_a, text_b) = values, texts
    edits_a, edits_b = edits_of(a, b, text_a, known), edits_of(b, a, text_b, known)
    return (
        *(Found("a", edit) for edit in edits_a if _fits(edit, b, known, days)),
        *(Found("b", edit) for edit in edits_b if _fits(edit, a, known, days[::-1])),
    )


def _fits(edit: Edit, other: Value, known: Sequence[Value], days: Days) -> bool:
    """Whether the edited first side and the second fit, and not by the width of a reading only."""
    if edit.value.kind != other.kind or not _is_resolved(edit.value):
        return False
    supported = any(is_same(edit.value, each) for each in (other, *known))
    telling = _is_telling(edit, other) and not _is_far(edit.value, other)
    if not supported and not telling:
        return False
    judgement = relate(
        _figure(edit.value), _figure(other), published_a=days[0], published_b=days[1]
    )
    apart = judgement.verdict == "compatible" and judgement.reason == "overlap"
    return judgement.verdict in ("agree", "compatible") and not apart


def _figure(value: Value) -> Value:
    """The reading without a bound, which nearly any figure meets, and without other readings."""
    if value.kind == "date":
        ends = (value.interval.low, value.interval.high)
        return evolve(value, interval=value.named, hedge=None) if None in ends else value
    if value.hedge not in _AROUND:
        return evolve(value, interval=value.named, hedge=None, alternatives=())
    return evolve(value, alternatives=())


def _is_telling(edit: Edit, other: Value) -> bool:
    """Whether it is no coincidence that an edit meets the other, though not to the last digit."""
    if edit.rule in _BOLD:
        return edit.value.kind != "date" or _names_as_closely(edit, other)
    if not _is_close(other) or edit.rule not in (*_CLOSELY, "digit"):
        return False
    if edit.rule == "digit" and not _is_close(other, share=_VERY_CLOSE):
        return False
    across = edit.value.unit != other.unit and edit.value.kind == "quantity"
    return edit.rule == "unit" or across or other.kind == "date"


def _is_far(a: Value, b: Value) -> bool:
    """Whether two figures of one unit are so unlike that no reading of them meets."""
    if a.unit != b.unit or not a.nominal or not b.nominal:
        return False
    small, large = sorted((abs(a.nominal), abs(b.nominal)))
    return large > _UNLIKE * small


def _names_as_closely(edit: Edit, other: Value) -> bool:
    """Whether two dates are told closely enough for the one to speak for the other."""
    width, wanted = sets.width(edit.value.named), sets.width(other.named)
    if width is None or wanted is None:
        return False
    return width <= wanted <= _YEAR if edit.rule == "year" else _is_close(other)


def is_same(a: Value, b: Value) -> bool:
    """Whether two figures are one to the last digit, the noise of a division left aside."""
    if a.kind != b.kind or (a.unit != b.unit and a.kind != "count"):
        return False
    if a.nominal is None or b.nominal is None:
        return a.nominal is b.nominal and a.kind != "date" and sets.same(a.named, b.named)
    return abs(a.nominal - b.nominal) <= _NOISE * abs(b.nominal)


def _is_close(value: Value, *, share: Decimal = _CLOSE) -> bool:
    """Whether a reading leaves little open."""
    width = sets.width(value.named if value.kind == "date" else value.interval)
    if width is None:
        return False
    if value.kind == "date":
        return width <= _DAYS
    return value.nominal is not None and width <= share * abs(value.nominal)


def _is_resolved(value: Value) -> bool:
    return value.unresolved is None and value.interval != sets.EVERYTHING


# --- the question -----------------------------------------------------------------------------


def _question(pair: Pair, best: Mapping[Side, Edit], side: Side | None) -> str:
    asked: Sequence[Side] = (
        (side,) if side is not None else [each for each in ("a", "b") if each in best]
    )
    first, *rest = asked
    told = f"{_told(pair, first)} a slip for {said(best[first].value)}"
    if rest:
        told += f", or {_told(pair, rest[0])} for {said(best[rest[0]].value)}"
    return f"Is {told} ({best[first].words})?"


def _told(pair: Pair, side: Side) -> str:
    claim, article = (pair.a, pair.article_a) if side == "a" else (pair.b, pair.article_b)
    return f"{quoted(claim)} ({source(article)})"


def said(value: Value) -> str:
    """An edited reading in a few words, the figure with all its digits."""
    if value.since is not None:
        return f"“since {interval_words(value.since, 'date', 'date')}”"
    if value.kind != "date" and value.nominal is not None:
        if value.kind in ("quantity", "count") and abs(value.nominal) < _MILLION:
            unit = label(value.unit) if value.kind == "quantity" else ""
            return f"{_digits(value.nominal)} {unit}".strip() + _counted(value)
        return amount(value.nominal, value.unit, value.kind) + _counted(value)
    return interval_words(value.named, value.unit, value.kind)


def _digits(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _counted(value: Value) -> str:
    return f" {plural_of(value.unit)}" if value.kind == "count" and value.unit else ""
