"""Claims in, which of them repeat another word for word out: agency copy, the same text twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from reconcile.model import Claim


def words_of(claim: Claim) -> Hashable:
    """A claim's words and those around it: a copy has the same, and hardly anything else."""
    context = claim.context
    offset = claim.focus.start - claim.clause.sentence.start
    return claim.kind, claim.focus.text, offset, claim.statement, context.near, context.names


def telling_apart_copies(claims: Sequence[Claim]) -> Callable[[Claim, Claim], bool]:
    """Whether one claim may say the same as another one in another article.

    Where an article repeats a claim word for word, nothing else in it says the same.
    """
    words = {id(claim): words_of(claim) for claim in claims}
    told = {(claim.article, words[id(claim)]) for claim in claims}

    def may_say_the_same(a: Claim, b: Claim) -> bool:
        first, second = words[id(a)], words[id(b)]
        return first == second or not ((b.article, first) in told or (a.article, second) in told)

    return may_say_the_same
