"""Which cases of recognizers.jsonl a news text would not contain, each with its reason.

The rules look at the case, never at what a reader makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

Case = dict[str, Any]

_CLOCK_TIMEX: Final = re.compile(r"T\d\d")
_CLOCK_WORDS: Final = re.compile(
    r"""
      \d \s* [ap] \s? \.? \s? m\b | o.?clock | noon | midnight | midday | \d [:.] \d\d | \d h \d\d
    | \b past \b | quarter \s to | \b (?: now | tonight | night | morning | afternoon | evening ) \b
    | \b end \s of \b | (?: minute | hour | second ) s? \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHORT_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|september)"
_SHORTHAND: Final = re.compile(
    rf"""
      \b tm+rw? \b | \b tmr \b | \b eo[dmy] \b | = \d | @     # tmrw, EOY, =2019
    | \b \d+ \s? [dwmyh] \b | \d [ap] \b | \b [cfs]y \s? \d  # 10D, 9p, cy 2008
    | \b [\d.]+ (?: hrs? | mins? | years? | days? ) \b         # 3.5years
    | \b {_SHORT_MONTH} [-/]? \d                             # Dec31, Oct/2, Dec-2018
    | \d / {_SHORT_MONTH} | \d-{_SHORT_MONTH}-\d             # 22/Jan, 05-Aug-2016
    | \b h[12] \b | \b \d{{3,4}} \s [ap]\.?m                  # 2019 H2, 1140 a.m.
    | \b (?: tonite | otd | noonish | mid \s night ) \b
    | \b \d+ \s s \b | \b of \s \d\d $                        # 90 s, April of 87
    | \b week \s (?: mon | tue ) \b                          # next week Mon
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMERIC: Final = re.compile(
    r"(?<![\d/.-])(?<!ber )\d{1,2}[/.-]\d{1,2}(?![\d/.-])(?!\s*[ap]\.?m)", re.IGNORECASE
)
_NUMERIC_RANGE: Final = re.compile(r"\d{1,2}/\d{1,2}-\d{1,2}/\d{1,2}\b")
_MACHINE: Final = re.compile(
    r"""
      \d{8} | \d{4} \s \d\d \s \d\d                  # 20161016, 2016 10 16
    | \w[-_] \d{4}-\d\d-\d\d | ^- \d{4}-\d\d-\d\d    # report-2018-09-23.html
    | (?<![-\d]) \d{4} \s? - \s? \d{1,2} (?! [-\d] )  # 2015-3
    | (?<![-\d]) \d{1,2} - \d{4} (?! -\d )            # 12-2015, 23-2020-September
    | \d:\d\d:\d\d \s \d{4}                          # Wed Oct 26 15:50:06 2016
    """,
    re.VERBOSE,
)
_MEAL: Final = re.compile(r"\b(?:breakfast|lunch|dinner|dinnertime)\b", re.IGNORECASE)
_ADJECTIVE: Final = re.compile(
    r"\b(?:one|\d|two|three|four) (?:morning|afternoon|evening|night)\b", re.IGNORECASE
)
_CARDINALS: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_MONTHS: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_DICTATED: Final = re.compile(
    rf"(?:nineteen|twenty)[ -]{_CARDINALS}[ -]{_CARDINALS}|(?:nineteen|eighteen|seventeen|twenty)"
    rf"[ -](?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|ten|eleven|twelve|thirteen|"
    rf"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|hundred|o)\b|two thousand|"
    rf"{_MONTHS} {_CARDINALS}\b|{_CARDINALS} [ap] m\b",
    re.IGNORECASE,
)
_QUERY: Final = re.compile(
    r"[<>=~]|\bweek\s?\d|\b(?:year|month|week)\s+(?:greater|later|earlier|less)|\bgreater than \d",
    re.IGNORECASE,
)


def _surfaces(case: Case) -> list[str]:
    return [item["surface"] for item in case["items"]]


def _values(case: Case) -> list[dict[str, str]]:
    return [v for item in case["items"] for v in (item["value"] or ()) if isinstance(v, dict)]


def _recurs(case: Case) -> bool:
    return any(item["type"].endswith(".set") for item in case["items"])


def _is_unresolved(case: Case) -> bool:
    if any(not isinstance(item["value"], list) for item in case["items"]):
        return True
    return any(
        value.get("value") == "not resolved" or not {"start", "end", "value"} & value.keys()
        for value in _values(case)
    )


def _is_timezone(case: Case) -> bool:
    return any(item["type"].endswith(".timezone") for item in case["items"])


def _is_bare_hour(case: Case) -> bool:
    return any(
        not _CLOCK_WORDS.search(item["surface"])
        for item in case["items"]
        if any(_CLOCK_TIMEX.search(v.get("timex", "")) for v in item["value"])
    )


def _searches(pattern: re.Pattern[str]) -> Callable[[Case], bool]:
    return lambda case: any(pattern.search(surface) for surface in _surfaces(case))


def _says(pattern: re.Pattern[str]) -> Callable[[Case], bool]:
    return lambda case: bool(pattern.search(case["text"]))


_POWER: Final = re.compile(r"\^|\d\s?e\s?[+-]?\d", re.IGNORECASE)
_SIGNS: Final = re.compile(r"[<>=]|\bor (?:greater|less) than\b|\bequal\b", re.IGNORECASE)
_NO_NUMBER: Final = re.compile(r"\d+\.\d+\.\d+\.\d+|\d/\d+/\d{4}|phone number", re.IGNORECASE)
_OVER: Final = re.compile(r"\b(?:one|\d+) over\b", re.IGNORECASE)
_PERCENT_OF: Final = re.compile(r"^\s*per ?cents? of\b", re.IGNORECASE)
_IDIOM: Final = re.compile(r"\bpartner of the\b", re.IGNORECASE)
_NOW: Final = re.compile(
    r"(?:right )?now|at (?:the )?(?:present(?: time)?|moment|minute)|at this time|asap"
    r"|(?:to|till) date",
    re.IGNORECASE,
)
_WEEKDAY_NUMBER: Final = re.compile(
    r"\b(?:mon|tues?|wed|wednes|thurs?|fri|sat|satur|sun)(?:day)? \d{1,2}\b"
    r"(?!\s*(?:[-:.ap]|o.?clock|days|weeks|jan|oct))",
    re.IGNORECASE,
)


def _is_now(case: Case) -> bool:
    return bool(case["items"]) and all(_NOW.fullmatch(surface) for surface in _surfaces(case))


#: date and time cases, first reason that holds
DATETIME: Final[tuple[tuple[str, Callable[[Case], bool]], ...]] = (
    ("a recurrence, not a value (every Monday)", _recurs),
    ("the data gives no resolution", _is_unresolved),
    ("a time zone alone", _is_timezone),
    ("an hour without am, pm or minutes, as said to a calendar (Sat at 5)", _is_bare_hour),
    ("typed shorthand (10D, tmrw, Dec31, cy 2008, 1140 a.m.)", _searches(_SHORTHAND)),
    ("day and month in digits without a year (11/20)", _searches(_NUMERIC)),
    ("day and month in digits without a year (11/20)", _searches(_NUMERIC_RANGE)),
    ("dates as programs write them (20161016, report-2018-09-23.html, 12-2015)", _says(_MACHINE)),
    ("a meal, as said to a calendar (after dinner)", _searches(_MEAL)),
    (
        "a part of the day that is counted or tells of a noun (two morning sessions)",
        _says(_ADJECTIVE),
    ),
    ("dictated dates (january twenty five nineteen eighty six)", _searches(_DICTATED)),
    ("now, which names no date that two sources could differ on", _is_now),
    ("a title, not a date (partner of the year)", _says(_IDIOM)),
    ("a weekday with a bare number (Friday 31)", _searches(_WEEKDAY_NUMBER)),
    ("a database query (week 10, year greater than 2012)", _searches(_QUERY)),
)


#: cases of the other subsets
FIGURES: Final[tuple[tuple[str, Callable[[Case], bool]], ...]] = (
    ("powers and exponents, as computers print them (1.1^23, 1e10)", _says(_POWER)),
    ("a comparison in signs or as a program puts it (>= 30, less than or equal to)", _says(_SIGNS)),
    ("digits of a telephone number, an address or a date, which are no numbers", _says(_NO_NUMBER)),
    ('a fraction read out (one over three): in news "over" is a bound', _says(_OVER)),
    ("a percent sign without a figure before it (percent of 10)", _says(_PERCENT_OF)),
)


def has_figure(item: dict[str, Any]) -> bool:
    """Whether an item has a figure: the data marks bare units as well (degrees celsius)."""
    value = item["value"]
    return not isinstance(value, dict) or value.get("value") not in (None, "null")


def why_left_out(subset: str, case: Case) -> str | None:
    """The reason why a case is not scored; ``None`` where it is."""
    if subset == "datetime":
        return next((reason for reason, holds in DATETIME if holds(case)), None)
    if any(item["type"] == "ordinal.relative" for item in case["items"]):
        return "a relative position, not a value (last, the previous one)"
    if case["items"] and not any(has_figure(item) for item in case["items"]):
        return "a unit without a figure (degrees celsius)"
    if case["items"] and subset in ("number", "numberrange", "percentage"):
        return next((reason for reason, holds in FIGURES if holds(case)), None)
    return None
