"""An expectation and the claims of an article in; those that speak of the same out, best first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reconcile.alignment.lexicon import concept
from reconcile.model import Article, Claim, Span
from reconcile.records import frozen
from reconcile.report.asking import is_alike, words_of
from reconcile.testing.expectations import Expectation, noun_of

#: the share of an expectation's words that a claim must have to bear it out
LEAST_TO_MEET: Final = 0.5
#: what it takes where the claim states the very sum, which is seldom met by chance
LEAST_FOR_THE_SAME: Final = 0.3
#: and to contradict it: an alarm takes more
LEAST_TO_CONTRADICT: Final = 0.75
#: kinds that a person has one of: of the others the same person may have any number
_OF_ONE: Final = frozenset(("age", "role", "polarity"))
#: what a word counts that stands in the sentences around only, or in the heading
_NEARBY: Final = 0.5
_ANYBODY: Final = "person"


@frozen
class Candidate:
    """A claim that may answer an expectation, and how much of its words it has."""

    claim: Claim
    #: the share of the expectation's words, 0 to 1
    share: float
    #: how far off they stand from the value in the parse
    distance: float
    #: whether what it measures, or what it says of it, is what the expectation is about
    anchored: bool
    #: whether its sentence has the other values that the expectation names
    same_time: bool


def candidates(
    expected: Expectation, claims: Sequence[Claim], article: Article
) -> tuple[Candidate, ...]:
    """The claims of one article that have some of the expectation's words, the nearest first."""
    rated = [_rate(expected, each, article) for each in claims if _is_comparable(expected, each)]
    foremost = [each for each in rated if each.share > 0]
    return tuple(
        sorted(foremost, key=lambda each: (-each.share, each.distance, each.claim.focus.start))
    )


def contradicting(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those that may contradict: on what the expectation is about, the nearest of each sentence."""
    sure = [each for each in found if each.share >= LEAST_TO_CONTRADICT]
    nearest: dict[Span, float] = {}
    for each in sure:
        nearest.setdefault(each.claim.clause.sentence, each.distance)
    return tuple(
        each
        for each in sure
        if each.anchored and each.same_time and each.distance == nearest[each.claim.clause.sentence]
    )


def _is_comparable(expected: Expectation, claim: Claim) -> bool:
    wanted, found = expected.claim, claim
    if wanted.kind != found.kind and not (found.kind == "age" and _may_be_age(wanted)):
        return False
    if found.clause.negated and found.kind != "polarity":
        return False
    return _counts_the_same(expected, claim)


def _may_be_age(claim: Claim) -> bool:
    """Whether a figure stands without a noun or a unit: "Aasland is 49"."""
    return claim.kind == "count" and claim.focus.value is not None and not claim.focus.value.unit


def _counts_the_same(expected: Expectation, claim: Claim) -> bool:
    """Whether what is counted may be one: passengers and people, the dead and those killed."""
    noun, other = expected.noun, noun_of(claim)
    if not noun or not other or noun == other or concept(_ANYBODY) in (noun, other):
        return True
    return noun == concept(claim.context.governor) or other in expected.about


def _own(claim: Claim) -> dict[str, float]:
    """The concepts of the claim's own sentence, with how far off they stand."""
    found: dict[str, float] = {}
    for lemma, distance in (*claim.context.near, *claim.context.names):
        found.setdefault(concept(lemma), distance)
    return found


def _rate(expected: Expectation, claim: Claim, article: Article) -> Candidate:
    own, context, span = _own(claim), claim.context, claim.clause.sentence
    around = {
        concept(lemma) for lemma in (*context.around, *context.names_around, *context.heading)
    }
    said = words_of(article.text[span.start : span.end])
    anchors = {concept(word) for word in (context.governor, context.measured) if word}
    own.update({word: own.get(word, 0.0) for word in anchors})
    share = 0.0
    for word, lemma in expected.about.items():
        if word in own or any(is_alike(lemma, other) for other in said):
            share += 1.0
        elif word in around:
            share += _NEARBY
    return Candidate(
        claim,
        share=share / max(len(expected.about), 1),
        distance=sum(own.get(word, 0.0) for word in expected.about),
        anchored=bool(_anchors(claim) & expected.about.keys()),
        same_time=all(any(is_alike(word, other) for other in said) for word in expected.others),
    )


def _anchors(claim: Claim) -> set[str]:
    """The concepts of what a claim measures and what happens: not who or how many they are."""
    context = claim.context
    words = {word for word in (context.governor, context.measured) if word}
    if claim.kind not in _OF_ONE:
        words -= {name for name, _ in context.names}
    anchors = {concept(word) for word in words}
    return anchors - {noun_of(claim)} or anchors
