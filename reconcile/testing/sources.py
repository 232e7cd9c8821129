"""Sources in, their report or claims out, parsed once for as long as the files stay as they are."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping

from reconcile.articles import read_articles
from reconcile.articles.gathering import Source, gather, is_text, listed
from reconcile.claims import extract_claims
from reconcile.model import Article, Claim
from reconcile.pipeline import compare, reconcile_claims
from reconcile.records import field, frozen
from reconcile.report import Report


@frozen
class Parsed:
    """Reports by what they were made of; one of them is held for a session."""

    _kept: dict[tuple[Article, ...], Report] = field(factory=dict)

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
    each = listed(sources)
    paths = [
        os.fspath(path) for path in each if not isinstance(path, Article) and not is_text(path)
    ]
    if len(paths) == len(each):
        return read_articles(paths, published=published)
    return gather(each)
