"""Articles in, a title for the story out: of their headlines the one that most speak of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.model import Article
from reconcile.report.excerpts import one_line
from reconcile.report.view.sources import shortened

_NO_HEADLINE: Final = "Consistency report"
_LONGEST: Final = 140
#: words shorter than this are in every headline
_TELLING_LETTERS: Final = 4


def title_of(articles: Sequence[Article], titles: Mapping[str, str]) -> str:
    """The headline that shares most words with the others; of two such, the earlier one.

    ``titles`` are the articles' titles by id, "" where the headline has to be looked for.
    """
    dated = sorted(articles, key=_moment)
    headlines = [title for each in dated if (title := titles[each.id] or _headline(each))]
    if not headlines:
        return _NO_HEADLINE
    words = [_words(headline) for headline in headlines]
    shared = [
        sum(len(own & other) for index, other in enumerate(words) if index != at)
        for at, own in enumerate(words)
    ]
    return shortened(headlines[shared.index(max(shared))], longest=_LONGEST)


def _headline(article: Article) -> str:
    headlines = (each for each in article.segments if each.role == "headline")
    first = next(headlines, None)
    return one_line(article.text[first.start : first.end]) if first else ""


def _words(headline: str) -> frozenset[str]:
    found = re.findall(r"\w+", headline.casefold())
    return frozenset(word for word in found if len(word) >= _TELLING_LETTERS or word.isdigit())


def _moment(article: Article) -> datetime.datetime:
    """When an article was published, in UTC; behind all others where that is unknown."""
    published = article.published or datetime.datetime.max
    return published if published.tzinfo else published.replace(tzinfo=datetime.UTC)
