"""Score the library's own weights on stories that they were not learned from.

usage: python -m benchmarks.alignment.unseen [FOLDER]

FOLDER holds story packs; by default benchmarks/further-stories, which were written after the code
and after its weights.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Final

from benchmarks.alignment.stories import label, pack_folders, read_stories
from benchmarks.alignment.tally import Tally, count, figures, lines
from reconcile.pipeline import reconcile_claims

FURTHER_STORIES: Final = Path(__file__).parent.parent / "further-stories"


def main() -> None:
    """Print the figures of every kind, of conflicts by bar, and of the whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FURTHER_STORIES)
    tally: Tally = Counter()
    for story in read_stories(pack_folders(parser.parse_args().folder)):
        report = reconcile_claims(story.claims, story.articles)
        count(story, label(story), report.aligned, tally)
    for line in lines(tally):
        print(line)
    for figure, value in figures(tally).items():
        print(f"{figure:24}{value:.3f}")


if __name__ == "__main__":
    main()
