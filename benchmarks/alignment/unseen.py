"""Score the library's own weights on stories that they were not learned from.

usage: python -m benchmarks.alignment.unseen [FOLDER]

FOLDER holds story packs; by default benchmarks/further-stories, which were written after the code
and after its weights.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from benchmarks.alignment.stories import pack_folders
from benchmarks.alignment.tally import figures, lines, tally_shipped

FURTHER_STORIES: Final = Path(__file__).parent.parent / "further-stories"


def main() -> None:
    """Print the figures of every kind, of conflicts by bar, and of the whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FURTHER_STORIES)
    tally = tally_shipped(pack_folders(parser.parse_args().folder))
    for line in lines(tally):
        print(line)
    for figure, value in figures(tally).items():
        print(f"{figure:24}{value:.3f}")


if __name__ == "__main__":
    main()
