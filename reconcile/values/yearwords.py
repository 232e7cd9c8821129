"""Tokens in, years and what is made of them out: "1983", "AD 978", "the 1980s", "2018-19"."""

from __future__ import annotations

import re
from typing import Final

from reconcile import patterns
from reconcile.values.dayfields import DASHES, Named
from reconcile.values.lexicon import word_set
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, text_at, word_at
from reconcile.values.timenames import Calendar, Era
from reconcile.values.timewords import time_words

_APOSTROPHES: Final = frozenset("'’‘`")
_ROMAN: Final = patterns.compile(r"(?P<tens>x{0,2})(?P<units>ix|iv|v?i{0,3})", re.VERBOSE)
_ROMAN_UNITS: Final = {
    "": 0,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
}
#: words in "s" behind a year that are no plurals
_SINGULAR: Final = frozenset(("as", "says", "series", "s"))
_LONG_AGO: Final = patterns.compile(r"[1-9] \d{0,2} ,\d{3} | [1-9] \d{4}", re.VERBOSE)
#: years that a number of four digits is taken for without more ado
_USUAL: Final = range(1800, 2100)


def year_at(stream: Stream, index: int) -> Named | None:
    """A year, decade, century, fiscal year or pair of years that begins at a token."""
    word = word_at(stream, index)
    if kind_at(stream, index) == "number":
        return (
            _decade(stream, index)
            or _year_pair(stream, index)
            or _business_year(stream, index)
            or _bare_year(stream, index)
        )
    words = time_words()
    if word in words.era and kind_at(stream, index + 1) == "number":
        return _with_era(stream, index)
    if word in words.fiscal:
        return _fiscal(stream, index)
    if word == "year":
        return _after_year(stream, index)
    if word in words.decade:
        return _worded_decade(stream, index)
    if word in _APOSTROPHES and joined(stream, index + 1):
        return _short_year(stream, index)
    return _roman_century(stream, index)


def _plain(stream: Stream, index: int) -> int | None:
    word = word_at(stream, index)
    return int(word) if word.isdecimal() and len(word) <= 4 else None


# --- one year ---------------------------------------------------------------------------------


def _bare_year(stream: Stream, index: int) -> Named | None:
    word = stream.words[index]
    era = time_words().era.get(word_at(stream, index + 1))
    if era is not None and text_at(stream, index + 1).isupper():
        number = year_number(word, before_christ=era < 0)
        if number is not None:
            return Named(Calendar(year=number if era > 0 else 1 - number), index + 2)
    if not word.isdecimal() or not 3 <= len(word) <= 4 or word[0] == "0":
        return None
    number = int(word)
    if _is_label(stream, index) or _is_counted(stream, index):
        return None
    if len(word) == 4 and number in _USUAL and _is_usual(stream, index):
        return Named(Calendar(year=number), index + 1)
    return Named(Calendar(year=number), index + 1) if _is_firm(stream, index, number) else None


def year_number(word: str, *, before_christ: bool) -> int | None:
    """A year's figures as a number; those before our era may have five, and a comma: "10,000"."""
    if before_christ and _LONG_AGO.fullmatch(word):
        return int(word.replace(",", ""))
    plain = word.isdecimal() and 2 <= len(word) <= 4 and word[0] != "0"
    return int(word) if plain else None


def _is_label(stream: Stream, index: int) -> bool:
    """Whether the number is part of a figure, name or label: "$2000", "Flight 1982"."""
    if joined(stream, index) and word_at(stream, index - 1) not in (
        "(",
        "'",
        '"',
        "“",
        "‘",
        "[",
        "—",
    ):
        dash = word_at(stream, index - 1) in DASHES
        if not (dash and word_at(stream, index - 2) in time_words().dashed):
            return True
    bounded = word_at(stream, index - 1) == "than" and word_at(stream, index - 2)
    if word_at(stream, index - 1) in time_words().not_year_before:
        return bounded not in time_words().than
    if (
        word_at(stream, index - 1) in ("is", "was", ":", "number")
        and word_at(stream, index - 2) in time_words().not_year_before
    ):
        return True
    if joined(stream, index + 1):
        behind = word_at(stream, index + 1)
        if behind in ("%", "/", "°", "+") or kind_at(stream, index + 1) == "word":
            return True
        if (
            behind in DASHES
            and kind_at(stream, index + 2) == "number"
            and joined(stream, index + 2)
        ):
            return True
        if behind == ":" and kind_at(stream, index + 2) == "number" and joined(stream, index + 2):
            return True
    return word_at(stream, index - 1) in ("#", "№", "$", "£", "€", "¥", "+")


