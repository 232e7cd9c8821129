"""A Report in, the head of its terminal page out: who published what and when, and the counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from rich.text import Text

from reconcile.model import Article
from reconcile.report.excerpts import one_line
from reconcile.report.independence import extent_words
from reconcile.report.layout import cut, hang, wrap
from reconcile.report.report import Report
from reconcile.report.terminal.page import Page
from reconcile.report.words import UNDATED, count_words, time_words


def head(report: Report, page: Page) -> Iterator[Text]:
    """A line for each article, its notes, and how much of what was found."""
    yield from article_lines(report, page)
    yield Text()
    yield from wrap(_summary(report), page.width)


def article_lines(report: Report, page: Page) -> Iterator[Text]:
    """A line for each article, and its notes."""
    names = [one_line(article.publisher or article.id) for article in report.articles]
    widest = max((len(name) for name in names), default=0)
    for article, name in zip(report.articles, names, strict=True):
        line = Text(f"{page.letters[article.id]}  ", style="bold cyan")
        line.append(f"{name:{widest}}", style="bold")
        line.append(f"  {_date(article)}")
        line.append(f"  {_origin(article)}", style="dim")
        yield cut(line, page.width)
        notes = article.notes if article.published else (*article.notes, UNDATED)
        for note in notes:
            yield from hang(Text("   "), Text(one_line(note), style="dim"), page.width)
    for note in report.notes:
        yield from wrap(Text(one_line(note), style="yellow"), page.width)


def _origin(article: Article) -> str:
    return one_line(PurePath(article.path).name if article.path else article.url or "")


def _date(article: Article) -> str:
    published = article.published
    if published is None:
        return "date unknown"
    return f"{published:%a} {published.day} {published:%b %Y}{time_words(published, ' ')}"


def _summary(report: Report) -> Text:
    text = Text(extent_words(report) if report.origins else "")
    for count, words in count_words(report):
        text.append(" · " if text else "")
        text.append(str(count), style="bold" if count else "dim")
        text.append(f" {words}")
    return text
