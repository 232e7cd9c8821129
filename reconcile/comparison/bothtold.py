"""A conflict of two figures in, whether each article tells both of them out.

"Organisers spoke of 200,000, police of 50,000" and "police counted 50,000, organisers 200,000" tell
the same two figures of two speakers: neither article contradicts the other.
"""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.comparison.asof import of_paragraph
from reconcile.comparison.pair import FIGURES
from reconcile.model import Article, Claim, Comparison, Fact, Value
from reconcile.values.meeting import is_bare


def both_tell_both(fact: Fact, each: Comparison, articles: Mapping[str, Article]) -> bool:
    """Whether, near each of two figures, its own article tells the other one too."""
    a, b = fact.claims[each.a], fact.claims[each.b]
    named = a.context.subject == b.context.subject and a.context.subject.startswith("@")
    if fact.kind not in FIGURES or named:
        return False  # of one who is named, it may be that the two were swapped
    return _tells_beside(a, articles[a.article], b) and _tells_beside(b, articles[b.article], a)


def _tells_beside(claim: Claim, article: Article, other: Claim) -> bool:
    """Whether the paragraph of a claim tells the figure of another, in the unit of its own."""
    own, told = claim.focus.value, other.focus.value
    if own is None or told is None or told.nominal is None:
        return False
    return any(
        value.nominal == told.nominal and _of_one_unit(value, own)
        for mention in of_paragraph(claim, article, own.kind)
        if (value := mention.value) is not None
    )


def _of_one_unit(one: Value, other: Value) -> bool:
    return one.unit == other.unit or is_bare(one) or is_bare(other)
