"""Labelled stories in, the arrays that the encoder learns from out.

usage: python -m benchmarks.encoder.arrays FILE

FILE is written: the word pieces of every article, where the mentions stand, and the candidate pairs
with their labels. Ordinary pairs of articles are short: some of them are put together, so that a
step of learning has about as much to learn from as one of a pack.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy

from benchmarks.alignment.learn import Prepared, prepare
from benchmarks.alignment.ordinary import ordinary_pairs
from benchmarks.alignment.stories import labelled_folders, read_stories
from benchmarks.alignment.train import values_only
from benchmarks.encoder.held_out import text_key
from reconcile.alignment.score import logistic, weights_for
from reconcile.model import VALUE_KINDS
from reconcile.semantic.encoder import FOLDER, pieces_between, stretches
from reconcile.semantic.wordpiece import Pieces, pieces_of, read_vocabulary

#: the kinds of values in the order in which they are numbered
KINDS: Final = sorted(VALUE_KINDS)
#: ordinary pairs that are put together
TOGETHER: Final = 6
#: how the numbers of a column are kept, where not as numpy would
_TYPES: Final = {
    **dict.fromkeys(
        ("story of stretch", "stretch of piece", "place of piece", "story of piece", "numbers",
         "told", "mentions", "pairs", "story of pair"),
        numpy.int32,
    ),
    "likely": numpy.float32,
}  # fmt: skip


def main() -> None:
    """Write the arrays of all labelled stories and ordinary pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    file = parser.parse_args().file
    stories = [[prepare(values_only(each))] for each in read_stories(labelled_folders())]
    pairs = list(ordinary_pairs())
    stories += (pairs[first : first + TOGETHER] for first in range(0, len(pairs), TOGETHER))
    numpy.savez_compressed(file, **arrays_of(stories))


def arrays_of(stories: list[list[Prepared]]) -> dict[str, Any]:
    """By name: stretches of pieces, where each piece is read, mentions, pairs, labels.

    What is given together is one story to what learns from it.
    """
    vocabulary = read_vocabulary(FOLDER / "vocabulary.txt")
    columns: dict[str, list[Any]] = defaultdict(list)
    stretched: list[list[int]] = []
    for number, story in ((n, each) for n, together in enumerate(stories) for each in together):
        texts = {}
        for article in story.story.articles:
            pieces = pieces_of(article.text, vocabulary)
            texts[article.id] = _Text(
                text_key(article.text), len(columns["stretch of piece"]), pieces
            )
            _add_text(columns, stretched, pieces, number)
        _add_pairs(columns, story, texts, number)
    lengths = [len(each) for each in stretched]
    filled = numpy.zeros((len(stretched), max(lengths)), numpy.int32)
    for row, each in zip(filled, stretched, strict=True):
        row[: len(each)] = each
    made = {name: numpy.array(column, _TYPES.get(name)) for name, column in columns.items()}
    return {
        "pieces": filled,
        "lengths": numpy.array(lengths, numpy.int32),
        "kinds": numpy.array(KINDS),
        **made,
    }


class _Text(NamedTuple):
    """An article: what it is known by, and where its pieces begin among all."""

    key: int
    begin: int
    pieces: Pieces


def _add_text(
    columns: dict[str, list[Any]], stretched: list[list[int]], pieces: Pieces, story: int
) -> None:
    """The stretches that a text is read in, and in which of them each piece is taken."""
    for each in stretches(len(pieces.numbers)):
        columns["stretch of piece"] += [len(stretched)] * (each.right - each.left)
        columns["place of piece"] += range(each.left - each.start + 1, each.right - each.start + 1)
        stretched.append(pieces.numbers[each.start : each.stop])
        columns["story of stretch"].append(story)
    columns["story of piece"] += [story] * len(pieces.numbers)
    columns["numbers"] += pieces.numbers
    columns["told"] += pieces.told


def _add_pairs(
    columns: dict[str, list[Any]], story: Prepared, texts: Mapping[str, _Text], number: int
) -> None:
    """The mentions of a story, and its candidate pairs with their labels."""
    known = len(columns["mentions"])
    for profile in story.grounds.profiles:
        text, focus = texts[profile.claim.article], profile.claim.focus
        (first,), (last,) = pieces_between(text.pieces, [(focus.start, focus.end)])
        end = text.begin + len(text.pieces.numbers)
        columns["spans"].append((text.key, focus.start, focus.end))
        columns["kinds of mentions"].append(KINDS.index(profile.claim.kind))
        columns["mentions"].append((text.begin + first, text.begin + last, text.begin, end))
    columns["pairs"] += [(known + a, known + b) for a, b in story.grounds.pairs]
    columns["right"] += story.right.tolist()
    columns["counts"] += story.counts.tolist()
    columns["story of pair"] += [number] * len(story.right)
    first_step = numpy.array(weights_for().steps[0])
    columns["likely"] += logistic(story.grounds.about @ first_step).tolist()


if __name__ == "__main__":
    main()
