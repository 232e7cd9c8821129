"""Labelled stories in, the arrays that the encoder learns from out.

usage: python -m benchmarks.encoder.arrays FILE

FILE is written: the word pieces of every article, where the mentions stand, and the candidate pairs
with their labels.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy

from benchmarks.alignment.learn import Prepared, prepare
from benchmarks.alignment.stories import labelled_folders, read_stories
from benchmarks.alignment.train import values_only
from benchmarks.encoder.held_out import text_key
from reconcile.alignment.score import logistic, weights_for
from reconcile.semantic.encoder import FOLDER, pieces_between, stretches
from reconcile.semantic.wordpiece import pieces_of, read_vocabulary


def main() -> None:
    """Write the arrays of all labelled stories."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    file = parser.parse_args().file
    stories = read_stories(labelled_folders())
    numpy.savez_compressed(file, **arrays_of([prepare(values_only(each)) for each in stories]))


def arrays_of(stories: list[Prepared]) -> dict[str, Any]:
    """By name: stretches of pieces, where each piece is read, mentions, pairs, labels."""
    vocabulary = read_vocabulary(FOLDER / "vocabulary.txt")
    first_step = numpy.array(weights_for().steps[0])
    stretched: list[list[int]] = []
    stretch_of, place_of, story_of_piece, story_of_stretch = [], [], [], []
    mentions, spans, pairs, right, counts, conflicts, story_of_pair, likely = (
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        [],
    )
    for number, story in enumerate(stories):
        begins_at, pieces_in, keys = {}, {}, {}
        for article in story.story.articles:
            pieces = pieces_of(article.text, vocabulary)
            keys[article.id] = text_key(article.text)
            begins_at[article.id], pieces_in[article.id] = len(stretch_of), pieces
            for stretch in stretches(len(pieces.numbers)):
                stretch_of += [len(stretched)] * (stretch.right - stretch.left)
                place_of += range(
                    stretch.left - stretch.start + 1, stretch.right - stretch.start + 1
                )
                stretched.append(pieces.numbers[stretch.start : stretch.stop])
                story_of_stretch.append(number)
            story_of_piece += [number] * len(pieces.numbers)
        known = len(mentions)
        for profile in story.grounds.profiles:
            article, focus = profile.claim.article, profile.claim.focus
            base, pieces = begins_at[article], pieces_in[article]
            first, last = pieces_between(pieces, [(focus.start, focus.end)])
            end = base + len(pieces.numbers)
            spans.append((keys[article], focus.start, focus.end))
            mentions.append((base + int(first[0]), base + int(last[0]), base, end))
        hits, gold = story.labels.hits, story.story.gold
        pairs += [(known + a, known + b) for a, b in story.grounds.pairs]
        conflicts += [
            any(gold[n].verdict == "conflict" and not gold[n].disputed for n in hits.get(pair, ()))
            for pair in story.grounds.pairs
        ]
        right += story.right.tolist()
        counts += story.counts.tolist()
        story_of_pair += [number] * len(story.grounds.pairs)
        likely += logistic(story.grounds.about @ first_step).tolist()
    lengths = [len(each) for each in stretched]
    pieces_by_stretch = numpy.zeros((len(stretched), max(lengths)), numpy.int32)
    for row, each in enumerate(stretched):
        pieces_by_stretch[row, : len(each)] = each
    return {
        "pieces": pieces_by_stretch,
        "lengths": numpy.array(lengths, numpy.int32),
        "story of stretch": numpy.array(story_of_stretch, numpy.int32),
        "stretch of piece": numpy.array(stretch_of, numpy.int32),
        "place of piece": numpy.array(place_of, numpy.int32),
        "story of piece": numpy.array(story_of_piece, numpy.int32),
        "mentions": numpy.array(mentions, numpy.int32),
        "spans": numpy.array(spans, numpy.int64),
        "pairs": numpy.array(pairs, numpy.int32),
        "right": numpy.array(right),
        "counts": numpy.array(counts),
        "conflicts": numpy.array(conflicts),
        "story of pair": numpy.array(story_of_pair, numpy.int32),
        "likely": numpy.array(likely, numpy.float32),
    }


if __name__ == "__main__":
    main()
