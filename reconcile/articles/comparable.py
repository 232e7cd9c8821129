"""Articles in, whether they can be compared out: at least two, and which ones are the same text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reconcile.errors import TooFewArticles
from reconcile.model import Article


def _body_of(article: Article) -> str:
    stretches = (article.text[s.start : s.end] for s in article.segments if s.role == "body")
    return " ".join(" ".join(stretches).split()) or " ".join(article.text.split())


def check_comparable(articles: Sequence[Article], *, where: str = "") -> tuple[str, ...]:
    """Notes on articles that tell the same text twice; raises TooFewArticles below two.

    ``where`` names the place they were read from, for the error's message.
    """
    if len(articles) < 2:
        raise TooFewArticles(len(articles), where)
    first_with: dict[str, Article] = {}
    notes = []
    for article in articles:
        earlier = first_with.setdefault(_body_of(article), article)
        if earlier is not article:
            notes.append(_same_text(earlier, article))
    return tuple(notes)


def _same_text(earlier: Article, later: Article) -> str:
    if earlier.path and later.path and Path(earlier.path).resolve() == Path(later.path).resolve():
        given = f"{later.path} is given twice, as {earlier.id} and as {later.id}"
        return f"{given}: it can only agree with itself"
    return f"{earlier.id} and {later.id} are the same text: they can only agree"
