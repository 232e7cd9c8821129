"""Profiles in, candidate pairs out: claims of different articles that share something rare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.alignment.profiles import Profile

#: kinds that may state one fact in each other's terms: "third coin", "three coins"
FAMILIES: Final = {
    "money": "money",
    "quantity": "quantity",
    "count": "number",
    "rank": "number",
    "percent": "number",
    "date": "time",
    "duration": "time",
    "age": "time",
}
#: a key that more claims than this share says too little to be worth a pair
COMMON: Final = 400
#: candidates that one claim may have in one other article, and in all
PER_ARTICLE: Final = 16
PER_CLAIM: Final = 96

Pair = tuple[int, int]


def _keys(profile: Profile) -> Iterator[tuple[str, float]]:
    """What a claim can be found by, with what sharing it is worth."""
    kind = profile.claim.focus.kind
    family = FAMILIES.get(kind, kind)
    for word, weight in profile.near.items():
        yield f"{family} {word}", weight
    for word, weight in profile.names.items():
        yield f"{family} @{word}", weight
    if profile.measured:
        yield f"{family} measured {profile.measured}", 2.0
    if profile.governor:
        yield f"{family} governor {profile.governor}", 1.0
    for word in profile.heading:
        yield f"{family} {word}", 0.5
    if profile.position is not None and profile.position.digits:
        yield f"{family} digits {profile.position.digits}", 3.0
        yield f"digits {profile.position.digits}", 1.5
    yield f"{family}", 0.01


def candidate_pairs(
    profiles: Sequence[Profile],
    *,
    common: int = COMMON,
    per_article: int = PER_ARTICLE,
    per_claim: int = PER_CLAIM,
) -> list[Pair]:
    """Pairs of indexes, the smaller first, in order; no claim has more than ``per_claim``."""
    postings: dict[str, list[int]] = defaultdict(list)
    keys = [list(_keys(profile)) for profile in profiles]
    for index, own in enumerate(keys):
        for key, _ in own:
            postings[key].append(index)
    shared = {key for key, sharing in postings.items() if _is_shared(sharing, profiles, common)}
    chosen: set[Pair] = set()
    for index, own in enumerate(keys):
        scores: dict[int, float] = defaultdict(float)
        for key, weight in own:
            if key in shared:
                for other in postings[key]:
                    scores[other] += weight
        chosen.update(_best(profiles, index, scores, per_article, per_claim))
    return sorted(chosen)


def _is_shared(sharing: Sequence[int], profiles: Sequence[Profile], common: int) -> bool:
    """Whether a key is rare enough to say something, and not of one article alone."""
    if len(sharing) > common:
        return False
    first = profiles[sharing[0]].article
    return any(profiles[other].article != first for other in sharing)


def _best(
    profiles: Sequence[Profile],
    index: int,
    scores: dict[int, float],
    per_article: int,
    per_claim: int,
) -> Iterator[Pair]:
    own = profiles[index].article
    taken: dict[int, int] = defaultdict(int)
    count = 0
    for other in sorted(scores, key=lambda other: (-scores[other], other)):
        article = profiles[other].article
        if article == own or taken[article] >= per_article:
            continue
        if not may_meet(profiles[index], profiles[other]):
            continue
        taken[article] += 1
        count += 1
        yield (index, other) if index < other else (other, index)
        if count >= per_claim:
            return


def may_meet(a: Profile, b: Profile) -> bool:
    """Whether values of the two kinds can be one fact: a bare number can be any."""
    first, second = a.claim.focus.kind, b.claim.focus.kind
    if FAMILIES.get(first, first) == FAMILIES.get(second, second):
        return True
    return (not a.unit and first == "count") or (not b.unit and second == "count")
