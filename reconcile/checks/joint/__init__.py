"""Claims, facts and articles in, what they say together out: Checks, and figures that follow.

A Check is of three or more statements that cannot all hold, though every two of them can; the
smallest such group is told, each with its article and place. The facts say which claims state one
figure, and the sentences which figures are parts of which, and which days lie at which ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.checks.joint.anchored import anchored_spans
from reconcile.checks.joint.changed import misled_changes
from reconcile.checks.joint.compared import miscompared
from reconcile.checks.joint.implied import implied_lengths, implied_wholes
from reconcile.checks.joint.kinds import kind_parts
from reconcile.checks.joint.levels import misfit_changes
from reconcile.checks.joint.listed import listed_parts
from reconcile.checks.joint.merged import merged_parts
from reconcile.checks.joint.named import named_parts
from reconcile.checks.joint.opposites import opposite_parts
from reconcile.checks.joint.owned import owned_parts
from reconcile.checks.joint.partitive import partitive_parts
from reconcile.checks.joint.parts import addable
from reconcile.checks.joint.persons import misfit_ages
from reconcile.checks.joint.placed import placed_parts
from reconcile.checks.joint.portions import misfit_portions
from reconcile.checks.joint.ranked import misranked
from reconcile.checks.joint.records import beaten_records
from reconcile.checks.joint.scene import scene_of
from reconcile.checks.joint.shared import shared_parts
from reconcile.checks.joint.shares import excessive_shares
from reconcile.checks.joint.stories import Story, stories_of
from reconcile.checks.joint.sums import overfull_wholes
from reconcile.checks.joint.telling import told_misfit, told_overfull, told_shares, told_unfitting
from reconcile.checks.joint.times import unfitting_spans
from reconcile.checks.joint.votes import vote_parts
from reconcile.model import Article, Check, Claim, Fact, Implied
from reconcile.records import evolve, frozen

#: what tells parts of a whole, one way a module
_PARTS = (
    partitive_parts, named_parts, listed_parts, kind_parts, placed_parts, shared_parts, vote_parts,
    merged_parts, opposite_parts, owned_parts,
)  # fmt: skip


@frozen
class Joint:
    """What the statements of a story say together."""

    #: what cannot hold together
    checks: tuple[Check, ...]
    #: what follows for the figure of a claim
    implied: tuple[Implied, ...]


def check_jointly(
    claims: Sequence[Claim], facts: Sequence[Fact], articles: Sequence[Article]
) -> tuple[Check, ...]:
    """What cannot hold together over the articles, the same whatever their order."""
    return reason_jointly(claims, facts, articles).checks


def reason_jointly(
    claims: Sequence[Claim], facts: Sequence[Fact], articles: Sequence[Article]
) -> Joint:
    """What cannot hold together over the articles, and what follows for single figures."""
    reasoned = [_reasoned(story) for story in stories_of(claims, facts, articles)]
    return Joint(
        _numbered([check for each in reasoned for check in each.checks]),
        tuple(implied for each in reasoned for implied in each.implied),
    )


def _reasoned(story: Story) -> Joint:
    scene = scene_of(story.claims, story.facts, story.articles)
    addends = addable(scene)
    parts = [part for tell in _PARTS for part in tell(scene, addends)]
    anchored = anchored_spans(scene)
    checks = (
        *map(told_overfull, overfull_wholes(scene, parts)),
        *map(told_unfitting, unfitting_spans(anchored)),
        *map(told_misfit, misfit_changes(scene)),
        *map(told_shares, excessive_shares(scene)),
        *misled_changes(scene),
        *misfit_portions(scene, parts),
        *misfit_ages(scene),
        *misranked(scene),
        *miscompared(scene),
        *beaten_records(scene),
    )
    return Joint(checks, (*implied_lengths(anchored), *implied_wholes(parts)))


def _numbered(checks: Sequence[Check]) -> tuple[Check, ...]:
    """The checks by where they begin, none about two of the same words as one before."""
    kept: list[Check] = []
    for each in sorted(checks, key=_place):
        spans = {(cited.article, cited.start) for cited in each.citations}
        others = ({(cited.article, cited.start) for cited in one.citations} for one in kept)
        if not any(len(spans & other) > 1 for other in others):
            kept.append(each)
    return tuple(evolve(each, id=f"j{number}") for number, each in enumerate(kept, 1))


def _place(check: Check) -> tuple[object, ...]:
    first = check.citations[0]
    return first.article, first.start, len(check.citations), check.explanation
