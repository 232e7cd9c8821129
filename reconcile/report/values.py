"""A reading in, plain data out: the shape that a value has in every JSON that is printed."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Final

from reconcile.model import Interval, Mention, Value
from reconcile.report.reading import in_words

_EPOCH: Final = datetime.datetime(1970, 1, 1)
_DAY_SECONDS: Final = 86_400


def number_to_text(number: Decimal | None) -> str | None:
    """A number as plain digits, without exponent and trailing zeros; ``None`` is unbounded."""
    if number is None:
        return None
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def moment_to_text(second: Decimal | None, value: Value) -> str | None:
    """A date, or a date and time where the words name a clock time, as ISO 8601."""
    if second is None:
        return None
    try:
        moment = _EPOCH + datetime.timedelta(seconds=float(second))
    except OverflowError:
        return None
    if _is_whole_days(value):
        return moment.date().isoformat()
    if value.offset_minutes is not None:
        zone = datetime.timezone(datetime.timedelta(minutes=value.offset_minutes))
        moment = moment.replace(tzinfo=zone)
    return moment.isoformat()


def _is_whole_days(value: Value) -> bool:
    ends = (value.interval.low, value.interval.high)
    return value.offset_minutes is None and all(
        end is None or end % _DAY_SECONDS == 0 for end in ends
    )


def _ends(value: Value, interval: Interval) -> tuple[str | None, str | None]:
    if value.kind == "date":
        return moment_to_text(interval.low, value), moment_to_text(interval.high, value)
    return number_to_text(interval.low), number_to_text(interval.high)


def _day_ends(interval: Interval) -> dict[str, str | None]:
    """The days between which something lies, the second one left out."""
    return {
        name: None
        if end is None
        else (_EPOCH + datetime.timedelta(seconds=float(end))).date().isoformat()
        for name, end in (("low", interval.low), ("high", interval.high))
    }


def moment_ends(interval: Interval) -> tuple[str | None, str | None]:
    """The ends of a moment on dates' line as ISO 8601, in local time."""
    low, high = (
        None if end is None else (_EPOCH + datetime.timedelta(seconds=int(end))).isoformat()
        for end in (interval.low, interval.high)
    )
    return low, high


def value_to_data(value: Value) -> dict[str, Any]:
    """A value as the JSON report has it: decimal strings, ISO dates, null for an open end."""
    low, high = _ends(value, value.interval)
    printed = value.stated.number
    return {
        "kind": value.kind,
        "unit": value.unit,
        "nominal": number_to_text(value.nominal),
        "hedge": value.hedge,
        "low": low,
        "high": high,
        "low_closed": value.interval.low_closed,
        "high_closed": value.interval.high_closed,
        "stated": {
            "number": None if printed is None else format(printed, "f"),
            "unit": value.stated.unit,
        },
        "per": value.per,
        "since": None if value.since is None else _day_ends(value.since),
        "words": in_words(value),
        "unresolved": value.unresolved,
        "alternatives": [value_to_data(other) for other in value.alternatives],
    }


def mention_to_data(mention: Mention) -> dict[str, Any]:
    """A mention with its span, words, kind and reading."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "value": None if mention.value is None else value_to_data(mention.value),
    }
