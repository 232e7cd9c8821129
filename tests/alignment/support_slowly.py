"""The pairs of a story held against one another one at a time: the slow way of ``support``."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from reconcile.alignment.profiles import Profile
from reconcile.model import Span

Pair = tuple[int, int]
#: a score that is no higher than this speaks for nothing
FAINT: Final = 0.05

#: what the partners of a claim in one article share, this much is nobody's
NOBODY: Final = 0.001


#: partners of a claim that are looked at in one third article, and in all
THIRDS: Final = 3
THIRDS_IN_ALL: Final = 12


#: from a pair of sentences to the pairs beside it
BESIDE: Final = tuple((a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b)

Sentences = tuple[tuple[int, int], tuple[int, int]]


class Partner(NamedTuple):
    """A claim's partner in another article: its score, and whether it is the best there."""

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
    """The scores of a step for a story's pairs, arranged so that each question is one look-up."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        scores: Mapping[Pair, float],
        relations: Mapping[Pair, str],
        gaps: Mapping[Pair, float],
    ) -> None:
        self.profiles = profiles
        self.scores = scores
        #: pair: how its values stand to each other, "same", "overlapping", "apart" or ""
        self.relations = relations
        #: pair: how far its values are from one
        self.gaps = gaps
        #: claim, other article: its partners there, best first
        self.partners: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
        #: sentence pair: the pairs between the two sentences
        self.between: dict[Sentences, list[Pair]] = defaultdict(list)
        #: sentence pair: the best score in the sentences beside them, at all and of equal values
        self.beside: dict[Sentences, float] = {}
        self.beside_equal: dict[Sentences, float] = {}
        self.by_span = {
            (profile.article, profile.claim.focus.span): profile.index for profile in profiles
        }
        for (a, b), score in scores.items():
            self.partners[a, profiles[b].article].append((score, b))
            self.partners[b, profiles[a].article].append((score, a))
            if score > FAINT:
                sentences = profiles[a].sentence_key, profiles[b].sentence_key
                self.between[sentences].append((a, b))
                _tell_beside(self.beside, sentences, score)
                if relations.get((a, b)) == "same":
                    _tell_beside(self.beside_equal, sentences, score)
        for found in self.partners.values():
            found.sort(key=lambda item: (-item[0], item[1]))
        #: claim: its best partners in each article that are no faint ones, best first
        self.nearest = self._nearest()
        #: claim: the claims of its article that carry the same figure
        self.repeats = _repeats(profiles)

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
        """The score of a pair, 0 where it is no candidate."""
        return self.scores.get((a, b) if a < b else (b, a), 0.0)

    def same(self, a: int, b: int) -> bool:
        """Whether the two values are equal."""
        return self.relation(a, b) == "same"

    def relation(self, a: int, b: int) -> str:
        """How the two values stand to each other."""
        return self.relations.get((a, b) if a < b else (b, a), "")

    def rival(self, a: int, b: int) -> float:
        """The best score that ``a`` has in ``b``'s article with another claim than ``b``."""
        twins = self.profiles[b].twins
        for score, other in self.partners.get((a, self.profiles[b].article), ()):
            if other != b and not (twins and self.profiles[other].claim.focus.span in twins):
                return score
        return 0.0

    def share(self, a: int, b: int, score: float) -> float:
        """The part that ``b`` has of all that ``a``'s partners in ``b``'s article score.

        What says ``b`` again takes nothing from it.
        """
        article, twins, repeats = self.profiles[b].article, self.profiles[b].twins, self.repeats
        others = sum(
            rival
            for rival, other in self.partners.get((a, article), ())
            if other != b
            and not (twins and self.profiles[other].claim.focus.span in twins)
            and other not in repeats.get(b, ())
        )
        return score / (score + others + NOBODY)

    def rivals_by_value(self, a: int, b: int) -> tuple[float, float]:
        """The best scores that ``a`` has with a closer and with a farther value than ``b``'s.

        Of claims in ``b``'s article that do not say ``b`` again.
        """
        closer = farther = 0.0
        gap, twins = self.gap(a, b), self.profiles[b].twins
        for score, other in self.partners.get((a, self.profiles[b].article), ()):
            if other == b or other in self.repeats.get(b, ()):
                continue
            if twins and self.profiles[other].claim.focus.span in twins:
                continue
            rival = self.gap(a, other)
            if rival < gap:
                closer = max(closer, score)
            elif rival > gap:
                farther = max(farther, score)
        return closer, farther

    def gap(self, a: int, b: int) -> float:
        """How far the two values are from one."""
        return self.gaps[(a, b) if a < b else (b, a)]

    def rival_with_value(self, a: int, b: int) -> float:
        """The best score of another claim in ``b``'s article that has ``a``'s very value."""
        for score, other in self.partners.get((a, self.profiles[b].article), ()):
            if other != b and self.same(a, other):
                return score
        return 0.0


