"""Learn the weights of alignment from the labelled stories and write them into the library.

usage: python -m benchmarks.alignment.train
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from attrs import evolve

from benchmarks.alignment.learn import learn, prepare
from benchmarks.alignment.stories import Story, pack_folders, read_stories
from reconcile.model import VALUE_KINDS

WEIGHTS: Final = Path(__file__).parents[2] / "reconcile" / "alignment" / "weights.json"


def values_only(story: Story) -> Story:
    """The story without the claims that carry no value: they are aligned by other evidence."""
    return evolve(
        story,
        claims=[claim for claim in story.claims if claim.kind in VALUE_KINDS],
        gold=[gold for gold in story.gold if gold.kind in VALUE_KINDS],
    )


def main() -> None:
    """Train on every pack and write the weights file."""
    prepared = [prepare(values_only(story)) for story in read_stories(pack_folders())]
    weights = learn(prepared)
    about = {
        "method": "logistic regressions, L2 penalty, each on the probabilities of the one before",
        "trained_on": [each.story.name for each in prepared],
        "pairs": sum(int(each.counts.sum()) for each in prepared),
        "of_one_fact": sum(int(each.right.sum()) for each in prepared),
        "script": "benchmarks/alignment/train.py",
    }
    text = json.dumps({"about": about, **weights}, indent=1) + "\n"
    WEIGHTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
