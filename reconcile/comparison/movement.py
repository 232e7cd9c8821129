"""Two claims of a figure that moves in, whether it can have moved from one to the other out."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.comparison.asof import clocks_of, later_as_of, of_sentence
from reconcile.comparison.pair import Pair, holds, words
from reconcile.comparison.runningwords import Running, is_of_earlier, says_so
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Claim, Value
from reconcile.values import sets
from reconcile.values.meeting import is_bare
from reconcile.values.slips import figures_slip

#: words in front of a figure in which it is said to stand where it stood
_BEFORE: Final = 4
#: seconds between reports within which that speaks of both
_STANDS_SECONDS: Final = 36 * 3600
_DAY: Final = 86_400
#: the least of two figures of which the one may be the other with a slip in it
_LARGE: Final = 100


def moves_as_it_may(pair: Pair, figure: Running) -> bool:
    """Whether the later figure lies where such a figure can have moved to."""
    after = later_as_of(pair)
    if after is None:
        return False
    new, old = (pair.a, pair.b) if after == "a" else (pair.b, pair.a)
    if _apart_seconds(pair) <= _STANDS_SECONDS and _stands(new, pair):
        return False
    if figure.moves == "any":
        return _is_near(new, old, figure.most, pair)
    if figure.clock and not _in_time(new.focus.value, old.focus.value, _apart_seconds(pair)):
        return False
    if not says_so(new, _article_of(new, pair)) and _is_slip(new.focus.value, old.focus.value):
        return False
    if is_of_earlier(new, _article_of(new, pair)):
        return True
    return _is_above(new.focus.value, old.focus.value)


def _stands(claim: Claim, pair: Pair) -> bool:
    """Whether a claim says that its figure is what it was: "the reward remains $250,000"."""
    article = _article_of(claim, pair)
    start = min(claim.clause.start, claim.focus.start)
    before = words(article.text[start : claim.focus.start])[-_BEFORE:]
    return holds(" ".join(before), rules("running")["standing"]["words"])


def _article_of(claim: Claim, pair: Pair) -> Article:
    return pair.article_a if claim is pair.a else pair.article_b


def _apart_seconds(pair: Pair) -> float:
    a, b = pair.article_a.published, pair.article_b.published
    if a is None or b is None:
        return 0.0
    return abs((a.replace(tzinfo=None) - b.replace(tzinfo=None)).total_seconds())


def _is_other_currency(new: Claim, old: Claim, pair: Pair) -> bool:
    """Whether one number stands in both sentences, in two currencies: a slip, and no change."""
    return any(
        one.nominal == other.nominal and one.unit != other.unit
        for one in _sums(new, pair)
        for other in _sums(old, pair)
    )


def _sums(claim: Claim, pair: Pair) -> list[Value]:
    """A sum of money and those that say it again in its sentence."""
    again = of_sentence(claim, _article_of(claim, pair), "money")
    joined = [each for each in again if claim.focus.span in (each.restates, each.span)
              or claim.focus.restates == each.span]  # fmt: skip
    return [each.value for each in (claim.focus, *joined) if each.value is not None]


def _is_near(one: Claim, other: Claim, most: Decimal | None, pair: Pair) -> bool:
    """Whether two figures lie no further apart than one can have moved, no slip between them."""
    new, old = one.focus.value, other.focus.value
    if new is None or old is None or new.nominal is None or old.nominal is None:
        return True
    if new.kind == old.kind == "money" and _is_other_currency(one, other, pair):
        return False
    moved = says_so(one, _article_of(one, pair))  # "rose to 41" is no slip of 14
    if not moved and _are_alike(new, old) and figures_slip(new.nominal, old.nominal):
        return False
    larger = max(abs(new.nominal), abs(old.nominal))
    if most is None or abs(new.nominal - old.nominal) <= most * larger:
        return True
    return _told_at_two_times(pair)


def _told_at_two_times(pair: Pair) -> bool:
    """As in "27 percent at noon" and "64 percent at 5pm"."""
    a, b = clocks_of(pair.a, pair.article_a), clocks_of(pair.b, pair.article_b)
    return bool(a and b) and all(sets.disjoint(one, other) for one in a for other in b)


def _is_slip(new: Value | None, old: Value | None) -> bool:
    """Whether a slip of the pen parts two figures; small ones may grow that way too."""
    if new is None or old is None or new.nominal is None or old.nominal is None:
        return False
    large = min(abs(new.nominal), abs(old.nominal)) >= _LARGE
    return large and _are_alike(new, old) and bool(figures_slip(new.nominal, old.nominal))


def _are_alike(new: Value, old: Value) -> bool:
    same = new.unit == old.unit or new.kind == old.kind and new.kind in ("count", "money")
    return same or is_bare(new) or is_bare(old)


def _in_time(new: Value | None, old: Value | None, apart_seconds: float) -> bool:
    """Whether a length grew by no more than the time between two reports, at its own precision."""
    if new is None or old is None or new.interval.low is None or old.interval.high is None:
        return True
    grown = new.interval.low - old.interval.high
    return grown <= Decimal(int(apart_seconds)) + _DAY


def _is_above(new: Value | None, old: Value | None) -> bool:
    if new is None or old is None or new.kind != old.kind:
        return True
    new_low, old_high = new.interval.low, old.interval.high
    if new_low is None:
        return False
    if old_high is not None:
        return new_low >= old_high
    new_high, old_low = new.interval.high, old.interval.low
    return new_high is None or old_low is None or new_high >= old_low
