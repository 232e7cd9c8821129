"""A scene in, parts by words that exclude each other out: home fans and visiting fans."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.checks.joint.kinds import (
    families_of,
    families_of_known,
    kind_of,
    noun_of,
    one_time,
    sort_of,
)
from reconcile.checks.joint.parts import FILE, Part, lies_ahead
from reconcile.checks.joint.scene import Scene, reading, size, words_of
from reconcile.checks.vocabulary import rules
from reconcile.model import Claim

#: a word this near in the sentence goes with the figure's noun
_NEAR: Final = 1.0


def opposite_parts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Part]:
    """The counts with such a word, as parts of the counts of the same noun or sort without one."""
    claims = [claim for claim in claims if reading(claim).kind == "count"]
    told = {claim: told for claim in claims if (told := _opposite(claim)) is not None}
    for claim, (axis, side) in told.items():
        for whole in claims:
            if whole not in told and _is_part(scene, claim, whole):
                yield Part(scene.of(claim), claim, scene.of(whole), axis, frozenset((side,)))


def _is_part(scene: Scene, claim: Claim, whole: Claim) -> bool:
    known = scene.of(whole)
    same = noun_of(claim) == noun_of(whole)
    of_sort = sort_of(whole) is not None and kind_of(claim) is not None
    said = families_of(claim) & families_of_known(known)
    return (
        known is not scene.of(claim)
        and size(claim) < size(whole)
        and (same or of_sort)
        and (bool(said) or same and bool(_names(claim) & _names(whole)))
        and lies_ahead(claim) <= lies_ahead(whole)
        and one_time(claim, whole)
    )


def _names(claim: Claim) -> set[str]:
    return {word for word, _ in claim.context.names}


def _opposite(claim: Claim) -> tuple[str, str] | None:
    """The two words that exclude each other, and which of them stands beside the figure."""
    own = {lemma for lemma, far in claim.context.near if far <= _NEAR}
    own |= {*words_of(claim.focus.text), *claim.context.measured_phrase}
    found = {_opposites()[word] for word in own if word in _opposites()}
    return found.pop() if len(found) == 1 else None


@functools.cache
def _opposites() -> dict[str, tuple[str, str]]:
    return {
        word: ("/".join(side[0] for side in pair["sides"]), side[0])
        for pair in rules(FILE)["opposite"]
        for side in pair["sides"]
        for word in side
    }
