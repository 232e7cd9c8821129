"""Two claims that contradict each other in, what else their articles state; a mix-up of two out.

The ages of two men, the posts of two women: where each article states both, the one way round
here and the other there, they are swapped. Where only one article states both figures, the other
may have taken the wrong one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.comparison.names import relate_names
from reconcile.comparison.pair import Pair, Side, quoted, source
from reconcile.comparison.roles import relate_roles
from reconcile.model import Article, Claim, Slip, Value

#: how far from a figure another one stands that may be taken for it, in sentences
_SENTENCES: Final = 3
#: smaller figures are too common to be told apart by
_LEAST: Final = 10
_FIGURES: Final = frozenset(("age", "count", "money", "percent", "quantity"))
_WORDED: Final = frozenset(("name", "role"))


def swapped(
    pair: Pair, in_a: Sequence[Claim], in_b: Sequence[Claim], *, side: Side | None
) -> Slip | None:
    """Whether each article states what the other says, of someone or something else.

    ``in_a`` and ``in_b`` are all that each article states of the kind of its claim.
    """
    if pair.a.kind != pair.b.kind or pair.a.kind not in _FIGURES | _WORDED:
        return None
    there = next(_alike(pair.b, pair.a, in_a), None)
    back = next(_alike(pair.a, pair.b, in_b), None)
    if there is None or back is None:
        return None
    words = f"{quoted(pair.a)} and {quoted(pair.b)}"
    where = {"a": source(pair.article_a), "b": source(pair.article_b)}
    who = where[side] if side else f"{where['a']}, or in {where['b']}"
    return Slip("swapped", side, f"Are {words} swapped in {who}?")


def other_figure(pair: Pair, in_a: Sequence[Claim], in_b: Sequence[Claim]) -> Slip | None:
    """Whether one article gives for this what the other gives beside it for something else."""
    if pair.a.kind != pair.b.kind or pair.a.kind not in _FIGURES:
        return None
    there = next(_alike(pair.b, pair.a, in_a), None)
    back = next(_alike(pair.a, pair.b, in_b), None)
    if there is not None and back is None:
        return _taken(pair.b, pair.article_b, there, pair.article_a)
    if back is not None and there is None:
        return _taken(pair.a, pair.article_a, back, pair.article_b)
    return None


def _taken(claim: Claim, article: Article, beside: Claim, other: Article) -> Slip:
    told = f"{quoted(claim)} ({source(article)})"
    question = f"Is {told} another figure of the story, {quoted(beside)} in {source(other)}?"
    return Slip("other figure", None, question)


# --- what else is stated ----------------------------------------------------------------------


def _alike(wanted: Claim, beside: Claim, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims near ``beside``, but not of it, that state what ``wanted`` states."""
    for claim in claims:
        if claim.focus.span == beside.focus.span:
            continue
        if wanted.kind in _WORDED:
            if _same_words(claim, wanted):
                yield claim
        elif (wanted.kind == "age" or _is_near(claim, beside)) and _same_figure(
            claim.focus.value, wanted.focus.value
        ):
            yield claim


def _is_near(claim: Claim, other: Claim) -> bool:
    apart = abs(claim.context.sentence_index - other.context.sentence_index)
    return apart <= _SENTENCES


def _same_words(claim: Claim, other: Claim) -> bool:
    relate = relate_names if claim.kind == "name" else relate_roles
    verdict, reason, _ = relate(claim.focus.text, other.focus.text)
    return verdict == "agree" or reason == "more specific"


def _same_figure(a: Value | None, b: Value | None) -> bool:
    if a is None or b is None or a.nominal is None or a.nominal != b.nominal:
        return False
    if a.unit != b.unit and a.kind != "count":
        return False
    number = a.stated.number if a.stated.number is not None else a.nominal
    return abs(number) >= _LEAST or bool(number % 1)
