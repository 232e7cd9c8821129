"""Many articles by story: one fact in common does not make two stories one."""

from __future__ import annotations

import functools

import pytest
from attrs import evolve

import reconcile
from reconcile.checks.joint.stories import stories_of
from reconcile.model import Article, Fact

TOWNS = ("Leeds", "Porto", "Turku")


def articles_of(towns: tuple[str, ...]) -> list[Article]:
    """Three articles on each town, so that they are too many to be taken for one story."""
    report = reconcile.compare(
        [
            f"Fire in {town}\n{town.upper()}, June 3 - A fire in {town} killed {number} people. "
            f"Some {number}0 homes in {town} burned down, said the mayor of {town} ({turn})."
            for number, town in enumerate(towns, 3)
            for turn in ("a", "b", "c")
        ],
        semantic=False,
    )
    return list(report.articles)


@functools.cache
def any_fact() -> Fact:
    return reconcile.compare("seeds", semantic=False).facts[0].fact


def fact(*articles: str, certain: bool = True) -> Fact:
    made = any_fact()
    claims = tuple(evolve(made.claims[0], article=each) for each in articles)
    return evolve(made, claims=claims, certain=certain)


def of(articles: list[Article], town: int) -> list[str]:
    return [article.id for article in articles[3 * town : 3 * town + 3]]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return articles_of(TOWNS)


def grouped(articles: list[Article], facts: list[Fact]) -> list[list[str]]:
    return [[each.id for each in story.articles] for story in stories_of([], facts, articles)]


def test_articles_that_share_most_of_their_facts_are_one_story(articles: list[Article]) -> None:
    towns = [of(articles, town) for town in range(3)]
    facts = [fact(*town) for town in towns for _ in range(4)]
    assert sorted(grouped(articles, facts)) == sorted(towns)


def test_one_fact_in_common_joins_no_stories(articles: list[Article]) -> None:
    towns = [of(articles, town) for town in range(3)]
    facts = [fact(*town) for town in towns for _ in range(4)]
    facts.append(fact(towns[0][0], towns[1][0]))
    assert sorted(grouped(articles, facts)) == sorted(towns)


def test_what_is_not_certain_joins_nothing(articles: list[Article]) -> None:
    unsure = [fact(*of(articles, 0), certain=False) for _ in range(4)]
    assert grouped(articles, unsure) == []


def test_a_few_articles_are_one_story(articles: list[Article]) -> None:
    assert len(stories_of([], [], articles[:8])) == 1
