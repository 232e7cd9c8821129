"""Two figures that differ in, the judgement where the one follows from two of the other's out.

"From £2.20 to £2.60" says what "40p more" says, "214 passengers and a crew of 26" what "240 people"
does, and of 212 posts of which 140 are vacant 72 are not. The two figures stand in one sentence,
joined by words that call for the sum, the difference or the rest; nothing else is tried.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any, Final

from reconcile.comparison.grounds import cite, cite_mention
from reconcile.comparison.kin import parts_together
from reconcile.comparison.pair import Pair, holds, quoted, words
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Citation, Claim, Judgement, Mention, Span, Step, Value
from reconcile.records import evolve
from reconcile.values import steps
from reconcile.values.reader import mentions_of
from reconcile.values.telling import amount

#: the longest run of characters between two figures that are joined
_BETWEEN: Final = 48
#: words on both sides of a figure that may say that it is a change
_BESIDE: Final = 3
#: smaller sums come about by chance
_LEAST_SUM: Final = 5
_KINDS: Final = frozenset(("money", "count", "quantity", "percent", "duration"))


def by_reckoning(pair: Pair, judgement: Judgement) -> Judgement:
    """The judgement on two figures, unless the one follows from two figures of the other's."""
    if judgement.verdict != "conflict" or pair.a.focus.kind not in _KINDS:
        return judgement
    for each in (pair, pair.swapped()):
        found = next(_reckoned(each), None) or parts_together(each)
        if found is not None:
            return _agreed(each, found)
    return judgement


def _reckoned(pair: Pair) -> Iterator[Step]:
    """What follows from two figures of the first claim's sentence, where it is the second's."""
    wanted = pair.b.focus.value
    if wanted is None or wanted.hedge not in (None, "exactly") or wanted.nominal is None:
        return
    is_change = _is_change(pair.b, pair.article_b)
    for first, second, entry in _joined(pair.a, pair.article_a):
        if not _is_plain(first, wanted) or not _is_plain(second, wanted):
            continue
        if entry.get("change") and not is_change:
            continue
        if entry["follows"] == "sum" and not _can_be_a_sum(first, second, wanted):
            continue
        step = _step(pair.article_a, first, second, entry["follows"])
        if step.number == wanted.nominal:
            yield step


def _can_be_a_sum(first: Mention, second: Mention, wanted: Value) -> bool:
    """Not a handful, and not one part with the other's name: "214 and a crew of six" passengers."""
    units = [each.value.unit for each in (first, second) if each.value is not None]
    part = wanted.kind == "count" and wanted.unit in units and len(set(units)) > 1
    return wanted.nominal is not None and wanted.nominal >= _LEAST_SUM and not part


@functools.lru_cache(maxsize=4096)
def _joined(claim: Claim, article: Article) -> tuple[tuple[Mention, Mention, dict[str, Any]], ...]:
    """A claim's figure with another one of its sentence, in order, and what joins them."""
    span = claim.clause.sentence
    beside = (
        sorted((claim.focus, other), key=lambda each: each.start)
        for other in mentions_of(article)
        if span.start <= other.start < span.end and other.span != claim.focus.span
    )
    return tuple(
        (first, second, entry)
        for first, second in beside
        if (entry := joined(article.text, first.span, second.span)) is not None
    )


def _is_plain(mention: Mention, wanted: Value) -> bool:
    value = mention.value
    if value is None or value.hedge not in (None, "exactly") or value.nominal is None:
        return False
    alike = value.unit == wanted.unit or value.kind == "count"
    return value.kind == wanted.kind and alike


def joined(text: str, first: Span, second: Span) -> dict[str, Any] | None:
    """The rule by which two figures stand together: their sum is told, or what the one is more."""
    between = text[first.end : second.start]
    before = words(text[max(first.start - _BETWEEN, 0) : first.start])[-2:]
    behind = words(text[second.end : second.end + _BETWEEN])[:2]
    for entry in rules("reckoned")["joined"]:
        ends = ((before, entry.get("before")), (behind, entry.get("behind")))
        if any(told is not None and " ".join(near) not in told for near, told in ends):
            continue
        if len(between) <= _BETWEEN and _pattern(entry["name"]).fullmatch(between):
            return dict(entry)
    return None


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    entry = next(each for each in rules("reckoned")["joined"] if each["name"] == name)
    return re.compile(entry["between"], re.IGNORECASE)


@functools.lru_cache(maxsize=4096)
def _is_change(claim: Claim, article: Article) -> bool:
    """Whether the words beside a figure make it a change, a margin or a rest."""
    start, end = claim.focus.start, claim.focus.end
    before = words(article.text[max(start - 40, 0) : start])[-_BESIDE:]
    behind = words(article.text[end : end + 40])[:_BESIDE]
    table = rules("reckoned")["change"]
    return holds(" ".join(before), table["before"]) or holds(
        " ".join((*words(claim.focus.text), *behind)), table["behind"]
    )


def _step(article: Article, first: Mention, second: Mention, how: str) -> Step:
    one, other = (_read(article, each) for each in (first, second))
    assert one.number is not None
    assert other.number is not None
    if how == "sum":
        return evolve(steps.add((one, other), ""), number=one.number + other.number)
    less = abs(one.number - other.number)
    if one.number < other.number:
        one, other = other, one
    return evolve(steps.subtract(one, other, ""), number=less)


def _read(article: Article, mention: Mention) -> Step:
    cited: Citation = cite_mention(mention, article, None)
    return steps.reading(cited)


def _agreed(pair: Pair, step: Step) -> Judgement:
    value = pair.b.focus.value
    assert value is not None
    assert step.number is not None
    figure = amount(step.number, value.unit, value.kind)
    verb = "and" if step.rule == "sum" else "less"
    told = f" {verb} ".join(steps.quoted(each.premises[0]) for each in step.of)
    step = steps.spoken(evolve(step, unit=value.unit), f"{told} is {figure}")
    own = steps.reading(cite(pair.b, pair.article_b))
    last = steps.conclude("same figure", (step, own), "the two are the same figure")
    return Judgement("agree", "follows from", f"{step.words}, as {quoted(pair.b)} says.", last)
