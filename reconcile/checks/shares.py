"""A line in, shares out that do not fit their figures, and shares of one whole beyond the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reconcile.checks import arithmetic
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import check, joined, told
from reconcile.checks.vocabulary import pattern, rules, words
from reconcile.model import Check, Value
from reconcile.values import sets

_FILE: Final = "shares"
_END: Final = re.compile(r"[.;!?]\s")
_FEWEST: Final = 3
#: shares that add up to more than this are hardly of one whole
_MOST: Final = Decimal("1.35")
_LEAST: Final = Decimal("0.7")


def check_shares(line: Line) -> Iterator[Check]:
    """A finding for each share that the part and the whole beside it do not make."""
    seen: set[int] = set()
    for rule in rules(_FILE)["share"]:
        for match in pattern(rule["pattern"], _FILE).finditer(line.masked):
            part, whole, share = (line.figure(match[name]) for name in ("part", "whole", "share"))
            if share.index in seen or not _can_be_part(part.value, whole.value):
                continue
            if share.value.unit != "fraction" or words("silent", _FILE).search(match.group()):
                continue
            seen.add(share.index)
            yield from _check(part, whole, share)


def _can_be_part(part: Value, whole: Value) -> bool:
    if part.kind != whole.kind or not part.nominal or not whole.nominal:
        return False
    if part.kind not in ("count", "money", "quantity") or part.nominal > whole.nominal:
        return False
    return part.kind == "count" or part.unit == whole.unit and part.per == whole.per


def _check(part: Figure, whole: Figure, share: Figure) -> Iterator[Check]:
    made = arithmetic.ratio(part.value.interval, whole.value.interval)
    if made is None or not arithmetic.apart(made, share.value.interval):
        return
    amount = told(made, share.value)
    yield check(
        "share",
        (part, whole, share),
        f"{part.text} of {whole.text}: {share.text}",
        f"{part.text} of {whole.text} is {amount}; the article says {share.text}.",
        (
            f"{part.text} over {whole.text} is {amount}",
            f"“{share.text}” is {told(share.value.interval, share.value)}",
        ),
        kind="percent",
    )


def check_wholes(line: Line) -> Iterator[Check]:
    """A finding for each list of the shares of one whole that make more than all of it."""
    for sentence in _END.split(line.masked):
        shares = [each for each in line.figures_in(sentence) if each.value.kind == "percent"]
        if len(shares) < _FEWEST or not _are_shares(shares):
            continue
        if words("several", _FILE).search(sentence) or words("change", _FILE).search(sentence):
            continue
        if words("owning", _FILE).search(sentence):
            yield from _check_whole(shares, bool(words("closing", _FILE).search(sentence)))


def _are_shares(shares: list[Figure]) -> bool:
    values = [share.value for share in shares]
    return all(value.unit == "fraction" and not value.hedge and value.nominal for value in values)


def _check_whole(shares: list[Figure], closed: bool) -> Iterator[Check]:
    made = arithmetic.total(share.value.interval for share in shares)
    if made.low is None or made.high is None:
        return
    above = 1 < made.low < _MOST
    below = closed and _LEAST < made.high < 1
    if not above and not below:
        return
    nominal = sets.exactly(sum((share.value.nominal or Decimal(0) for share in shares), Decimal(0)))
    amount = told(nominal, shares[0].value)
    listed = joined([share.text for share in shares])
    yield check(
        "whole",
        shares,
        f"{amount} in all",
        f"{listed} make {amount}, {'more' if above else 'less'} than the whole.",
        (f"the shares {listed} make {amount}", "shares of one whole make 100 percent"),
        kind="percent",
    )
