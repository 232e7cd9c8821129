"""A scene in, shares of one vote or one company that come to more than all of it out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.checks.joint.constraints import Constraint, satisfiable
from reconcile.checks.joint.kinds import one_time
from reconcile.checks.joint.minimal import minimal_conflict
from reconcile.checks.joint.parts import FILE, lies_ahead
from reconcile.checks.joint.scene import Scene, place_of, reading
from reconcile.checks.vocabulary import words
from reconcile.model import Claim, Interval
from reconcile.records import frozen
from reconcile.values import sets

#: what shares are of, and how near in the sentence a name says of whose
_WHOLES: Final = {"share_of_vote": 9.0, "share_of_ownership": 3.0}
#: shares that come to more than this are hardly of one whole
_MOST: Final = Decimal("1.3")
_ALL: Final = Interval(None, Decimal(1), False, True)
_FEWEST, _MANY, _TRIED = 3, 5, 8
_REACH: Final = 40
_NAME: Final = patterns.compile(r"[^\W\d_]*[A-Z][^\W_]*")


@frozen(eq=False)
class Share:
    """A share of something, and whose it is."""

    claim: Claim
    #: the words of the name of who has it
    holder: frozenset[str]
    #: the words of the other names in its sentence: of what it is a share
    beside: frozenset[str]


def excessive_shares(scene: Scene) -> Iterator[tuple[Claim, ...]]:
    """The fewest shares of one whole, of different holders, that come to more than all of it."""
    for whole in _WHOLES:
        shares = [share for claim in scene.claims if (share := _share(scene, claim, whole))]
        found = _excess(_one_for_each(shares)[:_TRIED])
        if found is not None:
            yield found


def _share(scene: Scene, claim: Claim, whole: str) -> Share | None:
    value = reading(claim)
    if value.unit != "fraction" or claim.clause.negated or lies_ahead(claim):
        return None
    if ("compared", "before") in claim.context.scope or value.nominal is None:
        return None
    around = f"{scene.before(claim)[-_REACH:]} {claim.focus.text} {scene.behind(claim)[:_REACH]}"
    subject = claim.clause.subject
    if subject is None or not words(whole, FILE).search(around):
        return None
    if words("apart_before", FILE).search(scene.before(claim)[-_REACH:]):
        return None
    holder = frozenset(word.casefold() for word in _NAME.findall(subject.text)) - {"the"}
    holder = holder or frozenset((subject.lemma.casefold(),))
    reach = _WHOLES[whole]
    beside = frozenset(word for word, far in claim.context.names if far <= reach) - holder
    return Share(claim, holder, beside)


def _one_for_each(shares: Sequence[Share]) -> list[Share]:
    """One share for each holder: the first that is told."""
    found: list[Share] = []
    for share in sorted(shares, key=lambda each: place_of(each.claim)):
        if not any(_is_one_holder(share, other) for other in found):
            found.append(share)
    return found


def _is_one_holder(a: Share, b: Share) -> bool:
    return a.holder <= b.holder or b.holder <= a.holder


def _excess(shares: Sequence[Share]) -> tuple[Claim, ...] | None:
    for count in range(_FEWEST, min(_MANY, len(shares)) + 1):
        for chosen in itertools.combinations(shares, count):
            if _is_of_one(chosen) and _cannot_all_hold(chosen):
                return tuple(share.claim for share in chosen)
    return None


def _is_of_one(shares: Sequence[Share]) -> bool:
    """Whether the shares are of one whole, by the names beside them, and told by several."""
    pairs = list(itertools.combinations(shares, 2))
    several = len({share.claim.article for share in shares}) > 1
    return several and all(
        one_time(a.claim, b.claim)
        and (bool(a.beside & b.beside) or not a.beside or not b.beside)
        for a, b in pairs
    )  # fmt: skip


def _cannot_all_hold(shares: Sequence[Share]) -> bool:
    """Whether the shares come to more than all, a little, and any fewer of them do not."""
    named = {place_of(share.claim): reading(share.claim).interval for share in shares}
    low = sum((each.low or Decimal(0) for each in named.values()), Decimal(0))
    if not sets.contains_number(Interval(Decimal(1), _MOST, False, True), low):
        return False
    stated = [Constraint(((str(place), 1),), each) for place, each in named.items()]
    bound = [Constraint(tuple((str(place), 1) for place in named), _ALL)]
    bound += [
        Constraint(((str(place), 1),), Interval(Decimal(0), None, True, False)) for place in named
    ]
    return len(minimal_conflict(bound, stated, satisfiable)) == len(stated)
