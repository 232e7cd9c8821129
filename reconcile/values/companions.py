"""Mentions in, the same out, counts told with those that are told one by one, or further on.

"The driver and two passengers" are also three people, "a couple and their three children" five,
and "312 buses in the city and a further 58 outside" 370: one of the count's ``alternatives``, which
meets a source that tells the total.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.model import Mention, Stated, Value
from reconcile.records import evolve
from reconcile.values.counts import exact_count
from reconcile.values.lexicon import word_set, word_values

#: how a count of people told with those beside it is marked
TOGETHER: Final = "together"
#: how far before and behind a count its companions may stand
_REACH: Final = 90
_MOST_COUNTED: Final = 1000
_PERSONS: Final = ("man", "woman", "person", "boy", "girl")
_ONE: Final = r"(?:an?|the|one|his|her|their|its|another|[^\W\d_]+['’]s)"
#: one person at the end of a run of words: "a retired driver"
_LAST: Final = patterns.compile(
    rf"\b {_ONE} \s (?:[^\W\d_]+ [\s-]){{0,2}} (?P<noun>[^\W\d_]+) (?:, \s (?:aged \s)? \d+)? $",
    re.VERBOSE | re.IGNORECASE,
)
#: what joins one person to the count behind it
_JOINED: Final = patterns.compile(
    r",? \s and \s (?: (?: his | her | their | its | the | another | a \s further ) \s )? $",
    re.VERBOSE | re.IGNORECASE,
)
#: one person that is joined to the count before it
_NEXT: Final = patterns.compile(
    rf"^ (?:, \s [^,.;]{{1,40}})? ,? \s and \s {_ONE} \s (?:[^\W\d_]+ [\s-]){{0,2}}? "
    r"(?P<noun>[^\W\d_]+) (?= \s (?:was|were|is|are|had|have|has|died|who|in|on|at|from|aboard|"
    r"injured|killed|hurt|wounded|missing|dead) \b | [.,;)] | $ )",
    re.VERBOSE | re.IGNORECASE,
)
#: the words of a count that comes on top of the one before
_FURTHER: Final = patterns.compile(r"(?:a further|another|further)\b", re.IGNORECASE)
#: what may stand between the two: a place or a day, and no end of a clause
_LINKED: Final = patterns.compile(r"[^.;:!?]{0,60}\b(?:and|plus|with)\s", re.IGNORECASE)

#: how many figures behind a count are looked at
_MENTIONS_BEHIND: Final = 3


def tell_companions(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions of a text, with how many people there are with those beside a count."""
    told = [_with_companions(mention, text) for mention in mentions]
    return [
        _with_further(mention, told[place : place + _MENTIONS_BEHIND], text)
        for place, mention in enumerate(told, 1)
    ]


def _with_further(mention: Mention, behind: Sequence[Mention], text: str) -> Mention:
    """As in "312 buses in the city and a further 58 outside"; other figures may stand between."""
    value = mention.value
    if value is None or not _is_plain(value):
        return mention
    for other in behind:
        more = other.value
        if more is None or _FURTHER.match(other.text) is None:
            continue
        linked = _LINKED.fullmatch(text, mention.end, other.start) is not None
        if linked and _is_plain(more) and more.unit in ("", value.unit):
            assert value.nominal is not None
            assert more.nominal is not None
            both = exact_count(value.nominal + more.nominal, value.unit)
            return evolve(mention, value=evolve(value, alternatives=(*value.alternatives, both)))
        break
    return mention


def _is_plain(value: Value) -> bool:
    return value.kind == "count" and value.hedge in (None, "exactly") and value.nominal is not None


def _with_companions(mention: Mention, text: str) -> Mention:
    value = mention.value
    if value is None or not _counts_persons(value):
        return mention
    beside = _before(text, mention.start) + _behind(text, mention.end)
    if not beside or value.nominal is None:
        return mention
    number = value.nominal + beside
    together = evolve(exact_count(number, "person"), stated=Stated(number, TOGETHER))
    return evolve(mention, value=evolve(value, alternatives=(*value.alternatives, together)))


def _counts_persons(value: Value) -> bool:
    if not _is_plain(value) or value.nominal is None:
        return False
    return 1 <= value.nominal <= _MOST_COUNTED and _is_person(value.unit)


def _before(text: str, end: int) -> Decimal:
    """How many people stand before a count: "the driver, a guard and" two passengers."""
    run = text[max(0, end - _REACH) : end]
    joint = _JOINED.search(run)
    return Decimal(0) if joint is None else Decimal(_run_of_ones(run[: joint.start()]))


def _run_of_ones(run: str) -> int:
    told = 0
    while (one := _LAST.search(run)) is not None and _people(one["noun"]):
        told += _people(one["noun"])
        rest = run[: one.start()]
        if not rest.endswith(", "):
            break
        run = rest[:-2]
    return told


def _behind(text: str, start: int) -> Decimal:
    """How many people stand behind a count: four soldiers "and an interpreter"."""
    one = _NEXT.match(text[start : start + _REACH])
    return Decimal(0 if one is None else _people(one["noun"]))


def _people(noun: str) -> int:
    """How many people a singular stands for: two for a couple, none for a thing."""
    pairs = word_values("nouns", "pair_of_people")
    return int(pairs.get(noun.lower(), _is_person(noun.lower())))


@functools.lru_cache(maxsize=4096)
def _is_person(noun: str) -> bool:
    known = word_set("ages", "person") | word_set("nouns", "people")
    return noun in known - word_set("nouns", "no_people") or noun.endswith(_PERSONS)
