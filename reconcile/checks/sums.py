"""A line in, totals out that their listed parts do not make."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line, cite
from reconcile.checks.found import apart, contradiction, joined, nominal_sum, read, told
from reconcile.checks.lengths import SECONDS
from reconcile.checks.lists import figures_of, list_before, list_behind
from reconcile.checks.signs import is_sign, signs_of
from reconcile.checks.vocabulary import matches, rules, words
from reconcile.model import Check, Interval, Step, Value
from reconcile.values import sets, steps

_FILE: Final = "sums"
#: parts that make less, or more, than this share of the total are hardly all its parts
_LEAST: Final = Decimal("0.6")
_MOST: Final = Decimal("2")
_FEWEST: Final = 2
_PIECE: Final = patterns.compile(r"[,;]| and ")
#: months and years differ in length by some days, in seconds
_DAYS: Final = Decimal(5 * 86_400)
#: fewer parts may overlap: "55 are women and 60 are over 50"
_MANY: Final = 3


def check_sums(line: Line) -> Iterator[Check]:
    """A finding for each total whose parts, as the line lists them, make something else."""
    seen: set[int] = set()
    for rule in rules(_FILE)["sum"]:
        for match in matches(rule["pattern"], _FILE, line.masked):
            total = line.figure(match["total"])
            if total.index in seen or _is_other(total, rule):
                continue
            listed = _listed(rule, match, line)
            parts = _parts(listed, total, line, behind=rule["parts"] == "behind")
            if len(parts) < _FEWEST or not _may_add(total, parts):
                continue
            if not _is_complete(rule, f"{match.group()} {listed}", listed):
                continue
            if rule.get("parallel") and not _are_parallel(listed, total, parts):
                continue
            if rule.get("many") and len(parts) < _MANY:
                continue
            if _has_unread(listed) and not _is_beyond(parts, total, fewest=1):
                continue
            if rule.get("over") and not _is_beyond(parts, total, fewest=_MANY):
                continue
            seen.add(total.index)
            yield from _check(total, parts)


def _is_complete(rule: dict[str, Any], said: str, listed: str) -> bool:
    """Whether a list may be all of it; in a vote those "against" are a part like the others."""
    if "needs" in rule:
        return bool(words(rule["needs"], _FILE).search(listed))
    return not words("partial", _FILE).search(said)


def _has_unread(listed: str) -> bool:
    """Whether a part is no figure: "and one in Melbourne", but not "and a further 12"."""
    starts = [found.start() for found in words("unread", _FILE).finditer(listed)]
    pieces = [_PIECE.split(listed[start:], maxsplit=1)[0] for start in starts]
    return any(not any(map(is_sign, piece)) for piece in pieces)


def _is_beyond(parts: Sequence[Figure], total: Figure, *, fewest: int) -> bool:
    """Whether several parts make more than there is, which other parts cannot mend."""
    if len(parts) < fewest or any(part.value.hedge for part in parts):
        return False
    made, high = steps.add(list(map(meant, parts)), "").result, total.value.interval.high
    return made is not None and made.low is not None and high is not None and made.low > high


def _listed(rule: dict[str, Any], match: re.Match[str], line: Line) -> str:
    if rule["parts"] == "behind":
        return _of_the_total(match.group(), list_behind(line, match.end()))
    return list_before(line, match.start())


def _of_the_total(total: str, listed: str) -> str:
    """As in "22 shots, nine of them on target; Harwick had five": what is behind counts others."""
    first, *rest = listed.split(";")
    of_them = words("of_them", _FILE)
    if not of_them.search(f"{total} {first}"):
        return listed
    return ";".join([first, *itertools.takewhile(of_them.search, rest)])


def _parts(listed: str, total: Figure, line: Line, *, behind: bool) -> list[Figure]:
    """The figures that are listed; beside sums of money, what they are paid for is no part."""
    found, value = figures_of(listed, line), total.value
    if behind:
        found = list(itertools.takewhile(lambda part: not _is_further(part), found))
    if value.kind in ("count", "duration"):
        return found
    return [
        each for each in found if (each.value.kind, each.value.unit) == (value.kind, value.unit)
    ]


def _is_other(total: Figure, rule: dict[str, Any]) -> bool:
    """Whether a rule is of other things than those that the total counts."""
    return "unit" in rule and total.value.unit != rule["unit"]


def _is_further(figure: Figure) -> bool:
    """As in "another 60": it comes on top of what was said."""
    return bool(words("further", "masking").search(figure.text))


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


def _are_parallel(listed: str, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether each part is told in the same way, so that none holds another: "12 in A, 40 in B"."""
    if any(part.value.unit not in ("", "year", total.value.unit) for part in parts):
        return False
    plain = words("of_them", _FILE).sub("", listed)
    counted = signs_of(("count", "money", "quantity", "age", "duration"))
    behind = re.split(f"[{counted}]", plain)
    firsts = {piece.split()[0].casefold() for piece in behind[1:] if piece.strip(" ,;")}
    return len(firsts) == 1 and firsts <= set(rules(_FILE)["places"]["words"])


def meant(figure: Figure, finest: Decimal | None = None) -> Step:
    """What a figure leaves open; a length in a sum is meant as printed, in calendar units.

    ``finest`` is half the last digit that the closest of the parts is told to, if they share it.
    """
    value = figure.value
    number, seconds = value.stated.number, SECONDS.get(value.stated.unit)
    if number is None or value.hedge:
        return read(figure)
    if value.kind == "duration" and seconds is not None:
        return steps.convert(steps.printed(cite(figure)), seconds, "second", "")
    if finest is None or number != value.nominal or value.kind != "count":
        return read(figure)
    return steps.widen(steps.printed(cite(figure)), finest, finest)


def _finest(parts: Sequence[Figure]) -> Decimal | None:
    """Half of the last digit that any part is told to: beside 950, 3,900 is not rounded."""
    halves = [sets.width(part.value.named) for part in parts if not part.value.hedge]
    return min((half / 2 for half in halves if half is not None), default=None)


def total_of(parts: Sequence[Figure], kind: str, words: str = "") -> Step:
    """What the parts make; lengths of time give or take the days that months differ by."""
    finest = _finest(parts)
    made = steps.add([meant(part, finest) for part in parts], "" if kind == "duration" else words)
    return steps.widen(made, _DAYS, _DAYS, words) if kind == "duration" else made


def _check(total: Figure, parts: Sequence[Figure]) -> Iterator[Check]:
    made, stated = total_of(parts, total.value.kind), meant(total)
    if made.result is None or not apart(made, stated) or not _is_near(made.result, total.value):
        return
    if any(part.value.nominal == total.value.nominal for part in parts):
        return  # the total told again, not a part
    listed = joined([part.text for part in parts])
    made = steps.spoken(made, f"{listed} make {told(made, total.value, nominal_sum(parts))}")
    title = f"{total.text}: {listed}"
    yield contradiction("sum", (total, *parts), title, made, stated, total.value.kind)


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
