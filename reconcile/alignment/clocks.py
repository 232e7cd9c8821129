"""The dates of a story in, the offset of its own clock out.

One writes 9:47 p.m., another 0147 GMT; where a third writes both side by side, it tells how far
the clocks of the place are from those of Greenwich, and all three can be held together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reconcile.model import Article, Claim
from reconcile.values.sideclocks import stand_beside


def story_offset(claims: Sequence[Claim], articles: Mapping[str, Article]) -> int | None:
    """Minutes that the clocks of the story's place are ahead of UTC; ``None`` where nothing tells.

    Where no article gives one moment by two clocks, the zone that is stated most often, UTC aside.
    """
    beside: Counter[int] = Counter()
    stated: Counter[int] = Counter()
    before: Claim | None = None
    for claim in sorted(claims, key=lambda claim: (claim.article, claim.focus.span)):
        value = claim.focus.value
        if claim.kind != "date" or value is None:
            continue
        if value.offset_minutes is not None:
            stated[value.offset_minutes] += 1
            if before is not None and _are_beside(before, claim, articles):
                beside[_local(before, claim)] += 1
        before = claim
    votes = beside or Counter({zone: count for zone, count in stated.items() if zone}) or stated
    return min(votes, key=lambda zone: (-votes[zone], zone)) if votes else None


def _are_beside(before: Claim, claim: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether two claims tell one moment by two clocks."""
    if before.article != claim.article:
        return False
    one, other = before.focus.value, claim.focus.value
    if one is None or other is None or one.offset_minutes is None:
        return False
    if one.offset_minutes == other.offset_minutes:
        return False
    return stand_beside(before.focus, claim.focus, articles[claim.article].text)


def _local(before: Claim, claim: Claim) -> int:
    """Of two zones side by side, the one that is not that of Greenwich, the first before all."""
    zones = [each.focus.value.offset_minutes for each in (before, claim) if each.focus.value]
    return next((zone for zone in zones if zone), 0)
