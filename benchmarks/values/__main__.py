"""The command line of the benchmark: ``python -m benchmarks.values PART [--verbose]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.values import meantime, packs, stories
from benchmarks.values.found import OURS


def run_stories(arguments: argparse.Namespace) -> list[str]:
    score = stories.StoryScore()
    for pack in packs.read_packs(Path(arguments.path) if arguments.path else packs.PACKS):
        stories.score_pack(score, pack, stories.read_pack(OURS, pack))
    return stories.report(score, verbose=arguments.verbose)


def run_meantime(arguments: argparse.Namespace) -> list[str]:
    return meantime.report(
        meantime.score_file(OURS, Path(arguments.path)), verbose=arguments.verbose
    )


PARTS = {"stories": run_stories, "meantime": run_meantime}


def main() -> None:
    """Run one part and print its figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.values", description=__doc__)
    parser.add_argument("part", choices=sorted(PARTS))
    parser.add_argument("path", nargs="?", help="the data file or folder of packs")
    parser.add_argument("--verbose", action="store_true", help="list every error")
    arguments = parser.parse_args()
    print("\n".join(PARTS[arguments.part](arguments)))


if __name__ == "__main__":
    main()
