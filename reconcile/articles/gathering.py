"""Articles, paths and texts in, Articles out, each with an id of its own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from reconcile.articles.files import read_article, read_articles
from reconcile.model import Article
from reconcile.records import evolve

#: an article, the path of a file or folder, or a text of several lines
Source = Article | str | os.PathLike[str]


def listed(sources: Source | Iterable[Source]) -> list[Source]:
    """One source or several, as a list."""
    return [sources] if isinstance(sources, (Article, str, os.PathLike)) else list(sources)


def is_text(source: Source) -> bool:
    """Whether a source is a text itself and no path."""
    return isinstance(source, str) and "\n" in source


def gather(sources: Iterable[Source]) -> tuple[Article, ...]:
    """The articles of sources that are read one by one, their ids told apart.

    Raises ArticleError where a file cannot be read.
    """
    return _named_apart([article for source in sources for article in _read(source)])


def _read(source: Source) -> Sequence[Article]:
    if isinstance(source, Article):
        return [source]
    if isinstance(source, str) and is_text(source):
        return [read_article(source)]
    return read_articles([source])


def _named_apart(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, with a number behind each id that is taken."""
    named: dict[str, Article] = {}
    for article in articles:
        name, number = article.id, 1
        while name in named:
            number += 1
            name = f"{article.id}-{number}"
        unchecked = tuple(evolve(each, article=name) for each in article.unchecked)
        named[name] = evolve(article, id=name, unchecked=unchecked)
    return tuple(named.values())
