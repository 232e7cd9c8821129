"""Two figures that cannot both be true in, what tells them apart as two facts out: named levels.

Each of these says little where the values are equal, and much where they are not: "up from 260"
tells what was before, and "a forecast of 300" what may come.
"""

from __future__ import annotations

from typing import Final

from reconcile.alignment.profiles import Profile

DIFFERING_LEVELS: Final = (
    "one is what it changed from", "a period on one side, values far apart",
    "more on one side, values apart", "a status on one side, values apart",
    "the later one counts more", "the later one counts fewer",
)  # fmt: skip
#: prepositions in front of the figure that something is held against
_BEFORE: Final = frozenset(("from", "than", "against"))
#: values whose ratio is greater are far apart
_FAR: Final = 3.0


def differing_evidence(a: Profile, b: Profile, *, ratio: float) -> list[float]:
    """The numbers of ``DIFFERING_LEVELS`` for two profiles; ``ratio``, of the greater value."""
    return [
        float((a.role in _BEFORE) != (b.role in _BEFORE)),
        float(ratio > _FAR and _on_one_side(a, b, "period")),
        _on_one_side(a, b, "increment"),
        _on_one_side(a, b, "status"),
        *_in_time(a, b),
    ]


def _on_one_side(a: Profile, b: Profile, slot: str) -> float:
    return float((slot in a.scope) != (slot in b.scope))


def _in_time(a: Profile, b: Profile) -> tuple[float, float]:
    """Whether the count that was published later is the greater, or the smaller: tolls grow."""
    counted = a.claim.focus.kind == b.claim.focus.kind == "count"
    if not counted or a.published is None or b.published is None or a.published == b.published:
        return 0.0, 0.0
    if a.position is None or b.position is None:
        return 0.0, 0.0
    grew = (a.published < b.published) == (a.position.middle < b.position.middle)
    return float(grew), float(not grew)
