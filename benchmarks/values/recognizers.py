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
from benchmarks.values.left_out import why_left_out
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
    kinds, matcher = FIGURES[subset]
    published = _published(case["reference"])
    found = list(reader.read(case["text"], published))
    right = [_item_right(found, item, matcher) for item in case["items"]]
    for item_right in right:
        score.items.add(subset, right=item_right)
    silent = not any(one.kind in kinds for one in found)
    case_right = all(right) if case["items"] else silent
    score.cases.add(subset, right=case_right, error=_error(case, found, right))


def _published(reference: str | None) -> datetime.datetime | None:
    return datetime.datetime.fromisoformat(reference[:19]) if reference else None


def _item_right(found: Sequence[Found], item: Item, matcher: Matcher) -> bool:
    return any(matcher(one, item) for one in overlapping(found, item["start"], item["end"]))


def _error(case: Item, found: Sequence[Found], right: Sequence[bool]) -> str:
    wrong = [item for item, item_right in zip(case["items"], right, strict=True) if not item_right]
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
