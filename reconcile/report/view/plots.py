"""A finding in, the data of its plot out: the readings brought to one unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from reconcile.model import Claim, Interval, Value
from reconcile.records import evolve
from reconcile.report.excerpts import is_same_wording, one_line
from reconcile.report.findings import Finding
from reconcile.report.pictures import Lane, RangePlot
from reconcile.report.pictures.lanes import lane_of
from reconcile.report.reading import in_words
from reconcile.report.view.nouns import Source
from reconcile.values.conversion import conversions
from reconcile.values.telling import interval_words

_MOST_LANES: Final = 12


def plot_of(finding: Finding, sources: Mapping[str, Source]) -> RangePlot | None:
    """The readings of a fact over one axis; ``None`` where fewer than two differ."""
    valued = [each for each in finding.fact.claims if each.focus.value is not None]
    values = [each.focus.value for each in valued if each.focus.value is not None]
    values = [each for each in values if each.kind == finding.kind and not each.unresolved]
    if not values:
        return None
    unit = values[0].unit
    drawn: list[tuple[Claim, Lane]] = []
    for claim in valued:
        value = claim.focus.value
        assert value is not None
        lane = lane_in(value, unit, finding, claim, sources)
        if lane is not None:
            drawn.append((claim, lane))
    lanes = _gathered(lane for _, lane in drawn)
    if len({(lane.low, lane.high) for lane in lanes}) < 2 or len(lanes) > _MOST_LANES:
        return None
    return RangePlot(
        title=f"Readings: {one_line(finding.title)}",
        kind=finding.kind,
        unit=_unit_words(unit, finding.kind, values[0]),
        lanes=lanes,
        left_out=_left_out(len(valued) - len(drawn)),
    )


def _left_out(count: int) -> str:
    if not count:
        return ""
    return f"{count} more {'is' if count == 1 else 'are'} in another unit and not drawn"


def lane_in(
    value: Value, unit: str, finding: Finding, claim: Claim, sources: Mapping[str, Source]
) -> Lane | None:
    """The lane of a reading over an axis in a unit; ``None`` where it does not lie on that axis.

    Of readings that the words leave open, it is the first that lies there.
    """
    readings = (each for each in (value, *value.alternatives) if each.kind == finding.kind)
    found = (_converted(each, unit) for each in readings if not each.unresolved)
    interval = next((each for each in found if each is not None), None)
    if interval is None:
        return None
    letter, text = sources[claim.article].letter, one_line(claim.focus.text)
    return lane_of(interval, letter, text, in_words(value), finding.verdict)


def _converted(value: Value, unit: str) -> Interval | None:
    """The set in the unit of the axis; ``None`` where there is no fixed rate between the two."""
    if value.unit == unit or value.kind in ("count", "rank"):
        return value.interval
    ways = conversions(value.unit, unit) if value.kind == "quantity" else ()
    if not ways or ways[0].factor <= 0:
        return None
    way, interval = ways[0], value.interval

    def turn(end: Decimal | None) -> Decimal | None:
        return None if end is None else end * way.factor + way.offset

    return evolve(interval, low=turn(interval.low), high=turn(interval.high))


def _gathered(lanes: Iterable[Lane]) -> tuple[Lane, ...]:
    """Lanes with the same words and the same set are one, under the letters of all."""
    gathered: list[Lane] = []
    for lane in lanes:
        at = next((i for i, each in enumerate(gathered) if _is_same(each, lane)), None)
        if at is None:
            gathered.append(lane)
        elif lane.letters not in gathered[at].letters.split():
            gathered[at] = evolve(gathered[at], letters=f"{gathered[at].letters} {lane.letters}")
    return tuple(gathered)


def _is_same(a: Lane, b: Lane) -> bool:
    return (a.low, a.high) == (b.low, b.high) and is_same_wording(a.text, b.text)


def _unit_words(unit: str, kind: str, value: Value) -> str:
    if kind == "quantity":
        words = interval_words(Interval(Decimal(2), Decimal(2), True, True), unit, kind)
        return words.removeprefix("exactly 2").strip()
    if kind == "money" and value.per:
        return f"{unit} a {value.per}"
    return {"age": "years", "percentage_point": "percentage points"}.get(kind, unit)
