"""Sentences of unrelated stories shuffled together: nothing is aligned across stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import pytest
from attrs import evolve

from reconcile import extract_claims, read_article
from reconcile.model import VALUE_KINDS, Article, Claim
from reconcile.pipeline import reconcile_claims
from reconcile.semantic import load_encoder

#: of the pairs of claims that could be aligned across stories, at most one in so many is
ONE_IN = 1000


def paragraphs(article: Article) -> list[str]:
    texts = (article.text[s.start : s.end] for s in article.segments if s.role == "body")
    return [" ".join(text.split()) for text in texts]


def shuffled(articles: Sequence[tuple[str, Article]], seed: int) -> tuple[Article, dict[int, str]]:
    """The paragraphs of several stories in one article, and which story stands from where on."""
    told = [(name, text) for name, article in articles for text in paragraphs(article)]
    Random(seed).shuffle(told)
    starts, length = {}, 0
    for name, text in told:
        starts[length] = name
        length += len(text) + 2
    text = "\n\n".join(text for _, text in told)
    published = articles[0][1].published
    article = read_article(text, published=published)
    assert article.text == text
    return evolve(article, id=f"shuffled-{seed}"), starts


def story_of(claim: Claim, starts: Mapping[int, str]) -> str:
    return starts[max(start for start in starts if start <= claim.focus.start)]


@pytest.fixture(scope="module")
def pairs(stories: Any) -> tuple[int, list[tuple[str, str, str]]]:
    """How many pairs of like kind cross stories, and those that were aligned."""
    mixed = [
        shuffled([(name, story.articles[number]) for name, story in stories.items()], number)
        for number in (0, 1)
    ]
    articles = [article for article, _ in mixed]
    starts = {article.id: at for article, at in mixed}
    claims = extract_claims(articles)
    story = {id(claim): story_of(claim, starts[claim.article]) for claim in claims}
    first, second = ([c for c in claims if c.article == article.id] for article in articles)
    possible = sum(a.kind == b.kind and story[id(a)] != story[id(b)] for a in first for b in second)
    across = [
        (fact.kind, str(fact.claims[each.a]), str(fact.claims[each.b]))
        for fact in reconcile_claims(claims, articles, encoder=load_encoder()).aligned
        if fact.certain
        for each in fact.comparisons
        if story[id(fact.claims[each.a])] != story[id(fact.claims[each.b])]
    ]
    return possible, across


def test_unrelated_stories_are_not_aligned(pairs: tuple[int, list[tuple[str, str, str]]]) -> None:
    possible, across = pairs
    assert possible > 5_000
    assert len(across) * ONE_IN <= possible, across


def test_unrelated_figures_are_not_aligned(pairs: tuple[int, list[tuple[str, str, str]]]) -> None:
    possible, across = pairs
    figures = [pair for pair in across if pair[0] in VALUE_KINDS]
    assert len(figures) * ONE_IN <= possible, figures
