"""Tokens in, a length told without a figure out: "half a decade", "an hour", "several weeks"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.values import hedges
from reconcile.values.dayfields import DASHES
from reconcile.values.lengthvalues import HALF, Part, unit_at, whole_words
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, text_at, word_at

#: a title prints words of so many letters with a capital
_LONG_WORD: Final = 5


def share_at(stream: Stream, index: int) -> Part | None:
    """As in "half a decade", "half an hour", "three-quarters of an hour"."""
    word = stream.words[index]
    last, share = index + 1, {"half": HALF, "quarter": Decimal("0.25")}.get(word)
    if word == "three":
        dash = word_at(stream, last) in DASHES
        if word_at(stream, last + dash) != "quarters":
            return None
        last, share = last + dash + 1, Decimal("0.75")
    if word_at(stream, last) in DASHES and joined(stream, last):
        last += 1
    if word_at(stream, last) == "of":
        last += 1
    article = word_at(stream, last) in ("a", "an")
    unit = unit_at(stream, last + article)
    bare = not article and unit is None or (not article and word != "half")
    if unit is None or bare or unit in ("night", "weekend") or share is None:
        return None
    first = index - 1 if word != "half" and word_at(stream, index - 1) == "a" else index
    return Part(first, last + article + 1, share, share, unit, Decimal("0.2"))


def single_at(stream: Stream, index: int) -> Part | None:
    """As in "an hour", "a week", "an hour and a half", whatever stands in front."""
    dash = word_at(stream, index + 1) in DASHES and joined(stream, index + 1)
    last = index + 1 + dash
    while word_at(stream, last) in whole_words() and not dash:
        last += 1
    unit = unit_at(stream, last)
    if unit is None:
        return None
    if stream.words[last].endswith("s") or (unit == "second" and stream.words[index] != "one"):
        return None
    if unit == "quarter" and stream.words[index] == "a":
        return None
    one = Part(index, last + 1, Decimal(1), Decimal(1), unit, Decimal(1), hyphened=dash)
    return with_half(stream, one)


def one_at(stream: Stream, index: int) -> Part | None:
    """As in "an hour", "a week": with a cue in front, else it is a rate or an article."""
    one = single_at(stream, index)
    if one is None or one.low != 1:
        return one
    if stream.words[index] == "one" and not _is_some_day(stream, index, one.unit):
        return one
    return one if _is_length(stream, index, one.last, one.unit) else None


def _is_some_day(stream: Stream, index: int, unit: str) -> bool:
    """As in "one day he will": no length."""
    return unit in ("day", "night") and word_at(stream, index - 1) not in word_set(
        "durations", "before_one"
    )


def _is_length(stream: Stream, index: int, last: int, unit: str) -> bool:
    before = word_at(stream, index - 1)
    behind = word_at(stream, last)
    if behind in DASHES and joined(stream, last):
        return word_at(stream, last + 1) in ("long", "old")
    if before not in word_set("durations", "before_one"):
        return behind in ("long",) or bool(hedges.before(stream, index)[1])
    counted = unit in ("day", "night", "week", "month", "year") and kind_at(stream, last) == "word"
    if (
        counted
        and before in ("for", "about", "over", "by", "just", "only")
        and (
            behind
            in ("of", "when", "that", "like", "which", "off", "out", "trip", "job", "event", "pass")
        )
    ):
        return False
    return not (before in ("some", "every") and unit in ("day", "night") and before == "some")


def with_half(stream: Stream, part: Part) -> Part:
    """As in "an hour and a half", "one year and a quarter"."""
    words = tuple(stream.words[part.last : part.last + 2])
    share = {"half": HALF, "quarter": Decimal("0.25")}.get(word_at(stream, part.last + 2))
    if share is None or words != ("and", "a"):
        return part
    return part._replace(
        last=part.last + 3, low=part.low + share, high=part.high + share, step=share
    )


def vague_at(stream: Stream, index: int) -> Part | None:
    """As in "several weeks", "a few hours", "a couple of days", "weeks", "decades-long"."""
    start = index + 1 if stream.words[index] == "a" else index
    word = word_at(stream, start)
    bounds = word_values("durations", "vague").get(word)
    if word == "many" and word_at(stream, start - 1) == "as":  # "his third win in as many weeks"
        return None
    if bounds is not None:
        last = start + 1
        while word_at(stream, last) in ("of", "more", "long", "full", "short"):
            last += 1
        unit = unit_at(stream, last)
        if (
            unit is None
            or not stream.words[last].endswith(("s", "ia"))
            or word == "some"
            and unit == "second"
        ):
            return None
        return Part(
            index, last + 1, Decimal(bounds[0]), Decimal(bounds[1]), unit, Decimal(1), vague=True
        )
    if start != index:
        return None
    bare = plural_at(stream, index)
    return bare if bare is not None and _is_alone(stream, index) else None


def plural_at(stream: Stream, index: int) -> Part | None:
    """As in "weeks", "decades": a unit without a number, whatever stands around it."""
    word, unit = word_at(stream, index), unit_at(stream, index)
    days = word == "days" and word_at(stream, index - 1) in word_set("durations", "before_days")
    if unit is None or not word.endswith(("s", "ia")) or (len(word) <= 4 and not days):
        return None
    return Part(index, index + 1, Decimal(2), Decimal(20), unit, Decimal(1), vague=True)


def _is_alone(stream: Stream, index: int) -> bool:
    """Whether "weeks", "hours" without a number tell a length."""
    if _is_name(stream, index):
        return False
    behind = word_at(stream, index + 1)
    if behind in DASHES and word_at(stream, index + 2) == "long":
        return True
    before = word_at(stream, index - 1)
    if before == "of" and word_at(stream, index - 2) == "matter":
        return True
    if behind in ("of", "later", "earlier", "ago", "before", "after", "long", "in", "to"):
        return before not in (
            "the",
            "these",
            "those",
            "business",
            "opening",
            "early",
            "small",
            "working",
        )
    if stream.words[index] == "days":
        return True
    return before in (
        "for",
        "in",
        "within",
        "took",
        "lasted",
        "spent",
        "after",
        "takes",
        "lasting",
        "last",
    ) and (stream.words[index] not in ("seconds", "seasons", "quarters"))


def _is_name(stream: Stream, index: int) -> bool:
    """As in "President Weeks": a capital behind a word, on a line that is no title."""
    if not is_capitalised(stream, index) or kind_at(stream, index - 1) != "word":
        return False
    if text_at(stream, index).isupper():
        return False
    token, text = stream.tokens[index], stream.text
    line = text[text.rfind("\n", 0, token.start) + 1 :].partition("\n")[0]
    return any(word.islower() and len(word) >= _LONG_WORD for word in line.split())


def long_at(stream: Stream, index: int) -> Part | None:
    """As in "the week-long strike", "hour-long talks"."""
    unit = unit_at(stream, index)
    long = word_at(stream, index + 1) in DASHES and word_at(stream, index + 2) == "long"
    if unit is None or not long or stream.words[index].endswith("s"):
        return None
    if (
        joined(stream, index) and word_at(stream, index - 1) in DASHES
    ):  # "year" of "three-year-long"
        return None
    return Part(index, index + 1, Decimal(1), Decimal(1), unit, Decimal(1))
