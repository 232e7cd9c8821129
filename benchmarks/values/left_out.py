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
      \b tm+rw? \b | \b tmr \b | \b eo[dmy] \b | = \d         # tmrw, EOY, =2019
    | \b \d+ \s? [dwmyh] \b | \d [ap] \b | \b [cfs]y \s? \d  # 10D, 9p, cy 2008
    | \b [\d.]+ (?: hrs? | mins? | years? | days? ) \b         # 3.5years
    | \b {_SHORT_MONTH} [-/]? \d                             # Dec31, Oct/2, Dec-2018
    | \d / {_SHORT_MONTH} | \d-{_SHORT_MONTH}-\d             # 22/Jan, 05-Aug-2016
    | \b h[12] \b | \b \d{{3,4}} \s [ap]\.?m                  # 2019 H2, 1140 a.m.
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMERIC: Final = re.compile(
    r"(?<![\d/.-])(?<!ber )\d{1,2}[/.-]\d{1,2}(?![\d/.-])(?!\s*[ap]\.?m)", re.IGNORECASE
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
    r"\bweek\s?\d|\b(?:year|month|week)\s+(?:greater|later|earlier|less)|\bgreater than \d",
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


#: date and time cases, first reason that holds
DATETIME: Final[tuple[tuple[str, Callable[[Case], bool]], ...]] = (
    ("a recurrence, not a value (every Monday)", _recurs),
    ("the data gives no resolution", _is_unresolved),
    ("a time zone alone", _is_timezone),
    ("an hour without am, pm or minutes, as said to a calendar (Sat at 5)", _is_bare_hour),
    ("typed shorthand (10D, tmrw, Dec31, cy 2008, 1140 a.m.)", _searches(_SHORTHAND)),
    ("day and month in digits without a year (11/20)", _searches(_NUMERIC)),
    ("dictated dates (january twenty five nineteen eighty six)", _searches(_DICTATED)),
    ("a database query (week 10, year greater than 2012)", _searches(_QUERY)),
)


def why_left_out(subset: str, case: Case) -> str | None:
    """The reason why a case is not scored; ``None`` where it is."""
    if subset == "datetime":
        return next((reason for reason, holds in DATETIME if holds(case)), None)
    if any(item["type"] == "ordinal.relative" for item in case["items"]):
        return "a relative position, not a value (last, the previous one)"
    values = [v for v in _dicts(case) if "value" in v]
    if any(value["value"] is None for value in values):
        return "a unit without a figure (degrees celsius)"
    return None


def _dicts(case: Case) -> list[dict[str, Any]]:
    return [item["value"] for item in case["items"] if isinstance(item["value"], dict)]
