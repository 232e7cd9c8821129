"""The dates of a story in, the offset of its own clock out.

One writes 9:47 p.m., another 0147 GMT; where a third writes both side by side, it tells how far
the clocks of the place are from those of Greenwich, and all three can be held together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.model import Article, Claim, Value

#: what stands between a clock time and the same moment by another zone's clocks
BESIDE: Final = frozenset(("(", "[", "/", "or", ", or", "–", "—"))
#: a time that names more than this many seconds is no clock time
CLOCK_SECONDS: Final = 3600
DAY_MINUTES: Final = 24 * 60
#: offsets from UTC go by quarters of an hour, from -12 to 14 hours
QUARTER: Final = 15
HIGHEST: Final = 14 * 60


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
            found = _between(before, claim, articles)
            if found is not None:
                beside[found] += 1
        before = claim
    votes = beside or Counter({zone: count for zone, count in stated.items() if zone}) or stated
    return min(votes, key=lambda zone: (-votes[zone], zone)) if votes else None


def _between(before: Claim | None, claim: Claim, articles: Mapping[str, Article]) -> int | None:
    """The offset that two times side by side tell, the second with its zone."""
    if before is None or before.article != claim.article or not before.focus.value:
        return None
    text = articles[claim.article].text[before.focus.end : claim.focus.start]
    first, second = before.focus.value, claim.focus.value
    if text.strip() not in BESIDE or second is None or first.offset_minutes is not None:
        return None
    if not (_is_clock(first) and _is_clock(second)):
        return None
    if first.named.low is None or second.named.low is None or second.offset_minutes is None:
        return None
    ahead = int(first.named.low - second.named.low) // 60 + second.offset_minutes
    if ahead % QUARTER:
        return None
    ahead %= DAY_MINUTES
    return ahead if ahead <= HIGHEST else ahead - DAY_MINUTES


def _is_clock(value: Value) -> bool:
    low, high = value.named.low, value.named.high
    return low is not None and high is not None and high - low <= CLOCK_SECONDS
