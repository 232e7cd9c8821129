"""The layers of the model: against the same sums done one by one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy
import pytest

from reconcile.semantic.encoder import FOLDER, Model, read_model
from reconcile.semantic.layers import gelu, softmax, states_of
from reconcile.semantic.mentions import REACH, log_odds_of, vectors_of

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
    return states_of(pieces, lengths, model.embedding, model.layers, heads=model.heads)


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


def test_a_mention_is_the_mean_of_its_pieces_and_of_those_around(model: Model) -> None:
    width = model.joined.weight.shape[0] // 2
    read = numpy.random.default_rng(0).normal(size=(60, width)).astype(numpy.float32)
    spans = [(0, 1), (30, 33), (58, 60)]
    found = vectors_of(read, *numpy.array(spans).T, model.joined)
    for vector, (begin, end) in zip(found, spans, strict=True):
        around = read[max(0, begin - REACH) : end + REACH]
        both = numpy.concatenate([read[begin:end].mean(0), around.mean(0)])
        joined = both @ model.joined.weight + model.joined.bias
        assert numpy.allclose(vector, joined / numpy.linalg.norm(joined), atol=1e-4)


def test_a_pair_is_judged_alike_from_both_sides(model: Model) -> None:
    vectors = numpy.random.default_rng(1).normal(size=(9, 256)).astype(numpy.float32)
    a, b = numpy.arange(8), numpy.arange(1, 9)
    assert numpy.array_equal(
        log_odds_of(vectors, a, b, model.judge), log_odds_of(vectors, b, a, model.judge)
    )
