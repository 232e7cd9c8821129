"""Claims in, facts out: candidates, steps of scores, assignment; what is left is unmatched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reconcile.alignment.assignment import Group, assign
from reconcile.alignment.candidates import Pair, candidate_pairs, columns_of
from reconcile.alignment.copies import telling_apart_copies
from reconcile.alignment.ladder import explain_links
from reconcile.alignment.ordering import by_content, place_of
from reconcile.alignment.plain import distinct_plain, group_plain, probability_of
from reconcile.alignment.profiles import Profile, profile_claims, same_article
from reconcile.alignment.score import Scored, Weights, score_pairs, weights_for
from reconcile.alignment.titles import title_of
from reconcile.model import VALUE_KINDS, Article, Claim, Evidence, Unmatched
from reconcile.records import frozen

if TYPE_CHECKING:
    from reconcile.semantic import Encoder


#: where each claim stands among those given, by its id
Order = Mapping[int, int]


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

    With an ``encoder``, how alike it finds what two claims tell is evidence too; where the weights
    were not learned with one, it is not asked. Raises ValueError where they were, and none is
    given. In what order the sources are given changes the order of what is told, and nothing else.
    """
    places = {place_of(claim): index for index, claim in enumerate(claims)}
    order = {id(claim): places[place_of(claim)] for claim in claims}
    ordered = by_content(claims, articles)
    weights = weights or weights_for(encoder)
    if not weights.with_encoder:
        encoder = None
    elif encoder is None:
        raise ValueError("these weights were learned with an encoder, and none is given")
    found = _align(*ordered, weights, encoder, order)

    def first(question: Question) -> tuple[bool, int]:
        return question.claims[0].kind not in VALUE_KINDS, order[id(question.claims[0])]

    return Alignment(
        tuple(sorted(found.questions, key=first)),
        tuple(sorted(found.unmatched, key=lambda each: order[id(each.claim)])),
    )


def _align(
    claims: Sequence[Claim],
    articles: Sequence[Article],
    weights: Weights,
    encoder: Encoder | None,
    order: Order,
) -> Alignment:
    """What claims in an order of their own have in common; questions tell them as given."""
    figures = [claim for claim in claims if claim.kind in VALUE_KINDS]
    likeness = encoder(figures, articles) if encoder else None
    profiles = profile_claims(figures, articles)
    plain = _plain_questions(claims, articles, order)  # an encoder may be reading meanwhile
    scored = score_pairs(profiles, candidate_pairs(profiles), weights, likeness)
    groups = assign(scored.probabilities, bar=weights.fact_bar, together=same_article(profiles))
    questions = [*_questions(groups, profiles, scored, weights, order), *plain]
    return Alignment(tuple(questions), _unmatched(profiles, scored, groups))


def _plain_questions(
    claims: Sequence[Claim], articles: Sequence[Article], order: Order
) -> list[Question]:
    """What several sources say without a figure."""
    profiles = profile_claims(distinct_plain(claims), articles)
    may_say_the_same = telling_apart_copies([profile.claim for profile in profiles])
    questions = []
    for group, likeness in group_plain(profiles, articles):
        members = _as_given(group, profiles, order)
        linked = _pairs_of(members, likeness)
        may = may_say_the_same(*columns_of([pair for _, _, pair in linked])).tolist()
        links = tuple(
            Link(a, b, probability_of(profiles[pair[0]], likeness[pair]))
            for (a, b, pair), may_be_one in zip(linked, may, strict=True)
            if may_be_one
        )
        title = title_of(_claims(group, profiles))
        questions.append(Question(title, _claims(members, profiles), links))
    return questions


def _questions(
    groups: Sequence[Group],
    profiles: Sequence[Profile],
    scored: Scored,
    weights: Weights,
    order: Order,
) -> list[Question]:
    """What several sources say with a figure, with the evidence of every pair."""
    likely = scored.probabilities
    given = [_as_given(group, profiles, order) for group in groups]
    linked = [_pairs_of(members, likely) for members in given]
    told = iter(explain_links([link for links in linked for link in links], scored, weights))
    return [
        Question(
            title_of(_claims(group, profiles)),
            _claims(members, profiles),
            tuple(Link(a, b, likely[pair], next(told)) for a, b, pair in links),
        )
        for group, members, links in zip(groups, given, linked, strict=True)
    ]


def _as_given(group: Group, profiles: Sequence[Profile], order: Order) -> list[int]:
    """The claims of a group, by index, in the order in which they were given."""
    return sorted(group, key=lambda index: order[id(profiles[index].claim)])


def _claims(group: Sequence[int], profiles: Sequence[Profile]) -> tuple[Claim, ...]:
    return tuple(profiles[index].claim for index in group)


def _pairs_of(group: Sequence[int], likely: Mapping[Pair, float]) -> list[tuple[int, int, Pair]]:
    """The likely pairs of a group's claims, each with where its two claims stand in the group."""
    return [
        (a, b, pair)
        for a, first in enumerate(group)
        for b, second in enumerate(group[a + 1 :], a + 1)
        if (pair := (first, second) if first < second else (second, first)) in likely
    ]


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
