"""A line in, lengths of time out that do not lie between the days that it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line, cite, day_of_publication
from reconcile.checks.found import apart, contradiction, read
from reconcile.checks.lengths import DAY, SECONDS, YEAR
from reconcile.checks.vocabulary import matches, rules, words
from reconcile.model import Check, Interval, Step, Value
from reconcile.values import steps
from reconcile.values.calendar import civil, day_of
from reconcile.values.telling import interval_words

_FILE: Final = "spans"
#: so many characters before a match may still say what the length is of
_BEFORE: Final = 24
#: room for lengths that the clock or the calendar tells; longer ones have half of their unit
_ROOM: Final = {"minute": Decimal(120), "hour": Decimal(900), "day": Decimal(0)}
_DASH: Final = patterns.compile(r"\d ?[-–—] ?\d|[a-z] ?[–—] ?\d")


def check_spans(line: Line) -> Iterator[Check]:
    """A finding for each length that the two days beside it rule out."""
    seen: set[int] = set()
    for rule in rules(_FILE)["span"]:
        for match in matches(rule["pattern"], _FILE, line.masked):
            named = {name: line.figure(sign) for name, sign in match.groupdict().items()}
            told = named["length"]
            if told.index in seen or words("silent", _FILE).search(
                line.masked[max(0, match.start() - _BEFORE) : match.end()]
            ):
                continue
            found = list(_FAMILIES[rule["is"]](named, line))
            if found:
                seen.add(told.index)
            yield from found


def _range(named: dict[str, Figure], line: Line) -> Iterator[Check]:
    """As in "five days, from 3 July to 12 July"."""
    length, ends = named["length"], named["ends"]
    if not words("two_ends", _FILE).search(ends.text) and not _DASH.search(ends.text):
        return
    between = [read(ends, each) for each in ends.value.alternatives if each.kind == "duration"]
    if between:
        yield from _unless_met(length, (ends,), between[0])


def _between(named: dict[str, Figure], line: Line) -> Iterator[Check]:
    """As in "it began on 2 June and ended 11 days later, on 9 June"."""
    length, first, last = named["length"], named["first"], named["last"]
    between = steps.subtract(read(last), read(first), "", unit="second")
    if between.result is not None and (between.result.high or 0) > 0:
        yield from _unless_met(length, (first, last), between)


def _until(named: dict[str, Figure], line: Line) -> Iterator[Check]:
    """As in "a four-year contract until 2029", signed about the day of publication."""
    length, last, published = named["length"], named["last"], line.article.published
    if published is None or length.value.stated.unit != "year":
        return
    ahead = steps.subtract(
        steps.named(read(last)), steps.publication(cite(last), day_of_publication(published)), "",
        unit="second",
    )  # fmt: skip
    if ahead.result is not None and (ahead.result.low or 0) > 0:
        slack = YEAR / 2  # it may have begun some months ago, or begin in some
        yield from _unless_met(length, (last,), steps.widen(ahead, slack, slack))


def _same_day(named: dict[str, Figure], line: Line) -> Iterator[Check]:
    """As in "nine years ago, in 2014": two names of one day or year."""
    length, last = named["length"], named["last"]
    counted = _counted(length)
    if counted is None or last.value.interval.low is None or length.value.interval.low is None:
        return
    unit = SECONDS[counted.stated.unit]
    near, stated = steps.widen(read(length), unit, unit), read(last)
    if apart(near, stated):
        near = steps.spoken(near, f"{length.text} was {_told_day(length)}")
        title = f"{length.text}, {last.text}"
        yield contradiction("span", (length, last), title, near, stated, "date")


def _told_day(figure: Figure) -> str:
    interval, unit = figure.value.interval, figure.value.stated.unit
    if unit == "year" and interval.low is not None and interval.high is not None:
        return str(civil(day_of(int((interval.low + interval.high) / 2)))[0])
    return interval_words(interval, "date", "date")


def _anniversary(named: dict[str, Figure], line: Line) -> Iterator[Check]:
    """As in "married in 1985, they marked their 50th anniversary on Saturday"."""
    length, first, published = named["length"], named["first"], line.article.published
    if not words("anniversary", _FILE).search(length.text):
        return
    low, nominal = first.value.interval.low, length.value.nominal
    if published is None or low is None or nominal is None:
        return
    year = civil(day_of(int(low)))[0]
    if year >= published.year:
        return
    since = steps.subtract(
        steps.publication(cite(first), day_of_publication(published)), read(first), "",
        unit="second",
    )  # fmt: skip
    years = steps.widen(steps.convert(since, 1 / YEAR, "year", ""), Decimal(1), Decimal(1))
    told = f"from {first.text} to {published.year} is {published.year - year} years"
    title = f"{length.text}, from {first.text}"
    made, stated = steps.spoken(years, told), steps.printed(cite(length))
    if apart(made, stated):
        yield contradiction("span", (first, length), title, made, stated, "duration")


_FAMILIES: Final[dict[str, Callable[[dict[str, Figure], Line], Iterator[Check]]]] = {
    "range": _range,
    "between": _between,
    "until": _until,
    "one day": _same_day,
    "anniversary": _anniversary,
}


def _unless_met(length: Figure, days: tuple[Figure, ...], between: Step) -> Iterator[Check]:
    """A finding where no length that the days leave open is the one stated."""
    counted = _counted(length)
    if counted is None or between.result is None:
        return
    unit = counted.stated.unit
    room = _ROOM.get(unit, SECONDS[unit] / 2)
    near = steps.widen(between, room, room)
    stated = read(length, counted)
    if apart(near, stated):
        near = steps.spoken(near, f"{_between_words(days)} is {_told(between.result, unit)}")
        title = f"{length.text}: {' and '.join(day.text for day in days)}"
        yield contradiction("span", (length, *days), title, near, stated, "duration")


def _counted(figure: Figure) -> Value | None:
    """The length that is stated, in a unit: that of "11 days later" is 11 days."""
    if words("event", _FILE).search(figure.text):
        return None  # it lies between other things than the days
    readings = (figure.value, *figure.value.alternatives)
    lengths = (each for each in readings if each.kind == "duration")
    return next((each for each in lengths if each.stated.unit in SECONDS), None)


def _between_words(days: tuple[Figure, ...]) -> str:
    if len(days) == 2:
        return f"from {days[0].text} to {days[1].text}"
    return days[0].text


def _told(interval: Interval, unit: str) -> str:
    """A length in the unit that it is held against: "4 to 6 years"."""
    seconds = SECONDS.get(unit, DAY)
    ends = [
        None if end is None else round(end / seconds, 0) for end in (interval.low, interval.high)
    ]
    if ends[0] is None or ends[1] is None:
        return interval_words(interval, "second", "duration")
    first, last = (max(int(end), 0) for end in ends if end is not None)
    amount = str(last) if first == last else f"{first} to {last}"
    return f"{amount} {unit}{'' if amount == '1' else 's'}"
