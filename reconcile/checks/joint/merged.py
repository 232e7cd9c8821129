"""A scene in, what each of two has as parts of what they have together out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.checks.joint.kinds import families_of_known, one_time
from reconcile.checks.joint.parts import FILE, Part, alike_in_unit, lies_ahead
from reconcile.checks.joint.placed import families_had, item_of_place
from reconcile.checks.joint.scene import Scene, place_of, reading, size
from reconcile.checks.vocabulary import words
from reconcile.model import Claim

#: a name this near in the sentence is that of who has it
_NEAR: Final = 3.0


def merged_parts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Part]:
    """The figures of each party, as parts of the figure on both together."""
    together = {place_of(claim): claim for claim in claims if _is_together(scene, claim)}
    for claim in claims:
        owner = _owner(claim)
        if not owner or place_of(claim) in together:
            continue
        naming = {article for article, used in scene.words_in.items() if owner & used}
        for whole in together.values():
            if whole.article in naming and _is_part(scene, claim, whole):
                yield Part(scene.of(claim), claim, scene.of(whole), "owner", owner)


def _is_together(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence in front of a figure speaks of several as one."""
    return bool(words("together", FILE).search(scene.before(claim)))


def _is_part(scene: Scene, claim: Claim, whole: Claim) -> bool:
    return (
        scene.of(whole) is not scene.of(claim)
        and alike_in_unit(claim, whole)
        and size(claim) < size(whole)
        and reading(claim).kind == "count"
        and bool(families_had(claim) & families_of_known(scene.of(whole)))
        and one_time(claim, whole)
        and not lies_ahead(claim)
        and not item_of_place(scene, claim)
    )


def _owner(claim: Claim) -> frozenset[str]:
    """The words of the name of who has it: the subject, where that is a name."""
    subject = claim.clause.subject
    if subject is None or not subject.text[:1].isupper():
        return frozenset()
    lemma = subject.lemma.casefold()
    own = {word for word, far in claim.context.names if far <= _NEAR}
    return frozenset(own | {lemma}) if lemma in own else frozenset()
