"""Tokens in, a whole date phrase out: its name, its bound, its hedge."""

from __future__ import annotations

from typing import Final

from reconcile.records import evolve, frozen
from reconcile.values import daytimes, ranges
from reconcile.values.datewords import name_at
from reconcile.values.dayfields import Named
from reconcile.values.portionwords import day_only
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.timenames import At, Calendar, DayPart, Name, Portion, Shifted, Whole
from reconcile.values.timewords import time_words

#: so near before "from Monday" a change and its figure make it the day compared with
_CHANGE_REACH: Final = 9


@frozen
class Phrase:
    """A date phrase, tokens ``first`` to ``last`` (half-open)."""

    first: int
    last: int
    name: Name
    #: "since", "until", "by", "before", "after", "from", "through"
    bound: str | None = None
    #: "about" or "nearly"
    hedge: str | None = None


def phrase_at(stream: Stream, index: int) -> Phrase | None:
    """The date phrase that begins at a token, its bound included."""
    word = word_at(stream, index)
    words = time_words()
    if word in ("from", "between"):
        low = name_at(stream, index + 1)
        found = ranges.range_at(stream, index + 1, low, name_at, between=word == "between")
        if found is not None:
            return Phrase(index, found.last, found.name)
        return _bounded(stream, index, index + 1, "from") if word == "from" else None
    if tuple(stream.words[index : index + 3]) in (("on", "or", "before"), ("no", "later", "than")):
        return _bounded(stream, index, index + 3, "by")
    if word in time_words().than and word_at(stream, index + 1) == "than":
        return _bounded(stream, index, index + 2, time_words().than[word])
    if tuple(stream.words[index : index + 3]) == ("as", "late", "as"):
        return _bounded(stream, index, index + 3, "until")
    if tuple(stream.words[index : index + 3]) in (("as", "early", "as"), ("as", "soon", "as")):
        return _bounded(stream, index, index + 3, "from")
    if word in words.bound:
        return _bounded(stream, index, index + 1, words.bound[word])
    if word == "the" and word_at(stream, index - 1) == "on":
        alone = day_only(stream, index, name_at)
        if alone is not None:
            return Phrase(index, alone.last, alone.name)
    if word in words.nearby or (word == "a" and word_at(stream, index + 1) in ("little", "bit")):
        return _nearby(stream, index)
    if word in words.hedge:
        return _hedged(stream, index)
    low = name_at(stream, index)
    found = ranges.range_at(stream, index, low, name_at) or low
    if found is None:
        return None
    bound = _bound_behind(stream, found)
    return Phrase(index, found.last + bound[1], found.name, bound[0])


def _bound_behind(stream: Stream, found: Named) -> tuple[str | None, int]:
    """As in "2030 or later", "from 2027 onwards": the bound, and how many words it takes."""
    if isinstance(found.name, (Shifted, Portion)):
        return None, 0
    word, behind = word_at(stream, found.last), word_at(stream, found.last + 1)
    if word in ("onward", "onwards"):
        return "from", 1
    if word in ("or", "and") and behind in ("later", "after", "onwards", "beyond"):
        return "from", 2
    if word == "or" and behind in ("earlier", "before", "sooner"):
        return "until", 2
    return None, 0


def _bounded(stream: Stream, index: int, start: int, bound: str) -> Phrase | None:
    if word_at(stream, start) == "on" and bound == "from":
        start += 1
    if tuple(stream.words[start : start + 2]) == ("at", "least"):
        start += 2
    dating = bound == "from" and word_at(stream, index - 1) in time_words().dating
    inner = _hedged(stream, start) or _nearby(stream, start)
    if inner is not None:
        return inner if dating else evolve(inner, first=index, bound=bound)
    found = name_at(stream, start) or _uncertain_clock(stream, start)
    if found is None:
        found = day_only(stream, start, name_at)
    if found is None:
        return None
    if (
        isinstance(found.name, DayPart)
        and bound in ("before", "after")
        and found.name.portion is None
    ):
        return Phrase(index, found.last, evolve(found.name, portion=bound))
    compared = bound == "from" and _is_compared(stream, index)
    if bound == "from" and (
        compared or dating or not _opens(found.name) or _belongs(stream, start, found)
    ):
        return Phrase(start, found.last, found.name)
    if (
        bound in ("after", "before")
        and isinstance(found.name, Shifted)
        and found.name.start == "thread"
    ):
        return None
    return Phrase(index, found.last, found.name, _denied(stream, index, bound))


