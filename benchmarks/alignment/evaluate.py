"""Score alignment end to end on stories that the weights were not learned from.

usage: python -m benchmarks.alignment.evaluate [--folds N] [--reliability] [--semantic]

The packs of all sets are split into N groups (as many as there are packs by default: one story
left out in turn); the weights are learned on the others each time, and the whole report is held
against the answer sheets, a table a set. ``--reliability`` prints how often pairs of a probability
are one fact instead; ``--semantic`` lets encoders that were trained without a story tell how alike
its claims are told, in learning and in scoring.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.alignment.learn import Prepared, learn, prepare
from benchmarks.alignment.ordinary import ordinary_pairs
from benchmarks.alignment.reliability import reliability, table
from benchmarks.alignment.stories import Story, label, labelled_folders, read_stories
from benchmarks.alignment.tally import Tally, count, lines
from benchmarks.alignment.train import values_only
from benchmarks.encoder.held_out import held_out_encoder
from reconcile.alignment import read_weights
from reconcile.pipeline import reconcile_claims
from reconcile.semantic import Encoder


def main() -> None:
    """Print the figures of every kind, of conflicts by bar, and of the whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--reliability", action="store_true")
    parser.add_argument("--semantic", action="store_true")
    arguments = parser.parse_args()
    encoder = held_out_encoder() if arguments.semantic else None
    stories = read_stories(labelled_folders())
    prepared = [prepare(values_only(story), encoder) for story in stories]
    always = list(ordinary_pairs(encoder))
    if arguments.reliability:
        held = held_out(prepared, arguments.folds, always)
        shown = table(reliability((prepared[i], data) for i, data in held))
    else:
        shown = _lines(tallies_held_out(stories, prepared, arguments.folds, encoder, always))
    for line in shown:
        print(line)


def _lines(tallies: Mapping[str, Tally]) -> Iterator[str]:
    for collection, tally in tallies.items():
        yield f"{collection}:"
        yield from lines(tally)


def held_out(
    prepared: Sequence[Prepared], folds: int = 0, always: Sequence[Prepared] = ()
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each story, by its index, with weights learned without it, and with those of ``always``."""
    folds = folds or len(prepared)
    for fold in range(folds):
        left_out = range(fold, len(prepared), folds)
        others = [each for i, each in enumerate(prepared) if i not in left_out]
        data = learn([*others, *always])
        for index in left_out:
            yield index, data


def tallies_held_out(
    stories: Sequence[Story],
    prepared: Sequence[Prepared],
    folds: int = 0,
    encoder: Encoder | None = None,
    always: Sequence[Prepared] = (),
) -> dict[str, Tally]:
    """By set of packs, the tally of every story reconciled with weights learned without it."""
    tallies: dict[str, Tally] = {story.collection: Counter() for story in stories}
    for index, data in held_out(prepared, folds, always):
        story = stories[index]
        report = reconcile_claims(
            story.claims, story.articles, weights=read_weights(data), encoder=encoder
        )
        count(story, label(story), report.aligned, tallies[story.collection])
    return tallies


if __name__ == "__main__":
    main()
