"""Other readers, each as a ``Reader``: their results in, readings in our scorers' form out.

A peer's figure is put on our line generously: a bare value is the set of that number, a date with a
grain is that whole day, month or year, "from" and "to" are bounds. What a peer has no word for
(money without a currency, a dimensionless quantity) becomes a count.
"""

from __future__ import annotations

import datetime
import importlib
import importlib.metadata
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final

from benchmarks.values.found import Found, Reader, seconds_of
from reconcile.model import Interval
from reconcile.values import sets

NOW: Final = datetime.datetime(2025, 6, 11, 12)

Raw = dict[str, Any]


def found(
    start: int,
    end: int,
    text: str,
    kind: str,
    unit: str,
    interval: Interval,
    nominal: Decimal | None = None,
) -> Found:
    """A peer's reading; what it calls the value is both set and figure."""
    return Found(
        start, end, text, kind, unit, interval, interval, nominal, nominal, unit,
        frozenset((kind,)), frozenset((unit,)),
    )  # fmt: skip


def _number(value: object) -> Decimal:
    return Decimal(repr(value) if isinstance(value, float) else str(value))


# --- dateparser -----------------------------------------------------------------------------------


def dateparser_reader() -> Reader:
    """dateparser's search: days only, no durations."""
    search = importlib.import_module("dateparser.search").search_dates

    def read(text: str, published: datetime.datetime | None) -> list[Found]:
        base = (published or NOW).replace(tzinfo=None)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        hits = search(text, languages=["en"], settings=settings) or []
        return list(_placed(text, hits))

    return Reader("dateparser", read, frozenset(("date",)), _version("dateparser"))


def _placed(text: str, hits: list[tuple[str, datetime.datetime]]) -> Iterator[Found]:
    behind = 0
    for words, moment in hits:
        start = text.find(words, behind)
        if start < 0:
            continue
        behind = start + len(words)
        yield found(start, behind, words, "date", "date", _day_or_minute(moment))


def _day_or_minute(moment: datetime.datetime) -> Interval:
    low = seconds_of(moment)
    timed = (moment.hour, moment.minute) != (0, 0)
    return Interval(low, low + (60 if timed else 86400))


# --- parsedatetime --------------------------------------------------------------------------------


def parsedatetime_reader() -> Reader:
    """parsedatetime's nlp: moments, no durations."""
    module = importlib.import_module("parsedatetime")
    calendar = module.Calendar(version=module.VERSION_CONTEXT_STYLE)

    def read(text: str, published: datetime.datetime | None) -> list[Found]:
        base = (published or NOW).replace(tzinfo=None)
        hits = calendar.nlp(text, sourceTime=base.timetuple()) or ()
        return [
            found(start, end, words, "date", "date", _moment_or_day(moment, context))
            for moment, context, start, end, words in hits
        ]

    return Reader("parsedatetime", read, frozenset(("date",)), _version("parsedatetime"))


def _moment_or_day(moment: datetime.datetime, context: Any) -> Interval:
    if context.hasTime:
        return _day_or_minute(moment)
    return _day_or_minute(moment.replace(hour=0, minute=0, second=0, microsecond=0))


# --- quantulum3 -----------------------------------------------------------------------------------

_CODES: Final = {
    "dollar": "USD", "united states dollar": "USD", "us dollar": "USD", "euro": "EUR",
    "pound sterling": "GBP", "yen": "JPY", "japanese yen": "JPY", "yuan": "CNY",
    "south korean won": "KRW", "won": "KRW", "indian rupee": "INR", "swiss franc": "CHF",
    "australian dollar": "AUD", "canadian dollar": "CAD", "hong kong dollar": "HKD",
}  # fmt: skip
_DURATIONS: Final = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600,
    "month": 2629746, "year": 31556952, "decade": 315569520, "century": 3155695200,
}  # fmt: skip


def quantulum_reader() -> Reader:
    """quantulum3 without its classifier: money, quantities, percent, durations, bare numbers."""
    parser = importlib.import_module("quantulum3.parser")
    # its pickled classifier loads only with the scikit-learn that it was trained with
    importlib.import_module("quantulum3.classifier").USE_CLF = False  # type: ignore[attr-defined]

    def read(text: str, published: datetime.datetime | None) -> list[Found]:
        return [_from_quantulum(quantity) for quantity in parser.parse(text)]

    kinds = frozenset(("money", "count", "quantity", "percent", "duration"))
    return Reader("quantulum3", read, kinds, _version("quantulum3"))


def _from_quantulum(quantity: Any) -> Found:
    (start, end), unit, entity = quantity.span, quantity.unit.name, quantity.unit.entity.name
    value = _number(quantity.value)
    kind = {"currency": "money", "time": "duration", "dimensionless": "count"}.get(
        entity, "quantity"
    )
    if unit in ("percentage", "percent"):
        kind, unit, value = "percent", "fraction", value / 100
    elif kind == "money":
        unit = _CODES.get(unit, unit)
    elif kind == "duration":
        value, unit = value * _DURATIONS.get(unit, 1), "second"
    margin = _number(quantity.uncertainty or 0)
    interval = Interval(value - margin, value + margin, True, True)
    return found(start, end, quantity.surface, kind, unit, interval, value)


# --- Duckling -------------------------------------------------------------------------------------

