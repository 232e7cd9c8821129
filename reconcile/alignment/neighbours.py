"""Profiles in, for each article the articles that may tell its story out.

Up to fifty articles are taken to be on one story. Of more, each looks for its facts in the fifty
that share most names with it, the rare ones counting most, or words where it shares no name.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from reconcile.alignment.profiles import Profile
from reconcile.records import frozen

#: articles in which one looks for its facts
STORY: Final = 50
#: an article that shares less than this of what the nearest one shares tells another story
LEAST_SHARE: Final = 0.1
#: a word that more articles than this share tells no story
LARGEST: Final = 400


def nearest_articles(profiles: Sequence[Profile], *, story: int = STORY) -> dict[int, list[int]]:
    """The articles that each one is held against, sorted; of few articles, all the others."""
    articles = sorted({profile.article for profile in profiles})
    if len(articles) <= story:
        return {article: [other for other in articles if other != article] for article in articles}
    names = _index(profiles, lambda profile: (*profile.names, *profile.names_around))
    words = _index(profiles, lambda profile: profile.near)
    return {
        article: _nearest(article, names, story) or _nearest(article, words, story)
        for article in articles
    }


@frozen(eq=False)
class _Index:
    """Which articles hold which words, and how rare each word is."""

    words: Mapping[int, Sequence[str]]
    articles: Mapping[str, Sequence[int]]
    rarity: Mapping[str, float]


def _index(profiles: Sequence[Profile], told: Callable[[Profile], Iterable[str]]) -> _Index:
    words: dict[int, set[str]] = defaultdict(set)
    for profile in profiles:
        words[profile.article].update(told(profile))
    articles: dict[str, list[int]] = defaultdict(list)
    for article in sorted(words):
        for word in words[article]:
            articles[word].append(article)
    rarity = {word: math.log(len(words) / len(found)) for word, found in articles.items()}
    return _Index({key: sorted(own) for key, own in words.items()}, articles, rarity)


def _nearest(article: int, index: _Index, story: int) -> list[int]:
    shared: dict[int, float] = defaultdict(float)
    for word in index.words[article]:
        if len(index.articles[word]) <= LARGEST:
            for other in index.articles[word]:
                shared[other] += index.rarity[word]
    shared.pop(article, None)
    if not shared:
        return []
    least = LEAST_SHARE * max(shared.values())
    found = sorted(shared, key=lambda other: (-shared[other], other))[:story]
    return sorted(other for other in found if shared[other] >= least)
