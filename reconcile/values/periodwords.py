"""Tokens in, quarters, halves, centuries, seasons, holidays out: "third quarter", "Q3 2026"."""

from __future__ import annotations

from typing import Any, Final

from reconcile.records import evolve
from reconcile.values.dayfields import DASHES, Named, full_year_at
from reconcile.values.numbers import number_at
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, text_at, word_at
from reconcile.values.timenames import Era, Holiday, Season, Span
from reconcile.values.timewords import time_words

_APOSTROPHES: Final = frozenset("'’‘`")


def span_at(stream: Stream, index: int) -> Named | None:
    """As in "third quarter", "second-half", "first nine months", "18th century", "Q3", "1Q26"."""
    word = word_at(stream, index)
    if kind_at(stream, index) == "number":
        return _figure_first(stream, index)
    if word in ("q", "h"):
        return _letter_first(stream, index)
    number = time_words().ordinal.get(word)
    if number is None:
        return None
    last = index + 1
    if word_at(stream, last) in DASHES and joined(stream, last):
        last += 1
    if word_at(stream, last) in time_words().fiscal:
        last += 1
        return _counted(stream, index, last, number, fiscal=True)
    return _counted(stream, index, last, number, fiscal=False)


def _counted(stream: Stream, index: int, last: int, number: int, *, fiscal: bool) -> Named | None:
    noun = word_at(stream, last)
    if noun == "century" and number > 0:
        return _century(stream, number, last + 1)
    months = number_at(stream, last) if number in (1, -1) else None
    if (
        months is not None
        and word_at(stream, months.last) == "months"
        and months.number in range(2, 12)
    ):
        span = _with_year(stream, Span(int(months.number), number), months.last + 1)
        of_year = getattr(span.name, "year", None) or word_at(stream, months.last + 1) == "of"
        return span if of_year or number > 0 else None
    length = time_words().span.get(noun)
    if (
        length is None
        or abs(number) > 12 // length
        or (number == -1 and word_at(stream, index) == "last")
    ):
        return None
    if word_at(stream, last + 1) in DASHES and joined(stream, last + 1):
        return None
    if noun == "half" and not _is_half_year(stream, last + 1):
        return None
    return _with_year(stream, Span(length, number, fiscal=fiscal), last + 1)


def _century(stream: Stream, number: int, last: int) -> Named:
    """A century, of our era or before it: "the 4th century BC"."""
    era = time_words().era.get(word_at(stream, last))
    if era is None or not text_at(stream, last).isupper():
        return Named(Era((number - 1) * 100, 100), last)
    return Named(Era((number - 1) * 100 if era > 0 else 1 - number * 100, 100), last + 1)


def _is_half_year(stream: Stream, index: int) -> bool:
    """As in "first half of 2026", "first-half profit"; not of a match, nor of anything else."""
    word = word_at(stream, index)
    if full_year_at(stream, index) is not None or full_year_at(stream, index + 1) is not None:
        return True
    if word == "of":
        behind = word_at(stream, index + 1)
        if behind in ("the", "this", "last", "next"):
            return (
                "year" in stream.words[index + 2 : index + 4]
                or "fiscal" in stream.words[index + 2 : index + 4]
            )
        return False
    if word in ("this", "last", "next"):
        return word_at(stream, index + 1) == "year"
    return word in time_words().half_year


def _with_year(stream: Stream, name: Span, last: int) -> Named:
    dash = word_at(stream, last) in DASHES and joined(stream, last) and joined(stream, last + 1)
    skipped = 1 if dash or word_at(stream, last) in ("of", "in", ",") else 0
    if word_at(stream, last + skipped) == "fiscal" and full_year_at(stream, last + skipped + 1):
        name, skipped = evolve(name, fiscal=True), skipped + 1
    year = full_year_at(stream, last + skipped)
    if year is None:
        return Named(name, last)
    return Named(evolve(name, year=year[0]), year[1])


def _letter_first(stream: Stream, index: int) -> Named | None:
    """As in "Q3", "H1 2025", "Q4 FY26": the letter in capitals, the figure joined to it."""
    if not joined(stream, index + 1) or not _is_quarter_letter(stream, index):
        return None
    if joined(stream, index) and kind_at(stream, index - 1) != "mark":
        return None
    return _lettered(stream, stream.words[index], word_at(stream, index + 1), index + 2)


