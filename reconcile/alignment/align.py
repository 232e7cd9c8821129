"""Claims in, facts out: candidates, steps of scores, assignment; what is left is unmatched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from reconcile.alignment.assignment import Group, assign
from reconcile.alignment.candidates import Pair, candidate_pairs
from reconcile.alignment.copies import telling_apart_copies
from reconcile.alignment.ladder import explain_pair
from reconcile.alignment.ordering import by_content, place_of
from reconcile.alignment.plain import distinct_plain, group_plain, probability_of
from reconcile.alignment.profiles import Profile, profile_claims, same_article
from reconcile.alignment.score import Scored, Weights, score_pairs, weights_for
from reconcile.alignment.titles import title_of
from reconcile.model import VALUE_KINDS, Article, Claim, Evidence, Unmatched
from reconcile.records import evolve, frozen

if TYPE_CHECKING:
    from reconcile.semantic import Encoder


@frozen
class Link:
    """Two claims of one question, from different sources, and how probable it is that they are."""

    #: indexes into ``Question.claims``
    a: int
    b: int
    probability: float
    evidence: tuple[Evidence, ...] = ()


@frozen
class Question:
    """The claims that answer one question, and the pairs of them to compare."""

    #: a few words that name it
    title: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]


@frozen
class Alignment:
    """What the claims of several sources have in common, and what they have not."""

    questions: tuple[Question, ...]
    unmatched: tuple[Unmatched, ...]


def align(
    claims: Sequence[Claim],
    articles: Sequence[Article],
    *,
    weights: Weights | None = None,
    encoder: Encoder | None = None,
) -> Alignment:
    """The questions that two or more sources answer, in the order of their first claim.

    With an ``encoder``, which turns texts into vectors, what the words mean is evidence too; the
    weights must have been learned with it. In what order the sources are given changes the order
    of what is told, and nothing else.
    """
    ordered = by_content(claims, articles)
    return _as_given(_align(*ordered, weights or weights_for(encoder), encoder), claims)


def _align(
    claims: Sequence[Claim],
    articles: Sequence[Article],
    weights: Weights,
    encoder: Encoder | None,
) -> Alignment:
    figures = [claim for claim in claims if claim.kind in VALUE_KINDS]
    profiles = profile_claims(figures, articles, encoder)
    pairs = candidate_pairs(profiles)
    scored = score_pairs(profiles, pairs, weights)
    groups = assign(scored.probabilities, bar=weights.fact_bar, together=same_article(profiles))
    questions = [_question(group, profiles, scored, weights) for group in groups]
    questions += _plain_questions(claims, articles)
    return Alignment(tuple(questions), _unmatched(profiles, scored, groups))


def _as_given(found: Alignment, claims: Sequence[Claim]) -> Alignment:
    """The same in the order in which the claims were given; what has a value comes first."""
    place = {place_of(claim): index for index, claim in enumerate(claims)}

    def of(claim: Claim) -> int:
        return place[place_of(claim)]

    def first(question: Question) -> tuple[bool, int]:
        return question.claims[0].kind not in VALUE_KINDS, of(question.claims[0])

    questions = [_question_as_given(question, of) for question in found.questions]
    return Alignment(
        tuple(sorted(questions, key=first)),
        tuple(sorted(found.unmatched, key=lambda each: of(each.claim))),
    )


def _question_as_given(question: Question, place: Callable[[Claim], int]) -> Question:
    order = sorted(range(len(question.claims)), key=lambda index: place(question.claims[index]))
    moved = {old: new for new, old in enumerate(order)}
    links = (_link_as_given(link, moved) for link in question.links)
    return evolve(
        question,
        claims=tuple(question.claims[index] for index in order),
        links=tuple(sorted(links, key=lambda link: (link.a, link.b))),
    )


def _link_as_given(link: Link, moved: Mapping[int, int]) -> Link:
    a, b = sorted((moved[link.a], moved[link.b]))
    evidence = tuple(evolve(each, a=a, b=b) for each in link.evidence)
    return evolve(link, a=a, b=b, evidence=evidence)


def _plain_questions(claims: Sequence[Claim], articles: Sequence[Article]) -> list[Question]:
    """What several sources say without a figure."""
    profiles = profile_claims(distinct_plain(claims), articles)
    may_say_the_same = telling_apart_copies([profile.claim for profile in profiles])
    questions = []
    for group, likeness in group_plain(profiles, articles):
        stated = tuple(profiles[index].claim for index in group)
        links = tuple(
            Link(a, b, probability_of(profiles[first], likeness[first, second]))
            for a, first in enumerate(group)
            for b, second in enumerate(group[a + 1 :], a + 1)
            if (first, second) in likeness
            and may_say_the_same(profiles[first].claim, profiles[second].claim)
        )
        questions.append(Question(title_of(stated), stated, links))
    return questions


def _question(
    group: Group, profiles: Sequence[Profile], scored: Scored, weights: Weights
) -> Question:
    claims = tuple(profiles[index].claim for index in group)
    links = tuple(
        Link(a, b, scored.probabilities[pair], explain_pair(a, b, pair, profiles, scored, weights))
        for a, first in enumerate(group)
        for b, second in enumerate(group[a + 1 :], a + 1)
        if (pair := (first, second)) in scored.probabilities
    )
    return Question(title_of(claims), claims, links)


def _unmatched(
    profiles: Sequence[Profile], scored: Scored, groups: Sequence[Group]
) -> tuple[Unmatched, ...]:
    grouped = {index for group in groups for index in group}
    nearest: dict[int, tuple[float, Pair]] = {}
    for pair, probability in scored.probabilities.items():
        for index in pair:
            if index not in grouped and probability > nearest.get(index, (0.0, pair))[0]:
                nearest[index] = (probability, pair)
    return tuple(
        _alone(profile, nearest.get(profile.index), profiles, grouped)
        for profile in profiles
        if profile.index not in grouped
    )


def _alone(
    profile: Profile,
    nearest: tuple[float, Pair] | None,
    profiles: Sequence[Profile],
    grouped: set[int],
) -> Unmatched:
    if nearest is None:
        return Unmatched(profile.claim, None, "no other source says anything like it")
    _, (a, b) = nearest
    other = profiles[b if a == profile.index else a]
    if other.index in grouped:
        return Unmatched(profile.claim, other.claim, "the nearest statement answers another one")
    return Unmatched(profile.claim, other.claim, _difference(profile, other))


def _difference(a: Profile, b: Profile) -> str:
    """What keeps the two apart, in words."""
    for slot in sorted(a.scope.keys() & b.scope.keys()):
        if a.scope[slot] != b.scope[slot]:
            return f"its {slot} differs: {a.scope[slot]}, not {b.scope[slot]}"
    first, second = a.claim.context, b.claim.context
    if a.measured and b.measured and a.measured != b.measured:
        return f"it measures {first.measured}, not {second.measured}"
    if a.governor and b.governor and a.governor != b.governor:
        return f"it says “{first.governor}”, not “{second.governor}”"
    return "the two share too little to be one fact"
