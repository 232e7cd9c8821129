"""heldout.toml in; out: how many of its values a reader finds, with the right value and bound.

Found: a reading of the expected kind shares a character with the quote. Right value: found, and
the figure is the expected one (dates: the start of what is named lies in the expected set;
durations: the lengths meet). Right unit: found, in the expected unit, where one is scored. Right
bound: found, and the set has the expected ends ("set", "within"), or is bounded on both sides
near the figure. Spurious: a reading that overlaps no expected value of its sentence.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from attrs import define, field, frozen

from benchmarks.values import figures
from benchmarks.values.found import Found, Reader, overlapping, seconds_of, spoken
from benchmarks.values.tally import Shares
from benchmarks.values.timex import date_set, duration_set
from reconcile.model import Interval
from reconcile.values import sets

HELDOUT: Final = Path(__file__).with_name("heldout.toml")
NO_DATES: Final = Path(__file__).with_name("no_dates.toml")
#: how far an end may lie from the expected one, relative to it: our sets are widened by rounding
SLACK: Final = Decimal("0.06")
#: how wide a plain figure may be read, relative to it
PLAIN: Final = Decimal("0.26")
_SET: Final = re.compile(r"([\[(])\s*(.*?)\s*,\s*(.*?)\s*([\])])")

Expected = dict[str, Any]


@frozen
class Sentence:
    """One sentence with its expected readings."""

    text: str
    group: str
    published: datetime.datetime
    values: tuple[Expected, ...]


@define
class HeldoutScore:
    """Shares by kind, and by group of sentences."""

    found: Shares = field(factory=Shares)
    value: Shares = field(factory=Shares)
    unit: Shares = field(factory=Shares)
    bound: Shares = field(factory=Shares)
    spurious: Shares = field(factory=Shares)
    groups: Shares = field(factory=Shares)


def sentences(path: Path = HELDOUT) -> Iterator[Sentence]:
    """Every sentence of the file, in order."""
    for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
        for one in group["sentences"]:
            yield Sentence(one["text"], group["name"], group["published"], tuple(one["values"]))


def score_reader(reader: Reader, path: Path = HELDOUT) -> HeldoutScore:
    """Score a reader on the values of the kinds that it claims to read."""
    score = HeldoutScore()
    for sentence in sentences(path):
        score_sentence(score, reader, sentence)
    return score


def score_sentence(score: HeldoutScore, reader: Reader, sentence: Sentence) -> None:
    """Add one sentence to the score."""
    readings = list(reader.read(sentence.text, sentence.published))
    places = [_place(sentence, expected) for expected in sentence.values]
    for expected, (start, end) in zip(sentence.values, places, strict=True):
        if expected["kind"] in reader.kinds and not expected.get("optional"):
            near = overlapping(readings, start, end)
            _score_value(score, sentence, expected, near)
    for one in readings:
        expected_here = any(one.start < end and start < one.end for start, end in places)
        error = f"{sentence.group}: {one.text!r} {spoken(one)} in: {sentence.text}"
        score.spurious.add(one.kind, right=expected_here, error=error)


def false_dates(reader: Reader, path: Path = NO_DATES) -> list[tuple[str, Found]]:
    """The dates, times and durations that a reader finds in sentences that have none."""
    published = datetime.datetime(2025, 6, 11, 15, 12)
    return [
        (text, one)
        for text in tomllib.loads(path.read_text(encoding="utf-8"))["sentences"]
        for one in reader.read(text, published)
        if one.kind in ("date", "duration")
    ]


def _place(sentence: Sentence, expected: Expected) -> tuple[int, int]:
    start = -1
    for _ in range(expected.get("occurrence", 1)):
        start = sentence.text.index(expected["quote"], start + 1)
    return start, start + len(expected["quote"])


def _score_value(
    score: HeldoutScore, sentence: Sentence, expected: Expected, near: list[Found]
) -> None:
    kind: str = expected["kind"]
    fitting = [one for one in near if one.kind == kind]
    readings = "; ".join(f"{one.text!r} {spoken(one)} {one.nominal}" for one in near) or "nothing"
    wanted = {key: value for key, value in expected.items() if key != "quote"}
    place = f"«{expected['quote']}» in: {sentence.text}"
    error = f"{place}\n        wanted {wanted}\n        read {readings}"
    values = [one for one in fitting if has_value(one, expected)]
    bounds = [one for one in values if has_bound(one, expected)]
    score.found.add(kind, right=bool(fitting), error=error)
    score.value.add(kind, right=bool(values), error=error if fitting else "")
    score.bound.add(kind, right=bool(bounds), error=error if values else "")
    if "unit" in expected:
        units = [one for one in fitting if has_unit(one, expected["unit"])]
        score.unit.add(kind, right=bool(units), error=error if fitting else "")
    score.groups.add(sentence.group, right=bool(bounds))


def has_unit(one: Found, unit: str) -> bool:
    """Whether a reading is in a unit, or can be."""
    if unit in one.units:
        return True
    return one.kind == "quantity" and any(figures.same_unit(own, unit) for own in one.units)


def has_value(one: Found, expected: Expected) -> bool:
    """Whether a reading has the expected figure, length or date."""
    if "number" in expected:
        number = Decimal(expected["number"])
        return any(n is not None and figures.close(n, number) for n in (one.nominal, one.number))
    if "length" in expected:
        length = duration_set(expected["length"])
        assert length is not None
        return not sets.disjoint(length, one.named) or not sets.disjoint(length, one.interval)
    if "date" in expected:
        start = one.named.low if one.named.low is not None else one.interval.low
        return start is not None and sets.contains_number(_date(expected["date"]), start)
    return True


def has_bound(one: Found, expected: Expected) -> bool:
    """Whether the set of a reading has the expected ends."""
    if "set" in expected:
        return _same_ends(one.interval, read_set(expected["set"]), expected)
    if "within" in expected:
        return sets.contains(read_set(expected["within"]), one.interval)
    if "number" in expected:
        width, number = sets.width(one.interval), Decimal(expected["number"])
        return width is not None and width <= max(PLAIN * abs(number), _first_place(number))
    if "length" in expected or "date" in expected:
        return sets.width(one.interval) is not None
    return True


def _first_place(number: Decimal) -> Decimal:
    """One unit of the first digit: "3 trillion" stands for 2.5 to 3.5."""
    return Decimal(1).scaleb(number.adjusted())


def read_set(text: str) -> Interval:
    """A set as the file writes it: "[2025-06-08, )", "(P14D, P17.5D]", "( , 5e8]"."""
    match = _SET.fullmatch(text)
    assert match is not None, text
    low, high = (_end(match[2], lower=True), _end(match[3], lower=False))
    return Interval(low, high, match[1] == "[", match[4] == "]")


def _end(text: str, *, lower: bool) -> Decimal | None:
    if not text:
        return None
    if text.startswith("P"):
        length = duration_set(text)
        assert length is not None, text
        return length.low if lower else length.high
    if re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", text):
        return seconds_of(datetime.datetime.fromisoformat(text))
    return Decimal(text)


def _date(text: str) -> Interval:
    if "/" in text:
        first, behind = (datetime.datetime.fromisoformat(end) for end in text.split("/"))
        return Interval(seconds_of(first), seconds_of(behind))
    read = date_set(text)
    assert read is not None, text
    return read


def _same_ends(ours: Interval, gold: Interval, expected: Expected) -> bool:
    zero_floor = gold.low is None and ours.low == 0
    same: Callable[[Decimal | None, Decimal | None], bool] = (
        _same_moment if expected["kind"] == "date" else _same_figure
    )
    return (zero_floor or same(ours.low, gold.low)) and same(ours.high, gold.high)


def _same_figure(ours: Decimal | None, gold: Decimal | None) -> bool:
    return figures.close(ours, gold, within=SLACK)


def _same_moment(ours: Decimal | None, gold: Decimal | None) -> bool:
    if ours is None or gold is None:
        return ours is gold
    return abs(ours - gold) <= 86400


def report(score: HeldoutScore, *, verbose: bool) -> list[str]:
    """The score as lines."""
    lines = []
    for title, shares in (
        ("found", score.found),
        ("right value", score.value),
        ("right unit", score.unit),
        ("right bound", score.bound),
        ("readings that are expected (the others are spurious)", score.spurious),
    ):
        lines += [f"{title}: {shares.total()}", *shares.lines()]
        lines += shares.error_lines() if verbose else []
    return [*lines, "right in every respect, by group", *score.groups.lines()]
