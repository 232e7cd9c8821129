"""Two claims in, the rule by which their figure moves while the story is told out."""

from __future__ import annotations

import datetime
import functools
from decimal import Decimal
from typing import Final

from reconcile.comparison.asof import are_of_one_moment, is_counted_by, of_sentence, tells_count
from reconcile.comparison.pair import Pair, clause, holds, later, words
from reconcile.comparison.runningwords import (
    Running,
    entries,
    entry_of,
    is_fixed,
    is_terse,
    own_rules_of,
    reach,
    rules_of,
    says_so,
    spoken_by_itself,
)
from reconcile.comparison.vocabulary import inflections, rules
from reconcile.model import Article, Claim, Interval, Mention
from reconcile.values import sets
from reconcile.values.calendar import local_second
from reconcile.values.withdrawn import takes_back

#: a story's figures move for days, not for months
_STORY_DAYS: Final = 45
_DAY: Final = 86_400
#: what leads to where a figure began that has run on to the day of the report
_TO_THIS_DAY: Final = ("since",)
#: words in front of a date in which it is said that a figure is held against that of its time
_COMPARED: Final = 5
#: words in front of a day in which it is said that it is so now
_AHEAD: Final = 6


def running(pair: Pair) -> Running | None:
    """The rule that both claims' figure falls under, or ``None`` where it stands still."""
    sides = pair.sides
    if not _one_story(pair) or any(is_fixed(*side) for side in sides) or _is_taken_back(pair):
        return None
    if are_of_one_moment(pair, of_an_hour=True):
        return None
    if all(tells_count(*side) for side in sides):
        return Running("how much is counted", "up")
    first, second = (rules_of(*side) for side in sides)
    shared = sorted(
        (name for name in first if name in second),
        key=lambda name: sum(reach(name, *side) for side in sides),
    )
    shared = [name for name in shared if _is_of_both(name, pair) and _is_open(name, pair)]
    if shared:
        name = shared[0]
        return None if _both_ended(name, pair) or _is_final(name, pair) else first[name]
    return _told_by_one(pair, first, second)


def _is_taken_back(pair: Pair) -> bool:
    """Whether one says already that the other's figure does not hold: "12 people, not 14"."""
    return _takes_back(pair.a, pair.article_a, pair.b) or _takes_back(
        pair.b, pair.article_b, pair.a
    )


def _takes_back(claim: Claim, article: Article, other: Claim) -> bool:
    told, sentence = other.focus.value, claim.clause.sentence
    if told is None or told.nominal is None:
        return False
    return any(
        mention.value is not None
        and mention.value.nominal == told.nominal
        and takes_back(article.text, sentence, mention)
        for mention in of_sentence(claim, article, other.kind)
    )


def _told_by_one(
    pair: Pair, first: dict[str, Running], second: dict[str, Running]
) -> Running | None:
    """The rule where the words of one article only say that the figure moves."""
    settled = _settled(first, pair) or _settled(second, pair.swapped())
    if settled is not None:
        return settled
    own = {**own_rules_of(pair.a, pair.article_a), **own_rules_of(pair.b, pair.article_b)}
    if own:
        return next(iter(own.values()))
    either = [
        entry["name"]
        for entry in entries()
        if entry["name"] in first | second
        and not (entry.get("shared") or entry.get("unended") or entry.get("unless"))
    ]
    if either and (is_terse(pair.a) or is_terse(pair.b)):
        return (first | second)[either[0]]
    if pair.a.kind == "date" and _is_replanned(pair):
        return Running("a plan", "any")
    if says_so(pair.a, pair.article_a) or says_so(pair.b, pair.article_b):
        return Running("a figure that moves", "any")
    if pair.a.kind not in rules("running")["moving"]["kinds"]:
        return None
    counted = is_counted_by(pair.a, pair.article_a) or is_counted_by(pair.b, pair.article_b)
    if counted and not are_of_one_moment(pair):
        return Running("a figure so far", "up" if pair.a.kind == "count" else "any")
    return None


@functools.lru_cache(maxsize=4096)
def _is_history(claim: Claim, article: Article, published: datetime.datetime) -> bool:
    """Whether a claim speaks of a time long before its report, whose figures move no more."""
    if claim.kind == "date" or _runs_on(claim, article):
        return False
    today = Decimal(local_second(published))
    own = claim.context.time
    if own is not None and own.high is not None and _is_long_ago(own.high, today):
        return True
    dates = (
        date.value.named
        for date in of_sentence(claim, article, "date")
        if date.value and not _is_compared(date, claim, article)
    )
    ends = [date.high for date in dates if date.high is not None and date.high <= today + _DAY]
    return bool(ends) and all(_is_long_ago(end, today) for end in ends)


