"""The scores of one step in, arranged so that each question about other pairs is one look-up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from reconcile.alignment.kin import Kin
from reconcile.alignment.looking import pair_finder
from reconcile.records import frozen

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

    Claims = NDArray[int64]
    Column = NDArray[float64]

#: a score that is no higher than this speaks for nothing
FAINT: Final = 0.05
#: partners of a claim that are looked at in one third article, and in all
THIRDS: Final = 3
THIRDS_IN_ALL: Final = 12


@frozen(eq=False)
class Partners:
    """Every claim of a pair with its partner: by claim, then the partner's article, best first."""

    claim: Claims
    partner: Claims
    #: the pair that the two make
    pair: Claims
    score: Column
    #: where the partners in the same article begin, how many they are, and how many are better
    begins: Claims
    sizes: Claims
    rank: Claims
    #: by pair: where its first claim stands here, and its second
    places: tuple[Claims, Claims]


@frozen(eq=False)
class Nearest:
    """By claim: its best partners in each article that are no faint ones, best first."""

    begins: Claims
    sizes: Claims
    partner: Claims
    pair: Claims
    score: Column
    is_best: NDArray[bool_]


@frozen(eq=False)
class Standing:
    """The pairs of a story with their scores, and how their values stand to each other."""

    kin: Kin
    first: Claims
    second: Claims
    scores: Column
    #: whether the values are equal
    same: NDArray[bool_]
    #: how far the values are from one
    gaps: Column
    partners: Partners
    nearest: Nearest
    #: the pair of each of some claims with the one beside it; -1 if it is no candidate
    pair_of: Callable[[Claims, Claims], Claims]

    def score(self, claims: Claims, others: Claims) -> Column:
        """The score of each of some claims with the one beside it, 0 if it is no candidate."""
        import numpy

        pair = self.pair_of(claims, others)
        return numpy.where(pair >= 0, self.scores[pair], 0.0)


def stand(
    kin: Kin, first: Claims, second: Claims, scores: Column, same: NDArray[bool_], gaps: Column
) -> Standing:
    """Pairs with their scores, arranged."""
    partners = _partners(kin, first, second, scores)
    return Standing(
        kin, first, second, scores, same, gaps, partners, _nearest(kin, partners),
        pair_finder(first, second, len(kin.article)),
    )  # fmt: skip


def _partners(kin: Kin, first: Claims, second: Claims, scores: Column) -> Partners:
    import numpy

    count = len(first)
    claim, partner = numpy.append(first, second), numpy.append(second, first)
    score = numpy.tile(scores, 2)
    article = claim * (kin.article.max(initial=0) + 1) + kin.article[partner]
    order = numpy.lexsort((partner, -score, article))
    article = article[order]
    begins = numpy.searchsorted(article, article)
    place = numpy.empty(2 * count, numpy.int64)
    place[order] = numpy.arange(2 * count)
    return Partners(
        claim[order],
        partner[order],
        order % count if count else order,
        score[order],
        begins,
        numpy.searchsorted(article, article, side="right") - begins,
        numpy.arange(2 * count) - begins,
        (place[:count], place[count:]),
    )


def _nearest(kin: Kin, partners: Partners) -> Nearest:
    import numpy

    near = numpy.flatnonzero((partners.rank < THIRDS) & (partners.score > FAINT))
    claim, partner, score = partners.claim[near], partners.partner[near], partners.score[near]
    near = near[numpy.lexsort((partner, kin.article[partner], -score, claim))]
    claim = partners.claim[near]
    near = near[numpy.arange(len(near)) - numpy.searchsorted(claim, claim) < THIRDS_IN_ALL]
    claim, claims = partners.claim[near], numpy.arange(len(kin.article))
    begins = numpy.searchsorted(claim, claims)
    return Nearest(
        begins,
        numpy.searchsorted(claim, claims, side="right") - begins,
        partners.partner[near],
        partners.pair[near],
        partners.score[near],
        partners.rank[near] == 0,
    )