def _tell_beside(beside: dict[Sentences, float], sentences: Sentences, score: float) -> None:
    """Let every pair of sentences beside a pair know of its score."""
    (article_a, index_a), (article_b, index_b) = sentences
    for step, other in BESIDE:
        key = (article_a, index_a + step), (article_b, index_b + other)
        if score > beside.get(key, 0.0):
            beside[key] = score


def _repeats(profiles: Sequence[Profile]) -> dict[int, tuple[int, ...]]:
    same: dict[tuple[int, str, float, float], list[int]] = defaultdict(list)
    for profile in profiles:
        if profile.position is not None:
            place = profile.position
            same[profile.article, place.line, place.low, place.high].append(profile.index)
    return {
        index: tuple(other for other in group if other != index)
        for group in same.values()
        if len(group) > 1
        for index in group
    }


def support_of(standing: Standing, a: int, b: int) -> list[float]:
    """The numbers of ``SUPPORT_LEVELS`` for one pair."""
    score, relation = standing.score(a, b), standing.relation(a, b)
    key = standing.profiles[a].sentence_key, standing.profiles[b].sentence_key
    before = _logit(score)
    return [
        before,
        before if relation == "same" else 0.0,
        before if relation == "overlapping" else 0.0,
        before if relation == "apart" else 0.0,
        *_competition(standing, a, b, score, relation),
        *_sentence_support(standing, a, b),
        standing.beside.get(key, 0.0),
        standing.beside_equal.get(key, 0.0),
        *_triangles(standing, a, b),
        _twin_support(standing, a, b),
        _repeat_support(standing, a, b),
        1.0 if max(standing.rival(a, b), standing.rival(b, a)) < 0.02 else 0.0,
    ]


def _competition(
    standing: Standing, a: int, b: int, score: float, relation: str
) -> tuple[float, ...]:
    best = max(standing.rival(a, b), standing.rival(b, a))
    rival_with_value = 0.0
    if relation != "same":
        rival_with_value = max(standing.rival_with_value(a, b), standing.rival_with_value(b, a))
    found = standing.rivals_by_value(a, b), standing.rivals_by_value(b, a)
    closer = max(rivals[0] for rivals in found)
    less, surer = sorted((standing.share(a, b, score), standing.share(b, a, score)))
    return (
        1.0 if score >= best else 0.0,
        score - best,
        1.0 if score < 0.5 * best else 0.0,
        rival_with_value,
        less,
        surer,
        less if relation == "same" else 0.0,
        less if relation == "apart" else 0.0,
        closer,
        score - closer,
        1.0 if closer > score else 0.0,
        max(rivals[1] for rivals in found),
    )


def _sentence_support(standing: Standing, a: int, b: int) -> tuple[float, float, float]:
    first, second = standing.profiles[a], standing.profiles[b]
    support = support_equal = in_all = 0.0
    for c, d in standing.between.get((first.sentence_key, second.sentence_key), ()):
        if c == a or d == b or _twinned(standing, a, c) or _twinned(standing, b, d):
            continue
        score = standing.score(c, d)
        in_all += score
        support = max(support, score)
        if standing.same(c, d):
            support_equal = max(support_equal, score)
    return support, support_equal, min(in_all, 3.0)


def _twinned(standing: Standing, a: int, c: int) -> bool:
    twins = standing.profiles[a].twins
    return bool(twins) and standing.profiles[c].claim.focus.span in twins


def _triangles(standing: Standing, a: int, b: int) -> tuple[float, float, float, float]:
    """How surely third articles close the triangle; how surely one knows one side alone.

    (It is the innermost loop of alignment: no ``max`` and ``min`` in it.)
    """
    agrees = agrees_equal = in_all = differs = 0.0
    article_a, article_b = standing.profiles[a].article, standing.profiles[b].article
    for partner in standing.nearest.get(a, ()):
        if partner.article == article_b:
            continue
        closing = standing.score(b, partner.claim)
        in_all += closing * partner.score
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
    return agrees, agrees_equal, in_all if in_all < 2.0 else 2.0, differs


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


def _repeat_support(standing: Standing, a: int, b: int) -> float:
    """The best score of a claim with the same figure, elsewhere in either article."""
    found = [standing.score(other, b) for other in standing.repeats.get(a, ())]
    found += [standing.score(a, other) for other in standing.repeats.get(b, ())]
    return max(found, default=0.0)


def _indexes(standing: Standing, article: int, spans: frozenset[Span]) -> list[int]:
    found = (standing.by_span.get((article, span)) for span in sorted(spans))
    return [index for index in found if index is not None]
