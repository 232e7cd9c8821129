"""A scene and its parts in, shares that a part and its whole do not make out, told by several."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile.checks.found import apart, told
from reconcile.checks.joint.kinds import families_of, families_of_known, families_of_word, noun_of
from reconcile.checks.joint.partitive import is_partitive
from reconcile.checks.joint.parts import FILE, Part, adds_up, is_wide
from reconcile.checks.joint.placed import families_had, item_of_place
from reconcile.checks.joint.scene import (
    Scene,
    can_be_one,
    place_of,
    reading,
    singular,
    size,
    words_of,
)
from reconcile.checks.joint.telling import (
    all_but_one,
    capital,
    cite,
    joint_check,
    of_several,
    text_of,
)
from reconcile.checks.joint.ties import is_of_before, share_a_name
from reconcile.checks.vocabulary import rules, words
from reconcile.model import Check, Claim
from reconcile.values import steps

_CHANGES: Final = "changes"
#: words behind a share within which it is said of what it is one
_REACH: Final = 3
#: a share this many times another, or less, is of another part
_FARTHEST: Final = Decimal(2)
#: a word this near says of which part a share is
_NEAR: Final = 4.0
#: figures that are tried as the part, and as the whole
_TRIED: Final = 8
#: what is said of all there are
_HAD: Final = frozenset(("employed",))
_Pair = tuple[Claim, Claim]


def misfit_portions(scene: Scene, parts: Sequence[Part]) -> Iterator[Check]:
    """Every share that no part makes of its whole, where both are sure."""
    counts = [claim for claim in scene.claims if claim.kind == "count" and adds_up(scene, claim)]
    for share in scene.claims:
        if _is_share(scene, share):
            pairs = [*_by_kind(share, parts), *_by_deed(scene, share, counts)]
            yield from _misfit(share, pairs)


def _is_share(scene: Scene, claim: Claim) -> bool:
    """Whether a figure is a share of so many, and no rise or fall by a share."""
    value = reading(claim)
    if value.unit != "fraction" or value.nominal is None or not 0 < value.nominal < 1:
        return False
    if claim.clause.negated or not claim.context.measured:
        return False
    behind = words_of(f"{claim.focus.text} {scene.behind(claim)[:60]}")
    near = " ".join(words_of(scene.before(claim))[-_REACH:])
    moved = any(words(way, _CHANGES).search(near) for way in ("rise", "fall"))
    by = near.endswith((" by", " to", " from"))
    return "of" in behind[: len(words_of(claim.focus.text)) + 1] and not (moved and by)


# --- what is a part of what -----------------------------------------------------------------------


def _by_kind(share: Claim, parts: Sequence[Part]) -> Iterator[_Pair]:
    """The parts of the whole that a share is of, of the kind that it names: women of the dead."""
    noun = singular(share.context.measured)
    near = {singular(lemma) for lemma, far in share.context.near if far <= _NEAR} - {noun}
    for part in parts:
        if not part.item & near:
            continue
        wholes = [claim for claim in part.whole.claims if singular(noun_of(claim)) == noun]
        said = families_of_word(noun) & families_of_known(part.whole)
        if wholes or said:
            yield part.claim, (wholes or part.whole.claims)[0]


def _by_deed(scene: Scene, share: Claim, counts: Sequence[Claim]) -> Iterator[_Pair]:
    """So many with whom the same is done, of so many that there are: jobs cut of all employed."""
    deed = _deeds(share)
    noun = singular(share.context.measured)
    kin = _kin(noun)
    if not deed or not kin:
        return
    own = [claim for claim in counts if share_a_name(scene, share, claim)]
    done = [
        claim
        for claim in own
        if _deeds(claim) & deed and singular(noun_of(claim)) in kin and _is_of_all(scene, claim)
    ]
    wholes = [
        claim
        for claim in own
        if not _deeds(claim) and families_had(claim) & _HAD and singular(noun_of(claim)) in kin
        and _is_of_all(scene, claim)
    ]  # fmt: skip
    yield from itertools.product(done[:_TRIED], wholes[:_TRIED])


def _deeds(claim: Claim) -> frozenset[str]:
    """What is done with some of those that are counted, by families of words."""
    return families_of(claim) & frozenset(rules(FILE)["deed"]["words"])


def _kin(noun: str) -> frozenset[str]:
    """The nouns that count the same as a noun: jobs, posts and staff."""
    groups = rules(FILE)["same_count"]
    return next((frozenset(each["nouns"]) for each in groups if noun in each["nouns"]), frozenset())


def _is_of_all(scene: Scene, claim: Claim) -> bool:
    """Whether a figure is of all there are, at no one place and not of a time before."""
    return (
        not is_of_before(scene, claim)
        and not is_partitive(scene, claim)
        and (not item_of_place(scene, claim) or is_wide(scene, claim))
    )


# --- what follows ---------------------------------------------------------------------------------


def _misfit(share: Claim, pairs: Sequence[_Pair]) -> Iterator[Check]:
    pairs = [pair for pair in pairs if size(pair[0]) < size(pair[1])]
    parts, wholes = ([pair[side] for pair in pairs] for side in (0, 1))
    if not pairs or not can_be_one(parts) or not can_be_one(wholes):
        return
    yield from of_several([_check(share, *pair) for pair in sorted(pairs, key=_place)])[:1]


def _place(pair: _Pair) -> tuple[object, ...]:
    return place_of(pair[0]), place_of(pair[1])


def _check(share: Claim, part: Claim, whole: Claim) -> Check | None:
    """The share that the two do not make; ``None`` where they do, or are hardly of it."""
    low = reading(whole).interval.low
    if low is None or low <= 0 or reading(part).interval.low is None:
        return None
    made = steps.divide(steps.reading(cite(part)), steps.reading(cite(whole)), "")
    stated = steps.reading(cite(share))
    actual, said = size(part) / size(whole), size(share)
    if not apart(made, stated) or max(actual / said, said / actual) > _FARTHEST:
        return None
    ratio = told(made, reading(share), actual)
    text = f"{text_of(part)} of {text_of(whole)} are {ratio}"
    last = steps.conclude("disjoint", (steps.spoken(made, text), stated), "")
    printed = " ".join(share.focus.text.split()).removesuffix(" of")
    explanation = f"{capital(text)}, not {printed[:1].lower()}{printed[1:]}. {all_but_one(3)}"
    title = f"{printed}: {text_of(part)}, {text_of(whole)}"
    return joint_check("share", (share, part, whole), title, explanation, last)
