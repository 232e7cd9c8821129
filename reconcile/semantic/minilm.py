"""The files of a MiniLM sentence model in, its forward pass out: a mean of token vectors a text.

The model is the six-layer BERT of Wang et al. (2020), as sentence-transformers published it. It is
run by numpy alone, which is everywhere that spaCy is; a library for neural networks would weigh
some gigabytes for the same numbers.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from numpy import float32, int64
    from numpy.typing import NDArray

    from reconcile.semantic.encoder import Encoder

#: tokens of a text that are read
LONGEST: Final = 256
#: texts that go through the layers together
BATCH: Final = 32
_FAR_BELOW: Final = -1e9
_TINY: Final = 1e-12
#: Abramowitz and Stegun (1964), 7.1.26: the error function to 1.5e-7
_ERROR_SLOPE: Final = 0.3275911
_ERROR_TERMS: Final = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)


class Model(NamedTuple):
    """Weights by their published names, and the sizes that the configuration tells."""

    weights: Mapping[str, NDArray[float32]]
    tokenizer: Tokenizer
    layers: int
    heads: int


def read_model(folder: Path) -> Encoder:
    """The encoder whose files lie in a folder: weights, tokenizer, configuration."""
    sizes = json.loads((folder / "config.json").read_text("utf-8"))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    weights = load_file(folder / "model.safetensors")
    model = Model(weights, tokenizer, sizes["num_hidden_layers"], sizes["num_attention_heads"])
    return lambda texts: _encode(model, texts)


def _encode(model: Model, texts: Sequence[str]) -> NDArray[float32]:
    """Texts of a length go together, so that little is padded."""
    tokens = [each.ids for each in model.tokenizer.encode_batch(list(texts))]
    order = sorted(range(len(tokens)), key=lambda index: (len(tokens[index]), index))
    width = model.weights["embeddings.LayerNorm.bias"].shape[0]
    vectors = numpy.zeros((len(tokens), width), numpy.float32)
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        vectors[batch] = _mean_vectors(model, [tokens[index] for index in batch])
    return vectors


def _mean_vectors(model: Model, tokens: Sequence[Sequence[int]]) -> NDArray[float32]:
    longest = max(map(len, tokens))
    ids = numpy.zeros((len(tokens), longest), numpy.int64)
    mask = numpy.zeros((len(tokens), longest), numpy.float32)
    for row, each in enumerate(tokens):
        ids[row, : len(each)] = each
        mask[row, : len(each)] = 1.0
    states = _forward(model, ids, mask)
    means: NDArray[float32] = numpy.einsum("btd,bt->bd", states, mask) / mask.sum(1, keepdims=True)
    return means


def _forward(model: Model, ids: NDArray[int64], mask: NDArray[float32]) -> NDArray[float32]:
    weights = model.weights
    states = weights["embeddings.word_embeddings.weight"][ids]
    states = states + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    states = states + weights["embeddings.token_type_embeddings.weight"][0]
    states = _normal(model, states, "embeddings.LayerNorm")
    hidden = ((1.0 - mask) * _FAR_BELOW)[:, None, None, :]
    for layer in range(model.layers):
        name = f"encoder.layer.{layer}"
        seen = _attend(model, states, hidden, f"{name}.attention.self")
        seen = _linear(model, seen, f"{name}.attention.output.dense")
        states = _normal(model, seen + states, f"{name}.attention.output.LayerNorm")
        wide = _gelu(_linear(model, states, f"{name}.intermediate.dense"))
        wide = _linear(model, wide, f"{name}.output.dense")
        states = _normal(model, wide + states, f"{name}.output.LayerNorm")
    return states


def _attend(
    model: Model, states: NDArray[float32], hidden: NDArray[float32], name: str
) -> NDArray[float32]:
    texts, tokens, width = states.shape
    shape = (texts, tokens, model.heads, width // model.heads)
    query, key, value = (
        _linear(model, states, f"{name}.{part}").reshape(shape).transpose(0, 2, 1, 3)
        for part in ("query", "key", "value")
    )
    scores = query @ key.transpose(0, 1, 3, 2) / numpy.float32(math.sqrt(shape[3])) + hidden
    shares = numpy.exp(scores - scores.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    seen: NDArray[float32] = (shares @ value).transpose(0, 2, 1, 3).reshape(states.shape)
    return seen


def _linear(model: Model, states: NDArray[float32], name: str) -> NDArray[float32]:
    product: NDArray[float32] = states @ model.weights[f"{name}.weight"].T
    return product + model.weights[f"{name}.bias"]


def _normal(model: Model, states: NDArray[float32], name: str) -> NDArray[float32]:
    centred = states - states.mean(-1, keepdims=True)
    spread = numpy.sqrt((centred**2).mean(-1, keepdims=True) + numpy.float32(_TINY))
    scaled: NDArray[float32] = centred / spread * model.weights[f"{name}.weight"]
    return scaled + model.weights[f"{name}.bias"]


def _gelu(states: NDArray[float32]) -> NDArray[float32]:
    """The Gaussian error linear unit (Hendrycks and Gimpel 2016)."""
    scaled = states / numpy.float32(math.sqrt(2.0))
    near = 1.0 / (1.0 + numpy.float32(_ERROR_SLOPE) * numpy.abs(scaled))
    series = numpy.zeros_like(near)
    for term in _ERROR_TERMS:
        series = (series + numpy.float32(term)) * near
    error = numpy.sign(scaled) * (1.0 - series * numpy.exp(-(scaled**2)))
    activated: NDArray[float32] = numpy.float32(0.5) * states * (1.0 + error)
    return activated
