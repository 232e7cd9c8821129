"""Hold the scores on the packs against the recorded ones: a fall of more than 0.01 fails.

usage: python -m benchmarks.alignment.ratchet [--record] [--folds N]

Without ``--folds`` the library's own weights and encoder are scored, which have learned from the
same packs: quick. With it, weights and encoders that were learned without the story that is
scored. The two are recorded apart, in recorded.json, each set of packs by itself. ``--record``
records the figures anew, those that fell included.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from benchmarks.alignment.stories import labelled_folders, read_stories
from benchmarks.alignment.tally import Tally, figures, tallies_shipped

RECORDED: Final = Path(__file__).with_name("recorded.json")
#: a fall by more than this fails
SLACK: Final = 0.01


def main() -> None:
    """Print each figure beside the recorded one; exit with 1 where one fell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    name = f"{arguments.folds} folds, stories held out" if arguments.folds else "shipped weights"
    tallies = _held_out(arguments.folds) if arguments.folds else tallies_shipped(labelled_folders())
    found = {f"{name}, {collection}": figures(each) for collection, each in tallies.items()}
    recorded = read_recorded()
    for run, now in found.items():
        print(f"{run}:")
        for line in lines(now, recorded.get(run, {})):
            print(line)
    if arguments.record:
        _record({**recorded, **found})
        return
    fallen = [f"{run}: {each}" for run in found for each in fell(found[run], recorded.get(run, {}))]
    if fallen:
        sys.exit(f"fell by more than {SLACK}: {'; '.join(fallen)}")
    if not found.keys() <= recorded.keys():
        print("not all is recorded yet: run with --record")


def read_recorded() -> dict[str, dict[str, float]]:
    """The recorded figures by run."""
    if not RECORDED.exists():
        return {}
    recorded: dict[str, dict[str, float]] = json.loads(RECORDED.read_text("utf-8"))
    return recorded


def _record(runs: Mapping[str, Mapping[str, float]]) -> None:
    rounded = {
        run: {figure: round(value, 4) for figure, value in found.items()}
        for run, found in runs.items()
    }
    RECORDED.write_text(json.dumps(rounded, indent=1) + "\n", "utf-8")


def fell(found: Mapping[str, float], recorded: Mapping[str, float]) -> list[str]:
    """The figures that fell by more than the slack, or are gone."""
    return [name for name, before in recorded.items() if found.get(name, -1.0) < before - SLACK]


def lines(found: Mapping[str, float], recorded: Mapping[str, float]) -> Iterator[str]:
    """A line a figure: now, recorded, the difference."""
    for name, value in found.items():
        before = recorded.get(name)
        beside = "" if before is None else f"   recorded {before:.3f}   {value - before:+.3f}"
        yield f"{name:24}{value:.3f}{beside}"


def _held_out(folds: int) -> dict[str, Tally]:
    from benchmarks.alignment.evaluate import tallies_held_out
    from benchmarks.alignment.learn import prepare
    from benchmarks.alignment.ordinary import ordinary_pairs
    from benchmarks.alignment.train import values_only
    from benchmarks.encoder.held_out import held_out_encoder

    stories, encoder = read_stories(labelled_folders()), held_out_encoder()
    prepared = [prepare(values_only(story), encoder) for story in stories]
    always = list(ordinary_pairs(encoder))
    return tallies_held_out(stories, prepared, folds, encoder, always)


if __name__ == "__main__":
    main()
