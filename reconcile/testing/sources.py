"""Sources in, their report or claims out, parsed once for as long as the files stay as they are."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from reconcile.articles import read_article, read_articles
from reconcile.claims import extract_claims
from reconcile.model import Article, Claim
from reconcile.pipeline import compare, reconcile_claims
from reconcile.report import Report

Source = Article | str | os.PathLike[str]


@frozen
class Parsed:
    """Reports by what they were made of; one of them is held for a session."""

    _kept: dict[tuple[Article, ...], Report] = field(factory=dict, init=False)

    def report(
        self,
        sources: Source | Report | Iterable[Source],
        *,
        published: Mapping[str, datetime.datetime] | None = None,
    ) -> Report:
        """The report on articles, files and folders; one article alone is parsed and not compared.

        Raises ArticleError and ManifestError.
        """
        if isinstance(sources, Report):
            return sources
        articles = articles_of(sources, published=published)
        if articles not in self._kept:
            self._kept[articles] = _report(articles)
        return self._kept[articles]

    def claims(self, sources: Source | Report | Iterable[Source]) -> tuple[Claim, ...]:
        """The claims of articles, files and folders."""
        return self.report(sources).claims


def _report(articles: tuple[Article, ...]) -> Report:
    if len(articles) > 1:
        return compare(articles)
    return reconcile_claims(extract_claims(articles), articles)


def articles_of(
    sources: Source | Iterable[Source], *, published: Mapping[str, datetime.datetime] | None = None
) -> tuple[Article, ...]:
    """The articles of files, folders and texts of several lines, their ids told apart."""
    listed = [sources] if isinstance(sources, Article | str | os.PathLike) else list(sources)
    if all(isinstance(each, str | os.PathLike) and not _is_text(each) for each in listed):
        paths = [os.fspath(each) for each in listed if not isinstance(each, Article)]
        return read_articles(paths, published=published)
    return _apart([article for each in listed for article in _read(each)])


def _read(source: Source) -> tuple[Article, ...]:
    if isinstance(source, Article):
        return (source,)
    return (read_article(source),) if _is_text(source) else read_articles([source])


def _is_text(source: Source) -> bool:
    return isinstance(source, str) and "\n" in source


def _apart(articles: list[Article]) -> tuple[Article, ...]:
    """The articles, with a number behind each id that is taken."""
    named: dict[str, Article] = {}
    for article in articles:
        name, number = article.id, 1
        while name in named:
            number += 1
            name = f"{article.id}-{number}"
        named[name] = article if name == article.id else evolve(article, id=name)
    return tuple(named.values())
