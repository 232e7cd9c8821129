"""Labelled stories in, the log-odds of their pairs out: the encoder as learned, and its teacher.

``reconcile.semantic`` is how the encoder is used. The teacher reads each mention by itself, from
the first layer on, which takes far more work; the encoder reads an article once in its lower
layers, and each mention in its upper ones.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy
import torch
from safetensors.numpy import load_file
from torch import nn
from torch.nn import functional

from benchmarks.encoder.published import folder, kept_pieces
from reconcile.semantic.mentions import LEFT, LENGTH, RIGHT
from reconcile.semantic.wordpiece import BEGIN, END, NUMERAL

DEVICE: Final = "cuda" if torch.cuda.is_available() else "cpu"
#: layers of the published model, and how many of them the encoder reads a whole article with
LAYERS: Final = 6
SHARED: Final = 4
#: heads of a layer, as published
HEADS: Final = 12
#: pieces that a teacher sees before the first one of a mention, and from it on
WIDE_LEFT: Final = 56
WIDE_RIGHT: Final = 36
#: pairs that the first step of alignment finds less likely are not learned from, unless they are
#: one fact
LEAST: Final = 0.01
VECTOR: Final = 256
HIDDEN: Final = 256
#: the parts of a net that the published model has
_PUBLISHED: Final = ("layers.", "norm.", "places")
#: places of the published model that are kept
_PLACES: Final = 130
#: steps in which the rates grow to the full ones, and the least share of them at the end
_WARM_UP: Final = 150
_LEAST_SHARE: Final = 0.02
_DROPOUT: Final = 0.1
_TINY: Final = 1e-12


class Batch(NamedTuple):
    """Some pairs of a story."""

    story: int
    #: by pair: its row among all
    rows: torch.Tensor
    mentions: torch.Tensor
    #: by pair: the places of its two mentions among these
    pairs: torch.Tensor


class Stories:
    """The arrays as tensors, by story."""

    def __init__(self, arrays: dict[str, Any]) -> None:
        def whole(name: str) -> torch.Tensor:
            return torch.tensor(arrays[name].astype(numpy.int64), device=DEVICE)

        self.pieces, self.lengths = whole("pieces"), whole("lengths")
        self.numbers, self.told = whole("numbers"), whole("told")
        self.stretch_of_piece, self.place_of_piece = (
            whole("stretch of piece"),
            whole("place of piece"),
        )
        self.mentions, self.kinds = whole("mentions"), whole("kinds of mentions")
        self.pairs = whole("pairs")
        self.right = torch.tensor(arrays["right"], device=DEVICE).float()
        self.likely = arrays["likely"]
        self.learned_from = arrays["counts"] & ((arrays["likely"] >= LEAST) | arrays["right"])
        self.kinds_known = len(arrays["kinds"])
        self.stretches = _ranges(arrays["story of stretch"])
        self.flat = _ranges(arrays["story of piece"])
        self.rows = _ranges(arrays["story of pair"])

    def batch(self, story: int, *, learning: bool) -> Batch:
        """The pairs of a story, or those of them that are learned from."""
        rows = numpy.arange(*self.rows[story])
        if learning:
            rows = rows[self.learned_from[rows]]
        chosen = torch.tensor(rows, device=DEVICE)
        mentions, pairs = torch.unique(self.pairs[chosen], return_inverse=True)
        return Batch(story, chosen, mentions, pairs)


def _ranges(story_of: Any) -> list[tuple[int, int]]:
    """By story: where its rows begin and end."""
    return [
        (int(rows[0]), int(rows[-1]) + 1)
        for rows in (numpy.flatnonzero(story_of == story) for story in range(story_of.max() + 1))
    ]


def share_of_rate(step: int, steps: int) -> float:
    """How much of the full rates a step moves by: they grow at first, and then fall to the end."""
    return min(1.0, (step + 1) / _WARM_UP) * max(_LEAST_SHARE, 1.0 - step / steps)


class Layer(nn.Module):
    """A layer of the published model."""

    def __init__(self, weights: Any, number: int) -> None:
        super().__init__()
        within = f"encoder.layer.{number}"
        looks = (f"attention.self.{part}" for part in ("query", "key", "value"))
        self.query, self.key, self.value = (_linear(weights, f"{within}.{each}") for each in looks)
        self.seen = _linear(weights, f"{within}.attention.output.dense")
        self.seen_norm = _norm(weights, f"{within}.attention.output.LayerNorm")
        self.wide = _linear(weights, f"{within}.intermediate.dense")
        self.narrow = _linear(weights, f"{within}.output.dense")
        self.norm = _norm(weights, f"{within}.output.LayerNorm")
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(
        self, asking: torch.Tensor, others: torch.Tensor, there: torch.Tensor
    ) -> torch.Tensor:
        """What the pieces that ask become, having seen the others that are there."""
        seen = functional.scaled_dot_product_attention(
            _by_head(self.query(asking)),
            _by_head(self.key(others)),
            _by_head(self.value(others)),
            attn_mask=there[:, None, None, :],
            dropout_p=_DROPOUT if self.training else 0.0,
        )
        seen = seen.transpose(1, 2).reshape(asking.shape)
        states = self.seen_norm(asking + self.dropout(self.seen(seen)))
        inner = functional.gelu(self.wide(states), approximate="tanh")
        found: torch.Tensor = self.norm(states + self.dropout(self.narrow(inner)))
        return found


def _by_head(looks: torch.Tensor) -> torch.Tensor:
    texts, longest, width = looks.shape
    return looks.view(texts, longest, HEADS, width // HEADS).transpose(1, 2)


def _linear(weights: Any, name: str) -> nn.Linear:
    weight = torch.tensor(weights[f"{name}.weight"])
    linear = nn.Linear(weight.shape[1], weight.shape[0])
    linear.weight.data, linear.bias.data = weight, torch.tensor(weights[f"{name}.bias"])
    return linear


def _norm(weights: Any, name: str) -> nn.LayerNorm:
    weight = torch.tensor(weights[f"{name}.weight"])
    norm = nn.LayerNorm(len(weight), eps=_TINY)
    norm.weight.data, norm.bias.data = weight, torch.tensor(weights[f"{name}.bias"])
    return norm


class Net(nn.Module):
    """What teacher and encoder share."""

    def __init__(self, stories: Stories, left: int, right: int) -> None:
        super().__init__()
        weights = load_file(folder() / "model.safetensors")
        _, rows = kept_pieces()
        words = torch.tensor(weights["embeddings.word_embeddings.weight"][rows])
        width = words.shape[1]
        places = weights["embeddings.position_embeddings.weight"][:_PLACES]
        kind_of_text = weights["embeddings.token_type_embeddings.weight"][:1]
        self.stories, self.left, self.right = stories, left, right
        self.words = nn.Parameter(words, requires_grad=False)
        self.numeral = nn.Parameter(words[NUMERAL].clone())
        self.places = nn.Parameter(torch.tensor(places + kind_of_text))
        self.norm = _norm(weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList([Layer(weights, number) for number in range(LAYERS)])
        self.own = nn.Parameter(torch.zeros(width))
        self.markers = nn.Parameter(torch.randn(stories.kinds_known, width) * 0.02)
        self.joined = nn.Linear(width, VECTOR)
        self.wide, self.narrow = nn.Linear(2 * VECTOR, HIDDEN), nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(_DROPOUT)

    def vectors(self, batch: Batch) -> torch.Tensor:
        """The vectors of a batch's mentions, of one length."""
        found = self.joined(self.markers_behind(batch)).float()
        return functional.normalize(found, dim=-1) * LENGTH

    def markers_behind(self, batch: Batch) -> torch.Tensor:
        """The markers of a batch's mentions behind the last layer."""
        raise NotImplementedError

    def judge(self, first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        """The log-odds of pairs of vectors."""
        held = self.dropout(torch.cat([(first - second).abs(), first * second], -1))
        found: torch.Tensor = self.narrow(functional.gelu(self.wide(held), approximate="tanh"))
        return found[:, 0]

    def optimizer(self, old_rate: float, new_rate: float) -> torch.optim.Optimizer:
        """What moves the parts of the published model slowly, and those learned anew faster."""
        named = [(name, value) for name, value in self.named_parameters() if value.requires_grad]
        old = [value for name, value in named if name.startswith(_PUBLISHED)]
        new = [value for name, value in named if not name.startswith(_PUBLISHED)]
        return torch.optim.AdamW(
            [
                {"params": old, "lr": old_rate, "full": old_rate},
                {"params": new, "lr": new_rate, "full": new_rate},
            ],
            weight_decay=0.01,
        )

    def move(self, optimizer: torch.optim.Optimizer, loss: torch.Tensor, share: float) -> None:
        """One step down the loss, at a share of the full rates."""
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * share
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters(), 1.0)
        optimizer.step()

    def _rows(self, pieces: torch.Tensor) -> torch.Tensor:
        return torch.where((pieces == NUMERAL)[..., None], self.numeral, self.words[pieces])

    def _begin(self, states: torch.Tensor) -> torch.Tensor:
        begun: torch.Tensor = self.dropout(self.norm(states + self.places[: states.shape[1]]))
        return begun

    def _windows(self, mentions: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """By mention: the pieces of its window, which of them are there, which its own."""
        first, last, low, high = self.stories.mentions[mentions].T
        window = torch.arange(-self.left, self.right, device=DEVICE)
        at = first[:, None] + window
        there = (at >= low[:, None]) & (at < high[:, None])
        own = there & (at >= first[:, None]) & (at < last[:, None])
        return at.clamp(0, len(self.stories.numbers) - 1), there, own

    def _marked(self, states: torch.Tensor, marker: torch.Tensor) -> torch.Tensor:
        left = self.left
        return torch.cat([states[:, :left], marker[:, None], states[:, left:]], 1)

    def _through(self, layers: Any, states: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """The marker behind some layers, of which the last is asked for it alone."""
        left = self.left
        stands = there.new_ones(len(there), 1)
        there = torch.cat([there[:, :left], stands, there[:, left:]], 1)
        for layer in layers[:-1]:
            states = layer(states, states, there)
        found: torch.Tensor = layers[-1](states[:, left : left + 1], states, there)
        return found[:, 0]


class Teacher(Net):
    """Every mention read by itself, through all layers."""

    def __init__(self, stories: Stories) -> None:
        super().__init__(stories, WIDE_LEFT, WIDE_RIGHT)
        self.markers.data += self.words[NUMERAL]

    def markers_behind(self, batch: Batch) -> torch.Tensor:
        """The markers of a batch's mentions behind the last layer."""
        stories = self.stories
        at, there, own = self._windows(batch.mentions)
        pieces = torch.where(own, stories.numbers[at], stories.told[at])
        states = self._rows(pieces) + own[..., None] * self.own
        marker = self.markers[stories.kinds[batch.mentions]]
        return self._through(self.layers, self._begin(self._marked(states, marker)), there)


class Student(Net):
    """The encoder: articles read once, and mentions by their windows in the upper layers."""

    def __init__(self, stories: Stories) -> None:
        super().__init__(stories, LEFT, RIGHT)
        width = self.words.shape[1]
        self.window_places = nn.Parameter(torch.zeros(LEFT + 1 + RIGHT, width))
        self.figures = nn.Linear(width, width)
        nn.init.zeros_(self.figures.weight)
        nn.init.zeros_(self.figures.bias)

    def markers_behind(self, batch: Batch) -> torch.Tensor:
        """The markers of a batch's mentions behind the last layer."""
        stories = self.stories
        begin, _ = stories.flat[batch.story]
        read = self._read(batch.story)
        at, there, own = self._windows(batch.mentions)
        states = read[(at - begin).clamp(0, len(read) - 1)]
        other = (stories.numbers[at] == NUMERAL) & ~own
        states = states + other[..., None] * self.figures(self.words[stories.told[at]])
        states = states + own[..., None] * self.own
        first, last, _, _ = (stories.mentions[batch.mentions] - begin).T
        sums = functional.pad(read.float().cumsum(0), (0, 0, 1, 0))
        means = (sums[last] - sums[first]) / (last - first)[:, None]
        marker = means + self.markers[stories.kinds[batch.mentions]]
        states = self._marked(states, marker) + self.window_places
        return self._through(self.layers[SHARED:], states, there)

    def _read(self, story: int) -> torch.Tensor:
        """The pieces of a story behind the lower layers."""
        stories = self.stories
        (begin, end), (left, right) = stories.stretches[story], stories.flat[story]
        lengths = stories.lengths[begin:end, None]
        pieces = functional.pad(stories.pieces[begin:end], (1, 1))
        places = torch.arange(pieces.shape[1], device=pieces.device)
        pieces[:, 0] = BEGIN
        pieces[places == lengths + 1] = END
        states, there = self._begin(self._rows(pieces)), places <= lengths + 1
        for layer in self.layers[:SHARED]:
            states = layer(states, states, there)
        flat = slice(left, right)
        return states[stories.stretch_of_piece[flat] - begin, stories.place_of_piece[flat]]
