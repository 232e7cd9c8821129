"""Score the library's own weights on stories that they were not learned from.

usage: python -m benchmarks.alignment.unseen FOLDER

FOLDER holds story packs: articles with an answer sheet, as those in benchmarks/stories.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.alignment.stories import pack_folders
from benchmarks.alignment.tally import figures, lines, tallies_shipped


def main() -> None:
    """Print the figures of every kind, of conflicts by bar, and of the whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for tally in tallies_shipped(pack_folders(parser.parse_args().folder)).values():
        for line in lines(tally):
            print(line)
        for figure, value in figures(tally).items():
            print(f"{figure:24}{value:.3f}")


if __name__ == "__main__":
    main()
