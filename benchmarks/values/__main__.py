"""The command line of the benchmark: ``python -m benchmarks.values PART [--verbose]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.values import (
    comparison,
    heldout,
    meantime,
    packs,
    peers,
    recognizers,
    speed,
    stories,
    verdicts,
)
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


def run_recognizers(arguments: argparse.Namespace) -> list[str]:
    return recognizers.report(
        recognizers.score_file(OURS, Path(arguments.path)), verbose=arguments.verbose
    )


def run_verdicts(arguments: argparse.Namespace) -> list[str]:
    score = verdicts.VerdictScore()
    for pack in packs.read_packs(Path(arguments.path) if arguments.path else packs.PACKS):
        verdicts.score_pack(score, pack, stories.read_pack(OURS, pack))
    return verdicts.report(score, verbose=arguments.verbose)


def run_heldout(arguments: argparse.Namespace) -> list[str]:
    path = Path(arguments.path) if arguments.path else heldout.HELDOUT
    lines = heldout.report(heldout.score_reader(OURS, path), verbose=arguments.verbose)
    false = heldout.false_dates(OURS)
    lines.append(f"dates found in 100 sentences without one: {len(false)}")
    return lines + [f"   {one.text!r} in: {text}" for text, one in false if arguments.verbose]


def run_speed(arguments: argparse.Namespace) -> list[str]:
    return speed.report(OURS)


def run_peers(arguments: argparse.Namespace) -> list[str]:
    readers, messages = peers.installed()
    path = Path(arguments.path) if arguments.path else None
    return [*messages, *comparison.compare([OURS, *readers], meantime_path=path)]


PARTS = {
    "speed": run_speed,
    "peers": run_peers,
    "heldout": run_heldout,
    "stories": run_stories,
    "verdicts": run_verdicts,
    "meantime": run_meantime,
    "recognizers": run_recognizers,
}


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
