"""Two compared dates in, whether they only say when a figure that moved was taken out.

"As of Sunday, eight had died" and "as of Wednesday, 11 had died" speak of two moments of one toll:
the figures were updated, and their two days contradict each other in nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.comparison.asof import leads_to_figure, of_sentence
from reconcile.comparison.pair import FIGURES
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Claim, Comparison, Fact, Span
from reconcile.values.sideclocks import is_clock

#: a sentence of an article
_Place = tuple[str, Span]
Moved = set[frozenset[_Place]]


def places_moved(facts: Sequence[Fact]) -> Moved:
    """The pairs of sentences of which a figure moved from the one to the other."""
    return {
        _places(fact, each)
        for fact in facts
        if fact.kind in FIGURES and fact.certain
        for each in fact.comparisons
        if each.verdict == "updated"
    }


def _places(fact: Fact, each: Comparison) -> frozenset[_Place]:
    a, b = fact.claims[each.a], fact.claims[each.b]
    return frozenset((claim.article, claim.clause.sentence) for claim in (a, b))


def date_takings(
    fact: Fact, each: Comparison, moved: Moved, articles: Mapping[str, Article]
) -> bool:
    """Whether two dates only say when a figure was counted."""
    if fact.kind != "date":
        return False
    claims = [fact.claims[end] for end in (each.a, each.b)]
    if all(_dates_count(claim, articles[claim.article]) for claim in claims):
        return True
    if _places(fact, each) not in moved:
        return False
    return any(_dates_taking(claim, articles[claim.article]) for claim in claims)


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
