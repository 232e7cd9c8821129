"""Articles in, how a page names them out: letter, name, date, where they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Final

from reconcile.model import Article, Change, Origin
from reconcile.report.excerpts import one_line
from reconcile.report.letters import letters_of
from reconcile.report.view.addresses import safe_link
from reconcile.report.view.nouns import Shared, Source
from reconcile.report.words import UNDATED, time_words

_DATE_FROM: Final = {
    "text": "date read in the text",
    "json-ld": "date from the page's data",
    "meta": "date from the page's data",
}
_LONGEST_PASSAGE: Final = 240
_SHOWN_PASSAGES: Final = 3


def sources_of(articles: Sequence[Article], origins: Sequence[Origin]) -> dict[str, Source]:
    """The articles as a page names them, by id, in their order."""
    letters = letters_of(articles)
    return {
        article.id: _source(article, letters, _standing(article.id, origins, letters))
        for article in articles
    }


def _source(article: Article, letters: Mapping[str, str], standing: str) -> Source:
    link = safe_link(article.url)
    published = article.published
    return Source(
        id=article.id,
        letter=letters[article.id],
        name=one_line(article.publisher or article.id),
        title=one_line(article.title or ""),
        date=date_words(article),
        stamp=published.isoformat() if published else "",
        date_from=_DATE_FROM.get(article.published_from, ""),
        link=link,
        address="" if link else one_line(article.url or ""),
        file=one_line(PurePath(article.path).name) if article.path else "",
        notes=tuple(map(one_line, article.notes)) + (() if published else (UNDATED,)),
        anchor=f"article-{letters[article.id]}",
        standing=standing,
    )


def date_words(article: Article) -> str:
    """When an article was published, as a person writes it."""
    published = article.published
    if published is None:
        return "date unknown"
    return f"{published:%a} {published.day} {published:%B %Y}{time_words(published, ', ')}"


def _standing(article: str, origins: Sequence[Origin], letters: Mapping[str, str]) -> str:
    """With whom an article stands on one report, whole or in part."""
    others: dict[bool, dict[str, None]] = {False: {}, True: {}}
    for origin in origins:
        for each in origin.articles if article in origin.articles else ():
            if each != article and each in letters:
                others[article in origin.partly or each in origin.partly][letters[each]] = None
    told = (
        f"stands {part}on one report with {', '.join(found)}"
        for part, found in (("", others[False]), ("in part ", others[True]))
        if found
    )
    return "; ".join(told)


def shared_of(origins: Sequence[Origin], sources: Mapping[str, Source]) -> tuple[Shared, ...]:
    """The groups of articles that stand on one report, with some of what they share."""
    return tuple(
        Shared(
            id=origin.id,
            sources=tuple(sources[each] for each in origin.articles if each in sources),
            agency=one_line(origin.agency or ""),
            reason=one_line(origin.reason),
            passages=_passages(origin),
            changes=tuple(_change(each, sources) for each in origin.changes),
            extent=_extent(origin),
        )
        for origin in origins
    )


def _extent(origin: Origin) -> str:
    if len(origin.articles) == 1:
        return "stands on another report" + (" in part" if origin.partly else "")
    whole = len(origin.articles) - len(origin.partly)
    return "stand on one report" if whole > 1 else "stand on one report in part"


def _change(change: Change, sources: Mapping[str, Source]) -> str:
    first, second = sources[change.a.article], sources[change.b.article]
    return (
        f"“{one_line(change.a.text)}” in {first.letter} is "
        f"“{one_line(change.b.text)}” in {second.letter}"
    )


def _passages(origin: Origin) -> tuple[str, ...]:
    longest = sorted(origin.passages, key=lambda each: (-len(each.a.text), each.a.start))
    return tuple(shortened(one_line(each.a.text)) for each in longest[:_SHOWN_PASSAGES])


def shortened(text: str, *, longest: int = _LONGEST_PASSAGE) -> str:
    """A text on a line, cut at a word where it is long."""
    if len(text) <= longest:
        return text
    kept = text[:longest]
    return kept[: kept.rfind(" ") + 1].rstrip() + " …"
