"""Labelled pairs in; out: how many verdicts the set algebra alone gets right on the two readings.

Of all pairs of two values that the answer sheets call ``agree``, ``compatible`` or ``conflict``
(disputed ones left out), each side is the reading that overlaps the quote, read in its article with
its publication time. Where a quote holds several readings, the two sides are chosen to be, in this
order, of the labelled kind, of one common kind, in one unit, and the longest overlap. A pair of
which one side is not read counts as wrong; the share among the pairs that were read is printed
beside it.
"""

from __future__ import annotations

import itertools
from collections import Counter

from attrs import define, field

from benchmarks.values.found import Found, overlapping, spoken
from benchmarks.values.packs import GoldMention, GoldPair, Pack
from benchmarks.values.stories import Readings
from benchmarks.values.tally import Share, Shares
from reconcile.model import Judgement

SCORED = ("agree", "compatible", "conflict")


@define
class VerdictScore:
    """Shares by kind and by verdict, and which verdict was given for which."""

    kinds: Shares = field(factory=Shares)
    verdicts: Shares = field(factory=Shares)
    read: Share = field(factory=Share)
    confusion: Counter[tuple[str, str]] = field(factory=Counter)


def score_pack(score: VerdictScore, pack: Pack, readings: Readings) -> None:
    """Add one pack to the score."""
    for pair in pack.pairs:
        if pair.disputed or pair.verdict not in SCORED:
            continue
        sides = choose(pair, readings)
        judgement = None if sides is None else _judge(pack, pair, *sides)
        given = "unread" if sides is None else "none" if judgement is None else judgement.verdict
        right = given == pair.verdict
        score.confusion[pair.verdict, given] += 1
        score.kinds.add(pair.kind, right=right)
        error = f"{pack.name}: {_describe(pair, sides, judgement, readings)}"
        score.verdicts.add(f"{pair.verdict} given as {given}" if not right else "", right=right,
                           error=error)  # fmt: skip
        if sides is not None:
            score.read.add(right=right)


def _judge(pack: Pack, pair: GoldPair, a: Found, b: Found) -> Judgement | None:
    from reconcile.values.relation import relate

    if a.value is None or b.value is None:
        return None
    return relate(
        a.value,
        b.value,
        published_a=pack.sources[pair.a.source].published,
        published_b=pack.sources[pair.b.source].published,
        words_a=a.text,
        words_b=b.text,
    )


def choose(pair: GoldPair, readings: Readings) -> tuple[Found, Found] | None:
    """The two readings that a labelled pair is about."""
    sides = [
        overlapping(readings[mention.source], mention.start, mention.end)
        for mention in (pair.a, pair.b)
    ]
    both = list(itertools.product(sides[0], sides[1]))
    return max(both, key=lambda chosen: _fit(pair, *chosen)) if both else None


def _fit(pair: GoldPair, a: Found, b: Found) -> tuple[bool, bool, bool, int]:
    shared = _shared(a, pair.a) + _shared(b, pair.b)
    common = a.kinds & b.kinds
    return pair.kind in common, bool(common), bool(a.units & b.units), shared


def _shared(one: Found, mention: GoldMention) -> int:
    return min(one.end, mention.end) - max(one.start, mention.start)


def _describe(
    pair: GoldPair,
    sides: tuple[Found, Found] | None,
    judgement: Judgement | None,
    readings: Readings,
) -> str:
    lines = [f"{pair.kind} {pair.verdict}: «{pair.a.quote}» / «{pair.b.quote}»  ({pair.why})"]
    for index, mention in enumerate((pair.a, pair.b)):
        found = overlapping(readings[mention.source], mention.start, mention.end)
        taken = [sides[index]] if sides else found
        said = "; ".join(f"{one.text!r} {spoken(one)}" for one in taken) or "nothing"
        lines.append(f"        {mention.source} {said}")
    if judgement is not None:
        lines.append(f"        {judgement.verdict}, {judgement.reason}: {judgement.explanation}")
    return "\n".join(lines)


def report(score: VerdictScore, *, verbose: bool) -> list[str]:
    """The score as lines."""
    lines = [f"verdicts right, of all pairs:  {score.kinds.total()}"]
    lines += [f"of the pairs that were read:   {score.read}", *score.kinds.lines()]
    lines += [
        f"  {n:5}  {sheet} given as {given}"
        for (sheet, given), n in sorted(score.confusion.items())
    ]
    return lines + (score.verdicts.error_lines() if verbose else [])
