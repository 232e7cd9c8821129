"""A line in, shares out that do not fit their figures, and shares of one whole beyond the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import (
    about,
    apart,
    check,
    contradiction,
    joined,
    nominal_ratio,
    read,
    told,
)
from reconcile.checks.vocabulary import matches, rules, words
from reconcile.model import Check, Value
from reconcile.values import steps

_FILE: Final = "shares"
_END: Final = patterns.compile(r"[.;!?]\s")
_FEWEST: Final = 3
_OF_THE_TOTAL: Final = patterns.compile(r" (?:of )?(?:the|all)\b")
#: so many characters behind a figure may say that it is the total
_BESIDE: Final = 24
_CLAUSE: Final = patterns.compile(r"[.;:(]|, |\band\b|\n")
#: shares that add up to more than this are hardly of one whole
_MOST: Final = Decimal("1.35")
_LEAST: Final = Decimal("0.7")


def check_shares(line: Line) -> Iterator[Check]:
    """A finding for each share that the part and the whole beside it do not make."""
    seen: set[int] = set()
    for rule in rules(_FILE)["share"]:
        for match in matches(rule["pattern"], _FILE, line.masked):
            part, whole, share = (line.figure(match[name]) for name in ("part", "whole", "share"))
            if share.index in seen or not _can_be_part(part.value, whole.value):
                continue
            if share.value.unit != "fraction" or words("silent", _FILE).search(match.group()):
                continue
            if match.end("share") == match.end() and _is_of_another(part, match, line):
                continue
            seen.add(share.index)
            yield from _check(part, whole, share)


def _is_of_another(part: Figure, match: re.Match[str], line: Line) -> bool:
    """As in "one of 18 children, more than half of the total": it is no share of the 18."""
    behind = line.masked[match.end() :]
    return part.value.nominal == 1 or bool(_OF_THE_TOTAL.match(behind))


def _can_be_part(part: Value, whole: Value) -> bool:
    if part.kind != whole.kind or not part.nominal or not whole.nominal:
        return False
    if part.kind not in ("count", "money", "quantity") or part.nominal > whole.nominal:
        return False
    return part.kind == "count" or part.unit == whole.unit and part.per == whole.per


def _check(part: Figure, whole: Figure, share: Figure) -> Iterator[Check]:
    if (part.value.interval.low or 0) <= 0 or (whole.value.interval.low or 0) <= 0:
        return
    made = steps.divide(read(part), read(whole), "")
    stated = read(share)
    if apart(made, stated):
        made = steps.spoken(
            made,
            f"{part.text} of {whole.text} is {told(made, share.value, nominal_ratio(part, whole))}",
        )
        title = f"{part.text} of {whole.text}: {share.text}"
        yield contradiction("share", (part, whole, share), title, made, stated, "percent")


def check_totals(lines: Sequence[Line]) -> Iterator[Check]:
    """A finding for each share "of the total" that is that of no total in the article."""
    for line in lines:
        for rule in rules(_FILE)["total"]:
            for match in matches(rule["pattern"], _FILE, line.masked):
                part, share = line.figure(match["part"]), line.figure(match["share"])
                found = [
                    check
                    for whole in _totals(lines, part)
                    if _can_be_part(part.value, whole.value)
                    for check in [list(_check(part, whole, share))]
                ]
                if found and all(found):
                    yield found[0][0]


def _totals(lines: Sequence[Line], part: Figure) -> Iterator[Figure]:
    """The counts of the article that are told as its total."""
    for line in lines:
        for figure in line.figures:
            beside = line.article.text[figure.start : min(figure.end + _BESIDE, line.segment.end)]
            if beside.startswith(f"{line.article.text[figure.start : figure.end]} of "):
                continue  # "21 of the cases" are some of them
            if figure is not part and words("totals", _FILE).search(_CLAUSE.split(beside)[0]):
                yield figure


def check_wholes(line: Line) -> Iterator[Check]:
    """A finding for each list of the shares of one whole that make more than all of it."""
    text = line.article.text[line.segment.start : line.segment.end]
    told_of_several = words("several", _FILE).search(text)
    for sentence in _END.split(line.masked):
        shares = [each for each in line.figures_in(sentence) if each.value.kind == "percent"]
        fewest = 2 if words("opposed", _FILE).search(sentence) else _FEWEST
        if len(shares) < fewest or not _are_shares(shares):
            continue
        if told_of_several or words("change", _FILE).search(sentence):
            continue
        if words("owning", _FILE).search(sentence):
            yield from _check_whole(shares, bool(words("closing", _FILE).search(sentence)))


def _are_shares(shares: list[Figure]) -> bool:
    values = [share.value for share in shares]
    return all(value.unit == "fraction" and not value.hedge and value.nominal for value in values)


def _check_whole(shares: list[Figure], closed: bool) -> Iterator[Check]:
    """Shares that make more than the whole, or less where the list is complete."""
    made = steps.add([read(share) for share in shares], "")
    if made.result is None or made.result.low is None or made.result.high is None:
        return
    above = 1 < made.result.low < _MOST
    below = closed and _LEAST < made.result.high < 1
    if not above and not below:
        return
    nominal = sum((share.value.nominal or Decimal(0) for share in shares), Decimal(0))
    amount = about(nominal, shares[0].value)
    words = f"{joined([share.text for share in shares])} make {amount}"
    last = steps.conclude("disjoint", (steps.spoken(made, words), steps.whole()), "")
    explanation = f"{words}, {'more' if above else 'less'} than the whole."
    yield check("whole", shares, f"{amount} in all", explanation, last, "percent")
