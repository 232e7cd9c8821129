"""The layers of the model: against the same sums done one by one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy
import pytest

from reconcile.semantic.encoder import FOLDER, Model, read_model
from reconcile.semantic.layers import gelu, read_pieces, softmax, through, through_one
from reconcile.semantic.mentions import LEFT, RIGHT, Mentions, Text, log_odds_of, vectors_of
from reconcile.semantic.wordpiece import NUMERAL

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray


@pytest.fixture(scope="module")
def model() -> Model:
    return read_model(FOLDER)


def states(model: Model, *texts: list[int]) -> NDArray[float32]:
    lengths = numpy.array(list(map(len, texts)))
    pieces = numpy.zeros((len(texts), max(lengths)), numpy.int64)
    for row, text in zip(pieces, texts, strict=True):
        row[: len(text)] = text
    return read_pieces(pieces, lengths, model.embedding, model.layers, heads=model.heads)


def test_shares_add_up_to_one() -> None:
    shares = softmax(numpy.array([[1.0, 2.0, 3.0], [0.0, 0.0, -1e9]], numpy.float32))
    assert numpy.allclose(shares.sum(1), 1.0)
    assert numpy.allclose(shares[1], [0.5, 0.5, 0.0])


def test_gelu_is_near_the_exact_one() -> None:
    numbers = numpy.linspace(-5.0, 5.0, 101, dtype=numpy.float32)
    exact = [0.5 * each * (1.0 + math.erf(each / math.sqrt(2.0))) for each in numbers.tolist()]
    assert numpy.allclose(gelu(numbers.copy()), exact, atol=1e-3)


def test_what_fills_a_row_up_changes_nothing(model: Model) -> None:
    short, long = [2, 900, 901, 3], [2, *range(1000, 1060), 3]
    alone, beside = states(model, short), states(model, short, long)
    assert numpy.allclose(alone[0], beside[0, : len(short)], atol=1e-4)


def test_the_order_of_pieces_counts(model: Model) -> None:
    assert not numpy.allclose(states(model, [2, 900, 901, 3]), states(model, [2, 901, 900, 3]))


def test_one_piece_behind_a_layer_is_as_it_is_among_all(model: Model) -> None:
    width = model.embedding.places.shape[1]
    read = numpy.random.default_rng(0).normal(size=(3, 9, width)).astype(numpy.float32)
    there = numpy.arange(9) < numpy.array([9, 4, 7])[:, None]
    layer = model.layers[0]
    every = through([layer], read.copy(), there, heads=model.heads)
    for at in (0, 3):
        alone = through_one(layer, read, there, at, heads=model.heads)
        assert numpy.allclose(alone, every[:, at], atol=1e-4)


def vectors(model: Model, read: NDArray[float32], spans: list[tuple[int, int]]) -> NDArray[float32]:
    """The vectors of some ages among pieces, of which none is a numeral."""
    begins, ends = numpy.array(spans).T
    kinds = numpy.full(len(spans), model.window.kinds["age"])
    numbers = numpy.full(len(read), NUMERAL + 1)
    text = Text(read, numbers, numpy.zeros_like(read))
    return vectors_of(text, Mentions(begins, ends, kinds), model.window, heads=model.heads)


def test_a_mention_sees_its_window_and_nothing_beyond(model: Model) -> None:
    width = model.embedding.places.shape[1]
    read = numpy.random.default_rng(0).normal(size=(90, width)).astype(numpy.float32)
    spans = [(0, 1), (40, 43), (88, 90)]
    found = vectors(model, read, spans)
    assert numpy.allclose(numpy.linalg.norm(found, axis=1), 1.0, atol=1e-5)
    beyond = read.copy()
    beyond[40 + RIGHT :] += 1.0
    beyond[: 40 - LEFT] += 1.0
    again = vectors(model, beyond, spans)
    assert numpy.allclose(found[1], again[1], atol=1e-5)
    assert not numpy.allclose(found[::2], again[::2], atol=1e-2)


def test_mentions_are_read_together_as_they_are_alone(model: Model) -> None:
    width = model.embedding.places.shape[1]
    read = numpy.random.default_rng(1).normal(size=(70, width)).astype(numpy.float32)
    spans = [(place, place + 2) for place in range(68)]
    together = vectors(model, read, spans)
    for place in (0, 31, 32, 67):
        assert numpy.allclose(together[place], vectors(model, read, spans[place:][:1]), atol=1e-4)


def test_a_pair_is_judged_alike_from_both_sides(model: Model) -> None:
    vectors = numpy.random.default_rng(1).normal(size=(9, 256)).astype(numpy.float32)
    a, b = numpy.arange(8), numpy.arange(1, 9)
    assert numpy.array_equal(
        log_odds_of(vectors, a, b, model.judge), log_odds_of(vectors, b, a, model.judge)
    )
