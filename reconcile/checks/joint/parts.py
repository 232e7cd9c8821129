"""A scene in, the parts of its wholes out: which figure counts some of what another counts.

Each way of telling is a module of its own; a part says on which axis it stands and what tells it
from the other parts on that axis, so that no two of them count the same things.
"""

from __future__ import annotations

import datetime
from typing import Final

from reconcile import patterns
from reconcile.checks.joint.scene import ADDING, Known, Scene, reading, size
from reconcile.checks.vocabulary import words
from reconcile.model import Claim
from reconcile.records import frozen

FILE: Final = "joint"
#: characters on either side of a figure in which a word sets it apart
_REACH: Final = 40
#: characters on either side of a figure in which a wide place is named
_BEFORE: Final = 24
_BEHIND: Final = 50
_WEEKS_SECONDS: Final = 60 * 86_400
_EPOCH: Final = datetime.datetime(1970, 1, 1)
_BREATH: Final = patterns.compile(r"[,;:(](?=\s)|[.!?—–]\s|\(")


@frozen(eq=False)
class Part:
    """A figure that counts some of what another counts."""

    part: Known
    #: the claim that says so
    claim: Claim
    whole: Known
    #: what the parts of one whole are told apart by: "place", "calling", "vote" ...
    axis: str
    #: the words that tell it from others on its axis
    item: frozenset[str]


def adds_up(scene: Scene, claim: Claim) -> bool:
    """Whether a figure is of how many or how much, once and for all, and not a mere comparison."""
    value = reading(claim)
    if value.kind not in ADDING or size(claim) <= 0 or value.per or value.unit == "score":
        return False
    if ("compared", "before") in claim.context.scope or claim.clause.negated:
        return False
    if _is_of_long_ago(scene, claim):
        return False
    before, behind = scene.before(claim)[-_REACH:], scene.behind(claim)[:_REACH]
    before = _BREATH.split(f"{before} {claim.focus.text}")[-1]
    behind = _BREATH.split(behind)[0]
    apart = words("apart_before", FILE).search(before) or words("apart_behind", FILE).search(behind)
    return apart is None


def _is_of_long_ago(scene: Scene, claim: Claim) -> bool:
    """Whether a claim tells of a time weeks before its article: an earlier fire, the last vote."""
    published, time = scene.articles[claim.article].published, claim.context.time
    if published is None or time is None or time.high is None or claim.clause.tense != "past":
        return False
    printed = (published.replace(tzinfo=None) - _EPOCH).total_seconds()
    return time.high < int(printed) - _WEEKS_SECONDS


def addable(scene: Scene) -> list[Claim]:
    """The claims whose figures may be added, by article and place."""
    return [claim for claim in scene.claims if adds_up(scene, claim)]


def alike_in_unit(part: Claim, whole: Claim) -> bool:
    """Whether both count things, or both are so much of one unit."""
    a, b = reading(part), reading(whole)
    return a.kind == b.kind and (a.kind == "count" or a.unit == b.unit)


def lies_ahead(claim: Claim) -> bool:
    """Whether a claim speaks of what is to come."""
    return claim.clause.tense == "future" or claim.clause.certainty in ("planned", "expected")


def disjoint(a: Part, b: Part) -> bool:
    """Whether two parts of one whole can hold nothing in common."""
    return a.axis == b.axis and bool(a.item) and bool(b.item) and not a.item & b.item


def is_wide(scene: Scene, claim: Claim) -> bool:
    """Whether a figure is of a place that holds others, by the words beside it."""
    told = [each for each in _BREATH.split(scene.before(claim)) if each.strip()]
    before, behind = told[-1][-_BEFORE:] if told else "", scene.behind(claim)[:_BEHIND]
    return bool(words("wide", FILE).search(f"{before} {claim.focus.text} {behind}"))
