"""Profiles and pairs in, whether two counts of people of one fate count all of them out.

Of the dead that an article counts, those in all are the most: "31 people killed, ten of them
children". Two reports that differ are one fact told twice where both tell the most, and hardly
where one tells a part.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.alignment.candidates import Pair
from reconcile.alignment.profiles import Profile

TOLL_LEVELS: Final = ("both are the most", "one is the most", "neither is the most")


def tolls_of(profiles: Sequence[Profile], pairs: Sequence[Pair]) -> list[list[float]]:
    """The numbers of ``TOLL_LEVELS`` for every pair."""
    most = _most(profiles)
    return [_toll(profiles[a], profiles[b], most) for a, b in pairs]


def _toll(a: Profile, b: Profile, most: Mapping[tuple[int, str], float]) -> list[float]:
    if not a.fate or a.fate != b.fate:
        return [0.0] * 3
    found = [_number(each) >= most.get((each.article, each.fate), 0.0) for each in (a, b)]
    return [float(all(found)), float(any(found) and not all(found)), float(not any(found))]


def _most(profiles: Sequence[Profile]) -> dict[tuple[int, str], float]:
    """By article and fate, the most people that it counts; those of an earlier event left aside."""
    most: dict[tuple[int, str], float] = {}
    for profile in profiles:
        number = _number(profile)
        if profile.fate and profile.scope.get("event") != "past" and math.isfinite(number):
            key = profile.article, profile.fate
            most[key] = max(number, most.get(key, 0.0))
    return most


def _number(profile: Profile) -> float:
    return profile.position.middle if profile.position is not None else math.nan