def _is_counted(stream: Stream, index: int) -> bool:
    """Whether something is counted: "1200 workers", "2000 more"."""
    behind = index + 1
    if word_at(stream, behind) in DASHES and joined(stream, behind):
        return kind_at(stream, behind + 1) == "word"
    if word_at(stream, behind) in time_words().not_year_behind:
        return True
    return kind_at(stream, behind) == "number" and not joined(stream, behind)


def _is_usual(stream: Stream, index: int) -> bool:
    """Whether a number like 1983 is a year: not where a noun in the plural is counted by it."""
    before = word_at(stream, index - 1)
    if before in time_words().year_cue or kind_at(stream, index - 1) in ("mark", "newline", ""):
        return True
    if before in time_words().month or before in time_words().season:
        return True
    behind = word_at(stream, index + 1)
    plural = kind_at(stream, index + 1) == "word" and behind.endswith("s")
    plural = plural and behind not in word_set("nouns", "stop") | _SINGULAR
    if is_capitalised(stream, index - 1) and behind in word_set("nouns", "group_verb"):
        return True  # "the World Cup 2026 starts"
    return not (plural and not is_capitalised(stream, index + 1))


def _is_firm(stream: Stream, index: int, number: int) -> bool:
    """Whether an unusual number ("978", "1462") stands where only a year would."""
    before = word_at(stream, index - 1)
    old = is_old(stream, index)
    if old and before in ("a", "the") and number > 1000 and is_capitalised(stream, index + 1):
        return True  # "a 1462 Book of Hours"
    if before not in time_words().year_firm and not (
        before in ("of", "from", "to") and (old or number > 1000)
    ):
        return False
    if (
        kind_at(stream, index + 1) == "word"
        and word_at(stream, index + 1) not in time_words().year_goes_on
    ):
        return False
    if word_at(stream, index + 1) in ("-", "–", ":", "/", "%", "°"):
        return False
    if number < 1000:
        return number % 10 != 0 and (before == "in" or is_old(stream, index))
    return number < 2200 and (
        before in ("in", "since", "circa", "year", "dated") or number % 100 != 0
    )


def is_old(stream: Stream, index: int) -> bool:
    """Whether the words around speak of old times: "buried", "dated", "coin", "century"."""
    near = stream.words[max(0, index - _FAR) : index + _FAR]
    return any(word in time_words().old for word in near)


_FAR: Final = 150


def _with_era(stream: Stream, index: int) -> Named | None:
    """As in "AD 978"."""
    number = _plain(stream, index + 1)
    if number is None or not stream.text[stream.tokens[index].start].isupper():
        return None
    year = number if time_words().era[stream.words[index]] > 0 else 1 - number
    return Named(Calendar(year=year), index + 2)


def _after_year(stream: Stream, index: int) -> Named | None:
    """As in "the year 2008", "the year 2025/26"."""
    last = index + 2 if word_at(stream, index + 1) == "of" else index + 1
    pair = _year_pair(stream, last)
    if pair is not None:
        return pair
    number = _plain(stream, last)
    if number is None or number < 1000 or number > 2200 or _is_counted(stream, last):
        return None
    return Named(Calendar(year=number), last + 1)


def _short_year(stream: Stream, index: int) -> Named | None:
    """As in "since '82", "the '60s"."""
    number = _plain(stream, index + 1)
    if number is None or len(stream.words[index + 1]) != 2:
        return None
    if word_at(stream, index + 2) == "s" and joined(stream, index + 2):
        return Named(Era(_short(number), 10, short=True), index + 3)
    if (
        word_at(stream, index - 1) not in time_words().year_firm
        and word_at(stream, index - 1) != "of"
    ):
        return None
    return Named(Calendar(year=_short(number)), index + 2)


def _short(number: int) -> int:
    return 2000 + number if number < 30 else 1900 + number


# --- several years ----------------------------------------------------------------------------


def _decade(stream: Stream, index: int) -> Named | None:
    """As in "1980s", "the 1700s", "980s", "the 70s"."""
    number = _plain(stream, index)
    last = index + 1
    if word_at(stream, last) in _APOSTROPHES and joined(stream, last):
        last += 1
    if number is None or word_at(stream, last) != "s" or not joined(stream, last) or number % 10:
        return None
    if joined(stream, index) and kind_at(stream, index - 1) in ("word", "number"):
        return None
    if last == index + 2 and word_at(stream, index - 1) not in (
        "the",
        "early",
        "late",
        "mid",
        "-",
        "and",
    ):
        return None
    if number < 100:
        return _short_decade(stream, index, number, last + 1)
    if number % 100 == 0 and number < 2000 and number >= 1100:
        return Named(Era(number, 100), last + 1)
    return Named(Era(number, 10), last + 1) if 100 <= number < 2200 else None


