"""The order of sources changes nothing; the same source twice only agrees."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest
from attrs import evolve

from reconcile.model import Article, Claim, Fact
from reconcile.pipeline import reconcile_claims
from reconcile.semantic import load_encoder

Place = tuple[str, int, int, str]


def place(claim: Claim, names: dict[str, str]) -> Place:
    return names[claim.article], claim.focus.start, claim.focus.end, claim.kind


def outcome(
    claims: Sequence[Claim], articles: Sequence[Article], names: dict[str, str]
) -> tuple[set[Any], set[Any], set[Any]]:
    """Facts with their verdicts, possible facts, and what is unmatched, without any order."""
    report = reconcile_claims(claims, articles, encoder=load_encoder())
    certain = {told(fact, names) for fact in report.aligned if fact.certain}
    possible = {told(fact, names) for fact in report.aligned if not fact.certain}
    alone = {(place(each.claim, names), each.reason) for each in report.unaligned}
    return certain, possible, alone


def told(fact: Fact, names: dict[str, str]) -> tuple[Any, ...]:
    places = [place(claim, names) for claim in fact.claims]
    verdicts = frozenset(
        (frozenset((places[each.a], places[each.b])), each.verdict, each.probability)
        for each in fact.comparisons
    )
    return frozenset(places), verdicts, fact.certain


def test_the_order_of_sources_changes_nothing(story: Any) -> None:
    articles = list(story.articles)
    names = {article.id: article.id for article in articles}
    given = outcome(story.claims, articles, names)
    assert given[0]
    for order in some_orders(articles):
        claims = [c for article in order for c in story.claims if c.article == article.id]
        assert outcome(claims, order, names) == given


@pytest.mark.parametrize("name", ["hearthwell-recall", "kaveri-strike"])
def test_ids_given_by_position_change_nothing(stories: Any, name: str) -> None:
    """As where texts are compared that have no name of their own."""
    story = stories[name]
    given: tuple[set[Any], ...] | None = None
    for order in some_orders(list(story.articles)):
        renamed = {article.id: f"text-{number}" for number, article in enumerate(order)}
        back = {new: old for old, new in renamed.items()}
        articles = [evolve(article, id=renamed[article.id]) for article in order]
        claims = [
            evolve(claim, article=renamed[claim.article])
            for article in order
            for claim in story.claims
            if claim.article == article.id
        ]
        found = outcome(claims, articles, back)
        given = given or found
        assert found == given


def some_orders(articles: list[Article]) -> list[list[Article]]:
    """Backwards, and rotated by one: enough to put every pair both ways round."""
    return [list(reversed(articles)), [*articles[1:], articles[0]]]


def test_facts_are_told_in_the_order_of_the_sources(stories: Any) -> None:
    story = stories["hearthwell-recall"]
    for order in (list(story.articles), list(reversed(story.articles))):
        number = {article.id: index for index, article in enumerate(order)}
        claims = [c for article in order for c in story.claims if c.article == article.id]
        for fact in reconcile_claims(claims, order, encoder=load_encoder()).aligned:
            sources = [number[claim.article] for claim in fact.claims]
            assert sources == sorted(sources)


@pytest.mark.parametrize("number", [0, 1])
def test_the_same_source_twice_gives_only_agreements(story: Any, number: int) -> None:
    article = story.articles[number]
    own = [claim for claim in story.claims if claim.article == article.id]
    copy = evolve(article, id="copy")
    claims = [*own, *(evolve(claim, article="copy") for claim in own)]
    report = reconcile_claims(claims, [article, copy], encoder=load_encoder())
    different = [
        (fact.certain, each.verdict, fact.claims[each.a].focus.text, fact.claims[each.b].focus.text)
        for fact in report.aligned
        for each in fact.comparisons
        if each.verdict != "agree"
    ]
    assert different == []
    assert report.agreements


def test_permutations_of_three_sources_all_agree(stories: Any) -> None:
    story = stories["kaveri-strike"]
    names = {article.id: article.id for article in story.articles}
    outcomes = []
    for order in permutations(story.articles):
        claims = [c for article in order for c in story.claims if c.article == article.id]
        outcomes.append(outcome(claims, list(order), names))
    assert all(each == outcomes[0] for each in outcomes)
