"""The vectors of an article's word pieces in, one vector a mention out; and two such, a log-odds.

A mention is the mean of its own word pieces, and beside it that of the pieces around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reconcile.semantic.layers import Linear, gelu
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

    from reconcile.semantic.layers import Numbers

#: pieces before and behind a mention that count as around it
REACH: Final = 20
#: the length of a mention's vector in the comparison of two
LENGTH: Final = 4.0
#: pairs that are compared at once
_AT_ONCE: Final = 8_192


class Judge(NamedTuple):
    """How two vectors become a log-odds."""

    wide: Linear
    narrow: Linear


def around(
    begins: NDArray[int64], ends: NDArray[int64], pieces: int
) -> tuple[NDArray[int64], NDArray[int64]]:
    """Where what is around each mention begins and ends, in a text of so many pieces."""
    return (begins - REACH).clip(0), (ends + REACH).clip(None, pieces)


def vectors_of(
    states: Numbers, begins: NDArray[int64], ends: NDArray[int64], joined: Linear
) -> Numbers:
    """A vector of length one for each mention: the pieces of an article from begin to end."""
    import numpy

    padded = numpy.vstack([states, numpy.zeros_like(states[:1])])  # an end may be that of the text
    means = [_mean(padded, begins, ends), _mean(padded, *around(begins, ends, len(states)))]
    vectors = numpy.hstack(means) @ joined.weight + joined.bias
    units: Numbers = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
    return units


def _mean(states: Numbers, begins: NDArray[int64], ends: NDArray[int64]) -> Numbers:
    """The mean of the vectors from each begin to its end, which is no later than the last."""
    import numpy

    bounds = numpy.stack([begins, ends], axis=1).reshape(-1)
    sums: Numbers = numpy.add.reduceat(states, bounds, axis=0)[::2]
    sums /= (ends - begins)[:, None]
    return sums


def log_odds_of(
    vectors: Numbers, first: NDArray[int64], second: NDArray[int64], judge: Judge
) -> Numbers:
    """How probable it is that the mentions of each pair state one fact, as log-odds."""
    import numpy

    scaled = vectors * numpy.float32(LENGTH)
    found = numpy.zeros(len(first), numpy.float32)
    for begin in range(0, len(first), _AT_ONCE):
        some = slice(begin, begin + _AT_ONCE)
        a, b = scaled[first[some]], scaled[second[some]]
        with numpy.errstate(under="ignore"):
            held = numpy.hstack([abs(a - b), a * b]) @ judge.wide.weight + judge.wide.bias
            found[some] = (gelu(held) @ judge.narrow.weight + judge.narrow.bias)[:, 0]
    return found
