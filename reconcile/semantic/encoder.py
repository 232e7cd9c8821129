"""Claims and their articles in, how alike any two of the claims are told out.

The model is a small BERT whose lower layers read each article once, a stretch at a time; its upper
layers read each claim's figure once more, among the pieces around it. ``model/ABOUT.md`` says what
it was made from and learned from.
"""

from __future__ import annotations

import bisect
import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reconcile.model import Article, Claim
from reconcile.processors import side_by_side
from reconcile.semantic.layers import Embedding, Layer, Linear, apply, read_pieces, rows_of
from reconcile.semantic.mentions import (
    Judge,
    Mentions,
    Text,
    Window,
    around,
    log_odds_of,
    vectors_of,
)
from reconcile.semantic.wordpiece import BEGIN, END, NUMERAL, Pieces, pieces_of, read_vocabulary
from reconcile.tuples import NamedTuple
from reconcile.values.reader import text_of

if TYPE_CHECKING:
    from numpy import float32, int64
    from numpy.typing import NDArray

    from reconcile.semantic.layers import Numbers

#: two rows of claims, by index, in; the log-odds that the claims of each pair state one fact out
Likeness = Callable[["NDArray[int64]", "NDArray[int64]"], "NDArray[float32]"]
#: claims and the articles that they stand in, in; their likeness out
Encoder = Callable[[Sequence[Claim], Sequence[Article]], Likeness]

FOLDER: Final = Path(__file__).parent / "model"
#: word pieces that are read together, and how far the next stretch begins behind this one
STRETCH: Final = 126
STEP: Final = 96
_EDGE: Final = (STRETCH - STEP) // 2
#: word pieces up to which a text is read whole, be there figures in all of it or not
_SHORT: Final = 2_048
#: word pieces of a text, or a few more, whose vectors are held at once
_PART: Final = 8_192
#: stretches that go through the layers together
_AT_ONCE: Final = 16


class Model(NamedTuple):
    """What was learned, ready to be used."""

    vocabulary: Mapping[str, int]
    embedding: Embedding
    layers: list[Layer]
    heads: int
    window: Window
    judge: Judge


@functools.cache
def load_encoder() -> Encoder:
    """The encoder that comes with the library, loaded once."""
    return functools.partial(_likeness_of, read_model(FOLDER))


def read_model(folder: Path) -> Model:
    """The model whose files lie in a folder."""
    import numpy

    with numpy.load(folder / "weights.npz") as stored:
        arrays = {name: stored[name] for name in stored.files}
    arrays["pieces"].setflags(write=False)

    def linear(name: str) -> Linear:
        weight = arrays[f"{name}.weight"]
        if weight.dtype == numpy.int8:
            weight = weight.astype(numpy.float32) * arrays[f"{name}.scale"]
        return Linear(weight.astype(numpy.float32), arrays[f"{name}.bias"].astype(numpy.float32))

    layers = [
        Layer(*(linear(f"layer {number} {part}") for part in Layer._fields))
        for number in range(int(arrays["layers"]) + int(arrays["window layers"]))
    ]
    shared = int(arrays["layers"])
    embedding = Embedding(
        arrays["pieces"],
        arrays["pieces.scale"].astype(numpy.float32),
        arrays["places"].astype(numpy.float32),
        linear("norm"),
    )
    window = Window(
        {kind: number for number, kind in enumerate(arrays["kinds"].tolist())},
        arrays["own"].astype(numpy.float32),
        arrays["markers"].astype(numpy.float32),
        arrays["window places"].astype(numpy.float32),
        linear("figures"),
        layers[shared:],
        linear("joined"),
    )
    judge = Judge(linear("wide"), linear("narrow"))
    vocabulary = read_vocabulary(folder / "vocabulary.txt")
    return Model(vocabulary, embedding, layers[:shared], int(arrays["heads"]), window, judge)


class Place(NamedTuple):
    """Where a figure stands in the text of its article, and what kind it is of."""

    start: int
    end: int
    kind: str


