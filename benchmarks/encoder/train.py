"""Arrays of labelled stories in, a trained encoder out.

usage: python -m benchmarks.encoder.train ARRAYS OUT [--fold N] [--of FOLDS] [--epochs N]

The first layers of the published sentence model are learned on, but for its word pieces, which stay
as they are; how a mention is made of them and how two are judged is learned anew. With ``--fold``
the stories of that fold are left out, and what the encoder says of their pairs is written beside
it; without, all are learned from. It needs ``torch``, ``transformers`` and ``safetensors``, which
are no dependencies of the project.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, Final

import numpy
import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from benchmarks.encoder.published import folder, kept_pieces
from reconcile.semantic.mentions import LENGTH, REACH
from reconcile.semantic.wordpiece import BEGIN, END

#: layers of the published model that are used
LAYERS: Final = 3
DEVICE: Final = "cuda" if torch.cuda.is_available() else "cpu"
VECTOR: Final = 256
HIDDEN: Final = 256
#: how fast what is learned anew, and what goes on being learned, changes
NEW_RATE: Final = 1e-3
OLD_RATE: Final = 6e-5
WARM_UP: Final = 150
#: pairs that the first step of alignment finds less likely are left out, unless they are one fact
LEAST: Final = 0.01


class Stories:
    """The arrays as tensors, by story."""

    def __init__(self, arrays: dict[str, Any]) -> None:
        self.pieces = torch.tensor(arrays["pieces"], device=DEVICE).long()
        self.lengths = torch.tensor(arrays["lengths"], device=DEVICE).long()
        self.stretch_of_piece = torch.tensor(arrays["stretch of piece"], device=DEVICE).long()
        self.place_of_piece = torch.tensor(arrays["place of piece"], device=DEVICE).long()
        self.mentions = torch.tensor(arrays["mentions"], device=DEVICE).long()
        self.pairs = torch.tensor(arrays["pairs"], device=DEVICE).long()
        self.right = torch.tensor(arrays["right"], device=DEVICE).float()
        self.learned_from = arrays["counts"] & ((arrays["likely"] >= LEAST) | arrays["right"])
        self.stretches = _ranges(arrays["story of stretch"])
        self.flat = _ranges(arrays["story of piece"])
        self.rows = _ranges(arrays["story of pair"])


def _ranges(story_of: Any) -> list[tuple[int, int]]:
    """By story: where its rows begin and end."""
    return [
        (int(rows[0]), int(rows[-1]) + 1)
        for rows in (numpy.flatnonzero(story_of == story) for story in range(story_of.max() + 1))
    ]


class Net(nn.Module):
    """The encoder as it is learned; ``reconcile.semantic`` is how it is used."""

    def __init__(self, stories: Stories) -> None:
        super().__init__()
        published, (_, rows) = folder(), kept_pieces()
        config = BertConfig(**json.loads((published / "config.json").read_text("utf-8")))
        config.num_hidden_layers, config.hidden_act = LAYERS, "gelu_new"
        self.bert = BertModel(config, add_pooling_layer=False)
        self.bert.load_state_dict(load_file(published / "model.safetensors"), strict=False)
        words = self.bert.embeddings.word_embeddings
        words.weight = nn.Parameter(words.weight[rows].detach(), requires_grad=False)
        self.stories, width = stories, config.hidden_size
        self.joined = nn.Linear(2 * width, VECTOR)
        self.wide, self.narrow = nn.Linear(2 * VECTOR, HIDDEN), nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(0.1)

    def forward(self, story: int, rows: torch.Tensor) -> torch.Tensor:
        """The log-odds of some pairs of a story."""
        mentions, place = torch.unique(self.stories.pairs[rows], return_inverse=True)
        vectors = functional.normalize(self._vectors(story, mentions), dim=-1) * LENGTH
        a, b = vectors[place[:, 0]], vectors[place[:, 1]]
        held = self.dropout(torch.cat([(a - b).abs(), a * b], -1))
        return self.narrow(functional.gelu(self.wide(held), approximate="tanh"))[:, 0]

    def _vectors(self, story: int, mentions: torch.Tensor) -> torch.Tensor:
        stories = self.stories
        (begin, end), (left, right) = stories.stretches[story], stories.flat[story]
        lengths = stories.lengths[begin:end, None]
        pieces = functional.pad(stories.pieces[begin:end], (1, 1))
        places = torch.arange(pieces.shape[1], device=pieces.device)
        pieces[:, 0] = BEGIN
        pieces[places == lengths + 1] = END
        read = self.bert(pieces, attention_mask=(places <= lengths + 1).long()).last_hidden_state
        flat = slice(left, right)
        states = read[stories.stretch_of_piece[flat] - begin, stories.place_of_piece[flat]]
        first, last, low, high = (stories.mentions[mentions] - left).T
        around = torch.maximum(first - REACH, low), torch.minimum(last + REACH, high)
        sums = functional.pad(states.float().cumsum(0), (0, 0, 1, 0))
        return self.joined(torch.cat([_mean(sums, first, last), _mean(sums, *around)], -1))


def _mean(sums: torch.Tensor, begin: torch.Tensor, end: torch.Tensor) -> torch.Tensor:
    return (sums[end] - sums[begin]) / (end - begin)[:, None]


def learn(net: Net, train: list[int], epochs: int) -> None:
    """Binary cross-entropy, a story a step; what is one fact weighs three times."""
    random = numpy.random.default_rng(0)
    stories = net.stories
    old = [value for value in net.bert.parameters() if value.requires_grad]
    new = [value for name, value in net.named_parameters() if not name.startswith("bert.")]
    rates = [OLD_RATE, NEW_RATE]
    optimizer = torch.optim.AdamW(
        [{"params": old, "lr": OLD_RATE}, {"params": new, "lr": NEW_RATE}], weight_decay=0.01
    )
    step, steps = 0, epochs * len(train)
    net.train()
    for _ in range(epochs):
        for story in random.permutation(train):
            share = min(1.0, (step + 1) / WARM_UP) * max(0.02, 1.0 - step / steps)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * share
            begin, end = stories.rows[story]
            rows = torch.tensor(
                numpy.flatnonzero(stories.learned_from[begin:end]) + begin, device=DEVICE
            )
            right = stories.right[rows]
            with torch.autocast(DEVICE, torch.bfloat16):
                found = net(int(story), rows).float()
            loss = functional.binary_cross_entropy_with_logits(
                found, right, weight=1.0 + 2.0 * right
            )
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1


def main() -> None:
    """Learn, and write the state; of a fold also the log-odds of the pairs left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--of", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=15)
    arguments = parser.parse_args()
    torch.manual_seed(0)
    stories = Stories(dict(numpy.load(arguments.arrays)))
    net = Net(stories).to(DEVICE)
    every = range(len(stories.rows))
    held = [story for story in every if story % arguments.of == arguments.fold]
    learn(net, [story for story in every if story not in held], arguments.epochs)
    torch.save(net.state_dict(), arguments.out)
    net.eval()
    found = {}
    with torch.no_grad():
        for story in held:
            rows = torch.arange(*stories.rows[story], device=DEVICE)
            found[str(story)] = net(story, rows).cpu().numpy()
    if found:
        numpy.savez_compressed(arguments.out.with_suffix(".npz"), **found)


if __name__ == "__main__":
    main()
