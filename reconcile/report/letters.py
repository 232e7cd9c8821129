"""Articles in, a short sign for each out: the same on every page."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Article


def letters_of(articles: Sequence[Article]) -> dict[str, str]:
    """A short sign for each article: A to Z, then 27, 28 and so on."""
    return {
        article.id: chr(ord("A") + index) if index < 26 else str(index + 1)
        for index, article in enumerate(articles)
    }
