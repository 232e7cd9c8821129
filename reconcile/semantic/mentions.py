"""The vectors of an article's word pieces in, one vector a mention out; and two such, a log-odds.

A mention looks at the pieces around it: a window, in which a marker stands before its own pieces.
It sees the other figures there, and not its own; the marker, behind the last layer, is its vector.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from reconcile.semantic.layers import Layer, Linear, apply, gelu, through, through_one
from reconcile.semantic.wordpiece import NUMERAL
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    import numpy
    from numpy import int64
    from numpy.typing import NDArray

    from reconcile.semantic.layers import Numbers

#: pieces of a window before the first one of the mention, and from it on
LEFT: Final = 24
RIGHT: Final = 16
#: the length of a mention's vector in the comparison of two
LENGTH: Final = 4.0
#: windows that are read, and pairs that are compared, at once
_WINDOWS_AT_ONCE: Final = 32
_PAIRS_AT_ONCE: Final = 8_192


class Window(NamedTuple):
    """How a mention looks at what stands around it, as it was learned."""

    #: kind of value: its number
    kinds: Mapping[str, int]
    #: what is added to the mention's own pieces, and to a marker of each kind
    own: Numbers
    markers: Numbers
    #: what is added at each place of a window
    places: Numbers
    #: what a numeral says in, what is added to its piece out
    figures: Linear
    layers: Sequence[Layer]
    joined: Linear


class Judge(NamedTuple):
    """How two vectors become a log-odds."""

    wide: Linear
    narrow: Linear


class Text(NamedTuple):
    """Word pieces that stand beside each other, as they were read."""

    states: Numbers
    numbers: NDArray[int64]
    #: by piece: what a numeral adds where it is seen, nothing for others
    figures: Numbers


class Mentions(NamedTuple):
    """By mention: its first piece, the one behind its last, and the number of its kind."""

    begins: NDArray[int64]
    ends: NDArray[int64]
    kinds: NDArray[int64]


def around(
    begins: NDArray[int64], ends: NDArray[int64], pieces: int
) -> tuple[NDArray[int64], NDArray[int64]]:
    """What each mention needs of a text of so many pieces: from where, and to where."""
    import numpy

    return (begins - LEFT).clip(0), numpy.maximum(begins + RIGHT, ends).clip(None, pieces)


def vectors_of(text: Text, mentions: Mentions, window: Window, *, heads: int) -> Numbers:
    """A vector of length one for each mention."""
    import numpy

    found = numpy.zeros((len(mentions.begins), window.joined.bias.shape[0]), numpy.float32)
    for begin in range(0, len(found), _WINDOWS_AT_ONCE):
        some = slice(begin, begin + _WINDOWS_AT_ONCE)
        states, there = _windows(text, Mentions(*(each[some] for each in mentions)), window)
        *first, last = window.layers
        states = through(first, states, there, heads=heads)
        vectors = apply(window.joined, through_one(last, states, there, LEFT, heads=heads))
        found[some] = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
    return found


def _windows(
    text: Text, mentions: Mentions, window: Window
) -> tuple[Numbers, NDArray[numpy.bool_]]:
    """The windows of some mentions, and which of their places stand in the text."""
    import numpy

    begins, ends, kinds = mentions
    places = begins[:, None] + numpy.arange(-LEFT, RIGHT)
    there = (places >= 0) & (places < len(text.states))
    own = (places >= begins[:, None]) & (places < ends[:, None])
    places = places.clip(0, len(text.states) - 1)
    pieces = text.states[places]
    other = (text.numbers[places] == NUMERAL) & ~own
    pieces[other] += text.figures[places[other]]
    pieces[own] += window.own
    marker = _means(text.states, begins, ends) + window.markers[kinds]
    states = numpy.concatenate([pieces[:, :LEFT], marker[:, None], pieces[:, LEFT:]], axis=1)
    states += window.places
    stands = numpy.ones_like(there[:, :1])
    return states, numpy.concatenate([there[:, :LEFT], stands, there[:, LEFT:]], axis=1)


def _means(states: Numbers, begins: NDArray[int64], ends: NDArray[int64]) -> Numbers:
    """The mean of the vectors from each begin to its end."""
    import numpy

    padded = numpy.vstack([states, numpy.zeros_like(states[:1])])  # an end may be that of the text
    bounds = numpy.stack([begins, ends], axis=1).reshape(-1)
    sums: Numbers = numpy.add.reduceat(padded, bounds, axis=0)[::2]
    sums /= (ends - begins)[:, None]
    return sums


def log_odds_of(
    vectors: Numbers, first: NDArray[int64], second: NDArray[int64], judge: Judge
) -> Numbers:
    """How probable it is that the mentions of each pair state one fact, as log-odds."""
    import numpy

    scaled = vectors * numpy.float32(LENGTH)
    found = numpy.zeros(len(first), numpy.float32)
    for begin in range(0, len(first), _PAIRS_AT_ONCE):
        some = slice(begin, begin + _PAIRS_AT_ONCE)
        a, b = scaled[first[some]], scaled[second[some]]
        with numpy.errstate(under="ignore"):
            held = apply(judge.wide, numpy.hstack([abs(a - b), a * b]))
            found[some] = apply(judge.narrow, gelu(held))[:, 0]
    return found
