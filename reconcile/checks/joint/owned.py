"""A scene in, what each of several wins or pays as parts of what there is out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from reconcile.checks.joint.kinds import noun_of, one_time
from reconcile.checks.joint.parts import FILE, Part, alike_in_unit
from reconcile.checks.joint.scene import Known, Scene, size
from reconcile.checks.vocabulary import rules
from reconcile.model import Claim

#: what is said of a figure stands this near
_NEAR: Final = 3.0


def owned_parts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Part]:
    """The seats won and the sums paid, by who has them, as parts of all seats and of the cost."""
    for rule in rules(FILE)["owned"]:
        wholes = [claim for claim in claims if _is_said(claim, rule, "whole")]
        for claim in claims:
            owner = _owner(claim)
            if not owner or owner & _general(rule) or not _is_said(claim, rule, "part"):
                continue
            for whole in wholes:
                known = scene.of(whole)
                if known is not scene.of(claim) and _is_part(claim, whole, known, rule):
                    axis = f"owner of {rule['name']}"
                    yield Part(scene.of(claim), claim, known, axis, owner)


def _is_said(claim: Claim, rule: dict[str, Any], side: str) -> bool:
    """Whether a figure is of the rule's kind, and its predicate one of those of a side."""
    if claim.kind not in rule["kinds"] or rule["nouns"] and noun_of(claim) not in rule["nouns"]:
        return False
    if side == "whole" and _general(rule) and not _owner(claim) & _general(rule):
        return False
    return claim.context.governor in rule[side]


def _general(rule: dict[str, Any]) -> frozenset[str]:
    """The words for all of them together: "donors"; none where the predicate says enough."""
    return frozenset(rule.get("owners", ()))


def _is_part(claim: Claim, whole: Claim, known: Known, rule: dict[str, Any]) -> bool:
    shared = _about(claim) & _about(whole) - {claim.context.governor, whole.context.governor}
    return (
        alike_in_unit(claim, whole)
        and size(claim) < size(whole)
        and not any(_owner(claim) & _owner(each) for each in known.claims)
        and (bool(rule["nouns"]) or bool(shared))
        and one_time(claim, whole)
    )


def _about(claim: Claim) -> set[str]:
    near = (*claim.context.near, *claim.context.names)
    return {lemma for lemma, far in near if far <= _NEAR} | {claim.context.subject}


def _owner(claim: Claim) -> frozenset[str]:
    """Who has it: the subject of the figure's predicate, by name or by noun."""
    subject = claim.clause.subject
    return frozenset() if subject is None else frozenset((subject.lemma.casefold(),))