def _is_compared(date: Mention, claim: Claim, article: Article) -> bool:
    """Whether a figure is held against that of a date: "up from 48.9 percent four years ago"."""
    end = claim.focus.end
    between = words(article.text[end : max(date.start, end)])[-_COMPARED:]
    return holds(" ".join(between), rules("running")["compared"]["words"])


def _runs_on(claim: Claim, article: Article) -> bool:
    """As in "have reached 512 since the outbreak began", "Since October, 512 fell ill"."""
    span = claim.clause.sentence
    behind = article.text[claim.focus.end : max(span.end, claim.focus.end)]
    opening = words(article.text[span.start : claim.focus.start])[:1]
    return holds(behind, _TO_THIS_DAY) or opening == _TO_THIS_DAY


def _is_long_ago(end: Decimal, today: Decimal) -> bool:
    return today - end > _STORY_DAYS * _DAY


def _one_story(pair: Pair) -> bool:
    a, b = pair.article_a.published, pair.article_b.published
    if a is None or b is None or later(pair) is None:
        return False
    if _is_history(pair.a, pair.article_a, a) and _is_history(pair.b, pair.article_b, b):
        return False
    apart = abs((a.replace(tzinfo=None) - b.replace(tzinfo=None)).days)
    return apart <= _STORY_DAYS


def _is_of_both(name: str, pair: Pair) -> bool:
    """Whether a rule that both must speak of is one of what a figure of either counts or does."""
    if not entry_of(name).get("shared"):
        return True
    told = all(claim.clause.certainty == "asserted" for claim, _ in pair.sides)
    return told and any(name in spoken_by_itself(claim) for claim, _ in pair.sides)


def _both_ended(name: str, pair: Pair) -> bool:
    """Whether both give a figure as it ended, at the close of one day."""
    same = pair.a.context.time is not None and pair.a.context.time == pair.b.context.time
    return same and all(_ends(name, pair))


def _ends(name: str, pair: Pair) -> tuple[bool, bool]:
    """Of each article, whether it gives a figure as it ended."""
    ends = _forms(entry_of(name).get("ends", ()))
    first, second = pair.sides
    return holds(clause(*first), ends), holds(clause(*second), ends)


def _is_final(name: str, pair: Pair) -> bool:
    """Whether both tell how it came out, as in "won by 8,214 votes"."""
    final = _forms(entry_of(name).get("final", ()))
    return bool(final) and all(holds(clause(*side), final) for side in pair.sides)


def _on_other_days(pair: Pair) -> bool:
    """Whether two figures are of different days: those named, else those of the reports."""
    one, other = (_day_of(*side) for side in pair.sides)
    return one is not None and other is not None and sets.disjoint(one, other)


def _day_of(claim: Claim, article: Article) -> Interval | None:
    if claim.context.time is not None or article.published is None:
        return claim.context.time
    midnight = Decimal(local_second(article.published)) // _DAY * _DAY
    return Interval(midnight, midnight + _DAY, high_closed=False)


def _is_open(name: str, pair: Pair) -> bool:
    """Whether a rule leaves it open that the figure moved from the one article to the other."""
    entry = entry_of(name)
    if entry.get("unended"):
        ends, after = _ends(name, pair), later(pair)
        return _on_other_days(pair) if all(ends) else ends == (after == "a", after == "b")
    return not any(holds(clause(*side), entry.get("unless", ())) for side in pair.sides)


def _is_replanned(pair: Pair) -> bool:
    """Whether the later report gives the day of a plan, still to come before, as it is now."""
    new, old = pair.sides if later(pair) == "a" else pair.sides[::-1]
    planned, published = old[0].focus.value, old[1].published
    if planned is None or planned.named.low is None or published is None:
        return False
    if planned.named.low < local_second(published):
        return False
    ahead = words(new[1].text[new[0].clause.start : new[0].focus.start])[-_AHEAD:]
    return holds(" ".join(ahead), rules("running")["replanned"]["words"])


def _settled(found: dict[str, Running], pair: Pair) -> Running | None:
    """The rule of a figure of the first article that the second gives as it ended, at a close."""
    for entry in entries():
        if entry["name"] not in found:
            continue
        own_ended, ended = _ends(entry["name"], pair)
        if ended and not (entry.get("unended") and (own_ended or later(pair) != "b")):
            return found[entry["name"]]
    return None


def _forms(stems: list[str]) -> list[str]:
    return sorted(form for stem in stems for form in inflections(stem))
