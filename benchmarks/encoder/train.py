"""Arrays of labelled stories in, a trained encoder out, or one of its teachers.

usage: python -m benchmarks.encoder.train ARRAYS OUT [--fold N] [--of FOLDS] [--seed N] [--teacher]
                                          [--taught-by TEACHER ...] [--read-by READER]

With ``--teacher`` a teacher is learned, and OUT holds what it says; an encoder then learns from it
what the labels do not say, and from a reader (``benchmarks.encoder.readers``) likewise. With
``--fold`` the stories of that fold are left out, and what is said of their pairs is written beside
OUT, in numpy's format; without, all are learned from. An encoder that leaves a fold out must be
taught by teachers and readers that did.

It needs ``torch`` and ``safetensors``, which are no dependencies of the project, and a GPU.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy
import torch
from torch.nn import functional

from benchmarks.encoder.nets import DEVICE, Batch, Net, Stories, Student, Teacher, share_of_rate

EPOCHS: Final = 24
#: how fast what is learned anew, and what goes on being learned, changes
NEW_RATE: Final = 1e-3
OLD_RATE: Final = 5e-5
#: how much a square of what the encoder's log-odds are off the teachers' weighs, beside a label
TAUGHT: Final = 0.1
#: how much more it weighs where the teachers see one fact
TAUGHT_OF_ONE_FACT: Final = 20.0
#: log-odds beyond which teachers are not followed
FARTHEST: Final = 9.0
#: pairs of a story's mentions that are held against the teachers in one step
AT_MOST: Final = 16_000
#: the parts that judge two vectors
_JUDGE: Final = ("wide.", "narrow.")


class Said:
    """What teachers say of any two mentions: the mean of their log-odds."""

    def __init__(self, files: Sequence[Path]) -> None:
        self.each = [
            {name: value.float() for name, value in torch.load(file, DEVICE).items()}
            for file in files
        ]

    def __call__(
        self, mentions: torch.Tensor, first: torch.Tensor, second: torch.Tensor
    ) -> torch.Tensor:
        """The log-odds of pairs of some mentions."""
        found = torch.zeros(len(first), device=DEVICE)
        for told in self.each:
            vectors = told["vectors"][mentions]
            a, b = vectors[first], vectors[second]
            held = torch.cat([(a - b).abs(), a * b], -1)
            inner = functional.linear(held, told["wide.weight"], told["wide.bias"])
            inner = functional.gelu(inner, approximate="tanh")
            found += functional.linear(inner, told["narrow.weight"], told["narrow.bias"])[:, 0]
        return (found / len(self.each)).clamp(-FARTHEST, FARTHEST)


def learn(
    net: Net, train: Sequence[int], seed: int, said: Said | None, read: torch.Tensor | None
) -> None:
    """A story a step; what is one fact weighs three times."""
    random = numpy.random.default_rng(seed)
    optimizer = net.optimizer(OLD_RATE, NEW_RATE)
    step, steps = 0, EPOCHS * len(train)
    net.train()
    for _ in range(EPOCHS):
        for story in random.permutation(train):
            batch = net.stories.batch(int(story), learning=True)
            with torch.autocast(DEVICE, torch.bfloat16):
                loss = _loss(net, batch, said, read)
            net.move(optimizer, loss, share_of_rate(step, steps))
            step += 1


def _loss(net: Net, batch: Batch, said: Said | None, read: torch.Tensor | None) -> torch.Tensor:
    """Binary cross-entropy of the labels, and how far off the teachers any two mentions are."""
    vectors = net.vectors(batch)
    right = net.stories.right[batch.rows]
    found = net.judge(vectors[batch.pairs[:, 0]], vectors[batch.pairs[:, 1]]).float()
    loss = functional.binary_cross_entropy_with_logits(found, right, weight=1.0 + 2.0 * right)
    if read is not None:
        loss = loss + _how_far(found, read[batch.rows])
    if said is None:
        return loss
    first, second = torch.triu_indices(len(vectors), len(vectors), 1, device=DEVICE)
    if len(first) > AT_MOST:
        chosen = torch.randint(len(first), (AT_MOST,), device=DEVICE)
        first, second = first[chosen], second[chosen]
    with torch.no_grad():
        told = said(batch.mentions, first, second)
    return loss + _how_far(net.judge(vectors[first], vectors[second]).float(), told)


def _how_far(found: torch.Tensor, told: torch.Tensor) -> torch.Tensor:
    """How far log-odds are off those that are taught."""
    weight = 1.0 + TAUGHT_OF_ONE_FACT * told.sigmoid()
    return TAUGHT * ((found - told).square() * weight).mean()


def _told(net: Net) -> dict[str, Any]:
    """What a teacher says: the vectors of all mentions, and how two are judged."""
    shape = len(net.stories.mentions), net.joined.out_features
    vectors = torch.zeros(shape, device=DEVICE)
    for story in range(len(net.stories.rows)):
        batch = net.stories.batch(story, learning=False)
        vectors[batch.mentions] = net.vectors(batch)
    judge = {name: value for name, value in net.state_dict().items() if name.startswith(_JUDGE)}
    return {"vectors": vectors.half(), **judge}


def main() -> None:
    """Learn, and write the state; of a fold also the log-odds of the pairs left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--of", type=int, default=6)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--teacher", action="store_true")
    parser.add_argument("--taught-by", type=Path, nargs="*", default=[])
    parser.add_argument("--read-by", type=Path)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    stories = Stories(dict(numpy.load(arguments.arrays)))
    net = (Teacher if arguments.teacher else Student)(stories).to(DEVICE)
    every = range(len(stories.rows))
    held = [story for story in every if story % arguments.of == arguments.fold]
    said = Said(arguments.taught_by) if arguments.taught_by else None
    read = None
    if arguments.read_by:
        read = torch.load(arguments.read_by, DEVICE).float().clamp(-FARTHEST, FARTHEST)
    learn(net, [story for story in every if story not in held], arguments.seed, said, read)
    net.eval()
    with torch.no_grad(), torch.autocast(DEVICE, torch.bfloat16):
        torch.save(_told(net) if arguments.teacher else net.state_dict(), arguments.out)
        found = {str(story): _odds_of(net, story) for story in held}
    if found:
        numpy.savez_compressed(arguments.out.with_suffix(".npz"), **found)


def _odds_of(net: Net, story: int) -> Any:
    batch = net.stories.batch(story, learning=False)
    vectors = net.vectors(batch)
    odds = net.judge(vectors[batch.pairs[:, 0]], vectors[batch.pairs[:, 1]])
    return odds.float().cpu().numpy()


if __name__ == "__main__":
    main()
