"""recognizers.jsonl in; out: by subset, the share of cases of which every item is read right.

A case is right when each of its items is met by a reading that shares a character with it and has
its resolution; a case without items is right when nothing of its subset's kinds is read. Other
readings in the text do not count against a case. Cases left out are counted by reason
(``left_out.py``).
"""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from attrs import define, field

from benchmarks.values import figures, moments
from benchmarks.values.found import Found, Reader, overlapping, spoken
from benchmarks.values.left_out import has_figure, why_left_out
from benchmarks.values.tally import Shares

Item = dict[str, Any]
Matcher = Callable[[Found, Item], bool]

FIGURES: dict[str, tuple[frozenset[str], Matcher]] = {
    "number": (frozenset(), figures.number_is_right),
    "numberrange": (frozenset(), figures.range_is_right),
    "ordinal": (frozenset(("rank",)), figures.ordinal_is_right),
    "percentage": (frozenset(("percent",)), figures.percentage_is_right),
    "currency": (frozenset(("money",)), figures.currency_is_right),
    "age": (frozenset(("age",)), figures.age_is_right),
    "dimension": (frozenset(("quantity",)), figures.dimension_is_right),
    "temperature": (frozenset(("quantity",)), figures.dimension_is_right),
    "datetime": (frozenset(("date", "duration")), moments.is_right),
}
#: where two readings may make up one item
IN_PARTS: dict[str, Callable[[Sequence[Found], Item], bool]] = {
    "numberrange": figures.ranges_are_right,
    "datetime": moments.is_right_in_parts,
}


@define
class RecognizersScore:
    """Cases and items by subset, and how many cases were left out for which reason."""

    cases: Shares = field(factory=Shares)
    items: Shares = field(factory=Shares)
    left_out: Counter[tuple[str, str]] = field(factory=Counter)


def score_file(reader: Reader, path: Path) -> RecognizersScore:
    """Score a reader on every case of the file."""
    score = RecognizersScore()
    for line in path.read_text(encoding="utf-8").splitlines():
        score_case(score, reader, json.loads(line))
    return score


def score_case(score: RecognizersScore, reader: Reader, case: Item) -> None:
    """Add one case to the score, or to those left out."""
    subset = case["set"].removeprefix("recognizers_")
    reason = why_left_out(subset, case)
    if reason:
        score.left_out[subset, reason] += 1
        return
    items = [item for item in case["items"] if has_figure(item)]
    found = list(reader.read(case["text"], _published(case["reference"])))
    right = [_item_right(found, item, subset) for item in items]
    for item_right in right:
        score.items.add(subset, right=item_right)
    case_right = all(right) if items else not any(_speaks(one, subset) for one in found)
    score.cases.add(subset, right=case_right, error=_error(case, items, found, right))


def _speaks(one: Found, subset: str) -> bool:
    """Whether a reading is one of a subset's kind, where there should be none."""
    if one.kind not in FIGURES[subset][0]:
        return False
    return one.kind != "quantity" or figures.is_temperature(one) == (subset == "temperature")


def _published(reference: str | None) -> datetime.datetime | None:
    return datetime.datetime.fromisoformat(reference[:19]) if reference else None


def _item_right(found: Sequence[Found], item: Item, subset: str) -> bool:
    near = overlapping(found, item["start"], item["end"])
    if any(FIGURES[subset][1](one, item) for one in near):
        return True
    return subset in IN_PARTS and IN_PARTS[subset](near, item)


def _error(case: Item, items: list[Item], found: Sequence[Found], right: Sequence[bool]) -> str:
    wrong = [item for item, item_right in zip(items, right, strict=True) if not item_right]
    readings = "; ".join(f"{one.text!r} {spoken(one)}" for one in found) or "nothing"
    wanted = "; ".join(f"{item['surface']!r} {_short(item['value'])}" for item in wrong)
    reference = (case["reference"] or "")[:16]
    text = case["text"].replace("\n", "/")
    return f"{text!r} {reference}\n        wanted {wanted or 'nothing'}\n        read {readings}"


def _short(value: object) -> str:
    if isinstance(value, list):
        return " | ".join(_short(one) for one in value)
    if isinstance(value, dict):
        dropped = ("type", "sourceEntity", "subtype", "offset", "relativeTo")
        return " ".join(str(v) for k, v in value.items() if k not in dropped)
    return str(value)


def report(score: RecognizersScore, *, verbose: bool) -> list[str]:
    """The score as lines."""
    lines = ["cases right", *score.cases.lines(), "items right", *score.items.lines()]
    lines.append("cases left out")
    lines += [f"  {n:4}  {subset}: {why}" for (subset, why), n in sorted(score.left_out.items())]
    return lines + (score.cases.error_lines() if verbose else [])
