"""Figures with their places in, parts by place out: 420 in Tokyo of the 1,150 in Asia."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.checks.joint.kinds import families_of, families_of_known, one_time, story_families
from reconcile.checks.joint.parts import FILE, Part, alike_in_unit, is_wide, lies_ahead
from reconcile.checks.joint.scene import BREATH, Known, Scene, reading, size
from reconcile.checks.vocabulary import rules
from reconcile.gazetteer import are_apart
from reconcile.model import Claim

_NAME: Final = re.compile(r"[^\W\d_]*[A-Z][^\W_]*(?:[-'’][^\W_]+)*")
_NAMES: Final = re.compile(rf"{_NAME.pattern}(?:\s{_NAME.pattern})*")
#: what stands for a place that is named elsewhere
_CAPITAL: Final = "capital"
_NEAR: Final = 8.0


def placed_parts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Part]:
    """The figures in one place, as parts of what is said of a wide one with the same subject."""
    wide = [claim for claim in claims if is_wide(scene, claim)]
    for claim in claims:
        place = item_of_place(scene, claim)
        if not place or is_wide(scene, claim):
            continue
        for whole in wide:
            known = scene.of(whole)
            if known is scene.of(claim) or _is_elsewhere(claim, whole):
                continue
            if _is_part(claim, whole, known):
                yield Part(scene.of(claim), claim, known, "place", place)


def _is_part(claim: Claim, whole: Claim, known: Known) -> bool:
    said = families_had(claim) & families_of_known(known)
    return (
        alike_in_unit(claim, whole)
        and size(claim) < size(whole)
        and lies_ahead(claim) == lies_ahead(whole)
        and (bool(_subjects(claim) & _subjects(whole)) or bool(said & story_families()))
        and bool(said)
        and one_time(claim, whole)
    )


def _is_elsewhere(claim: Claim, whole: Claim) -> bool:
    """Whether a place is known to lie in another part of the world than that of a whole."""
    inner, outer = (_NAMES.findall(each.place or "") for each in (claim, whole))
    return any(are_apart(one, other) for one in inner for other in outer)


def families_had(claim: Claim) -> frozenset[str]:
    """What is said of it; having people is employing them."""
    found = families_of(claim)
    if claim.context.governor == "have" and reading(claim).kind == "count":
        return found | {"employed"}
    return found


def _subjects(claim: Claim) -> set[str]:
    """Words of the names in the sentence that are not those of its place."""
    place = {word.casefold() for word in _NAME.findall(claim.place or "")}
    subject = claim.context.subject.removeprefix("@")
    named = {word for word, far in claim.context.names if far <= _NEAR}
    return (named | {subject}) - place - {""}


def item_of_place(scene: Scene, claim: Claim) -> frozenset[str]:
    """The words that name a figure's place; empty where it has none."""
    place = " ".join((claim.place or "").split())
    before = BREATH.split(scene.before(claim))[-1]
    behind = BREATH.split(scene.behind(claim))[0]
    if not place or place not in " ".join(f"{before} {claim.focus.text} {behind}".split()):
        return frozenset()
    names = frozenset(word.casefold() for word in _NAME.findall(place))
    if names:
        return names - set(rules(FILE)["place_noun"]["words"])
    return frozenset((_CAPITAL,)) if _CAPITAL in place.casefold() else frozenset()
