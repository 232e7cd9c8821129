"""What any reader under test hands to the scorers, and how ours is put into that form."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from reconcile.model import Interval, Mention, Value

EPOCH = datetime.datetime(1970, 1, 1)


@frozen
class Found:
    """One value that a reader found: where, which kind, and the set it stands for."""

    start: int
    end: int
    text: str
    kind: str
    unit: str
    #: the set with hedges and bounds applied
    interval: Interval
    #: the set of the figure alone
    named: Interval
    nominal: Decimal | None
    #: the number and unit as printed
    number: Decimal | None
    printed_unit: str
    #: the kinds of all its readings
    kinds: frozenset[str]
    #: the units of all its readings
    units: frozenset[str]
    #: our own reading; ``None`` for a peer's
    value: Value | None = None


Read = Callable[[str, datetime.datetime | None], Sequence[Found]]


@frozen
class Reader:
    """A reader under test."""

    name: str
    read: Read
    #: the kinds that it claims to read
    kinds: frozenset[str]
    version: str = ""


def from_mention(mention: Mention) -> Found | None:
    """Our mention in the form the scorers compare; ``None`` where it carries no value."""
    value = mention.value
    if value is None:
        return None
    readings = (value, *value.alternatives)
    return Found(
        mention.start,
        mention.end,
        mention.text,
        value.kind,
        value.unit,
        value.interval,
        value.named,
        value.nominal,
        value.stated.number,
        value.stated.unit,
        frozenset(reading.kind for reading in readings),
        frozenset(reading.unit for reading in readings),
        value,
    )


def from_value(one: Found, value: Value) -> Found:
    """The same stretch of text with another value."""
    return evolve(
        one,
        kind=value.kind,
        unit=value.unit,
        interval=value.interval,
        named=value.named,
        nominal=value.nominal,
        number=value.stated.number,
        printed_unit=value.stated.unit,
        value=value,
    )


def read_ours(text: str, published: datetime.datetime | None) -> list[Found]:
    """Every value that ``reconcile.values.read_values`` finds in a text."""
    from reconcile.values import read_values

    found = (from_mention(mention) for mention in read_values(text, published=published))
    return [one for one in found if one is not None]


def seconds_of(moment: datetime.datetime) -> Decimal:
    """A local moment on the line of seconds since 1970-01-01T00:00 on the local calendar."""
    return Decimal(int((moment.replace(tzinfo=None) - EPOCH).total_seconds()))


def moment_of(seconds: Decimal | None) -> str:
    """Seconds on that line as a readable moment."""
    if seconds is None:
        return "..."
    try:
        moment = EPOCH + datetime.timedelta(seconds=int(seconds))
    except OverflowError:
        return f"{seconds} s"
    return moment.isoformat(" ", "minutes").removesuffix(" 00:00")


def spoken(found: Found) -> str:
    """A reading on one line, for error lists."""
    low, high = found.interval.low, found.interval.high
    if found.kind == "date":
        return f"date {moment_of(low)} to {moment_of(high)}"
    ends = ("[" if found.interval.low_closed else "(", "]" if found.interval.high_closed else ")")
    return f"{found.kind} {ends[0]}{low}, {high}{ends[1]} {found.unit}"


def overlapping(found: Sequence[Found], start: int, end: int) -> list[Found]:
    """The readings that share a character with a stretch of the text."""
    return [one for one in found if one.start < end and start < one.end]


OURS = Reader(
    "reconcile",
    read_ours,
    frozenset(("money", "count", "quantity", "percent", "rank", "date", "duration", "age")),
)
