"""First scores in, the evidence of the second step out: competition, neighbours, triangles, twins.

Each pair is judged by how it fares against the other pairs: whether either side has a better
partner in the other article, whether other pairs of the same two sentences stand, whether a third
article closes the triangle, and whether a restatement in another unit meets too.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from reconcile.alignment.candidates import Pair
from reconcile.alignment.profiles import Profile
from reconcile.model import Span

#: a first score that is no higher than this speaks for nothing
FAINT: Final = 0.05

SUPPORT_LEVELS: Final = (
    "first score", "best of both", "margin", "worse than another", "rival has the value",
    "sentence supports", "sentence supports with equal values", "neighbours support",
    "third source agrees", "third source agrees with equal values", "third source differs",
    "restatement meets", "sole candidate",
)  # fmt: skip


#: partners of a claim that are looked at in one third article, and in all
THIRDS: Final = 3
THIRDS_IN_ALL: Final = 12


#: from a pair of sentences to the pairs beside it
BESIDE: Final = tuple((a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b)

Sentences = tuple[tuple[int, int], tuple[int, int]]


class Partner(NamedTuple):
    """A claim's partner in another article: its first score, and whether it is the best there."""

    score: float
    article: int
    claim: int
    is_best: bool


def _logit(share: float) -> float:
    bounded = min(max(share, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))


def _best_first(partner: Partner) -> tuple[float, int, int]:
    return -partner.score, partner.article, partner.claim


class Standing:
    """The first scores of a story's pairs, arranged so that each question is one look-up."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        scores: Mapping[Pair, float],
        equal: Mapping[Pair, bool],
    ) -> None:
        self.profiles = profiles
        self.scores = scores
        self.equal = equal
        #: claim, other article: its partners there, best first
        self.partners: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
        #: sentence pair: the pairs between the two sentences
        self.between: dict[Sentences, list[Pair]] = defaultdict(list)
        #: sentence pair: the best score of equal values in the sentences beside them
        self.beside: dict[Sentences, float] = {}
        self.by_span = {
            (profile.article, profile.claim.focus.span): profile.index for profile in profiles
        }
        for (a, b), score in scores.items():
            self.partners[a, profiles[b].article].append((score, b))
            self.partners[b, profiles[a].article].append((score, a))
            if score > FAINT:
                sentences = profiles[a].sentence_key, profiles[b].sentence_key
                self.between[sentences].append((a, b))
                if equal.get((a, b)):
                    self._tell_beside(sentences, score)
        for found in self.partners.values():
            found.sort(key=lambda item: (-item[0], item[1]))
        #: claim: its best partners in each article that are no faint ones, best first
        self.nearest = self._nearest()

    def _tell_beside(self, sentences: Sentences, score: float) -> None:
        (article_a, index_a), (article_b, index_b) = sentences
        for step, other in BESIDE:
            key = (article_a, index_a + step), (article_b, index_b + other)
            if score > self.beside.get(key, 0.0):
                self.beside[key] = score

    def _nearest(self) -> dict[int, list[Partner]]:
        nearest: dict[int, list[Partner]] = defaultdict(list)
        for (claim, article), found in self.partners.items():
            nearest[claim] += [
                Partner(score, article, other, rank == 0)
                for rank, (score, other) in enumerate(found[:THIRDS])
                if score > FAINT
            ]
        return {
            claim: sorted(found, key=_best_first)[:THIRDS_IN_ALL]
            for claim, found in nearest.items()
        }

    def score(self, a: int, b: int) -> float:
        """The first score of a pair, 0 where it is no candidate."""
        return self.scores.get((a, b) if a < b else (b, a), 0.0)

    def same(self, a: int, b: int) -> bool:
        """Whether the two values are equal."""
        return self.equal.get((a, b) if a < b else (b, a), False)

    def rival(self, a: int, b: int) -> float:
        """The best first score that ``a`` has in ``b``'s article with another claim than ``b``."""
        twins = self.profiles[b].twins
        for score, other in self.partners.get((a, self.profiles[b].article), ()):
            if other != b and not (twins and self.profiles[other].claim.focus.span in twins):
                return score
        return 0.0

    def rival_with_value(self, a: int, b: int) -> float:
        """The best first score of another claim in ``b``'s article that has ``a``'s very value."""
        for score, other in self.partners.get((a, self.profiles[b].article), ()):
            if other != b and self.same(a, other):
                return score
        return 0.0


