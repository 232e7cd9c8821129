"""Profiles in, candidate pairs out: of the claims that it shares a block with, each picks a few.

It picks those that share most with it and whose values are most alike in kind and size. How alike
the values are decides only whom to look at, never who wins.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reconcile.alignment.blocks import LARGEST, Blocks, build_blocks, family_of, is_bare
from reconcile.alignment.copies import telling_apart_copies
from reconcile.alignment.crowding import uncrowded
from reconcile.alignment.doubts import count_others, is_withdrawn
from reconcile.alignment.neighbours import nearest_articles
from reconcile.alignment.profiles import Profile
from reconcile.alignment.traits import Family, evidence_of_family
from reconcile.alignment.wordsets import number
from reconcile.records import frozen

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

#: candidates that one claim may pick in one other article, and in all
PER_ARTICLE: Final = 16
PER_CLAIM: Final = 96
#: what it is worth to share the kind, the unit, the size of the value, and the value
SAME_KIND: Final = 2.0
SAME_UNIT: Final = 1.0
NEAR_SIZE: Final = 1.0
SAME_SIZE: Final = 1.0
#: sizes are logarithms, near within this; of dates they are weeks
NEAR: Final = 0.2
WEEK_SECONDS: Final = 7 * 86_400.0
#: values are the same within this
SAME: Final = 0.005

Pair = tuple[int, int]


def candidate_pairs(
    profiles: Sequence[Profile],
    *,
    largest_block: int = LARGEST,
    per_article: int = PER_ARTICLE,
    per_claim: int = PER_CLAIM,
) -> list[Pair]:
    """Pairs of indexes, the smaller first, in order; no claim picks more than ``per_claim``.

    What an article says again in the same words stands for no pair of its own.
    """
    import numpy

    blocks, traits = build_blocks(profiles, largest=largest_block), _read_traits(profiles)
    near = nearest_articles(profiles)
    picked = [
        _picked(index, blocks, traits, near[profile.article], per_article, per_claim)
        for index, profile in enumerate(profiles)
    ]
    first, second, place = _pairs_of(picked)
    article = traits.article
    may_say_the_same = telling_apart_copies([profile.claim for profile in profiles])
    others = evidence_of_family(_OTHERS, profiles, first, second)[:, 0] > 0
    once = numpy.array([profile.said_before is None for profile in profiles], bool)
    able = may_say_the_same(first, second) & ~others & once[first] & once[second]
    pairs = zip(first[able].tolist(), second[able].tolist(), strict=True)
    return uncrowded(dict(zip(pairs, place[able].tolist(), strict=True)), article.tolist())


def _pairs_of(
    picked: Sequence[NDArray[int64]],
) -> tuple[NDArray[int64], NDArray[int64], NDArray[int64]]:
    """The pairs of each claim with those that it picked, in order, each once.

    The smaller index of each, the greater, and how early one of the two picked the other.
    """
    import numpy

    sizes = numpy.array([len(others) for others in picked], numpy.int64)
    own = numpy.repeat(numpy.arange(len(picked)), sizes)
    others = numpy.concatenate(picked) if picked else own
    place = numpy.arange(len(own)) - numpy.repeat(numpy.cumsum(sizes) - sizes, sizes)
    few, many = numpy.minimum(own, others), numpy.maximum(own, others)
    order = numpy.lexsort((place, many, few))
    few, many, place = few[order], many[order], place[order]
    is_first = numpy.ones(len(few), bool)
    is_first[1:] = (few[1:] != few[:-1]) | (many[1:] != many[:-1])
    return few[is_first], many[is_first], place[is_first]


def columns_of(pairs: Sequence[Pair]) -> tuple[NDArray[int64], NDArray[int64]]:
    """The first claim of each pair, and the second."""
    import numpy

    columns = numpy.array(pairs, numpy.int64).reshape(len(pairs), 2)
    return columns[:, 0].copy(), columns[:, 1].copy()


def may_meet(a: Profile, b: Profile) -> bool:
    """Whether values of the two kinds can be one fact: a bare figure can be any."""
    alike = family_of(a) == family_of(b) or is_bare(a) or is_bare(b)
    return alike and not _tells_others(a, b)


def _tells_others(a: Profile, b: Profile) -> bool:
    """Whether two count people whom different things befell, or one takes its figure back."""
    if is_withdrawn(a.claim) or is_withdrawn(b.claim):
        return True
    return count_others(a.claim, b.claim)


_OTHERS: Final = Family(
    ("tells others",),
    lambda profile: (
        profile.claim.kind, profile.scope.get("condition"), is_withdrawn(profile.claim),
    ),
    lambda a, b: [float(_tells_others(a, b))],
)  # fmt: skip


@frozen(eq=False)
class _Traits:
    """What is compared of two claims beside their keys, a column a trait."""

    article: NDArray[int64]
    family: NDArray[int64]
    bare: NDArray[bool_]
    kind: NDArray[int64]
    unit: NDArray[int64]
    line: NDArray[int64]
    #: where the value lies on its line, in steps within which values are near; or nan
    size: NDArray[float64]


def _read_traits(profiles: Sequence[Profile]) -> _Traits:
    import numpy

    return _Traits(
        article=numpy.array([profile.article for profile in profiles], dtype=numpy.int64),
        family=number(family_of(profile) for profile in profiles),
        bare=numpy.array([is_bare(profile) for profile in profiles], dtype=bool),
        kind=number(profile.claim.focus.kind for profile in profiles),
        unit=number((profile.claim.focus.kind, profile.unit) for profile in profiles),
        line=number(_line(profile) for profile in profiles),
        size=numpy.array([_size(profile) for profile in profiles], dtype=numpy.float64),
    )


def _line(profile: Profile) -> str:
    return profile.position.line if profile.position is not None else ""


def _size(profile: Profile) -> float:
    middle = profile.position.middle if profile.position is not None else math.nan
    if profile.claim.focus.kind == "date":
        return middle / WEEK_SECONDS
    return math.log(middle) / NEAR if 0.0 < middle < math.inf else math.nan


def _picked(
    index: int,
    blocks: Blocks,
    traits: _Traits,
    articles: Sequence[int],
    per_article: int,
    per_claim: int,
) -> NDArray[int64]:
    """The claims of some articles that one picks, best first; of equal ones the earlier."""
    import numpy

    others, worth = _met(index, articles, blocks)
    able = _stands_in(traits.article[others], articles) & (
        (traits.family[others] == traits.family[index]) | traits.bare[others] | traits.bare[index]
    )
    others, worth = others[able], worth[able]
    worth = worth + _alike(index, others, traits)
    rank = _rank_in_article(traits.article[others], worth)
    others, worth = others[rank < per_article], worth[rank < per_article]
    best: NDArray[int64] = others[numpy.lexsort((others, -worth))[:per_claim]]
    return best


def _stands_in(article: NDArray[int64], articles: Sequence[int]) -> NDArray[bool_]:
    """Which of some claims, by their article, stand in one of these articles."""
    import numpy

    stands = numpy.zeros(max((*articles, article.max(initial=0))) + 1, bool)
    stands[articles] = True
    return stands[article]


def _rank_in_article(article: NDArray[int64], worth: NDArray[float64]) -> NDArray[int64]:
    """How many claims of the same article come before each one, the best being first."""
    import numpy

    order = numpy.lexsort((-worth, article))
    places = numpy.arange(len(order))
    ordered = article[order]
    begins = numpy.ones(len(order), bool)
    begins[1:] = ordered[1:] != ordered[:-1]
    rank = numpy.empty_like(places)
    rank[order] = places - numpy.maximum.accumulate(numpy.where(begins, places, 0))
    return rank


def _met(
    index: int, articles: Sequence[int], blocks: Blocks
) -> tuple[NDArray[int64], NDArray[float64]]:
    """The claims that share a block with one, and what all that they share is worth."""
    import numpy

    shared = list(blocks.sharing(index, articles))
    if not shared:
        return numpy.zeros(0, numpy.int64), numpy.zeros(0)
    met = numpy.concatenate([block for block, _ in shared])
    shares = numpy.repeat([weight for _, weight in shared], [len(block) for block, _ in shared])
    others = numpy.flatnonzero(numpy.bincount(met)).astype(numpy.int64)
    return others, numpy.bincount(met, shares)[others].astype(numpy.float64)


def _alike(index: int, others: NDArray[int64], traits: _Traits) -> NDArray[float64]:
    """What likeness in kind, unit and size is worth."""
    import numpy

    apart = numpy.abs(traits.size[others] - traits.size[index])
    apart[traits.line[others] != traits.line[index]] = numpy.inf
    worth: NDArray[float64] = SAME_KIND * (traits.kind[others] == traits.kind[index])
    worth += SAME_UNIT * (traits.unit[others] == traits.unit[index])
    worth += NEAR_SIZE * (apart < 1.0)
    worth += SAME_SIZE * (apart * NEAR <= SAME)
    return worth
