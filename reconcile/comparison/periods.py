"""Two claims of one figure in, of which times it is in each out.

"€640 million a year" is not "€640 million over the life of the contract": the figures are equal,
and the two cannot both be true.
"""

from __future__ import annotations

from typing import Final

from reconcile.comparison.pair import Pair, clause, holds, quoted, words
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Claim, Judgement
from reconcile.values import steps

#: kinds of figures that may be of a year or of the whole
_SUMS: Final = frozenset(("money", "count", "quantity"))
#: reasons of those who find two figures equal
_EQUAL: Final = frozenset(("same words", "same value", "rounding", "unit or currency"))
#: words behind a figure in which it is said of which time it is
_BEHIND: Final = 8


def of_other_times(pair: Pair, judgement: Judgement) -> Judgement:
    """The judgement, or that two equal figures conflict: one is for each year, one for all."""
    if judgement.reason not in _EQUAL or {pair.a.kind, pair.b.kind} - _SUMS:
        return judgement
    told = _apart(pair)
    if not told:
        return judgement
    text = f"{quoted(pair.a)} and {quoted(pair.b)} are one figure for two times: {told}."
    return Judgement("conflict", "different sense", text, steps.remark(told))


def _apart(pair: Pair) -> str:
    """As in "a year" against "over three years"."""
    for (one, _), (other, article) in (pair.sides, pair.sides[::-1]):
        period = _period(one)
        span = _span(other, article) if period and not _period(other) else ""
        if span:
            return f"the one is for each {period}, the other {span}"
    return ""


def _period(claim: Claim) -> str:
    """The time for each of which a figure is: "year"; "" where it is for none."""
    value = claim.focus.value
    period = value.per if value is not None else ""
    return period if period in rules("periods")["periods"]["words"] else ""


def _span(claim: Claim, article: Article) -> str:
    """The words behind a figure by which it is for a whole time: "over three years"."""
    table, end = rules("periods")["whole"], claim.focus.end
    if holds(clause(claim, article), rules("periods")["by period"]["words"]):
        return ""
    behind = words(article.text[end : max(claim.clause.sentence.end, end)])[:_BEHIND]
    for first, word in enumerate(behind):
        if word in table["words"]:
            near = behind[first + 1 : first + 1 + table["within"]]
            times = {*table["wholes"], *(table["times"] if word != "for" else ())}
            last = next((n for n, each in enumerate(near) if each in times), None)
            if last is not None:
                return " ".join(behind[first : first + 2 + last])
    return ""
