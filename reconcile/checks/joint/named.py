"""A scene in, parts that name their whole out: "17 of the dead", "$41 million of the package"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile import patterns
from reconcile.checks.joint.kinds import (
    families_of_known,
    families_of_word,
    kind_near,
    noun_of,
    one_time,
    sort_of,
)
from reconcile.checks.joint.partitive import use_of
from reconcile.checks.joint.parts import Part, alike_in_unit
from reconcile.checks.joint.scene import Scene, reading, singular, size
from reconcile.model import Claim

_OF_THE: Final = patterns.compile(
    r"\s+of\s+(?:the|its|their|those|all|this|that)\s+(?:the\s+)?(\w+)"
)
_OF_WHOSE: Final = patterns.compile(
    r"\bof\s+(?:the|its|their|\w+['’]s?)\s+(\w+),?\s*\Z", re.IGNORECASE
)
_ENDS_WITH_OF: Final = patterns.compile(
    r"\bof\s+(?:the|its|their|this|that|those)\s*$", re.IGNORECASE
)
#: a word this near a sum of money says what the sum is: "an aid package of $85 million"
_NEAR: Final = 3.0


def named_parts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Part]:
    """The parts that say of what they are parts, by its name or by its figure."""
    beside: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        beside[_sentence(claim)].append(claim)
    for claim in claims:
        told = _told_apart(scene, claim)
        if told is None:
            continue
        by_figure = _by_figure(scene, claim, beside[_sentence(claim)])
        for whole in (*by_figure, *_by_name(scene, claim, claims)):
            if scene.of(whole) is not scene.of(claim):
                yield Part(scene.of(claim), claim, scene.of(whole), *told)


def _told_apart(scene: Scene, claim: Claim) -> tuple[str, frozenset[str]] | None:
    if reading(claim).kind == "money":
        return "use", use_of(scene, claim)
    return kind_near(claim)


def _sentence(claim: Claim) -> tuple[str, int]:
    """The sentence that a figure stands in, by its article and where it begins."""
    return claim.article, claim.clause.sentence.start


def _by_figure(scene: Scene, claim: Claim, beside: Sequence[Claim]) -> Iterator[Claim]:
    """The figure of the same sentence that a part is "of"."""
    for whole in beside:
        if (
            whole is not claim
            and alike_in_unit(claim, whole)
            and size(whole) > size(claim)
            and _ENDS_WITH_OF.search(scene.before(whole))
        ):
            yield whole


def _by_name(scene: Scene, claim: Claim, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The figures, in any article, of what a part is said to be of."""
    found = _OF_THE.match(scene.behind(claim)) or _OF_WHOSE.search(scene.before(claim))
    if found is None:
        return
    noun = singular(found.group(1).casefold())
    for whole in claims:
        if (
            alike_in_unit(claim, whole)
            and size(whole) > size(claim)
            and _is_called(scene, whole, noun)
            and one_time(claim, whole)
        ):
            yield whole


def _is_called(scene: Scene, whole: Claim, noun: str) -> bool:
    """Whether a figure is of what a noun names: the dead, or the package."""
    if reading(whole).kind == "money":
        return any(lemma == noun and far <= _NEAR for lemma, far in whole.context.near)
    if sort_of(whole) is None:
        return False
    shared = families_of_word(noun) & families_of_known(scene.of(whole))
    return noun_of(whole) == noun or bool(shared)