def support_of(standing: Standing, a: int, b: int) -> list[float]:
    """The numbers of ``SUPPORT_LEVELS`` for one pair."""
    score = standing.score(a, b)
    rival_a, rival_b = standing.rival(a, b), standing.rival(b, a)
    same = standing.same(a, b)
    rival_with_value = 0.0
    if not same:
        rival_with_value = max(standing.rival_with_value(a, b), standing.rival_with_value(b, a))
    best = max(rival_a, rival_b)
    sentence, sentence_equal = _sentence_support(standing, a, b)
    agrees, agrees_equal, differs = _triangles(standing, a, b)
    return [
        _logit(score),
        1.0 if score >= best else 0.0,
        score - best,
        1.0 if score < 0.5 * best else 0.0,
        rival_with_value,
        sentence,
        sentence_equal,
        _neighbour_support(standing, a, b),
        agrees,
        agrees_equal,
        differs,
        _twin_support(standing, a, b),
        1.0 if best < 0.02 else 0.0,
    ]


def _sentence_support(standing: Standing, a: int, b: int) -> tuple[float, float]:
    first, second = standing.profiles[a], standing.profiles[b]
    support = support_equal = 0.0
    for c, d in standing.between.get((first.sentence_key, second.sentence_key), ()):
        if c == a or d == b or _twinned(standing, a, c) or _twinned(standing, b, d):
            continue
        score = standing.score(c, d)
        support = max(support, score)
        if standing.same(c, d):
            support_equal = max(support_equal, score)
    return support, support_equal


def _twinned(standing: Standing, a: int, c: int) -> bool:
    twins = standing.profiles[a].twins
    return bool(twins) and standing.profiles[c].claim.focus.span in twins


def _neighbour_support(standing: Standing, a: int, b: int) -> float:
    key = standing.profiles[a].sentence_key, standing.profiles[b].sentence_key
    return standing.beside.get(key, 0.0)


def _triangles(standing: Standing, a: int, b: int) -> tuple[float, float, float]:
    """How surely a third article closes the triangle; how surely it knows one side alone.

    Partners come best first, so the search ends where none that follows can change the outcome.
    (It is the innermost loop of alignment: no ``max`` and ``min`` in it.)
    """
    agrees = agrees_equal = differs = 0.0
    article_a, article_b = standing.profiles[a].article, standing.profiles[b].article
    for partner in standing.nearest.get(a, ()):
        if partner.score <= agrees_equal and partner.score <= differs:
            break
        if partner.article == article_b:
            continue
        closing = standing.score(b, partner.claim)
        both = closing if closing < partner.score else partner.score
        if both > agrees:
            agrees = both
        if partner.score - closing > differs:
            differs = partner.score - closing
        if both > agrees_equal and _equal_to_either(standing, partner.claim, a, b):
            agrees_equal = both
    for partner in standing.nearest.get(b, ()):
        if partner.score <= differs:
            break
        if partner.is_best and partner.article != article_a:
            differs = max(differs, partner.score - standing.score(a, partner.claim))
    return agrees, agrees_equal, differs


def _equal_to_either(standing: Standing, claim: int, a: int, b: int) -> bool:
    return standing.same(a, claim) or standing.same(b, claim)


def _twin_support(standing: Standing, a: int, b: int) -> float:
    first, second = standing.profiles[a], standing.profiles[b]
    support = 0.0
    if not first.twins and not second.twins:
        return support
    for twin in _indexes(standing, first.article, first.twins):
        support = max(support, standing.score(twin, b))
        for other in _indexes(standing, second.article, second.twins):
            support = max(support, standing.score(twin, other))
    for twin in _indexes(standing, second.article, second.twins):
        support = max(support, standing.score(a, twin))
    return support


def _indexes(standing: Standing, article: int, spans: frozenset[Span]) -> list[int]:
    found = (standing.by_span.get((article, span)) for span in sorted(spans))
    return [index for index in found if index is not None]
