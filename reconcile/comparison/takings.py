"""Compared facts in, those whose dates only say when a figure that moved was taken out.

"As of Sunday, eight had died" and "as of Wednesday, 11 had died" speak of two moments of one toll:
the figures were updated, and their two days contradict each other in nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.comparison.asof import leads_to_figure, of_sentence
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Claim, Comparison, Fact, Span
from reconcile.records import evolve
from reconcile.values.sideclocks import is_clock

#: a sentence of an article
_Place = tuple[str, Span]
_FIGURES: Final = frozenset(("count", "money", "percent", "quantity"))


def without_takings(facts: Sequence[Fact], articles: Mapping[str, Article]) -> tuple[Fact, ...]:
    """The facts, those of which every conflict is one of such dates as possible ones."""
    moved = {
        frozenset((_place(fact.claims[each.a]), _place(fact.claims[each.b])))
        for fact in facts
        if fact.kind in _FIGURES and fact.certain
        for each in fact.comparisons
        if each.verdict == "updated"
    }
    return tuple(
        evolve(fact, certain=False) if _dates_takings(fact, moved, articles) else fact
        for fact in facts
    )


def _place(claim: Claim) -> _Place:
    return claim.article, claim.clause.sentence


def _dates_takings(
    fact: Fact, moved: set[frozenset[_Place]], articles: Mapping[str, Article]
) -> bool:
    if fact.kind != "date" or not fact.certain:
        return False
    apart = [each for each in fact.comparisons if each.verdict in ("conflict", "updated")]
    return len(apart) == len(fact.comparisons) and all(
        _is_of_takings(fact, each, moved, articles) for each in apart
    )


def _is_of_takings(
    fact: Fact, each: Comparison, moved: set[frozenset[_Place]], articles: Mapping[str, Article]
) -> bool:
    a, b = fact.claims[each.a], fact.claims[each.b]
    if all(_dates_count(claim, articles[claim.article]) for claim in (a, b)):
        return True
    if frozenset((_place(a), _place(b))) not in moved:
        return False
    return any(_dates_taking(claim, articles[claim.article]) for claim in (a, b))


def _dates_count(claim: Claim, article: Article) -> bool:
    """As in "by noon, 214 had landed", "24 ships were waiting at noon"."""
    if claim.clause.tense != "past":
        return False
    if _is_hour(claim) and of_sentence(claim, article, "percent"):
        return True
    if not of_sentence(claim, article, "count"):
        return False
    return leads_to_figure(claim, article) or _is_hour(claim) and _tells_state(claim)


def _dates_taking(claim: Claim, article: Article) -> bool:
    """Whether a date says when a figure stood so: "as of Sunday", "rose on Tuesday to 22"."""
    return _tells_state(claim) or _is_hour(claim) or leads_to_figure(claim, article)


def _tells_state(claim: Claim) -> bool:
    return claim.context.governor.split(" ")[0] in rules("asof")["taken"]["words"]


def _is_hour(claim: Claim) -> bool:
    value = claim.focus.value
    return value is not None and is_clock(value) and claim.context.role == "at"
