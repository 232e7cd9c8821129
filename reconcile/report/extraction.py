"""Claims or texts in, lines out: what was read in an article, before anything is compared."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from reconcile.errors import ArticleError
from reconcile.model import Article, Claim
from reconcile.report.excerpts import one_line
from reconcile.report.json import claim_to_data
from reconcile.report.quotes import quote_claim
from reconcile.report.reading import in_words
from reconcile.report.values import mention_to_data
from reconcile.report.words import place_sign
from reconcile.values import read_values


def claim_json_lines(claims: Iterable[Claim], sentence_of: Callable[[Claim], str]) -> Iterator[str]:
    """A line of JSON for each claim."""
    for claim in claims:
        yield _line({**claim_to_data(claim), "claim": sentence_of(claim)})


def claim_lines(
    articles: Sequence[Article], claims: Iterable[Claim], sentence_of: Callable[[Claim], str]
) -> Iterator[str]:
    """A line to read for each claim, under each article's name; ``sentence_of`` words a claim."""
    by_article: dict[str, list[Claim]] = {article.id: [] for article in articles}
    for claim in claims:
        by_article[claim.article].append(claim)
    for article in articles:
        yield _heading(article)
        for claim in by_article[article.id]:
            yield _claim_text(claim, article, sentence_of(claim))


def value_lines(articles: Iterable[Article]) -> Iterator[str]:
    """A line to read for each value, under each article's name; the parser is not needed."""
    for article in articles:
        yield _heading(article)
        for mention in read_values(article.text, published=article.published):
            if mention.value is not None:
                reading = in_words(mention.value)
                yield f"  {one_line(mention.text)}  {mention.kind}: {reading}"


def value_json_lines(lines: Iterable[str], name: str) -> Iterator[str]:
    """For each line of JSON with ``id`` and ``text``, a line with the values in the text.

    Raises ArticleError for a line that is not such an object.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            identity, text, published = _parse_line(line, name, number)
            yield _values_line(identity, text, published)


def article_values_line(article: Article) -> str:
    """A line of JSON with the values in an article."""
    return _values_line(article.id, article.text, article.published)


def _values_line(identity: object, text: str, published: datetime.datetime | None) -> str:
    mentions = [mention_to_data(each) for each in read_values(text, published=published)]
    return _line({"id": identity, "mentions": mentions})


def _parse_line(line: str, name: str, number: int) -> tuple[object, str, datetime.datetime | None]:
    try:
        data = json.loads(line)
        text = data["text"]
        if not isinstance(text, str):
            raise TypeError("its text is not a string")
        written = data.get("published")
        return data.get("id", number), text, written and datetime.datetime.fromisoformat(written)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        reason = "it has no text" if isinstance(error, KeyError) else str(error)
        raise ArticleError(
            f"{name}, line {number}", f"not a JSON object with a text ({reason})."
        ) from error


def _heading(article: Article) -> str:
    published = article.published.isoformat() if article.published else "date unknown"
    return f"{one_line(article.publisher or article.id)}, {published}"


def _claim_text(claim: Claim, article: Article, sentence: str) -> str:
    quote = quote_claim(claim, article)
    reading = f" = {quote.reading}" if quote.reading else ""
    return f"  {place_sign(quote)} {one_line(sentence)}{reading}"


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