class Asked(NamedTuple):
    """What is asked of one text: the places of its claims' figures, in order and each once."""

    text: str
    places: list[Place]
    #: by claim: its index, and that of its place
    claims: list[tuple[int, int]]


class Reading(NamedTuple):
    """A text as the lower layers read it."""

    pieces: Pieces
    #: all of it, where it is short; a long text is read where a figure asks for it
    whole: Text | None


def _likeness_of(model: Model, claims: Sequence[Claim], articles: Sequence[Article]) -> Likeness:
    def read(each: Asked) -> Numbers:
        return vectors_at(model, read_text(model, each.text), each.places)

    asked = asked_of(claims, articles)
    return judged(in_order(asked, side_by_side(read, asked)), model.judge)


def asked_of(claims: Sequence[Claim], articles: Sequence[Article]) -> list[Asked]:
    """What some claims ask of the texts of their articles.

    Each article is read by itself, so that what stands beside it does not change how it is read.
    """
    told: dict[str, list[tuple[int, Place]]] = defaultdict(list)
    for index, claim in enumerate(claims):
        place = Place(claim.focus.start, claim.focus.end, claim.kind)
        told[claim.article].append((index, place))
    asked = []
    for article in articles:
        if article.id in told:
            places = sorted({place for _, place in told[article.id]})
            at = {place: number for number, place in enumerate(places)}
            own = [(index, at[place]) for index, place in told[article.id]]
            asked.append(Asked(text_of(article), places, own))
    return asked


def in_order(asked: Sequence[Asked], found: Iterable[Numbers]) -> Numbers:
    """The vectors of the places of all texts, in the order of the claims."""
    import numpy

    if not asked:
        return numpy.zeros((0, 0), numpy.float32)
    by_text = list(found)
    count = sum(len(each.claims) for each in asked)
    vectors = numpy.zeros((count, by_text[0].shape[1]), numpy.float32)
    for each, own in zip(asked, by_text, strict=True):
        indices, places = zip(*each.claims, strict=True)
        vectors[list(indices)] = own[list(places)]
    return vectors


def judged(vectors: Numbers, judge: Judge) -> Likeness:
    """How alike the claims are told that have these vectors."""

    def likeness(first: NDArray[int64], second: NDArray[int64]) -> NDArray[float32]:
        return log_odds_of(vectors, first, second, judge)

    return likeness


def read_text(model: Model, text: str) -> Reading:
    """The lower layers on a text, or on its word pieces alone where it is long."""
    import numpy

    pieces = pieces_of(text, model.vocabulary)
    count = len(pieces.numbers)
    if not 0 < count <= _SHORT:
        return Reading(pieces, None)
    ways = stretches(count)
    return Reading(pieces, _read(model, pieces, ways, numpy.array([0]), numpy.array([count])))


def vectors_at(model: Model, reading: Reading, told: Sequence[Place]) -> Numbers:
    """A vector of length one for each place of a text; of a text without a word, nothing."""
    import numpy

    vectors = numpy.zeros((len(told), model.window.joined.bias.shape[0]), numpy.float32)
    pieces, whole = reading
    if not pieces.numbers:
        return vectors
    first, last = pieces_between(pieces, [(each.start, each.end) for each in told])
    kinds = numpy.array([model.window.kinds[each.kind] for each in told])
    if whole is not None:
        mentions = Mentions(first, last, kinds)
        return vectors_of(whole, mentions, model.window, heads=model.heads)
    begins, ends = around(first, last, len(pieces.numbers))
    ways = stretches(len(pieces.numbers))
    for some in _beside(begins, ends):
        low = int(begins[some].min())
        read = _read(model, pieces, ways, begins[some], ends[some])
        mentions = Mentions(first[some] - low, last[some] - low, kinds[some])
        vectors[some] = vectors_of(read, mentions, model.window, heads=model.heads)
    return vectors


