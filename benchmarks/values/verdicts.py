"""Labelled pairs in; out: how many verdicts the set algebra alone gets right on the two readings.

Of all pairs of two values that the answer sheets call ``agree``, ``compatible`` or ``conflict``
(disputed ones left out), each side is the reading that overlaps the quote, read in its article with
its publication time. Where a quote holds several readings, the two sides are chosen to be, in this
order, of the labelled kind, of one common kind, in one unit, and the first of their quotes, since
what a quote says of a whole stands before it ("two of the 19 crew" is two). Of a date
that holds more than is quoted (a day and a clock time, both ends of a range), the quoted words are
read in their place, the rest of the mention blanked. A pair of which one side is not read counts as
wrong; the share among the pairs that were read is printed beside it.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import re
from collections import Counter

from attrs import define, field

from benchmarks.values.found import Found, overlapping, read_ours, spoken
from benchmarks.values.packs import GoldMention, GoldPair, Pack
from benchmarks.values.stories import Readings
from benchmarks.values.tally import Share, Shares
from reconcile.model import Judgement
from reconcile.values import sets

SCORED = ("agree", "compatible", "conflict")
#: what is left out of a quote tells of another time where it has a figure or a name in it, or a
#: word that leaves the quoted one out
_TELLING = re.compile(r"[0-9A-Z]|\bafter\b")


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
        if sides is not None:
            sides = as_quoted(pack, pair.a, sides[0]), as_quoted(pack, pair.b, sides[1])
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


def as_quoted(pack: Pack, mention: GoldMention, found: Found) -> Found:
    """A date of which only a part is quoted, read from that part alone."""
    before = found.text[: max(0, mention.start - found.start)]
    behind = found.text[max(0, mention.end - found.start) :]
    if found.kind != "date" or not _TELLING.search(f"{before} {behind}"):
        return found
    source = pack.sources[mention.source]
    again = [
        one
        for one in _read(_with_rest_blanked(source.text, mention, found), source.published)
        if one.kind == "date" and one.start < mention.end and mention.start < one.end
    ]
    part = max(again, key=lambda one: _shared(one, mention)) if again else found
    clock = part.printed_unit in ("minute", "second")  # it keeps the day that is named with it
    whole = clock and part.printed_unit == found.printed_unit
    return found if whole or sets.disjoint(part.named, found.named) else part


def _with_rest_blanked(text: str, mention: GoldMention, found: Found) -> str:
    """The text with spaces for what a mention holds outside its quote."""
    low, high = max(found.start, mention.start), min(found.end, mention.end)
    before, behind = low - found.start, found.end - high
    return text[: found.start] + " " * before + text[low:high] + " " * behind + text[found.end :]


@functools.lru_cache(maxsize=256)
def _read(text: str, published: datetime.datetime | None) -> tuple[Found, ...]:
    return tuple(read_ours(text, published))


def _fit(pair: GoldPair, a: Found, b: Found) -> tuple[bool, bool, bool, int]:
    behind = max(a.start - pair.a.start, 0) + max(b.start - pair.b.start, 0)
    common = a.kinds & b.kinds
    return pair.kind in common, bool(common), bool(a.units & b.units), -behind


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