def _short_decade(stream: Stream, index: int, number: int, last: int) -> Named | None:
    """As in "the 70s and 80s"; "in his 20s" is an age, "in the 80s" in a forecast a temperature."""
    before = word_at(stream, index - 1)
    if before in _APOSTROPHES:
        before = word_at(stream, index - 2)
    lead = word_at(stream, index - 2) if before in ("early", "late", "mid", "-") else before
    near = stream.words[max(0, index - 10) : index]
    if lead not in ("the", "and", "of", "mid", "late", "early") or number == 0:
        return None
    if any(
        word in ("temperatures", "temperature", "degrees", "highs", "lows", "his", "her", "their")
        for word in near
    ):
        return None
    return Named(Era(_short(number), 10, short=True), last)


def _worded_decade(stream: Stream, index: int) -> Named | None:
    before = word_at(stream, index - 1)
    if before in ("early", "late", "mid", "-"):
        before = word_at(stream, index - 2)
    if before != "the":
        return None
    return Named(Era(_short(time_words().decade[stream.words[index]]), 10, short=True), index + 1)


def _year_pair(stream: Stream, index: int) -> Named | None:
    """As in "2018-19", "2026-2030": some years; "the 2025-26 tax year": one of business."""
    word, mark = word_at(stream, index), word_at(stream, index + 1)
    second = word_at(stream, index + 2)
    if not (word.isdecimal() and second.isdecimal() and (mark in DASHES or mark == "/")):
        return None
    if joined(stream, index) and word_at(stream, index - 1) not in ("(", "'", '"', "“"):
        return None
    if not (joined(stream, index + 1) and joined(stream, index + 2)) or len(word) not in (3, 4):
        return None
    if len(word) == 3 and not (is_old(stream, index) and len(second) in (3, 4)):
        return None
    if joined(stream, index + 3) and (
        word_at(stream, index + 3) in DASHES or kind_at(stream, index + 3) != "mark"
    ):
        return None
    first = int(word)
    last = first // 100 * 100 + int(second) if len(second) == 2 else int(second)
    if len(word) == 4 and first not in range(1000, 2200) or not first < last <= first + 400:
        return None
    if word_at(stream, index + 3) in time_words().not_year_behind or _labelled(stream, index):
        return None
    behind = index + 3
    business = word_at(stream, behind) in time_words().fiscal
    if business and word_at(stream, behind + 1) == "year" and last == first + 1:
        return _paired(last, behind + 2)
    return Named(Era(first, last - first + 1), index + 3)


def _labelled(stream: Stream, index: int) -> bool:
    return word_at(stream, index - 1) in time_words().not_year_before


def _fiscal(stream: Stream, index: int) -> Named | None:
    """As in "fiscal 2032", "fiscal year 2027", "FY2026", "FY26", "tax year 2025-26"."""
    last = index + 1
    if word_at(stream, last) == "year":
        last += 1
    elif stream.words[index] == "tax":
        return None
    last += word_at(stream, last) in _APOSTROPHES and joined(stream, last)  # "FY'26"
    number = _plain(stream, last)
    if number is None:
        return None
    if len(stream.words[last]) == 2 and stream.words[index] in ("fy", "fye"):
        number += 2000
    behind = last + 1
    mark = word_at(stream, behind)
    if (mark in DASHES or mark == "/") and (
        joined(stream, behind)
        and len(word_at(stream, behind + 1)) in (2, 4)
        and word_at(stream, behind + 1).isdecimal()
    ):
        return _paired(number + 1, behind + 2)
    return Named(Era(number, 1, fiscal=True), behind) if 1900 <= number < 2200 else None


def _business_year(stream: Stream, index: int) -> Named | None:
    """As in "the 2026 fiscal year", "2026 tax year"."""
    year = _plain(stream, index) if not joined(stream, index) else None
    business = word_at(stream, index + 1) in time_words().fiscal
    if year is None or not business or word_at(stream, index + 2) != "year":
        return None
    return Named(Era(year, 1, fiscal=True), index + 3) if 1900 <= year < 2200 else None


def _paired(second: int, last: int) -> Named | None:
    """A business year that lies in two years, told by both."""
    return Named(Era(second, 1, paired=True), last) if 1900 <= second < 2200 else None


def _roman_century(stream: Stream, index: int) -> Named | None:
    """As in "XVIII century"."""
    if word_at(stream, index + 1) != "century" or kind_at(stream, index) != "word":
        return None
    match = _ROMAN.fullmatch(stream.words[index])
    if match is None:
        return None
    number = 10 * len(match["tens"]) + _ROMAN_UNITS[match["units"]]
    return Named(Era((number - 1) * 100, 100), index + 2) if number else None
