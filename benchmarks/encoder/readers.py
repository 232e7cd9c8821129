"""Arrays of labelled stories in, a reader's log-odds of every candidate pair out.

usage: python -m benchmarks.encoder.readers ARRAYS OUT [--fold N] [--of FOLDS] [--seed N]

A reader sees both mentions of a pair at once, each in its window, through all layers: whether
"aboard" of the one is "passengers" of the other is asked of the words themselves. That takes a
pass for each pair, too many for the library; the encoder learns what readers say. With ``--fold``
the stories of that fold are left out, and a reader of them may teach what leaves them out too.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

import numpy
import torch
from torch import nn
from torch.nn import functional

from benchmarks.encoder.nets import DEVICE, Net, Stories, share_of_rate
from reconcile.semantic.wordpiece import NUMERAL

#: pieces that a reader sees before the first one of a mention, and from it on
LEFT: Final = 40
RIGHT: Final = 24
EPOCHS: Final = 5
#: pairs of one step
BATCH: Final = 256
#: how fast what is learned anew, and what goes on being learned, changes
NEW_RATE: Final = 1e-3
OLD_RATE: Final = 8e-5
#: pairs that the first step of alignment finds less likely are learned from by turns: this share
#: of them in each pass, which weighs as much as all
HARD: Final = 0.15
EASY_SHARE: Final = 0.33
#: pairs less likely than this are not read, and told unlike
READ_FROM: Final = 0.003
UNLIKE: Final = -8.0
#: pairs that are read at once
_AT_ONCE: Final = 2_048


class Reader(Net):
    """Both mentions of a pair read together."""

    def __init__(self, stories: Stories) -> None:
        super().__init__(stories, LEFT, RIGHT)
        width = self.words.shape[1]
        self.markers.data += self.words[NUMERAL]
        self.second = nn.Parameter(torch.zeros(width))
        self.both, self.said = nn.Linear(2 * width, width), nn.Linear(width, 1)

    def odds(self, pairs: torch.Tensor) -> torch.Tensor:
        """The log-odds of pairs of mentions."""
        (one, one_there), (other, other_there) = (self._window(side) for side in pairs.T)
        length = one.shape[1]
        states = self._begin(torch.cat([one, other + self.second], 1))
        there = torch.cat([one_there, other_there], 1)
        for layer in self.layers[:-1]:
            states = layer(states, states, there)
        asking = torch.stack([states[:, LEFT], states[:, length + LEFT]], 1)
        first, second = self.layers[-1](asking, states, there).unbind(1)
        held = self.dropout(torch.cat([first + second, (first - second).abs()], -1))
        found: torch.Tensor = self.said(functional.gelu(self.both(held)))
        return found[:, 0]

    def _window(self, mentions: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        stories = self.stories
        at, there, own = self._windows(mentions)
        pieces = torch.where(own, stories.numbers[at], stories.told[at])
        states = self._rows(pieces) + own[..., None] * self.own
        marked = self._marked(states, self.markers[stories.kinds[mentions]])
        stands = there.new_ones(len(there), 1)
        return marked, torch.cat([there[:, :LEFT], stands, there[:, LEFT:]], 1)


def learn(net: Reader, held: Any, seed: int) -> None:
    """Learn from the pairs of the stories that are not held out."""
    stories, random = net.stories, numpy.random.default_rng(seed)
    right = stories.right.bool().cpu().numpy()
    hard = (stories.likely >= HARD) | right
    use = stories.learned_from & ~held
    always, by_turns = numpy.flatnonzero(use & hard), numpy.flatnonzero(use & ~hard)
    turn = int(len(by_turns) * EASY_SHARE)
    optimizer = net.optimizer(OLD_RATE, NEW_RATE)
    step, steps = 0, EPOCHS * ((len(always) + turn) // BATCH)
    net.train()
    for _ in range(EPOCHS):
        rows = numpy.concatenate([always, random.choice(by_turns, turn, replace=False)])
        random.shuffle(rows)
        for first in range(0, len(rows) - BATCH + 1, BATCH):
            batch = rows[first : first + BATCH]
            turned = torch.tensor(random.random(BATCH) < 0.5, device=DEVICE)[:, None]
            chosen = torch.tensor(batch, device=DEVICE)
            pairs = stories.pairs[chosen]
            with torch.autocast(DEVICE, torch.bfloat16):
                found = net.odds(torch.where(turned, pairs.flip(1), pairs)).float()
            told = stories.right[chosen]
            share = torch.tensor(numpy.where(hard[batch], 1.0, 1.0 / EASY_SHARE), device=DEVICE)
            weight = ((1.0 + 2.0 * told) * share).float()
            loss = functional.binary_cross_entropy_with_logits(found, told, weight=weight)
            net.move(optimizer, loss, share_of_rate(step, steps))
            step += 1


def all_odds(net: Reader) -> torch.Tensor:
    """By candidate pair, what a reader says of it."""
    stories = net.stories
    read = (stories.likely >= READ_FROM) | stories.right.bool().cpu().numpy()
    odds = torch.full((len(stories.pairs),), UNLIKE, device=DEVICE)
    net.eval()
    with torch.no_grad(), torch.autocast(DEVICE, torch.bfloat16):
        for rows in torch.tensor(numpy.flatnonzero(read), device=DEVICE).split(_AT_ONCE):
            odds[rows] = net.odds(stories.pairs[rows]).float()
    return odds.half()


def main() -> None:
    """Learn, and write what the reader says of every candidate pair."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--of", type=int, default=6)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    arrays = dict(numpy.load(arguments.arrays))
    held = numpy.zeros(len(arrays["pairs"]), bool)
    if arguments.fold is not None:
        held = arrays["story of pair"] % arguments.of == arguments.fold
    net = Reader(Stories(arrays)).to(DEVICE)
    learn(net, held, arguments.seed)
    torch.save(all_odds(net), arguments.out)


if __name__ == "__main__":
    main()
