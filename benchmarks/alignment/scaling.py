"""Time the stages after the parse as claims grow, and on fifty articles that tell one story.

usage: python -m benchmarks.alignment.scaling [CLAIMS ...] [--articles N]

Default: 1000, 10000 and 100000 claims of many stories, and 50 articles on each of three stories.
Seconds are of one processor; "align" holds the five stages before it. Memory is the most that the
process held, the packs, claims and articles included.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import math
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from multiprocessing import get_context
from typing import Final, TypeVar

from attrs import field, frozen

from benchmarks.alignment.load import Load, many_stories, one_story
from benchmarks.alignment.stories import pack_folders, read_stories
from reconcile import pipeline
from reconcile.alignment.profiles import Profile
from reconcile.model import VALUE_KINDS
from reconcile.semantic import load_encoder

CLAIMS: Final = (1_000, 10_000, 100_000)
ARTICLES: Final = 50
#: packs that are told by so many articles
STORIES: Final = ("hanseong-record-close", "binalugan-dam", "mosnov-chip-plant")
STAGES: Final = (
    "profiles", "candidates", "model", "scores", "plain", "align", "compare", "report",
)  # fmt: skip

Result = TypeVar("Result")

aligning = importlib.import_module("reconcile.alignment.align")


@frozen
class Run:
    """What one load took."""

    name: str
    articles: int
    claims: int
    figures: int
    pairs: int
    facts: int
    #: by stage, seconds of the processor; "align" holds the four before it
    seconds: dict[str, float]
    megabytes: float

    @property
    def total(self) -> float:
        return sum(self.seconds[stage] for stage in ("align", "compare", "report"))


@frozen
class Clock:
    """Seconds of the processor by what was done."""

    seconds: dict[str, float] = field(factory=lambda: dict.fromkeys(STAGES, 0.0))

    def __call__(self, stage: str, work: Callable[[], Result]) -> Result:
        start = time.process_time()
        result = work()
        self.seconds[stage] += time.process_time() - start
        return result

    def around(self, stage: str, work: Callable[..., Result]) -> Callable[..., Result]:
        """The same work, timed wherever it is called."""
        return lambda *given, **named: self(stage, lambda: work(*given, **named))


def main() -> None:
    """Print a line for each load and the growth from each to the next."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=int, nargs="*", default=CLAIMS)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    arguments = parser.parse_args()
    start = time.process_time()
    stories = read_stories(pack_folders())
    each = (time.process_time() - start) / sum(len(story.articles) for story in stories)
    print(f"parse: {each * 1000:.0f} ms an article of the packs", flush=True)
    # loads what is loaded once
    pipeline.reconcile_claims(stories[0].claims, stories[0].articles, encoder=load_encoder())
    print(heading())
    for story in stories:
        if story.name in STORIES and arguments.articles:
            run = measure(story.name, partial(one_story, story, arguments.articles))
            print(line(run), flush=True)
    runs = []
    for claims in arguments.claims:
        runs.append(measure("many stories", partial(many_stories, stories, claims)))
        print(line(runs[-1]), flush=True)
    for growth in growths(runs):
        print(growth)


def measure(name: str, make: Callable[[], Load]) -> Run:
    """What one load takes, in a process of its own, so that its memory is its own."""
    with get_context("fork").Pool(1) as pool:
        return pool.apply(_measure, (name, make))


def _measure(name: str, make: Callable[[], Load]) -> Run:
    """Reconcile a load once, with a clock around each stage."""
    load, clock = make(), Clock()
    pairs: list[int] = []
    _watch(clock, pairs)
    gc.collect()
    encoder = clock.around("model", load_encoder())
    report = clock(
        "compare", lambda: pipeline.reconcile_claims(load.claims, load.articles, encoder=encoder)
    )
    clock.seconds["compare"] -= clock.seconds["align"]
    clock("report", report.to_json)
    return Run(
        name,
        len(load.articles),
        len(load.claims),
        sum(claim.kind in VALUE_KINDS for claim in load.claims),
        sum(pairs),
        len(report.facts),
        clock.seconds,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def _watch(clock: Clock, pairs: list[int]) -> None:
    """Put the clock around the stages where alignment and the pipeline call them."""
    for module, stage, name in (
        (aligning, "profiles", "profile_claims"),
        (aligning, "candidates", "candidate_pairs"),
        (aligning, "scores", "score_pairs"),
        (aligning, "plain", "group_plain"),
        (pipeline, "align", "align"),
    ):
        setattr(module, name, clock.around(stage, getattr(module, name)))
    find = aligning.candidate_pairs  # type: ignore[attr-defined]

    def counting(profiles: Sequence[Profile]) -> Sequence[tuple[int, int]]:
        found: Sequence[tuple[int, int]] = find(profiles)
        pairs.append(len(found))
        return found

    setattr(aligning, "candidate_pairs", counting)  # noqa: B010


def heading() -> str:
    columns = f"{'load':22}{'articles':>9}{'claims':>8}{'figures':>8}{'pairs':>9}{'facts':>7}"
    return columns + "".join(f"{stage:>11}" for stage in STAGES) + f"{'total s':>9}{'MB':>7}"


def line(run: Run) -> str:
    """One row of the table; "align" holds the five stages before it."""
    row = (
        f"{run.name:22}{run.articles:9}{run.claims:8}{run.figures:8}{run.pairs:9}{run.facts:7}"
        + "".join(f"{run.seconds[stage]:11.2f}" for stage in STAGES)
    )
    return f"{row}{run.total:9.1f}{run.megabytes:7.0f}"


def growths(runs: Sequence[Run]) -> Iterator[str]:
    """From each load to the next: the exponent of the time, and that of n log n beside it."""
    for before, after in pairwise(runs):
        size = math.log(after.claims / before.claims)
        grown = math.log(after.total / before.total) / size
        allowed = 1 + math.log(math.log(after.claims) / math.log(before.claims)) / size
        pairs = math.log(after.pairs / before.pairs) / size
        yield (
            f"from {before.claims} to {after.claims} claims: time grows with the power {grown:.2f} "
            f"(n log n would be {allowed:.2f}), pairs with {pairs:.2f}"
        )


if __name__ == "__main__":
    main()
