"""Word pieces in, a vector a piece out: the layers of a small BERT, by numpy alone.

The layers are those of Devlin et al. (2019). A library for neural networks would weigh some
gigabytes for the same numbers.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy
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


def read_pieces(
    pieces: NDArray[int64],
    lengths: NDArray[int64],
    embedding: Embedding,
    layers: Sequence[Layer],
    *,
    heads: int,
) -> Numbers:
    """The vectors of the pieces of some texts: texts, pieces, numbers.

    ``pieces`` has a row a text, filled up with any piece behind its ``lengths``.
    """
    import numpy

    longest = pieces.shape[1]
    states = rows_of(embedding, pieces)
    states += embedding.places[:longest]
    _normalise(states, embedding.norm)
    there = numpy.arange(longest) < lengths[:, None]
    return through(layers, states, there, heads=heads)


def rows_of(embedding: Embedding, pieces: NDArray[int64]) -> Numbers:
    """What some word pieces are, before any place is added."""
    import numpy

    rows: Numbers = embedding.pieces[pieces].astype(numpy.float32)
    rows *= embedding.scales[pieces][..., None]
    return rows


def through(
    layers: Sequence[Layer], states: Numbers, there: NDArray[numpy.bool_], *, heads: int
) -> Numbers:
    """The vectors of the pieces of some texts behind some layers; ``states`` is used up.

    ``there`` says which pieces of a text may be looked at.
    """
    import numpy

    for layer in layers:
        looks = apply(layer.looks, states)
        query, key, value = (_by_head(each, heads) for each in numpy.split(looks, 3, axis=-1))
        _go_on(layer, states, _look(query, key, value, there))
    return states


def through_one(
    layer: Layer, states: Numbers, there: NDArray[numpy.bool_], at: int, *, heads: int
) -> Numbers:
    """The vector of one piece of each text behind a layer: texts, numbers."""
    import numpy

    width = states.shape[-1]
    weight, bias = layer.looks
    asking = states[:, at : at + 1]
    query = apply(Linear(weight[:, :width], bias[:width]), asking)
    key, value = numpy.split(apply(Linear(weight[:, width:], bias[width:]), states), 2, axis=-1)
    seen = _look(_by_head(query, heads), _by_head(key, heads), _by_head(value, heads), there)
    found = asking.copy()
    _go_on(layer, found, seen)
    return found[:, 0]


def _by_head(looks: Numbers, heads: int) -> Numbers:
    """Texts, heads, pieces, numbers; of texts, pieces, numbers."""
    texts, longest, width = looks.shape
    return looks.reshape(texts, longest, heads, width // heads).transpose(0, 2, 1, 3)


def _look(query: Numbers, key: Numbers, value: Numbers, there: NDArray[numpy.bool_]) -> Numbers:
    """What each piece that asks sees of the others, weighed by how its query meets their keys."""
    import numpy

    # a transposed view would go to the threads of the linear algebra, a head at a time, and wait
    # for a core each time
    scores = query @ numpy.ascontiguousarray(key.swapaxes(-1, -2))
    scores *= numpy.float32(1.0 / math.sqrt(query.shape[-1]))
    scores += numpy.where(there, numpy.float32(0.0), numpy.float32(_FAR_BELOW))[:, None, None, :]
    with numpy.errstate(under="ignore"):  # the share of what is far below is nothing
        seen = (softmax(scores) @ value).transpose(0, 2, 1, 3)
    texts, asking, heads, width = seen.shape
    return seen.reshape(texts, asking, heads * width)


def _go_on(layer: Layer, states: Numbers, seen: Numbers) -> None:
    """What a layer makes of the pieces and of what they have seen, in place."""
    import numpy

    states += apply(layer.seen, seen)
    _normalise(states, layer.seen_norm)
    with numpy.errstate(under="ignore"):
        states += apply(layer.narrow, gelu(apply(layer.wide, states)))
    _normalise(states, layer.norm)


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


def apply(linear: Linear, states: Numbers) -> Numbers:
    """What a matrix makes of the last axis."""
    flat: Numbers = states.reshape(-1, states.shape[-1]) @ linear.weight
    flat += linear.bias
    return flat.reshape(*states.shape[:-1], len(linear.bias))


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
