"""An expectation and the claims of each source in; whether it is borne out, and by what, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.comparison import compare
from reconcile.model import Article, Claim, Judgement, Value
from reconcile.records import frozen
from reconcile.report.quotes import quote_claim
from reconcile.testing.acts import fit_act, is_act, is_near
from reconcile.testing.discrepancies import Discrepancy, sighting
from reconcile.testing.expectations import Expectation, read_expectation
from reconcile.testing.fitting import Fit, can_meet, fit
from reconcile.testing.searching import (
    LEAST_FOR_THE_SAME,
    LEAST_TO_CONTRADICT,
    LEAST_TO_MEET,
    Candidate,
    candidates,
    contradicting,
)

#: how many statements are shown that came near
_SHOWN: Final = 3
#: kinds whose values are often met by chance
_SMALL_NUMBERS: Final = frozenset(("count", "rank", "age"))
#: the reason for which what may happen is compatible with what did
_LESS_SURE: Final = "certainty"
#: the reasons for which two titles that are not the same are compatible
_MAY_BE_HELD_BESIDES: Final = ("variant",)


@frozen
class Answer:
    """What one statement of a source says of an expectation."""

    claim: Claim
    article: Article
    fit: Fit
    #: the share of the expectation's words that it has
    share: float
    #: whether what it measures, or what it says happens, is among them
    anchored: bool


@frozen
class Outcome:
    """What the sources say of an expectation."""

    words: str
    #: the statements that bear it out
    met_by: tuple[Answer, ...]
    #: why it does not hold; ``None`` where it does
    discrepancy: Discrepancy | None


def hold_against(
    words: str,
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    *,
    tolerance: Value | None = None,
) -> Outcome:
    """Whether the articles bear a sentence out.

    It holds where one of them states it, and none that speaks of it states something else. Raises
    ExpectationNotRead where the sentence states nothing that articles could be held to.
    """
    met: list[Answer] = []
    unmet: list[Answer] = []
    near: list[Answer] = []
    for article in articles.values():
        expected = read_expectation(words, article.published)
        own = [claim for claim in claims if claim.article == article.id]
        found = candidates(expected, own, article)
        answers = _answers(expected, found, article, tolerance)
        fitting = [each for each in answers if each.fit and _bears_out(each)]
        sure = _answers(expected, contradicting(found), article, tolerance)
        acts = [each for each in answers if is_act(each.claim, expected.claim)]
        against = [each for each in (*sure, *acts) if not each.fit]
        met += fitting
        unmet += [] if fitting else against
        near += answers or _near_by(expected, found, article)
    return Outcome(words, tuple(met), _discrepancy(words, met, unmet, near))


def _bears_out(answer: Answer) -> bool:
    """Whether a statement that fits is on the fact: the looser it is, the more words that takes."""
    kind, is_same = answer.claim.kind, answer.fit.verdict == "agree"
    if answer.fit.is_loose:
        return kind == "date" and answer.share >= LEAST_TO_CONTRADICT and answer.anchored
    if is_same and kind == "money":
        return answer.share >= LEAST_FOR_THE_SAME
    if kind in _SMALL_NUMBERS:
        return answer.share >= LEAST_TO_CONTRADICT or (
            answer.anchored and answer.share >= LEAST_TO_MEET
        )
    return answer.share >= LEAST_TO_MEET


def _answers(
    expected: Expectation, found: Sequence[Candidate], article: Article, tolerance: Value | None
) -> list[Answer]:
    answers = (_answer(expected, each, article, tolerance) for each in found)
    return [answer for answer in answers if answer is not None]


def _answer(
    expected: Expectation, candidate: Candidate, article: Article, tolerance: Value | None
) -> Answer | None:
    claim = candidate.claim
    if is_act(claim, expected.claim):
        acted = fit_act(claim, expected.claim)
        if acted is None:
            return None
        return Answer(claim, article, acted, candidate.share, candidate.anchored)
    judgement = compare(claim, expected.claim, article, expected.article, running=False)
    if judgement is None:
        return None
    wanted, stated = expected.claim.focus.value, claim.focus.value
    if wanted is None or stated is None:
        if not candidate.anchored or not _is_said(claim, judgement):
            return None
        fitted = Fit(judgement.verdict != "conflict", judgement.explanation, judgement.verdict)
    elif not can_meet(stated, wanted, judgement):
        return None
    else:
        fitted = fit(stated, wanted, judgement, tolerance)
    return Answer(claim, article, fitted, candidate.share, candidate.anchored)


def _near_by(expected: Expectation, found: Sequence[Candidate], article: Article) -> list[Answer]:
    """What else is told of those that an expected act names: no answer, but worth a look."""
    apart = Fit(False, "It tells of another act.", "compatible")
    return [
        Answer(each.claim, article, apart, each.share, each.anchored)
        for each in found
        if each.share >= LEAST_TO_CONTRADICT and is_near(each.claim, expected.claim)
    ]


def _is_said(claim: Claim, judgement: Judgement) -> bool:
    """Whether words say or deny what is expected.

    A title that may be held besides does not, nor what may happen, where it is said to have.
    """
    if judgement.verdict == "compatible" and judgement.reason == _LESS_SURE:
        return False
    besides = judgement.verdict == "compatible" and judgement.reason in _MAY_BE_HELD_BESIDES
    return claim.kind != "role" or not besides


def _discrepancy(
    words: str, met: Sequence[Answer], unmet: Sequence[Answer], near: Sequence[Answer]
) -> Discrepancy | None:
    if unmet:
        return _told(words, "expectation not met", unmet[0].fit.explanation, unmet, unmet[0])
    if met:
        return None
    why = "No source states it"
    if not near:
        return _told(words, "expectation not met", f"{why}, or anything like it.", (), None)
    nearest = sorted(near, key=lambda each: -each.share)[:_SHOWN]
    return _told(words, "expectation not met", f"{why}; this comes nearest.", nearest, None)


def _told(
    words: str, sort: str, why: str, answers: Sequence[Answer], first: Answer | None
) -> Discrepancy:
    expected = first.fit.gap if first else None
    return Discrepancy(
        title=f"“{words}”",
        sort=sort,
        explanation=why,
        sightings=tuple(
            sighting(quote_claim(each.claim, each.article), each.article) for each in answers
        ),
        gap=expected,
    )
