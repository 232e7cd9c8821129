"""Learn the weights of alignment from the labelled stories and write them into the library.

usage: python -m benchmarks.alignment.train [--semantic]

``--semantic`` learns the weights that are used together with a sentence model.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Final

from attrs import evolve

from benchmarks.alignment.learn import learn, prepare
from benchmarks.alignment.ordinary import ordinary_pairs
from benchmarks.alignment.stories import Story, labelled_folders, read_stories
from benchmarks.encoder.held_out import held_out_encoder
from reconcile.model import VALUE_KINDS

ROOM: Final = Path(__file__).parents[2] / "reconcile" / "alignment"


def values_only(story: Story) -> Story:
    """The story without the claims that carry no value: they are aligned by other evidence."""
    return evolve(
        story,
        claims=[claim for claim in story.claims if claim.kind in VALUE_KINDS],
        gold=[gold for gold in story.gold if gold.kind in VALUE_KINDS],
    )


def main() -> None:
    """Train on every pack and every ordinary pair, and write the weights file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--semantic", action="store_true")
    semantic = parser.parse_args().semantic
    encoder = held_out_encoder() if semantic else None
    prepared = [prepare(values_only(story), encoder) for story in read_stories(labelled_folders())]
    prepared += ordinary_pairs(encoder)
    weights = learn(prepared)
    about = {
        "method": "logistic regressions, L2 penalty, each on the probabilities of the one before",
        "trained_on": [each.story.name for each in prepared],
        "pairs": sum(int(each.counts.sum()) for each in prepared),
        "of_one_fact": sum(int(each.right.sum()) for each in prepared),
        "script": "benchmarks/alignment/train.py",
    }
    text = json.dumps({"about": about, **weights}, indent=1) + "\n"
    name = "weights-semantic.json" if semantic else "weights.json"
    (ROOM / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
