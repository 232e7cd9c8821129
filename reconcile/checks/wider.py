"""Lines in, figures out that those of other sentences rule out: steps, losses, options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile.checks.figures import Figure, Line, cite
from reconcile.checks.found import (
    apart,
    contradiction,
    joined,
    nominal_ratio,
    nominal_sum,
    read,
    told,
)
from reconcile.checks.vocabulary import matches, rules, words
from reconcile.model import Check
from reconcile.records import frozen
from reconcile.values import steps

_FILE: Final = "wider"
_KINDS: Final = ("money", "quantity", "count")
#: what makes less, or more, than this share of a total is hardly of it
_LEAST, _MOST = Decimal("0.6"), Decimal("1.67")


@frozen
class Found:
    """Where a rule reads figures: the line, the place, and the figures by their names."""

    line: Line
    start: int
    named: dict[str, Figure]


def check_wider(lines: Sequence[Line]) -> Iterator[Check]:
    """A finding for each figure that figures of several sentences do not make."""
    yield from _check_parts(lines)
    yield from _check_steps(lines)
    yield from _check_options(lines)


def _found(section: str, lines: Sequence[Line]) -> Iterator[Found]:
    """The figures of a section's rules, for each kind that they may be of."""
    for rule in rules(_FILE)[section]:
        for kind in _KINDS if "{same" in rule["pattern"] else _KINDS[:1]:
            text = rule["pattern"].replace("{same", f"{{{kind}")
            for line in lines:
                for match in matches(text, _FILE, line.masked):
                    named = {name: line.figure(sign) for name, sign in match.groupdict().items()}
                    yield Found(line, match.start(), named)


def _nominal(figure: Figure) -> Decimal:
    return figure.value.nominal or Decimal(0)


# --- a loss, its share, and what was there before -------------------------------------------------


def _check_parts(lines: Sequence[Line]) -> Iterator[Check]:
    lost = list(_found("part", lines))
    instead = list(_found("instead", lines)) if lost else []
    for each in lost:
        part, share = each.named["part"], each.named["share"]
        wholes = [
            other.named["old"]
            for other in instead
            if other.named["new"].value.unit == part.value.unit
            and abs(_nominal(other.named["old"]) - _nominal(other.named["new"])) == _nominal(part)
        ]
        if wholes and _nominal(part) and share.value.unit == "fraction":
            yield from _check_share(part, share, wholes[0])


def _check_share(part: Figure, share: Figure, whole: Figure) -> Iterator[Check]:
    made, stated = steps.divide(read(part), read(whole), ""), read(share)
    if not apart(made, stated):
        return
    amount = told(made, share.value, nominal_ratio(part, whole))
    made = steps.spoken(made, f"{part.text} of {whole.text} is {amount}")
    title = f"{part.text} of {whole.text}: {share.text}"
    yield contradiction("share", (part, share, whole), title, made, stated, "percent")


# --- several steps of one size --------------------------------------------------------------------


def _check_steps(lines: Sequence[Line]) -> Iterator[Check]:
    for each in _found("step", lines):
        times, total = each.named["times"], each.named["total"]
        before = [
            figure
            for line in lines[: lines.index(each.line) + 1]
            for figure in line.figures
            if figure.start < times.start and figure.value.unit == total.value.unit
        ]
        if not before or times.value.unit != "place" or not _nominal(total):
            continue
        size = before[-1]
        share = _nominal(times) * _nominal(size) / _nominal(total)
        if _LEAST <= share <= _MOST:
            yield from _check_step(times, size, total)


def _check_step(times: Figure, size: Figure, total: Figure) -> Iterator[Check]:
    unit = total.value.unit
    made = steps.multiply(read(size), steps.printed(cite(times)), "", unit=unit)
    if not apart(made, read(total)):
        return
    number = _nominal(times)
    exact = None if size.value.hedge else number * _nominal(size)
    said = f"{number:f} times {size.text} is {told(made, total.value, exact)}"
    title = f"{total.text}: {number:f} times {size.text}"
    made = steps.spoken(made, said)
    yield contradiction(
        "sum", (times, size, total), title, made, read(total), total.value.kind
    )  # fmt: skip


# --- what is ordered and what may be --------------------------------------------------------------


def _check_options(lines: Sequence[Line]) -> Iterator[Check]:
    both = {each.named["number"].start: each for each in _found("both", lines)}
    if len(both) != 1:
        return
    (total,) = (each.named["number"] for each in both.values())
    firm = [each.named["number"] for each in _found("firm", lines)]
    optional = [each.named["number"] for each in _found("option", lines)]
    optional += [
        figure
        for line in lines
        for figure in line.figures
        if figure.value.kind == "count" and words("optional", _FILE).search(figure.text)
    ]
    parts = [_only(figures, total) for figures in (firm, optional)]
    if parts[0] is not None and parts[1] is not None:
        yield from _check_sum((parts[0], parts[1]), total)


def _only(figures: Sequence[Figure], total: Figure) -> Figure | None:
    """The one number that is told, however often, beside the total."""
    told_once = {each.value.nominal: each for each in figures if each.start != total.start}
    return next(iter(told_once.values())) if len(told_once) == 1 else None


def _check_sum(parts: Sequence[Figure], total: Figure) -> Iterator[Check]:
    made, stated = steps.add([read(part) for part in parts], ""), read(total)
    if not apart(made, stated) or not _nominal(total):
        return
    listed = joined([part.text for part in parts])
    made = steps.spoken(made, f"{listed} make {told(made, total.value, nominal_sum(parts))}")
    title = f"{total.text}: {listed}"
    yield contradiction("sum", (total, *parts), title, made, stated, "count")
