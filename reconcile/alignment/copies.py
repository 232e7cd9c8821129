"""Claims in, which of them repeat another word for word out: agency copy, the same text twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from reconcile.alignment.wordsets import distinct, number
from reconcile.model import Claim

if TYPE_CHECKING:
    from numpy import bool_, int64
    from numpy.typing import NDArray


def words_of(claim: Claim) -> Hashable:
    """A claim's words and those around it: a copy has the same, and hardly anything else."""
    context = claim.context
    offset = claim.focus.start - claim.clause.sentence.start
    return claim.kind, claim.focus.text, offset, claim.statement, context.near, context.names


def telling_apart_copies(
    claims: Sequence[Claim],
) -> Callable[[NDArray[int64], NDArray[int64]], NDArray[bool_]]:
    """Which claims, by index, may say the same as others, in other articles, beside them.

    Where an article repeats a claim word for word, nothing else in it says the same.
    """
    import numpy

    words, article = number(map(words_of, claims)), number(claim.article for claim in claims)
    every, _ = distinct(article * len(claims) + words)
    told = numpy.append(every, numpy.iinfo(numpy.int64).max)

    def is_told(own: NDArray[int64], others: NDArray[int64]) -> NDArray[bool_]:
        sought = article[others] * len(words) + words[own]
        found: NDArray[bool_] = told[numpy.searchsorted(told, sought)] == sought
        return found

    def may_say_the_same(first: NDArray[int64], second: NDArray[int64]) -> NDArray[bool_]:
        may: NDArray[bool_] = (words[first] == words[second]) | ~(
            is_told(first, second) | is_told(second, first)
        )
        return may

    return may_say_the_same
