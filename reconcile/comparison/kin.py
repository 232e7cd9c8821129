"""Two counts in, the sum of the one's parts out: "two sons and a daughter" are three children."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.comparison.grounds import cite_mention
from reconcile.comparison.pair import Pair
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Claim, Mention, Step
from reconcile.records import evolve
from reconcile.tuples import NamedTuple
from reconcile.values import steps
from reconcile.values.reader import mentions_of

#: what may stand between two of them: their names, and no end of a clause
_BETWEEN: Final = patterns.compile(r"[^.;:!?]{0,48}")
_LINK: Final = patterns.compile(r",|\band\b")
_ONE: Final = Decimal(1)


class _Part(NamedTuple):
    """So many of one sort, as they are told."""

    mention: Mention
    sort: str
    number: Decimal


def parts_together(pair: Pair) -> Step | None:
    """The sum of the parts that the first claim is one of, where the second tells their whole."""
    own, whole = pair.a.focus.value, pair.b.focus.value
    if own is None or whole is None or own.kind != "count" or whole.nominal is None:
        return None
    sorts = _sorts(whole.unit)
    if own.unit not in sorts or whole.hedge not in (None, "exactly"):
        return None
    parts = _run(_told(pair.a, pair.article_a, sorts), pair.a, pair.article_a)
    if len(parts) < 2 or sum(part.number for part in parts) != whole.nominal:
        return None
    read = tuple(_step(part, pair.article_a) for part in parts)
    return evolve(steps.add(read, ""), number=whole.nominal)


def _sorts(whole: str) -> frozenset[str]:
    rows: Sequence[Sequence[str]] = rules("reckoned")["kin"]["rows"]
    return frozenset(sort for row in rows if row[0] == whole for sort in row[1:])


def _told(claim: Claim, article: Article, sorts: frozenset[str]) -> list[_Part]:
    """Every count of one of these sorts in a claim's sentence, by position."""
    span = claim.clause.sentence
    parts = [
        _Part(each, each.value.unit, each.value.nominal)
        for each in mentions_of(article)
        if span.start <= each.start < span.end and each.value is not None
        if each.value.unit in sorts and each.value.hedge in (None, "exactly")
        if each.value.nominal is not None
    ]
    known = {at for part in parts for at in range(part.mention.start, part.mention.end)}
    for found in _single(sorts).finditer(article.text, span.start, span.end):
        if found.start() not in known:
            mention = Mention(found.start(), found.end(), found.group(), "count")
            parts.append(_Part(mention, found["sort"].lower(), _ONE))
    return sorted(parts, key=lambda part: part.mention.start)


@functools.cache
def _single(sorts: frozenset[str]) -> re.Pattern[str]:
    """One of a sort: "a daughter"."""
    told = "|".join(sorted(sorts))
    return re.compile(rf"\b(?:an?|one)\s+(?P<sort>{told})\b(?!-)", re.IGNORECASE)


def _run(parts: Sequence[_Part], claim: Claim, article: Article) -> list[_Part]:
    """Those that are told in one breath with a claim's own, each sort once."""
    run: list[_Part] = []
    for part in parts:
        if run and not (_joined(run[-1], part, article) and part.sort not in _sorts_of(run)):
            if claim.focus.span in [each.mention.span for each in run]:
                break
            run = []
        run.append(part)
    return run if claim.focus.span in [each.mention.span for each in run] else []


def _sorts_of(parts: Sequence[_Part]) -> set[str]:
    return {part.sort for part in parts}


def _joined(one: _Part, other: _Part, article: Article) -> bool:
    between = article.text[one.mention.end : other.mention.start]
    return _BETWEEN.fullmatch(between) is not None and _LINK.search(between) is not None


def _step(part: _Part, article: Article) -> Step:
    cited = cite_mention(part.mention, article, None)
    if part.mention.value is not None:
        return steps.reading(cited)
    return evolve(steps.counted((cited,), ""), number=_ONE)
