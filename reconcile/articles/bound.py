"""An Article in, the same one up to a bound out: what lies beyond is listed as not checked."""

from __future__ import annotations

from typing import Final

from reconcile.model import Article, Unchecked
from reconcile.records import evolve

#: as much of an article is parsed; the time and memory that it takes are in docs/pitfalls.md
LIMIT_CHARACTERS: Final = 1_000_000


def bounded(article: Article, limit_characters: int = LIMIT_CHARACTERS) -> Article:
    """The article with the segments that begin within the limit; the rest is listed as unchecked.

    Its text stays whole, and so does a segment that runs over the limit.
    """
    kept = tuple(s for s in article.segments if s.start < limit_characters)
    beyond = [s for s in article.segments if s.start >= limit_characters]
    if not beyond:
        return article
    start, end = beyond[0].start, beyond[-1].end
    reason = (
        f"not parsed: it lies beyond the first {limit_characters:,} characters of the article; "
        "a higher limit would include it"
    )
    left = Unchecked(article.id, start, end, article.text[start:end], reason)
    return evolve(article, segments=kept, unchecked=(*article.unchecked, left))