def _beside(begins: NDArray[int64], ends: NDArray[int64]) -> Iterator[NDArray[int64]]:
    """Mentions by index, those together that stand in one part of a text."""
    order = begins.argsort(kind="stable")
    start, low = 0, int(begins[order[0]])
    for at, index in enumerate(order.tolist()):
        if at > start and ends[index] - low > _PART:
            yield order[start:at]
            start, low = at, int(begins[index])
    yield order[start:]


def pieces_between(
    pieces: Pieces, spans: Sequence[tuple[int, int]]
) -> tuple[NDArray[int64], NDArray[int64]]:
    """The pieces of each span, from the first that ends in it to the last that begins in it.

    A span in which no piece stands has the next one.
    """
    import numpy

    starts, stops = numpy.array(spans).T
    first = numpy.searchsorted(pieces.ends, starts, side="right")
    last = numpy.searchsorted(pieces.begins, stops, side="left")
    first = first.clip(0, len(pieces.numbers) - 1)
    return first, numpy.maximum(last, first + 1)


class Stretch(NamedTuple):
    """A part of a text that is read at once, and the part of it whose vectors are taken."""

    start: int
    stop: int
    left: int
    right: int


def stretches(pieces: int) -> list[Stretch]:
    """How a text of so many pieces is read: each piece is taken where it is farthest inside."""
    starts = range(0, max(1, pieces - (STRETCH - STEP)), STEP)
    return [
        Stretch(
            start,
            min(start + STRETCH, pieces),
            start + _EDGE if start else 0,
            pieces if start == starts[-1] else start + STEP + _EDGE,
        )
        for start in starts
    ]


def _read(
    model: Model,
    pieces: Pieces,
    ways: Sequence[Stretch],
    begins: NDArray[int64],
    ends: NDArray[int64],
) -> Text:
    """The word pieces from the first begin to the last end.

    Only the stretches that some begin and its end reach into are read.
    """
    import numpy

    low, high = int(begins.min()), int(ends.max())
    states = numpy.zeros((high - low, model.embedding.places.shape[1]), numpy.float32)
    counts = numpy.bincount(begins - low, minlength=high - low + 1)
    counts -= numpy.bincount(ends - low, minlength=high - low + 1)
    needed = counts.cumsum() > 0
    within = ways[
        bisect.bisect_right(ways, low, key=lambda each: each.right) :
        bisect.bisect_left(ways, high, key=lambda each: each.left)
    ]  # fmt: skip
    asked = [each for each in within if needed[max(each.left - low, 0) : each.right - low].any()]
    for begin in range(0, len(asked), _AT_ONCE):
        some = asked[begin : begin + _AT_ONCE]
        lengths = numpy.array([each.stop - each.start + 2 for each in some])
        rows = numpy.zeros((len(some), int(lengths.max())), numpy.int64)
        for row, length, each in zip(rows, lengths.tolist(), some, strict=True):
            row[:length] = [BEGIN, *pieces.numbers[each.start : each.stop], END]
        read = read_pieces(rows, lengths, model.embedding, model.layers, heads=model.heads)
        for vectors, each in zip(read, some, strict=True):
            left, right = max(each.left, low), min(each.right, high)
            inside = slice(left - each.start + 1, right - each.start + 1)
            states[left - low : right - low] = vectors[inside]
    numbers = numpy.array(pieces.numbers[low:high])
    return Text(states, numbers, _figures(model, numbers, numpy.array(pieces.told[low:high])))


def _figures(model: Model, numbers: NDArray[int64], told: NDArray[int64]) -> Numbers:
    """By piece: what a numeral adds where it is seen."""
    import numpy

    figures = numpy.zeros((len(numbers), model.embedding.places.shape[1]), numpy.float32)
    numerals = numpy.flatnonzero(numbers == NUMERAL)
    said, place = numpy.unique(told[numerals], return_inverse=True)
    figures[numerals] = apply(model.window.figures, rows_of(model.embedding, said))[place]
    return figures
