"""Texts in, claims out, for the tests of this room."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reconcile.claims import extract_claims
from reconcile.claims.parse import ParsedArticle, parse_articles
from reconcile.model import Article, Claim, Mention, Segment

Claims = Callable[..., list[Claim]]
Parsed = Callable[..., ParsedArticle]


def _article(paragraphs: tuple[str, ...], headline: str) -> Article:
    lines = [*([headline] if headline else []), *paragraphs]
    segments, start = [], 0
    for number, line in enumerate(lines):
        role = "headline" if headline and number == 0 else "body"
        segments.append(Segment(start, start + len(line), role, number + 1))
        start += len(line) + 1
    return Article("a", "\n".join(lines), segments=tuple(segments))


@pytest.fixture(scope="session")
def parsed() -> Parsed:
    def parse(*paragraphs: str, headline: str = "") -> ParsedArticle:
        return parse_articles([_article(paragraphs, headline)])[0]

    return parse


@pytest.fixture(scope="session")
def claims() -> Claims:
    """The claims of some paragraphs; ``values`` are words taken as counts."""

    def extract(*paragraphs: str, headline: str = "", values: tuple[str, ...] = ()) -> list[Claim]:
        article = _article(paragraphs, headline)
        starts = [(article.text.index(words), words) for words in values]
        mentions = tuple(Mention(at, at + len(words), words, "count") for at, words in starts)
        return list(extract_claims([article], mentions={"a": mentions}))

    return extract
