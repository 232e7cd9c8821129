"""The claims of a fact in, a few words that name it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reconcile.model import Claim


def title_of(claims: Sequence[Claim]) -> str:
    """A few words that most of the claims share: what is measured, done, and to whom."""
    words = [word for claim in claims for word in dict.fromkeys(_words(claim))]
    common = [word for word, count in Counter(words).most_common() if count > 1]
    return " ".join((common or list(dict.fromkeys(words)))[:4]) or claims[0].focus.text


def _words(claim: Claim) -> tuple[str, ...]:
    context = claim.context
    measured = (*context.measured_phrase, context.measured, context.governor)
    return tuple(word for word in (*measured, *context.near) if word)
