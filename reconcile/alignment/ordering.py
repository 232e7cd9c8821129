"""Claims and articles in, the same in an order of their own out, whatever order they came in."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Article, Claim, Kind, Span

Place = tuple[str, Span, Kind]


def by_content(
    claims: Sequence[Claim], articles: Sequence[Article]
) -> tuple[list[Claim], list[Article]]:
    """Articles by their text, then by when and by whom they were published; claims accordingly.

    Ids stand last: they may have been given out in the order in which the articles came.
    """
    ordered = sorted(articles, key=_content)
    order = {article.id: index for index, article in enumerate(ordered)}
    return sorted(claims, key=lambda claim: order[claim.article]), ordered


def place_of(claim: Claim) -> Place:
    """What tells a claim apart from the others."""
    return claim.article, claim.focus.span, claim.kind


def _content(article: Article) -> tuple[str, str, str, str]:
    published = article.published.isoformat() if article.published is not None else ""
    return article.text, published, article.publisher or "", article.id
