"""Claims, facts and articles in, the articles by story out: what is not of one story is not joined.

A few articles are taken for one story. Of many, those are of one that share a good part of their
facts, or two names that few others have; every story is then reasoned about by itself, so the work
grows with their number and not with its square. One fact in common may be two that were taken for
one, and would join stories that have nothing to do with each other.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from reconcile.model import Article, Claim, Fact
from reconcile.records import frozen

#: so many articles are taken for one story
_ONE_STORY: Final = 8
#: names of more articles than this are those of no story
_RARE: Final = 12
_SHARED_NAMES: Final = 2
#: two articles of one story share this part of the facts of the one that has fewer
_SHARED_FACTS: Final = 0.25
_Group = dict[str, str]


@frozen(eq=False)
class Story:
    """What some articles tell of one story."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]


def stories_of(
    claims: Sequence[Claim], facts: Sequence[Fact], articles: Sequence[Article]
) -> list[Story]:
    """The stories that articles tell; an article that is alone tells nothing jointly."""
    if len(articles) <= _ONE_STORY:
        return [Story(tuple(articles), tuple(claims), tuple(facts))]
    group: _Group = {article.id: article.id for article in articles}
    for one, other in (*_by_facts(facts), *_by_names(claims)):
        if one in group and other in group:
            low, high = sorted((_root(group, one), _root(group, other)))
            group[high] = low
    root = {name: _root(group, name) for name in group}
    members = Counter(root.values())
    return [
        story
        for name, story in sorted(_parted(claims, facts, articles, root).items())
        if members[name] > 1
    ]


def _root(group: _Group, name: str) -> str:
    while group[name] != name:
        group[name] = group[group[name]]
        name = group[name]
    return name


def _by_facts(facts: Sequence[Fact]) -> Iterator[tuple[str, str]]:
    """Articles that share a good part of their facts."""
    told: Counter[str] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    for fact in facts:
        if fact.certain:
            names = sorted({claim.article for claim in fact.claims})
            told.update(names)
            shared.update(itertools.combinations(names, 2))
    return (
        (one, other)
        for (one, other), count in shared.items()
        if count >= _SHARED_FACTS * min(told[one], told[other])
    )


def _by_names(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """Articles that share two rare names."""
    articles: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for name, _ in claim.context.names:
            articles[name].add(claim.article)
    shared = Counter(
        pair
        for found in articles.values()
        if len(found) <= _RARE
        for pair in itertools.combinations(sorted(found), 2)
    )
    return (pair for pair, count in shared.items() if count >= _SHARED_NAMES)


def _parted(
    claims: Sequence[Claim],
    facts: Sequence[Fact],
    articles: Sequence[Article],
    root: Mapping[str, str],
) -> dict[str, Story]:
    by_root: dict[str, tuple[list[Article], list[Claim], list[Fact]]] = {
        name: ([], [], []) for name in root.values()
    }
    for article in articles:
        by_root[root[article.id]][0].append(article)
    for claim in claims:
        if claim.article in root:
            by_root[root[claim.article]][1].append(claim)
    for fact in facts:
        for name in dict.fromkeys(root.get(claim.article, "") for claim in fact.claims):
            if name in by_root:
                by_root[name][2].append(fact)
    return {
        name: Story(tuple(told), tuple(made), tuple(known))
        for name, (told, made, known) in by_root.items()
    }
