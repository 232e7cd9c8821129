"""Claims and an encoder in, what their words mean out: a vector a claim for clause and statement.

What all claims of a story have in common says nothing of which are one fact: it is taken off.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reconcile.model import Article, Claim

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    from reconcile.semantic import Encoder

    Vector = NDArray[float32]

#: a cosine is kept to so many places, which all machines agree on
_PLACES: Final = 4


def meanings_of(
    claims: Sequence[Claim], articles: Sequence[Article], encoder: Encoder
) -> list[tuple[Vector, ...]]:
    """For each claim the unit vectors of its clause as printed and of its statement."""
    text_of = {article.id: article.text for article in articles}
    clauses = [text_of[each.article][each.clause.start : each.clause.end] for each in claims]
    columns = [_centred(encoder(texts)) for texts in (clauses, [str(each) for each in claims])]
    return list(zip(*columns, strict=True))


def _centred(vectors: NDArray[float32]) -> NDArray[float32]:
    import numpy

    centred = vectors - vectors.mean(0)
    lengths = numpy.linalg.norm(centred, axis=1, keepdims=True)
    units: NDArray[float32] = centred / numpy.maximum(lengths, numpy.float32(1e-6))
    return units


def alike_in_meaning(a: Sequence[Vector], b: Sequence[Vector]) -> list[float]:
    """The cosines of two claims' clauses and of their statements; nothing where none is known."""
    if not a or not b:
        return [0.0, 0.0]
    return [round(float(first @ second), _PLACES) for first, second in zip(a, b, strict=True)]
