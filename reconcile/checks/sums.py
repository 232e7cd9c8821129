"""A line in, totals out that their listed parts do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from reconcile.checks import arithmetic
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import check, joined, told
from reconcile.checks.lists import figures_of, list_before, list_behind
from reconcile.checks.signs import is_sign
from reconcile.checks.vocabulary import pattern, rules, words
from reconcile.model import Check, Interval, Value

_FILE: Final = "sums"
#: parts that make less, or more, than this share of the total are hardly all its parts
_LEAST: Final = Decimal("0.6")
_MOST: Final = Decimal("2")
_FEWEST: Final = 2


def check_sums(line: Line) -> Iterator[Check]:
    """A finding for each total whose parts, as the line lists them, make something else."""
    seen: set[int] = set()
    for rule in rules(_FILE)["sum"]:
        for match in pattern(rule["pattern"], _FILE).finditer(line.masked):
            total = line.figure(match["total"])
            if total.index in seen or words("further", "masking").search(total.text):
                continue
            listed = _listed(rule, match, line)
            parts = figures_of(listed, line)
            if len(parts) < _FEWEST or not _may_add(total, parts):
                continue
            if words("partial", _FILE).search(f"{match.group()} {listed}"):
                continue
            if rule.get("parallel") and not _are_parallel(listed):
                continue
            seen.add(total.index)
            yield from _check(total, parts)


def _listed(rule: dict[str, Any], match: re.Match[str], line: Line) -> str:
    if rule["parts"] == "behind":
        return list_behind(line, match.end())
    return list_before(line, match.start())


def _may_add(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether all are of one measure, and none of them a range or nothing."""
    values = [part.value for part in parts]
    if any(value.nominal is None or value.nominal <= 0 for value in (total.value, *values)):
        return False
    if total.value.kind == "count":
        return all(_counts(value) for value in values)
    return all(
        value.kind == total.value.kind and value.unit == total.value.unit and not value.per
        for value in values
    )


def _counts(value: Value) -> bool:
    """Whether it is a number of things; a bare one may have been taken for an age."""
    if value.kind == "age":
        return any(each.kind == "count" for each in value.alternatives)
    return value.kind == "count" and value.unit != "score"


def _are_parallel(listed: str) -> bool:
    """Whether each part is told in the same way, so that none holds another: "12 in A, 40 in B"."""
    behind = "".join("|" if is_sign(character) else character for character in listed).split("|")
    firsts = {piece.split()[0].casefold() for piece in behind[1:] if piece.strip(" ,;")}
    return len(firsts) == 1 and firsts <= set(rules(_FILE)["places"]["words"])


def _check(total: Figure, parts: Sequence[Figure]) -> Iterator[Check]:
    made = arithmetic.total(part.value.interval for part in parts)
    if not arithmetic.apart(made, total.value.interval) or not _is_near(made, total.value):
        return
    if any(part.value.nominal == total.value.nominal for part in parts):
        return  # the total told again, not a part
    listed = joined([part.text for part in parts])
    amount = told(made, total.value)
    yield check(
        "sum",
        (total, *parts),
        f"{total.text}: {listed}",
        f"{listed[:1].upper()}{listed[1:]} make {amount}; the article says {total.text}.",
        (f"the parts {listed} make {amount}", f"the total is {total.text}"),
        kind=total.value.kind,
    )


def _is_near(made: Interval, total: Value) -> bool:
    """Whether the parts make nearly the total, or its digits in another scale."""
    if made.low is None or total.nominal is None:
        return False
    if made.high is None:
        return made.low > total.nominal
    share = (made.low + made.high) / 2 / total.nominal
    return _LEAST <= share <= _MOST or total.kind != "count" and _is_scaled(made, total.nominal)


def _is_scaled(made: Interval, total: Decimal) -> bool:
    assert made.low is not None
    assert made.high is not None
    scales = (Decimal(10) ** power for power in (3, -3, 6, -6))
    return any(made.low * scale <= total <= made.high * scale for scale in scales)
