"""A scene in, parts by who gets them out: a sum "to be divided between a hospital and a school"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reconcile.checks.joint.kinds import families_of, one_time
from reconcile.checks.joint.parts import FILE, Part, addable, alike_in_unit
from reconcile.checks.joint.scene import Scene, size, words_of
from reconcile.checks.vocabulary import words
from reconcile.model import Claim

_AND: Final = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_END: Final = re.compile(r"[.;!?:](?=\s|$)")
#: the family of words for getting and giving
_GIVEN: Final = "given"
_FEWEST: Final = 2


def shared_parts(scene: Scene) -> Iterator[Part]:
    """What each of several is to get, as parts of the sum that is divided between them."""
    claims = addable(scene)
    for whole in claims:
        takers = _takers(scene, whole)
        if len(takers) < _FEWEST:
            continue
        for claim in claims:
            if not alike_in_unit(claim, whole) or size(claim) >= size(whole):
                continue
            taker = _taker(scene, claim)
            found = next((each for each in takers if taker and taker in each), None)
            if found is not None and one_time(claim, whole):
                yield Part(scene.of(claim), claim, scene.of(whole), "taker", frozenset((taker,)))


def _takers(scene: Scene, whole: Claim) -> list[frozenset[str]]:
    """The words for each of those between whom a sum is divided."""
    found = words("divided", FILE).search(scene.behind(whole))
    if found is None:
        return []
    listed = _END.split(scene.behind(whole)[found.end() :])[0]
    return [frozenset(words_of(each)) for each in _AND.split(listed) if words_of(each)]


def _taker(scene: Scene, claim: Claim) -> str:
    """The word for who gets a sum: the subject of getting it."""
    subject = claim.clause.subject
    if subject is None or _GIVEN not in families_of(claim):
        return ""
    return subject.lemma.casefold()
