"""Score alignment end to end on stories that the weights were not learned from.

usage: python -m benchmarks.alignment.evaluate [--folds N]

The packs are split into N groups (as many as there are packs by default: one story left out in
turn); the weights are learned on the others each time, and the whole report is held against the
answer sheets.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.alignment.learn import CONFLICT_BAR, learn, prepare
from benchmarks.alignment.stories import Labels, Story, label, pack_folders, read_stories
from benchmarks.alignment.train import values_only
from reconcile.alignment import read_weights
from reconcile.model import VALUE_KINDS, Fact
from reconcile.pipeline import reconcile_claims

#: probabilities at which the flagging of conflicts is measured
BARS = (CONFLICT_BAR, 0.65, 0.75, 0.85)


def main() -> None:
    """Print the figures of every kind, of conflicts by bar, and of the whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=0)
    stories = read_stories(pack_folders())
    folds = parser.parse_args().folds or len(stories)
    prepared = [prepare(values_only(story)) for story in stories]
    tally: Counter[tuple[str, ...]] = Counter()
    for fold in range(folds):
        held_out = range(fold, len(stories), folds)
        data = learn([each for i, each in enumerate(prepared) if i not in held_out])
        for index in held_out:
            story = stories[index]
            report = reconcile_claims(story.claims, story.articles, weights=read_weights(data))
            count(story, label(story), report.aligned, tally)
    for line in lines(tally):
        print(line)


def count(
    story: Story, labels: Labels, facts: Sequence[Fact], tally: Counter[tuple[str, ...]]
) -> None:
    """Add one story's report to the tally."""
    place = {(c.article, c.focus.span, c.kind): i for i, c in enumerate(story.claims)}
    found: dict[int, set[str]] = {}
    for fact in facts:
        if not fact.certain:
            continue
        for comparison in fact.comparisons:
            a, b = fact.claims[comparison.a], fact.claims[comparison.b]
            if a.article == b.article:
                continue
            first, second = (place[c.article, c.focus.span, c.kind] for c in (a, b))
            pair = (min(first, second), max(first, second))
            met = labels.hits.get(pair, ())
            sure = [n for n in met if not story.gold[n].disputed]
            for n in met:
                found.setdefault(n, set()).add(comparison.verdict)
            if met and not sure:
                continue
            if a.kind in VALUE_KINDS:
                tally["predicted", a.kind] += 1
                tally["right", a.kind] += bool(sure)
            tally["lookalikes", "taken"] += pair in labels.forbidden
            if comparison.verdict == "conflict":
                right = any(story.gold[n].verdict == "conflict" for n in sure)
                for bar in BARS:
                    if comparison.probability >= bar:
                        tally["flagged", str(bar)] += 1
                        tally["flagged right", str(bar)] += right
    tally["lookalikes", "all"] += len(story.lookalikes)
    for n, gold in enumerate(story.gold):
        if gold.disputed:
            continue
        tally["gold", gold.kind] += 1
        tally["found", gold.kind] += n in found
        tally["verdicts", "conflict"] += gold.verdict == "conflict"
        tally["verdict right", gold.kind] += gold.verdict in found.get(n, set())


def lines(tally: Counter[tuple[str, ...]]) -> Iterator[str]:
    """The tally in words."""
    kinds = sorted({key[1] for key in tally if key[0] == "gold"})
    for name, group in (
        ("values", [kind for kind in kinds if kind in VALUE_KINDS]),
        ("other", [kind for kind in kinds if kind not in VALUE_KINDS]),
        *((kind, [kind]) for kind in kinds),
    ):
        gold, found, predicted, right, verdict = (
            sum(tally[key, kind] for kind in group)
            for key in ("gold", "found", "predicted", "right", "verdict right")
        )
        precision, recall = right / max(predicted, 1), found / max(gold, 1)
        mean = 2 * precision * recall / max(precision + recall, 1e-9)
        yield (
            f"{name:9} gold {gold:5}  recall {recall:.3f}  precision {precision:.3f}  "
            f"f1 {mean:.3f}  verdict right {verdict / max(found, 1):.3f}"
        )
    for bar in BARS:
        flagged, right = tally["flagged", str(bar)], tally["flagged right", str(bar)]
        yield f"conflicts from {bar}: {right} right of {flagged} flagged"
    taken, lookalikes = tally["lookalikes", "taken"], tally["lookalikes", "all"]
    yield f"lookalikes taken: {taken} of {lookalikes}"


if __name__ == "__main__":
    main()