_DIMENSIONS: Final = {
    "amount-of-money": "money", "number": "count", "time": "date", "duration": "duration",
    "quantity": "quantity", "temperature": "quantity", "distance": "quantity",
    "volume": "quantity", "ordinal": "rank",
}  # fmt: skip
_SYMBOLS: Final = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "cent": "USD", "EUR": "EUR", "INR": "INR",
}  # fmt: skip
_UNITS: Final = {
    "celsius": "degree_Celsius", "fahrenheit": "degree_Fahrenheit", "metre": "meter",
    "centimetre": "centimeter", "kilometre": "kilometer", "litre": "liter",
}  # fmt: skip
_GRAINS: Final[dict[str, Callable[[datetime.datetime], datetime.datetime]]] = {
    "second": lambda moment: moment + datetime.timedelta(seconds=1),
    "minute": lambda moment: moment + datetime.timedelta(minutes=1),
    "hour": lambda moment: moment + datetime.timedelta(hours=1),
    "day": lambda moment: moment + datetime.timedelta(days=1),
    "week": lambda moment: moment + datetime.timedelta(days=7),
    "month": lambda moment: _later(moment, 1),
    "quarter": lambda moment: _later(moment, 3),
    "year": lambda moment: _later(moment, 12),
}


def _later(moment: datetime.datetime, months: int) -> datetime.datetime:
    first = moment.month - 1 + months
    return moment.replace(year=moment.year + first // 12, month=first % 12 + 1, day=1)


def duckling_reader() -> Reader:
    """Duckling through its native binding; of overlapping parses the longest are kept."""
    duckling, pendulum = importlib.import_module("duckling"), importlib.import_module("pendulum")
    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    locale = duckling.default_locale_lang(duckling.parse_lang("EN"))
    dimensions = duckling.parse_dimensions(list(_DIMENSIONS))

    def read(text: str, published: datetime.datetime | None) -> list[Found]:
        base = (published or NOW).replace(tzinfo=None)
        moment = pendulum.instance(base, tz="UTC")
        reference = duckling.parse_ref_time(zones, "UTC", int(moment.timestamp()))
        context = duckling.Context(reference, locale)
        return [
            _from_duckling(raw)
            for raw in _longest(duckling.parse(text, context, dimensions, False))
        ]

    kinds = frozenset(("money", "count", "quantity", "date", "duration", "rank"))
    return Reader("duckling", read, kinds, _version("pyduckling-native-phihos"))


def _longest(parses: list[Raw]) -> list[Raw]:
    kept: list[Raw] = []
    for raw in sorted(parses, key=lambda raw: (raw["start"] - raw["end"], raw["start"])):
        inside = any(
            one["start"] <= raw["start"] and raw["end"] <= one["end"]
            and (one["start"], one["end"]) != (raw["start"], raw["end"])
            for one in kept
        )  # fmt: skip
        if not inside:
            kept.append(raw)
    return sorted(kept, key=lambda raw: raw["start"])


def _from_duckling(raw: Raw) -> Found:
    kind, value = _DIMENSIONS[raw["dim"]], raw["value"]
    place = (raw["start"], raw["end"], _decoded(raw["body"]))
    if kind == "date":
        return found(*place, "date", "date", _date_ends(value))
    if kind == "duration":
        seconds = _number(value["normalized"]["value"])
        return found(*place, kind, "second", sets.exactly(seconds), seconds)
    ends = [value.get(side, {}).get("value") for side in ("from", "to")]
    unit = _decoded(value.get("unit") or value.get("from", value.get("to", {})).get("unit") or "")
    if kind == "money":
        kind, unit = ("count", "") if unit == "unknown" else (kind, _SYMBOLS.get(unit, unit))
    unit = "place" if kind == "rank" else _UNITS.get(unit, unit)
    if "value" in value:
        figure = _number(value["value"])
        return found(*place, kind, unit, sets.exactly(figure), figure)
    low, high = (None if end is None else _number(end) for end in ends)
    nominal = low if high is None else high if low is None else None
    return found(*place, kind, unit, Interval(low, high, True, True), nominal)


def _decoded(text: str) -> str:
    """The binding hands UTF-8 on as if it were Latin-1."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _date_ends(value: Raw) -> Interval:
    try:
        if "value" in value:
            start = _moment(value["value"])
            return Interval(seconds_of(start), seconds_of(_GRAINS[value["grain"]](start)))
        ends = [value.get(side) for side in ("from", "to")]
        low, high = (None if end is None else seconds_of(_moment(end["value"])) for end in ends)
        return Interval(low, high)
    except (ValueError, OverflowError):  # a year that the calendar of datetime does not have
        return sets.EVERYTHING


def _moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(re.sub(r"[+-]\d\d:\d\d$", "", text))


# --- all of them ----------------------------------------------------------------------------------

PEERS: Final[dict[str, Callable[[], Reader]]] = {
    "duckling": duckling_reader,
    "dateparser": dateparser_reader,
    "quantulum3": quantulum_reader,
    "parsedatetime": parsedatetime_reader,
}


def _version(distribution: str) -> str:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return ""


def installed() -> tuple[list[Reader], list[str]]:
    """The peers that are installed, and a message for each that is not."""
    readers, messages = [], []
    for name, build in PEERS.items():
        try:
            readers.append(build())
        except Exception as error:  # a peer may fail at import in any way
            messages.append(f"{name} is skipped: {type(error).__name__}: {error}")
    return readers, messages
