"""Counted nouns in, sorts out: officers and demonstrators are people, homes and barns buildings.

A sort has general nouns and, by axis, kinds that exclude each other. What happened to a kind
happened to some of the sort: "17 officers were hurt" counts some of "26 people injured".
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from reconcile.checks.joint.parts import FILE, Part, is_wide, lies_ahead
from reconcile.checks.joint.scene import Known, Scene, reading, size
from reconcile.checks.vocabulary import rules
from reconcile.model import Claim

#: how near in the sentence a word must be to say what happened to what is counted
_NEAR = 2.0
_SAME_TIME = 30 * 86_400


def kind_parts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Part]:
    """The counts of a kind, as parts of the counts of its sort of which the same is said."""
    claims = [claim for claim in claims if reading(claim).kind == "count"]
    general = [claim for claim in claims if sort_of(claim)]
    for claim in claims:
        kind = kind_of(claim) or _kind_beside(claim)
        if kind is None:
            continue
        for whole in general:
            if _is_part(scene, claim, whole):
                yield Part(scene.of(claim), claim, scene.of(whole), *kind)


def _is_part(scene: Scene, claim: Claim, whole: Claim) -> bool:
    known = scene.of(whole)
    return (
        sort_of(whole) == _sort_of_kind(claim)
        and known is not scene.of(claim)
        and size(claim) < size(whole)
        and lies_ahead(claim) == lies_ahead(whole)
        and not _counts_the_kind(known, claim)
        and is_wide(scene, claim) <= is_wide(scene, whole)
        and bool(families_of(claim) & families_of_known(known))
        and one_time(claim, whole)
    )


def _counts_the_kind(known: Known, claim: Claim) -> bool:
    """Whether half of the claims of a figure count the same kind: then none of it is a part."""
    kind = _kinds().get(noun_of(claim))
    if kind is None:
        return False
    same = sum(_kinds().get(noun_of(each)) == kind for each in known.claims)
    return 2 * same >= len(known.claims)


def noun_of(claim: Claim) -> str:
    """The counted noun."""
    value = reading(claim)
    return value.unit or claim.context.measured


def sort_of(claim: Claim) -> str | None:
    """The sort that a general noun counts."""
    return _general().get(noun_of(claim)) if reading(claim).kind == "count" else None


def kind_of(claim: Claim) -> tuple[str, frozenset[str]] | None:
    """The axis and the kind that a noun counts."""
    if reading(claim).kind != "count":
        return None
    found = _kinds().get(noun_of(claim))
    return None if found is None else (found[1], frozenset(found[2]))


def _kind_beside(claim: Claim) -> tuple[str, frozenset[str]] | None:
    """The kind that the noun behind a general one names: "24 wounded soldiers"."""
    if sort_of(claim) is None:
        return None
    found = _kinds().get(claim.context.measured)
    return None if found is None else (found[1], frozenset(found[2]))


def kind_near(claim: Claim) -> tuple[str, frozenset[str]] | None:
    """The axis and the kind that a figure counts, by its noun or by the only kind named near it."""
    own = kind_of(claim)
    if own is not None:
        return own
    near = {lemma for lemma, far in claim.context.near if far <= _NEAR}
    found = {_kinds()[lemma] for lemma in near if lemma in _kinds()}
    return None if len(found) != 1 else next((axis, frozenset(kind)) for _, axis, kind in found)


def _sort_of_kind(claim: Claim) -> str | None:
    found = _kinds().get(noun_of(claim)) or _kinds().get(claim.context.measured)
    return None if found is None else found[0]


@functools.cache
def _general() -> dict[str, str]:
    return {noun: sort["name"] for sort in rules(FILE)["sort"] for noun in sort["general"]}


@functools.cache
def _kinds() -> dict[str, tuple[str, str, tuple[str, ...]]]:
    found: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for sort in rules(FILE)["sort"]:
        for axis, kinds in sort["axes"].items():
            for kind in kinds:
                for noun in kind:
                    found.setdefault(noun, (sort["name"], axis, tuple(kind)))
    return found


# --- what is said of it ---------------------------------------------------------------------------


@functools.cache
def _families() -> dict[str, str]:
    return {lemma: each["name"] for each in rules(FILE)["family"] for lemma in each["words"]}


@functools.lru_cache(maxsize=4096)
def families_of(claim: Claim) -> frozenset[str]:
    """What is said of what a claim counts, by families of words."""
    context = claim.context
    near = (lemma for lemma, distance in context.near if distance <= _NEAR)
    lemmas = (context.governor, context.measured, claim.clause.predicate, noun_of(claim), *near)
    return frozenset(_families()[lemma] for lemma in lemmas if lemma in _families())


def families_of_word(lemma: str) -> frozenset[str]:
    """The families that one word is of."""
    return frozenset((_families()[lemma],)) if lemma in _families() else frozenset()


def families_of_known(known: Known) -> frozenset[str]:
    """The same, by any claim of a figure."""
    return frozenset().union(*(families_of(claim) for claim in known.claims))


@functools.cache
def story_families() -> frozenset[str]:
    """What a story is of by itself: who was hurt in it needs no other tie to it."""
    return frozenset(each["name"] for each in rules(FILE)["family"] if each.get("story"))


def one_time(a: Claim, b: Claim) -> bool:
    """Whether two claims may speak of one time, a month this way or that."""
    one, other = a.context.time, b.context.time
    if one is None or other is None:
        return True
    low = max((each.low for each in (one, other) if each.low is not None), default=None)
    high = min((each.high for each in (one, other) if each.high is not None), default=None)
    return low is None or high is None or low - high <= _SAME_TIME