def _is_compared(stream: Stream, index: int) -> bool:
    """As in "fell in April from March", "up 50 points from Monday": a change since then."""
    if word_at(stream, index - 1) in time_words().month:
        return True
    near = stream.words[max(0, index - _CHANGE_REACH) : index]
    figure = any(word[:1].isdigit() for word in near)
    if any(word in time_words().modal for word in near):  # "fares will go up 3 percent from 1 July"
        return False
    return figure and any(word in time_words().change for word in near)


def _opens(name: Name) -> bool:
    """Whether "from" before a name opens a stretch; in "up from last year" it compares."""
    return not isinstance(name, (Shifted, Whole)) or (isinstance(name, Whole) and name.count >= 0)


def _belongs(stream: Stream, start: int, found: Named) -> bool:
    """As in "ash from the 14 October eruption": the date is the noun's, and opens nothing."""
    noun = kind_at(stream, found.last) == "word" and not is_capitalised(stream, found.last)
    going_on = time_words().goes_on | time_words().bound.keys() | time_words().year_goes_on
    return (
        noun
        and word_at(stream, start) == "the"
        and isinstance(found.name, Calendar)
        and word_at(stream, found.last) not in going_on
    )


def _denied(stream: Stream, index: int, bound: str) -> str:
    """As in "not before Friday", "no earlier than Friday": on that day, or later."""
    words = stream.words[max(0, index - 4) : index]
    if bound == "until" and is_at_least(stream, index):
        return "not_before"
    if bound == "before" and words[-1:] == ["no"]:
        return "not_before"
    if bound in ("before", "until") and any(word in time_words().negation for word in words):
        return "not_before"
    return bound


def is_at_least(stream: Stream, index: int) -> bool:
    """Whether a bound is the least: "until at least Friday", "at least until Friday"."""
    beside = (stream.words[max(0, index - 2) : index], stream.words[index + 1 : index + 3])
    return any(tuple(words) == ("at", "least") for words in beside)


def _uncertain_clock(stream: Stream, index: int) -> Named | None:
    return daytimes.clock_phrase(stream, index, name_at, cued=True)


def _hedged(stream: Stream, index: int) -> Phrase | None:
    """As in "around 1.15pm", "about 985", "nearly midnight"."""
    hedge = time_words().hedge.get(word_at(stream, index))
    if hedge is None:
        return None
    start = index + 1
    if word_at(stream, start) == "." and joined(stream, start):
        start += 1
    found = daytimes.clock_phrase(stream, start, name_at, cued=True)
    if found is not None and isinstance(found.name, At):
        return Phrase(index, found.last, daytimes.blurred(found.name, hedge), hedge=hedge)
    named = name_at(stream, start)
    if named is None or isinstance(named.name, (Shifted, DayPart)):
        return None
    return Phrase(index, named.last, named.name, hedge=hedge)


def _nearby(stream: Stream, index: int) -> Phrase | None:
    """As in "shortly after 2 a.m.", "a little before nine", "just before dawn"."""
    words = time_words()
    start = index + 1 if word_at(stream, index) == "a" else index
    minutes = words.nearby.get(word_at(stream, start))
    side = word_at(stream, start + 1)
    if minutes is None or side not in ("before", "after", "past"):
        return None
    side = "after" if side == "past" else side
    found = daytimes.clock_phrase(stream, start + 2, name_at, cued=True)
    if found is not None and isinstance(found.name, At):
        clock = evolve(found.name.clock, near=side, minutes=minutes)
        return Phrase(index, found.last, evolve(found.name, clock=clock), hedge=side)
    named = name_at(stream, start + 2)
    if named is None:
        return None
    if isinstance(named.name, DayPart):
        return Phrase(index, named.last, evolve(named.name, portion=side))
    return Phrase(index, named.last, named.name, bound=side)
