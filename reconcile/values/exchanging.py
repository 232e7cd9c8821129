"""Two sums in, the ways to lay them on one line out: of one currency, or at rates of the day."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Value
from reconcile.records import evolve
from reconcile.values import sets, slips, steps
from reconcile.values.conversion import Conversion, conversions, label
from reconcile.values.meeting import Apart, Days, Meeting, Meetings, Side, moved, same_line, swap
from reconcile.values.rates import Rate, rate
from reconcile.values.telling import interval_words

#: how far, as a share, two sums may lie beside each other's rate before that is a conflict
QUOTED_SLACK: Final = Decimal("0.005")
#: the same where no daily rate is quoted
ASSUMED_SLACK: Final = Decimal("0.15")
#: how far from one a rate may lie at which one number of either currency is no slip
_NEAR_PAR: Final = Decimal("0.03")
#: what a bare dollar is where nothing else is said
_DEFAULT_DOLLAR: Final = "USD"


def money(a: Side, b: Side, days: Days) -> Meetings:
    """Two sums, in each currency that a bare "dollar" leaves open, the likely ones first."""
    ways = tuple(
        way if there is b else evolve(way, changed=True, told=way.told or there.step.words)
        for there in _per_the_same(a, b)
        for way in _in_currencies(a, there, days)
    )
    return ways or _sums(a, b, days)


def _per_the_same(a: Side, b: Side) -> list[Side]:
    """The second sum for what the first is paid for: a sum a week as so much a year."""
    if not a.value.per or not b.value.per or a.value.per == b.value.per:
        return [b]
    lines = conversions(b.value.per, a.value.per)
    return [_for_another(b, line) for line in lines] or [b]


def _for_another(one: Side, line: Conversion) -> Side:
    factor = 1 / line.factor
    nominal = None if one.nominal is None else one.nominal / line.factor
    opened = interval_words(sets.scale(one.whole, factor), one.value.unit, "money")
    words = f"“{one.words}” is {opened} per {label(line.target)}"
    there = moved(
        one, "convert", lambda interval: sets.scale(interval, factor), nominal, words,
        numbers=(factor, Decimal(0)),
    )  # fmt: skip
    return evolve(there, value=evolve(one.value, per=line.target))


def _in_currencies(a: Side, b: Side, days: Days) -> tuple[Meeting, ...]:
    """Two sums laid side by side in each pair of currencies that they may be in."""
    found = [_sums(a, b, days)]
    for one, other in _currencies(a, b):
        meant = _sums(_in_currency(a, one), _in_currency(b, other), days)
        if not isinstance(meant, Apart):
            said = [f"“{side.words}” is in {code}" for side, code in ((a, one), (b, other))
                    if code != side.value.unit]  # fmt: skip
            found.append(
                tuple(evolve(way, assumed=" and ".join(said), slack=Decimal(0)) for way in meant)
            )
    return tuple(way for meetings in found if not isinstance(meetings, Apart) for way in meetings)


def _currencies(a: Side, b: Side) -> list[tuple[str, str]]:
    """The other pairs of currencies that two sums may be in."""
    open_a, open_b = _open_currencies(a, b), _open_currencies(b, a)
    pairs = [(one, other) for one in open_a for other in open_b]
    return pairs[1:]


def _open_currencies(one: Side, other: Side) -> list[str]:
    """What a sum's words leave open: a bare "$" is the other side's dollar, or the American one."""
    own = one.value.unit
    found = [own, *(reading.unit for reading in one.value.alternatives if reading.kind == "money")]
    if is_bare_currency(one.value):
        if other.value.unit[-1:] == own[-1:] and _is_assumed(one.value):
            found.append(other.value.unit)
        if one.value.stated.unit == "dollar":
            found.append("USD")
    return list(dict.fromkeys(found))


def is_bare_currency(value: Value) -> bool:
    """Whether a sum was printed with a name that several currencies share ("$", "pesos")."""
    return value.kind == "money" and value.stated.unit.islower()


def _is_assumed(value: Value) -> bool:
    """Whether nothing in the text settled which of the currencies of one name is meant."""
    return value.unresolved is not None or value.unit == _DEFAULT_DOLLAR


def _in_currency(one: Side, code: str) -> Side:
    if code == one.value.unit:
        return one
    words = f"“{one.words}” is {interval_words(one.whole, code, 'money')}"
    there = evolve(steps.beside(one.step, "other currency", words), unit=code)
    return evolve(one, value=evolve(one.value, unit=code), step=there)


def _sums(a: Side, b: Side, days: Days) -> Meetings:
    """Two sums: of one currency as they are, else at the rates of the days around publication."""
    if a.value.unit == b.value.unit:
        return same_line(a, b, days)
    if a.value.unit > b.value.unit:
        return swap(_sums(b, a, days.swapped()))
    price = _rate(b.value.unit, a.value.unit, days)
    same_number = a.nominal is not None and a.nominal == b.nominal
    one_number = Apart(
        f"the same number of {a.value.unit} and of {b.value.unit}", conflict=True, rule="other unit"
    )
    if price is None:
        reason = f"no rate is known for {a.value.unit} against {b.value.unit}"
        return one_number if same_number else Apart(reason, rule="incomparable")
    opened = interval_words(_at_rate(b.whole, price), a.value.unit, "money")
    step = f"“{b.words}” is {opened} ({price.words})"
    slack = QUOTED_SLACK if price.quoted else ASSUMED_SLACK
    ends = [end for end in (price.interval.low, price.interval.high) if end is not None]
    there = moved(
        b, "exchange", lambda interval: _at_rate(interval, price), None, step,
        unit=a.value.unit, numbers=ends,
    )  # fmt: skip
    plain = same_number and a.hedge is None and b.hedge is None and not _is_near_par(price)
    if plain and not sets.disjoint(a.whole, there.whole):
        return one_number  # "$4m" for "€4m": a rounding of a rounding, or more likely a slip
    return (
        Meeting(
            a,
            there,
            "money",
            a.value.unit,
            changed=True,
            exact=False,
            slack=Decimal(0) if _same_digits(a, b) else slack,
            told=step,
            assumed=None if price.quoted else price.words,
        ),
    )


def _is_near_par(price: Rate) -> bool:
    """Whether so many of the one currency are about as many of the other."""
    low, high = price.interval.low, price.interval.high
    if low is None or high is None:
        return True
    return low * (1 - _NEAR_PAR) <= 1 <= high * (1 + _NEAR_PAR)


def _same_digits(a: Side, b: Side) -> bool:
    """As in "$8.4 million" against "€8.4 million": a sign was changed, if no rate makes it so."""
    if a.nominal is None or b.nominal is None:
        return False
    return slips.same_digits(a.nominal, b.nominal)


def _rate(source: str, target: str, days: Days) -> Rate | None:
    known: list[datetime.date | None] = []
    known += sorted({day.date() for day in (days.a, days.b) if day is not None})
    rates = [found for day in (known or [None]) if (found := rate(source, target, day))]
    if not rates:
        return None
    joined = rates[0]
    for other in rates[1:]:
        joined = joined._replace(
            interval=sets.hull(joined.interval, other.interval),
            quoted=joined.quoted and other.quoted,
        )
    return joined


def _at_rate(interval: Interval, price: Rate) -> Interval:
    low, high = price.interval.low, price.interval.high
    if low is None or high is None:
        return sets.EVERYTHING
    return Interval(
        None if interval.low is None else min(interval.low * low, interval.low * high),
        None if interval.high is None else max(interval.high * low, interval.high * high),
        interval.low_closed,
        interval.high_closed,
    )
