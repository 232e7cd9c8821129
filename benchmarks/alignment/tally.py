"""Reports and answer sheets in, a tally out, and the figures that it makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.alignment.stories import Labels, Story, label, read_stories
from reconcile.model import VALUE_KINDS, Fact
from reconcile.pipeline import reconcile_claims
from reconcile.semantic import load_encoder

#: probabilities at which the flagging of conflicts is measured; the first takes all flagged ones
BARS: Final = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
PLAIN: Final = ("name", "role", "quote", "place", "polarity")

Tally = Counter[tuple[str, ...]]


def figures(tally: Tally) -> Mapping[str, float]:
    """The figures that are recorded, from 0 to 1; of all of them more is better."""
    values = {
        key: sum(tally[key, kind] for kind in VALUE_KINDS)
        for key in ("gold", "found", "predicted", "right", "verdict right")
    }
    precision = _share(values["right"], values["predicted"])
    recall = _share(values["found"], values["gold"])
    flagged = tally["flagged", str(BARS[0])]
    return {
        "alignment precision": precision,
        "alignment recall": recall,
        "alignment f1": _share(2 * precision * recall, precision + recall),
        "conflict precision": _share(tally["flagged right", str(BARS[0])], flagged),
        "conflict recall": _share(tally["conflicts", "found"], tally["conflicts", "gold"]),
        "lookalikes kept apart": 1.0
        - _share(tally["lookalikes", "taken"], tally["lookalikes", "all"]),
        "verdicts right": _share(values["verdict right"], values["found"]),
        **{f"{kind} recall": _share(tally["found", kind], tally["gold", kind]) for kind in PLAIN},
    }


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def tallies_shipped(folders: Iterable[Path]) -> dict[str, Tally]:
    """By set of packs, the tally of these, as the library reconciles them."""
    tallies: dict[str, Tally] = {}
    for story in read_stories(folders):
        report = reconcile_claims(story.claims, story.articles, encoder=load_encoder())
        tally = tallies.setdefault(story.collection, Counter())
        count(story, label(story), report.aligned, tally)
    return tallies


def count(story: Story, labels: Labels, facts: Sequence[Fact], tally: Tally) -> None:
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
        if gold.verdict == "conflict" and gold.kind in VALUE_KINDS:
            tally["conflicts", "gold"] += 1
            tally["conflicts", "found"] += "conflict" in found.get(n, set())
        tally["verdict right", gold.kind] += gold.verdict in found.get(n, set())


def lines(tally: Tally) -> Iterator[str]:
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
    yield f"conflicts found: {tally['conflicts', 'found']} of {tally['conflicts', 'gold']}"
    taken, lookalikes = tally["lookalikes", "taken"], tally["lookalikes", "all"]
    yield f"lookalikes taken: {taken} of {lookalikes}"
