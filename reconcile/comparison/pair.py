"""The two claims under comparison with their articles, and what their words and times say."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable
from typing import Final, Literal

from reconcile.comparison.entries import printed
from reconcile.model import Article, Claim, Span
from reconcile.tuples import NamedTuple
from reconcile.values.tokens import tokenize

Side = Literal["a", "b"]
#: kinds of figures that may move while a story is told, or be told by two speakers
FIGURES: Final = frozenset(("count", "money", "percent", "quantity"))
#: what stands behind the first part of "four-storey", and not behind that of "twenty-one"
NO_NUMBER_BEHIND: Final = r"-(?!one|two|three|four|five|six|seven|eight|nine)[a-z]"


class Pair(NamedTuple):
    """Two claims of one fact, from different articles."""

    a: Claim
    b: Claim
    article_a: Article
    article_b: Article

    @property
    def sides(self) -> tuple[tuple[Claim, Article], tuple[Claim, Article]]:
        return (self.a, self.article_a), (self.b, self.article_b)

    def swapped(self) -> Pair:
        return Pair(self.b, self.a, self.article_b, self.article_a)


def sentence(claim: Claim, article: Article) -> str:
    """The sentence that holds the claim's focus, or the line where it has none."""
    span = claim.clause.sentence
    if span.end > span.start:
        return article.text[span.start : span.end]
    return article.text[claim.clause.start : claim.clause.end] or claim.focus.text


def clause(claim: Claim, article: Article) -> str:
    """The words of the claim's own clause."""
    found = article.text[claim.clause.start : claim.clause.end]
    return found if claim.focus.text in found else sentence(claim, article)


@functools.lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The lower-case words and numbers of a text, marks left out."""
    return tuple(token.lower for token in tokenize(text) if token.kind in ("word", "number"))


def holds(text: str, phrases: Iterable[str]) -> bool:
    """Whether a text holds any of some phrases, as whole words."""
    told = f" {' '.join(words(text))} "
    return any(f" {phrase} " in told for phrase in phrases)


def later(pair: Pair) -> Side | None:
    """Which side speaks of the later time; ``None`` where that is not known or the same.

    The time of publication decides, of a live page that of the entry: a claim's own time is when
    the event was, not the count.
    """
    if _aware(pair.article_a.published) == _aware(pair.article_b.published):
        return None
    a, b = _aware(printed(pair.a, pair.article_a)), _aware(printed(pair.b, pair.article_b))
    if a is None or b is None or a == b:
        return None
    return "a" if a > b else "b"


def _aware(published: datetime.datetime | None) -> datetime.datetime | None:
    if published is None or published.tzinfo is not None:
        return published
    return published.replace(tzinfo=datetime.UTC)


def quoted(claim: Claim) -> str:
    """The focus as it stands in an explanation."""
    return f"“{' '.join(claim.focus.text.split())}”"


def around(article: Article, span: Span, *, reach: int = 120) -> str:
    """The text on both sides of a span."""
    return article.text[max(span.start - reach, 0) : span.end + reach]


def source(article: Article) -> str:
    """What an article is called in a sentence."""
    return article.publisher or article.id
