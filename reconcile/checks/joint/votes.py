"""A scene in, votes for and against as parts of all who voted out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.checks.joint.kinds import one_time
from reconcile.checks.joint.parts import FILE, Part
from reconcile.checks.joint.scene import Scene, reading, size
from reconcile.checks.vocabulary import words
from reconcile.model import Claim

#: what a vote can go to; the first that the words name
_SIDES: Final = ("against", "abstained", "for")
_REACH: Final = 60
#: characters behind a figure in which its side is named
_BEHIND: Final = 40


def vote_parts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Part]:
    """The votes for each side, as parts of the figure on all who voted."""
    claims = [claim for claim in claims if reading(claim).kind == "count"]
    sides = {claim: side for claim in claims if (side := _side(scene.behind(claim)))}
    for whole in claims:
        if whole in sides or not _is_turnout(scene.before(whole), scene.behind(whole)):
            continue
        for claim, side in sides.items():
            if size(claim) < size(whole) and one_time(claim, whole):
                yield Part(scene.of(claim), claim, scene.of(whole), "vote", frozenset((side,)))


def _side(behind: str) -> str | None:
    """What the votes of a figure went to, by the words close behind it."""
    near = behind[:_BEHIND]
    if not words("voting", FILE).search(near):
        return None
    found = {side: match.start() for side in _SIDES if (match := words(side, FILE).search(near))}
    return min(found, key=lambda side: found[side], default=None)


def _is_turnout(before: str, behind: str) -> bool:
    """Whether a figure is of all who voted."""
    return bool(words("voted", FILE).search(behind[:_REACH])) or bool(
        words("turnout", FILE).search(before[-_REACH:])
    )
