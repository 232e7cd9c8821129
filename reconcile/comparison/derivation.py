"""Two spans of one event in, the two dated days in the articles that meet both out, as a step.

"Just over two weeks" and "less than three weeks" overlap; that the visits were on May 26 and on
June 12, 17 days apart, shows that both are true.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from decimal import Decimal
from typing import Final, NamedTuple

from attrs import evolve

from reconcile.comparison.grounds import cite_mention
from reconcile.comparison.pair import Pair, quoted, sentence, words
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Citation, Judgement, Span, Step, Value
from reconcile.values import sets, steps
from reconcile.values.telling import moment

_DAY: Final = 86_400
_END: Final = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z\"“])|\n+")
_ROLES: Final = frozenset(("headline", "standfirst", "caption", "body"))
_STEM: Final = 5
_SHORTEST: Final = 4


class DatedDay(NamedTuple):
    """A day that an article names, and the stems of the words around it."""

    #: the day's first second
    second: Decimal
    #: the words that name it
    cited: Citation
    stems: frozenset[str]


def derive(pair: Pair, judgement: Judgement) -> Judgement:
    """The judgement on two spans, with the days that meet both where the articles name them."""
    a, b = pair.a.focus.value, pair.b.focus.value
    if judgement.verdict != "compatible" or a is None or b is None or not _spans(a, b):
        return judgement
    stems = [_stems(sentence(pair.a, pair.article_a)), _stems(sentence(pair.b, pair.article_b))]
    days = (*dated_days(pair.article_a), *dated_days(pair.article_b))
    found = derive_interval((a, b), days, shared=stems[0] & stems[1] or stems[0] | stems[1])
    if found is None:
        return judgement
    first, last = found
    said = f"{moment(first.second)} to {moment(last.second)} is {_gap(first, last)} days"
    answers = "; ".join(f"{quoted(claim)}: yes" for claim in (pair.a, pair.b))
    text = f"{quoted(pair.a)} and {quoted(pair.b)} fit each other: {said}, which satisfies both."
    named = f"“{first.cited.text}” to “{last.cited.text}”: {said}; {answers}"
    return evolve(judgement, explanation=text, derivation=_met(judgement, first, last, named))


def _met(judgement: Judgement, first: DatedDay, last: DatedDay, words: str) -> Step | None:
    """The distance of the two days lies in what both spans leave open."""
    if judgement.derivation is None:
        return None
    days = [_day(each) for each in (first, last)]
    gap = sets.exactly(last.second - first.second)
    apart = Step("days apart", "", tuple(days), result=gap, unit="second")
    conclusion = next(each for each in judgement.derivation.every[::-1] if len(each.of) > 1)
    of = (apart, *conclusion.of[:2], judgement.derivation)
    return steps.conclude("within", of, words, result=gap)


def _day(day: DatedDay) -> Step:
    """The day that is named, whatever hedges it."""
    return steps.named(steps.reading(day.cited, ""))


def _spans(a: Value, b: Value) -> bool:
    """Whether both are spans of more than a day, at least one of them not exact."""
    return a.kind == b.kind == "duration" and all(
        value.interval.high is None or value.interval.high > _DAY for value in (a, b)
    )


def derive_interval(
    durations: tuple[Value, ...], days: tuple[DatedDay, ...], *, shared: frozenset[str]
) -> tuple[DatedDay, DatedDay] | None:
    """The two days whose distance lies in every span, by most words shared with its sentences."""
    told = (day for day in days if day.stems & shared)
    by_day = sorted(told, key=lambda day: _place(day, shared))
    pairs = [
        (first, last)
        for first, last in itertools.combinations(by_day, 2)
        if _meets(first, last, durations)
    ]
    if not pairs:
        return None
    return max(pairs, key=lambda pair: (_tie(pair, shared), -_gap(*pair)))


def _place(day: DatedDay, shared: frozenset[str]) -> tuple[Decimal, int, str, str, int]:
    cited = day.cited
    return day.second, -len(day.stems & shared), cited.text, cited.article, cited.start


def _meets(first: DatedDay, last: DatedDay, durations: tuple[Value, ...]) -> bool:
    gap = last.second - first.second
    return gap > 0 and all(sets.contains_number(span.interval, gap) for span in durations)


def _tie(pair: tuple[DatedDay, DatedDay], shared: frozenset[str]) -> int:
    first, last = pair
    return len(first.stems & last.stems & shared) * 4 + len((first.stems | last.stems) & shared)


def _gap(first: DatedDay, last: DatedDay) -> int:
    return int((last.second - first.second) // _DAY)


# --- the days of an article -----------------------------------------------------------------------


@functools.lru_cache(maxsize=256)
def dated_days(article: Article) -> tuple[DatedDay, ...]:
    """The single days that an article's own lines name, days of mere saying left out."""
    from reconcile.values.reader import mentions_of

    found: list[DatedDay] = []
    sentences = _sentences(article)
    starts = [start for start, _ in sentences]
    for mention in mentions_of(article):
        value = mention.value
        if value is None or value.kind != "date" or sets.width(value.named) != _DAY:
            continue
        low = value.named.low
        at = bisect.bisect_right(starts, mention.start) - 1
        around = sentences[at] if at >= 0 and mention.start < sentences[at][1] else None
        if low is None or around is None or _is_saying(article.text, mention.start):
            continue
        stems = _stems(article.text[around[0] : around[1]])
        found.append(DatedDay(low, cite_mention(mention, article, Span(*around)), stems))
    return tuple(found)


def _sentences(article: Article) -> list[tuple[int, int]]:
    """The sentences of the lines that an article says itself."""
    found = []
    for segment in article.segments:
        if segment.role not in _ROLES:
            continue
        start = segment.start
        text = article.text[segment.start : segment.end]
        for end in (*(match.end() for match in _END.finditer(text)), len(text)):
            found.append((start, segment.start + end))
            start = segment.start + end
    return found


def _is_saying(text: str, start: int) -> bool:
    before = words(text[max(start - 40, 0) : start])[-2:]
    return any(word in rules("derivation")["saying"]["words"] for word in before)


def _stems(text: str) -> frozenset[str]:
    common = set(rules("derivation")["common"]["words"])
    return frozenset(
        word[:_STEM] for word in words(text) if len(word) >= _SHORTEST and word not in common
        and word.isalpha()
    )  # fmt: skip
