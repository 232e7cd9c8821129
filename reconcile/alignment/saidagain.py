"""Claims in, which of them say again what their article has said in the very same words, out.

A caption that a page shows twice, a headline over the article and again beside it: they are one
statement. Counted as two, each would be the other's rival.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.alignment.naming import folded
from reconcile.model import Article, Claim, Kind

#: words below which two sentences may be equal by chance
_FEWEST: Final = 8
#: words that one of two may have at its end beside the other: who took the picture
_AT_THE_END: Final = 2

#: an article, a kind, the words of a sentence before the focus, and those of the focus
_Saying = tuple[str, Kind, tuple[str, ...], tuple[str, ...]]


def said_before(claims: Sequence[Claim], articles: Mapping[str, Article]) -> dict[int, int]:
    """By index of a claim that an earlier one said in the same words: the index of the first."""
    first: dict[_Saying, tuple[int, tuple[str, ...]]] = {}
    again: dict[int, int] = {}
    for index, claim in enumerate(claims):
        saying, rest = _saying(claim, articles[claim.article].text)
        found, other = first.setdefault(saying, (index, rest))
        is_long = len(saying[2]) + len(saying[3]) + min(len(rest), len(other)) >= _FEWEST
        if found != index and is_long and _end_alike(rest, other):
            again[index] = found
    return again


def _saying(claim: Claim, text: str) -> tuple[_Saying, tuple[str, ...]]:
    """What a claim says up to its focus, and the words that follow in its sentence."""
    sentence, focus = claim.clause.sentence, claim.focus
    before = folded(text[sentence.start : focus.start])
    return (
        (claim.article, claim.kind, before, folded(focus.text)),
        folded(text[focus.end : sentence.end]),
    )


def _end_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    shorter, longer = sorted((a, b), key=len)
    return longer[: len(shorter)] == shorter and len(longer) - len(shorter) <= _AT_THE_END
