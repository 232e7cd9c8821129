"""Word pieces in, a vector a piece out: the layers of a small BERT, by numpy alone.

The layers are those of Devlin et al. (2019). A library for neural networks would weigh some
gigabytes for the same numbers.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from numpy import float32, int8, int64
    from numpy.typing import NDArray

    Numbers = NDArray[float32]

#: added to the score of a piece that is not there
_FAR_BELOW: Final = -1e9
_TINY: Final = 1e-12
#: the Gaussian error linear unit by tanh (Hendrycks and Gimpel 2016)
_GELU_SCALE: Final = math.sqrt(2.0 / math.pi)
_GELU_CUBE: Final = 0.044715


class Linear(NamedTuple):
    """A matrix, a row for each number that goes in, and what is added."""

    weight: Numbers
    bias: Numbers


class Layer(NamedTuple):
    """What one layer of a transformer has learned."""

    #: query, key and value in one
    looks: Linear
    seen: Linear
    seen_norm: Linear
    wide: Linear
    narrow: Linear
    norm: Linear


class Embedding(NamedTuple):
    """What each word piece is, before any piece looks at another."""

    #: a row a piece, in whole numbers; and what a row is to be multiplied by
    pieces: NDArray[int8]
    scales: Numbers
    #: what its place in the text adds, a row a place
    places: Numbers
    norm: Linear


def states_of(
    pieces: NDArray[int64],
    lengths: NDArray[int64],
    embedding: Embedding,
    layers: list[Layer],
    *,
    heads: int,
) -> Numbers:
    """The vectors of the pieces of some texts: texts, pieces, numbers.

    ``pieces`` has a row a text, filled up with any piece behind its ``lengths``.
    """
    import numpy

    longest = pieces.shape[1]
    states = embedding.pieces[pieces].astype(numpy.float32)
    states *= embedding.scales[pieces][..., None]
    states += embedding.places[:longest]
    _normalise(states, embedding.norm)
    missing = numpy.arange(longest) >= lengths[:, None]
    hidden = numpy.where(missing, numpy.float32(_FAR_BELOW), numpy.float32(0.0))[:, None, None, :]
    with numpy.errstate(under="ignore"):  # the share of what is far below is nothing
        for layer in layers:
            states += _apply(layer.seen, _look(states, hidden, layer.looks, heads))
            _normalise(states, layer.seen_norm)
            states += _apply(layer.narrow, gelu(_apply(layer.wide, states)))
            _normalise(states, layer.norm)
    return states


def _look(states: Numbers, hidden: Numbers, looks: Linear, heads: int) -> Numbers:
    """What each piece sees of the others, weighed by how its query meets their keys."""
    import numpy

    texts, longest, width = states.shape
    parts = _apply(looks, states).reshape(texts, longest, 3, heads, width // heads)
    query, key, value = parts.transpose(2, 0, 3, 1, 4)
    # a transposed view would go to the threads of the linear algebra, a head at a time, and wait
    # for a core each time
    scores = query @ numpy.ascontiguousarray(key.swapaxes(-1, -2))
    scores *= numpy.float32(1.0 / math.sqrt(width // heads))
    scores += hidden
    seen: Numbers = (softmax(scores) @ value).transpose(0, 2, 1, 3).reshape(states.shape)
    return seen


def softmax(scores: Numbers) -> Numbers:
    """Shares that add up to one along the last axis; the scores are used up."""
    import numpy

    scores -= scores.max(-1, keepdims=True)
    numpy.exp(scores, out=scores)
    scores /= scores.sum(-1, keepdims=True)
    return scores


def gelu(states: Numbers) -> Numbers:
    """The Gaussian error linear unit of each number."""
    import numpy

    inner = states * states
    inner *= numpy.float32(_GELU_CUBE)
    inner += numpy.float32(1.0)
    inner *= states
    inner *= numpy.float32(_GELU_SCALE)
    numpy.tanh(inner, out=inner)
    inner += numpy.float32(1.0)
    inner *= states
    inner *= numpy.float32(0.5)
    return inner


def _apply(linear: Linear, states: Numbers) -> Numbers:
    flat: Numbers = states.reshape(-1, states.shape[-1]) @ linear.weight
    flat += linear.bias
    return flat.reshape(*states.shape[:-1], -1)


def _normalise(states: Numbers, norm: Linear) -> None:
    """Each vector to a mean of nothing and a spread of one, then scaled; in place."""
    import numpy

    states -= states.mean(-1, keepdims=True)
    spread = numpy.einsum("...d,...d->...", states, states)[..., None]
    spread /= numpy.float32(states.shape[-1])
    spread += numpy.float32(_TINY)
    numpy.sqrt(spread, out=spread)
    states /= spread
    states *= norm.weight
    states += norm.bias
