"""meantime.jsonl in; F1 of dates and durations, found and right, and of money, shares, counts out.

A gold stretch is found where a reading of a fitting kind shares a character with it (relaxed
match); a reading is right to be there where it meets a gold stretch. Of dates and durations a
reading counts with all that its words leave open: "a five-year high" is a rank and five years, "two
years ago" a date and two years; the value by the first reading alone is printed as well. Precision
counts readings, recall gold stretches. Dates and durations are one class, as TIMEX3 has them: DATE,
TIME, DURATION and SET. A value is right when the start of the reading lies inside the gold set
(dates), or the lengths are equal (durations: the reading's set and the gold set meet). PRESENT_REF
is met by a set that holds the reference day, or that could not be bounded; a value with no set
("PAST_REF", "XXXX") only by one that could not be bounded; a duration without a length ("PXY") by
any duration. A recurrence (SET) has the value of its period.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from attrs import define, field

from benchmarks.values.found import Found, Reader, overlapping, seconds_of, spoken
from benchmarks.values.moments import readings_of
from benchmarks.values.tally import Overlap, window
from benchmarks.values.timex import date_set, duration_set
from reconcile.model import Interval
from reconcile.values import sets

TIMEX = frozenset(("DATE", "TIME", "DURATION", "SET"))
#: which kinds of ours a class of the corpus takes
CLASSES = {
    "timex": (TIMEX, frozenset(("date", "duration"))),
    "money": (frozenset(("MONEY",)), frozenset(("money",))),
    "percent": (frozenset(("PERCENT",)), frozenset(("percent",))),
    "quantity": (frozenset(("QUANTITY",)), frozenset(("count", "quantity"))),
}

Item = dict[str, Any]


@define
class MeantimeScore:
    """Overlap by class, and of the values of dates and durations."""

    classes: dict[str, Overlap] = field(factory=lambda: {name: Overlap() for name in CLASSES})
    values: Overlap = field(factory=Overlap)
    #: the same where only the first reading of a mention counts
    first_values: Overlap = field(factory=Overlap)
    errors: dict[str, list[str]] = field(factory=dict)

    def note(self, name: str, error: str) -> None:
        self.errors.setdefault(name, []).append(error)


def score_file(reader: Reader, path: Path) -> MeantimeScore:
    """Score a reader on every text of the file."""
    score = MeantimeScore()
    for line in path.read_text(encoding="utf-8").splitlines():
        score_text(score, reader, json.loads(line))
    return score


def _reference(case: Item) -> datetime.datetime | None:
    """Noon of the reference date; ``None`` where the data has none that is a date."""
    try:
        return datetime.datetime.fromisoformat(case["reference"] or "").replace(hour=12)
    except ValueError:
        return None


def score_text(score: MeantimeScore, reader: Reader, case: Item) -> None:
    """Add one text to the score."""
    text, published = case["text"], _reference(case)
    readings = list(reader.read(text, published))
    for name, (types, _) in CLASSES.items():
        gold = [item for item in case["items"] if item["type"] in types]
        ours = [one for one in readings if _speaks(one, name)]
        _score_class(score, name, text, gold, ours)
        if name == "timex":
            _score_values(score, text, gold, ours, published)
            _score_first(score, gold, ours, published)


def _speaks(one: Found, name: str) -> bool:
    """Whether a reading is of a class; of dates and durations, any that the words leave open.

    MEANTIME has parts and multiples in words ("half", "four times faster") as quantities.
    """
    if one.kind == "percent" and one.printed_unit in ("part", "multiple"):
        return name == "quantity"
    kinds = CLASSES[name][1]
    return bool(one.kinds & kinds) if name == "timex" else one.kind in kinds


def _score_first(
    score: MeantimeScore, gold: list[Item], ours: list[Found], published: datetime.datetime | None
) -> None:
    """Count the values that are right by the first reading alone."""
    met = {
        (i, j)
        for i, item in enumerate(gold)
        for j, one in enumerate(ours)
        if one.start < item["end"] and item["start"] < one.end and is_right(one, item, published)
    }
    for i in range(len(gold)):
        score.first_values.gold.add(right=any(i == item for item, _ in met))
    for j in range(len(ours)):
        score.first_values.predicted.add(right=any(j == one for _, one in met))


def _score_class(
    score: MeantimeScore, name: str, text: str, gold: list[Item], ours: list[Found]
) -> None:
    overlap = score.classes[name]
    for item in gold:
        met = bool(overlapping(ours, item["start"], item["end"]))
        overlap.gold.add(right=met)
        if not met:
            place = window(text, item["start"], item["end"])
            score.note(f"{name} missed", f"{item['type']} {item.get('value', '')}: {place}")
    for one in ours:
        met = any(one.start < item["end"] and item["start"] < one.end for item in gold)
        overlap.predicted.add(right=met)
        if not met:
            score.note(f"{name} spurious", f"{spoken(one)}: {window(text, one.start, one.end)}")


def _score_values(
    score: MeantimeScore,
    text: str,
    gold: list[Item],
    ours: list[Found],
    published: datetime.datetime | None,
) -> None:
    right_items, right_ours = set(), set()
    for i, item in enumerate(gold):
        for j, one in enumerate(ours):
            meets = one.start < item["end"] and item["start"] < one.end
            if meets and any(is_right(each, item, published) for each in readings_of(one)):
                right_items.add(i)
                right_ours.add(j)
    for i, item in enumerate(gold):
        score.values.gold.add(right=i in right_items)
        near = overlapping(ours, item["start"], item["end"])
        if near and i not in right_items:
            readings = "; ".join(f"{one.text!r} {spoken(one)}" for one in near)
            place = window(text, item["start"], item["end"])
            reference = published.date() if published else None
            score.note(
                "timex value wrong", f"{item['value']} from {reference}: {place} = {readings}"
            )
    for j in range(len(ours)):
        score.values.predicted.add(right=j in right_ours)


def is_right(one: Found, item: Item, published: datetime.datetime | None) -> bool:
    """Whether a reading has the value of a gold item."""
    value: str = item["value"]
    if value.startswith("P") and not value.endswith("_REF"):
        return _is_right_length(one, value)
    gold = date_set(value)
    start = one.named.low if one.named.low is not None else one.interval.low
    if gold is not None:
        return one.kind == "date" and start is not None and sets.contains_number(gold, start)
    unbounded = one.interval.low is None or one.interval.high is None
    if value == "PRESENT_REF" and published is not None:
        return unbounded or _holds_day(one.interval, published)
    return unbounded


def _is_right_length(one: Found, value: str) -> bool:
    if one.kind != "duration":
        return False
    gold = duration_set(value)
    return gold is None or not (
        sets.disjoint(gold, one.named) and sets.disjoint(gold, one.interval)
    )


def _holds_day(interval: Interval, published: datetime.datetime) -> bool:
    day = published.replace(hour=0, minute=0, second=0, microsecond=0)
    today = Interval(seconds_of(day), seconds_of(day + datetime.timedelta(days=1)))
    return not sets.disjoint(interval, today)


def report(score: MeantimeScore, *, verbose: bool) -> list[str]:
    """The score as lines."""
    lines = [f"dates and durations found:  {score.classes['timex']}"]
    lines.append(f"dates and durations, value: {score.values}")
    lines.append(f"     by first reading alone: {score.first_values}")
    lines += [f"{name + ' found:':27} {score.classes[name]}" for name in CLASSES if name != "timex"]
    if verbose:
        for name, errors in sorted(score.errors.items()):
            lines += [f"-- {name}: {len(errors)} errors", *(f"   {error}" for error in errors)]
    return lines
