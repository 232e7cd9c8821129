"""A scene in, parts by who gets them out: a sum "to be divided between a hospital and a school"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile import patterns
from reconcile.checks.joint.kinds import families_of, one_time
from reconcile.checks.joint.parts import FILE, Part, alike_in_unit
from reconcile.checks.joint.scene import BREATH, Scene, singular, size, words_of
from reconcile.checks.vocabulary import words
from reconcile.model import Claim

_AND: Final = patterns.compile(r",\s+(?:and\s+)?|\s+and\s+")
_END: Final = patterns.compile(r"[.;!?:](?=\s|$)")
#: the family of words for getting and giving
_GIVEN: Final = "given"
_FEWEST: Final = 2


def shared_parts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Part]:
    """What each of several is to get, as parts of the sum that is divided between them."""
    for whole in claims:
        takers = _takers(scene, whole)
        if len(takers) < _FEWEST:
            continue
        for claim in claims:
            if not alike_in_unit(claim, whole) or size(claim) >= size(whole):
                continue
            taker = _taker(scene, claim, takers)
            if taker is not None and one_time(claim, whole):
                yield Part(scene.of(claim), claim, scene.of(whole), "taker", taker)


def _takers(scene: Scene, whole: Claim) -> list[frozenset[str]]:
    """The words for each of those between whom a sum is divided."""
    found = words("divided", FILE).search(scene.behind(whole))
    if found is None:
        return []
    listed = _END.split(scene.behind(whole)[found.end() :])[0]
    named = [{singular(word) for word in words_of(each)} for each in _AND.split(listed)]
    common = set.intersection(*named)
    return [frozenset(each - common) for each in named if each - common]


def _taker(scene: Scene, claim: Claim, takers: Sequence[frozenset[str]]) -> frozenset[str] | None:
    """Who gets a sum, of those that it is divided between: named in front of getting it."""
    if _GIVEN not in families_of(claim):
        return None
    before = {singular(word) for word in words_of(BREATH.split(scene.before(claim))[-1])}
    named = [taker for taker in takers if taker & before]
    if not named and claim.clause.subject is not None:
        named = [taker for taker in takers if claim.clause.subject.lemma.casefold() in taker]
    return named[0] if len(named) == 1 else None