def _is_quarter_letter(stream: Stream, index: int) -> bool:
    """Whether a letter is "Q" or "H"; in lower case only with its year: "q3 2019", "2017 q1"."""
    if is_capitalised(stream, index):
        return True
    year = full_year_at(stream, index - 1) or _year_behind_letter(stream, index + 2)
    return stream.words[index] == "q" and year is not None


def _year_behind_letter(stream: Stream, index: int) -> tuple[int, int] | None:
    word = word_at(stream, index)
    skipped = 1 if word in ("of", "in", ",") or (word in DASHES and joined(stream, index)) else 0
    return full_year_at(stream, index + skipped)


def _lettered(stream: Stream, letter: str, figure: str, last: int) -> Named | None:
    length = 3 if letter == "q" else 6
    if figure not in ("1", "2", "3", "4")[: 12 // length]:
        return None
    business = word_at(stream, last) in ("fy", "fye")  # "Q2FY25"
    if joined(stream, last) and kind_at(stream, last) in ("word", "number") and not business:
        return None
    if (
        (letter == "h" and not (full_year_at(stream, last) or full_year_at(stream, last + 1)))
        and word_at(stream, last) not in time_words().half_year
        and word_at(stream, last - 3) not in ("in", "for", "the")
        and not business
    ):
        return None
    name = Span(length, int(figure))
    if business and (year := _business_year(stream, last + 1)) is not None:
        return Named(evolve(name, year=year[0], fiscal=True), year[1])
    if business and joined(stream, last):
        return None
    return _with_year(stream, name, last)


def _business_year(stream: Stream, index: int) -> tuple[int, int] | None:
    """As in "25", "2025", "'25", "2024-25" behind "FY": the year with which it ends."""
    index += word_at(stream, index) in _APOSTROPHES
    if not word_at(stream, index).isdecimal() or len(stream.words[index]) not in (2, 4):
        return None
    year = int(stream.words[index])
    year += 2000 if year < 100 else 0
    second = word_at(stream, index + 2)
    pair = word_at(stream, index + 1) in (*DASHES, "/") and second.isdecimal()
    if pair and joined(stream, index + 1) and int(second) % 100 == (year + 1) % 100:
        return year + 1, index + 3
    return year, index + 1


def _quarter_of(stream: Stream, index: int) -> Named | None:
    """The quarter or half behind its year: "2019 Q3", "2017-q1"."""
    letter, figure = stream.words[index], word_at(stream, index + 1)
    length = 3 if letter == "q" else 6
    if figure not in ("1", "2", "3", "4")[: 12 // length] or not joined(stream, index + 1):
        return None
    if joined(stream, index + 2) and kind_at(stream, index + 2) in ("word", "number"):
        return None
    if letter == "h" and not is_capitalised(stream, index):
        return None
    return Named(Span(length, int(figure)), index + 2)


def _figure_first(stream: Stream, index: int) -> Named | None:
    """As in "1Q26", "2Q 2025", "4Q", "18th century"."""
    figure, letter = stream.words[index], word_at(stream, index + 1)
    dash = letter in DASHES and joined(stream, index + 1) and joined(stream, index + 2)
    if len(figure) == 4 and word_at(stream, index + 1 + dash) in ("q", "h"):  # "2019 Q3"
        found = _quarter_of(stream, index + 1 + dash)
        year = full_year_at(stream, index)
        if found is None or year is None or not isinstance(found.name, Span):
            return None
        return Named(evolve(found.name, year=year[0]), found.last)
    if (
        letter in ("st", "nd", "rd", "th")
        and joined(stream, index + 1)
        and figure in ("1", "2", "3", "4")
    ):
        counted = _counted(stream, index, index + 2, int(figure), fiscal=False)
        if counted is not None:
            return counted
    if letter in ("st", "nd", "rd", "th") and joined(stream, index + 1) and figure.isdecimal():
        last = index + 2
        if word_at(stream, last) in DASHES and joined(stream, last):
            last += 1
        if word_at(stream, last) == "century" and 1 <= int(figure) <= 22:
            return _century(stream, int(figure), last + 1)
        return None
    if (
        letter not in ("q", "h")
        or not joined(stream, index + 1)
        or not is_capitalised(stream, index + 1)
    ):
        return None
    if kind_at(stream, index + 2) == "number" and joined(stream, index + 2):
        short = stream.words[index + 2]
        if figure not in ("1", "2", "3", "4") or not short.isdecimal() or len(short) not in (2, 4):
            return None
        full = int(short) + (2000 if len(short) == 2 else 0)
        return Named(Span(3 if letter == "q" else 6, int(figure), year=full), index + 3)
    return _lettered(stream, letter, figure, index + 2)


# --- seasons and holidays ---------------------------------------------------------------------


def season_at(stream: Stream, index: int) -> Named | None:
    """As in "spring", "summer of 2023", "winter 2024-25"; "fall" and capitals need a cue."""
    word = word_at(stream, index)
    name = time_words().season.get(word)
    if name is None or not _is_season(stream, index, word):
        return None
    last = index + 1
    skipped = 1 if word_at(stream, last) == "of" else 0
    year = full_year_at(stream, last + skipped)
    if year is not None:
        return Named(Season(name, year=year[0]), year[1])
    pair = word_at(stream, last + skipped)
    if (
        len(pair) == 4
        and pair.isdecimal()
        and word_at(stream, last + skipped + 1) in (*DASHES, "/")
    ):
        return Named(Season(name, year=int(pair)), last + skipped + 3)
    return Named(Season(name), last)


def _is_season(stream: Stream, index: int, word: str) -> bool:
    before, behind = word_at(stream, index - 1), word_at(stream, index + 1)
    dated = full_year_at(stream, index + 1) is not None or (
        behind == "of" and full_year_at(stream, index + 2) is not None
    )
    if word == "fall" and not dated:
        if before == "the":
            before = word_at(stream, index - 2)
            return before in ("in", "by", "until", "since", "during", "through") and behind != "of"
        return before in ("this", "last", "next", "late", "early", "since") and behind not in (
            "in",
            "of",
        )
    if dated:
        return True
    if is_capitalised(stream, index) and (
        is_capitalised(stream, index + 1) or before not in time_words().season_cue
    ):
        return word_at(stream, index - 1) in ("last", "this", "next") and not is_capitalised(
            stream, index + 1
        )
    if before == "the":
        return (
            behind not in ("of", "water")
            and kind_at(stream, index + 1) != "word"
            or (
                behind
                in (
                    "and",
                    "when",
                    "but",
                    "as",
                    "to",
                    "for",
                    "before",
                    "after",
                    "months",
                    "election",
                )
            )
        )
    return before in time_words().season_cue


def holiday_at(stream: Stream, index: int) -> Named | None:
    """As in "Good Friday", "Christmas Day", "New Year's Eve 2024", "the Fourth of July"."""
    for rest, rule in time_words().holidays.get(word_at(stream, index), ()):
        last = index + 1 + len(rest)
        if tuple(stream.words[index + 1 : last]) == rest and (
            is_capitalised(stream, index)
            or stream.words[index] in ("christmas", "easter", "new", "good", "halloween")
        ):
            return _holiday(stream, index, last, rule)
    return None


def _is_bounded(stream: Stream, index: int, last: int) -> bool:
    """As in "until the new year", "by New Year"; not "before the new year's budget"."""
    before = index - 1 - (word_at(stream, index - 1) == "the")
    owning = word_at(stream, last) in _APOSTROPHES or kind_at(stream, last) == "word"
    goes_on = word_at(stream, last) in time_words().goes_on
    return word_at(stream, before) in time_words().bound and (goes_on or not owning)


def _holiday(stream: Stream, index: int, last: int, rule: dict[str, Any]) -> Named | None:
    behind = word_at(stream, last)
    if rule.get("bounded") and not _is_bounded(stream, index, last):
        return None
    if behind in time_words().holiday_adjective or (
        last == index + 1 and is_capitalised(stream, last) and kind_at(stream, last) == "word"
    ):
        return None
    on, nth = rule.get("on"), rule.get("nth")
    name = Holiday(
        on=(on[0], on[1]) if on else None,
        from_easter=rule.get("from_easter"),
        nth=(nth[0], nth[1], nth[2]) if nth else None,
        after=rule.get("after", 0),
    )
    skipped = 1 if behind in (",", "of", "in") else 0
    year = full_year_at(stream, last + skipped)
    if year is not None:
        return Named(evolve(name, year=year[0]), year[1])
    one_of_many = word_at(stream, index - 1) in ("a", "an") and kind_at(stream, last) == "word"
    return None if one_of_many else Named(name, last)  # "a Black Friday sort of crush"
