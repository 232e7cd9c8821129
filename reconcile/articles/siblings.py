"""Articles on one story in, the same with years that only the others print filled in out."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.articles.published import nearest_year, published_in_text, with_year
from reconcile.model import Article
from reconcile.records import evolve


def date_by_siblings(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Date an article that prints a day without a year by the articles it is read with.

    "SEOUL, June 11" is taken as the June 11 that lies nearest to the median publication time of
    the others; the note says so. Where no other article is dated nothing changes.
    """
    known = sorted(article.published for article in articles if article.published is not None)
    if not known:
        return tuple(articles)
    middle = known[len(known) // 2]
    dated = []
    for article in articles:
        if article.published is None:
            lines = [article.text[s.start : min(s.end, s.start + 400)] for s in article.segments]
            found = published_in_text(lines, [s.role for s in article.segments])
            if found.without_year is not None:
                year = nearest_year(found.without_year, middle)
                note = f"the year of the publication date, {year}, is taken from the other articles"
                full = with_year(found.without_year, year, note)
                notes = tuple(n for n in article.notes if "without a year" not in n)
                article = evolve(
                    article,
                    published=full.published,
                    published_from="text" if full.published else "unknown",
                    notes=(*notes, *full.notes),
                )
        dated.append(article)
    return tuple(dated)


def date_as_newest(draft: Article, sources: Sequence[Article]) -> Article:
    """Date a draft that says nothing of its date by the newest of its sources; the note says so."""
    known = [each.published for each in sources if each.published is not None]
    if draft.published is not None or not known:
        return draft
    newest = max(known)
    day = f"{newest.day} {newest:%B %Y}"
    note = f"no date is known: read as of {day}, when the newest of the sources was published"
    return evolve(draft, published=newest, published_from="sources", notes=(*draft.notes, note))
