"""Story packs in; out: how many labelled mentions are found, how many pairs meet in one kind.

A labelled mention is found where a reading shares a character with its quote. A pair meets where
the two quotes have overlapping readings of one common kind (whichever kind that is; the kinds of a
reading's alternatives count); it can be held against each other where the two kinds are one or
compare (a date and the years since). "Labelled kind" is the stricter figure: that common kind is
the one the sheet names. Disputed pairs are left out.
"""

from __future__ import annotations

from attrs import define, field

from benchmarks.values.found import Found, Reader, overlapping, spoken
from benchmarks.values.packs import GoldMention, Pack
from benchmarks.values.tally import Shares, window


@define
class StoryScore:
    """Shares by the kind that the answer sheets name."""

    mentions: Shares = field(factory=Shares)
    meets: Shares = field(factory=Shares)
    held: Shares = field(factory=Shares)
    labelled: Shares = field(factory=Shares)
    unplaced: list[str] = field(factory=list)


Readings = dict[str, list[Found]]


def read_pack(reader: Reader, pack: Pack) -> Readings:
    """What a reader finds in each article of a pack."""
    return {
        source.id: list(reader.read(source.text, source.published))
        for source in pack.sources.values()
    }


def score_pack(score: StoryScore, pack: Pack, readings: Readings) -> None:
    """Add one pack to the score."""
    score.unplaced += [f"{pack.name}: {quote}" for quote in pack.unplaced]
    seen = set()
    for pair in pack.pairs:
        if pair.disputed:
            continue
        sides = []
        for mention in (pair.a, pair.b):
            found = overlapping(readings[mention.source], mention.start, mention.end)
            sides.append(found)
            if (mention, pair.kind) not in seen:
                seen.add((mention, pair.kind))
                score.mentions.add(pair.kind, right=bool(found), error=_missed(pack, mention))
        kinds_a, kinds_b = (frozenset[str]().union(*(f.kinds for f in side)) for side in sides)
        common = kinds_a & kinds_b
        error = f"{pack.name}: {_side(pack, pair.a, sides[0])}  ||  {_side(pack, pair.b, sides[1])}"
        score.meets.add(pair.kind, right=bool(common), error=error)
        score.held.add(pair.kind, right=_held(*sides), error=error)
        score.labelled.add(pair.kind, right=pair.kind in common, error=error)


#: kinds that the set algebra holds against each other: a date against the years since, an age
#: against a year of birth, "her second visit" against two visits
_HELD = frozenset(
    frozenset(pair)
    for pair in (("date", "duration"), ("age", "date"), ("age", "duration"), ("count", "rank"))
)


def _held(a: list[Found], b: list[Found]) -> bool:
    """Whether a reading of one side can be held against one of the other."""
    return any(_compares(one, other) for one in a for other in b)


def _compares(one: Found, other: Found) -> bool:
    """Whether two readings are of one kind, of two that compare, or one is a bare number."""
    bare = any(side.kind == "count" and not side.unit for side in (one, other))
    pairs = (frozenset((a, b)) for a in one.kinds for b in other.kinds)
    return bare or bool(one.kinds & other.kinds) or any(pair in _HELD for pair in pairs)


def _missed(pack: Pack, mention: GoldMention) -> str:
    text = pack.sources[mention.source].text
    return f"{pack.name}/{mention.source}: {window(text, mention.start, mention.end)}"


def _side(pack: Pack, mention: GoldMention, found: list[Found]) -> str:
    readings = "; ".join(f"{f.text!r} {spoken(f)}" for f in found) or "nothing"
    return f"{mention.source} «{mention.quote}» = {readings}"


def report(score: StoryScore, *, verbose: bool) -> list[str]:
    """The score as lines."""
    lines = []
    for title, shares in (
        ("mentions found", score.mentions),
        ("pairs that meet in one kind", score.meets),
        ("pairs that the set algebra can hold against each other", score.held),
        ("pairs that meet in the labelled kind", score.labelled),
    ):
        lines += [f"{title}: {shares.total()}", *shares.lines()]
        if verbose and shares is not score.labelled:
            lines += shares.error_lines()
    if verbose:
        labelled = {
            kind: [e for e in errors if e not in set(score.meets.errors.get(kind, ()))]
            for kind, errors in score.labelled.errors.items()
        }
        lines += [
            line
            for kind, errors in sorted(labelled.items())
            for line in (
                f"-- {kind}: {len(errors)} meet, but in another kind",
                *(f"   {e}" for e in errors),
            )
        ]
    if score.unplaced:
        lines.append(f"quotes that are not in the text: {len(score.unplaced)}")
        lines += [f"   {quote}" for quote in score.unplaced] if verbose else []
    return lines
