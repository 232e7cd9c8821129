"""What a derivation is held against: the articles, and what its quotes say of days and zones."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator, Mapping

from reconcile.errors import ValueNotRead
from reconcile.model import Article, Citation, Step, Value
from reconcile.records import evolve, frozen
from reconcile.values.reader import mentions_of, read_value


@frozen
class Failure:
    """What could not be replayed, and why."""

    #: the step at fault; ``None`` where the derivation as a whole is
    step: Step | None
    #: one plain sentence
    reason: str

    def __str__(self) -> str:
        words = self.step.words or self.step.rule if self.step else ""
        return f"{words}: {self.reason}" if words else self.reason


@frozen
class Sources:
    """The articles by id, and all the quotes that a derivation rests on."""

    articles: Mapping[str, Article]
    premises: tuple[Citation, ...]

    @property
    def days(self) -> tuple[datetime.date, ...]:
        """When the articles that are quoted were published, each day once."""
        quoted = {premise.article for premise in self.premises}
        moments = (self.articles[name].published for name in quoted if name in self.articles)
        return tuple(sorted({moment.date() for moment in moments if moment is not None}))

    @property
    def offsets(self) -> frozenset[int]:
        """The zones of the clock times that are quoted, in minutes east of UTC."""
        values = (premise.value for premise in self.premises)
        return frozenset(
            value.offset_minutes
            for value in values
            if value is not None and value.offset_minutes is not None
        )


def sources_of(last: Step, articles: Iterable[Article]) -> Sources:
    """What a derivation can be held against."""
    premises = tuple(premise for step in last.every for premise in step.premises)
    return Sources({article.id: article for article in articles}, premises)


def check_citation(cited: Citation, articles: Mapping[str, Article]) -> Iterator[str]:
    """What is wrong with a quote: its place, or the reading that is meant."""
    article = articles.get(cited.article)
    if article is None:
        yield f"no article is called {cited.article!r}"
    elif not 0 <= cited.start <= cited.end <= len(article.text):
        yield "the quote lies outside of the article"
    elif article.text[cited.start : cited.end] != cited.text:
        yield f"the article does not say “{cited.text}” there"
    elif cited.value is not None and not _is_read_so(cited, article):
        yield f"“{cited.text}” is not read like that"


def _is_read_so(cited: Citation, article: Article) -> bool:
    """Whether the words, read again, have this reading among those that they leave open."""
    meant = _alone(cited.value)
    return any(meant == _alone(each) for each in _readings(article, cited.start, cited.end))


def is_other_reading(cited: Citation, articles: Mapping[str, Article]) -> bool:
    """Whether it is not the first reading of the words that is meant."""
    article = articles.get(cited.article)
    if article is None or cited.value is None:
        return False
    readings = _readings(article, cited.start, cited.end)
    return bool(readings) and _alone(cited.value) != _alone(readings[0])


def _alone(value: Value | None) -> Value | None:
    """A reading without the others and without how it was found."""
    return None if value is None else evolve(value, alternatives=(), steps=())


@functools.lru_cache(maxsize=4096)
def _readings(article: Article, start: int, end: int) -> tuple[Value, ...]:
    """All readings of the words: in their article, and where they are only a part by themselves."""
    for mention in mentions_of(article):
        if (mention.start, mention.end) == (start, end) and mention.value is not None:
            return (mention.value, *mention.value.alternatives)
    try:
        value = read_value(article.text[start:end], article.published)
    except ValueNotRead:
        return ()
    return (value, *value.alternatives)


def value_below(step: Step) -> Value | None:
    """The reading that a step about one quote rests on."""
    for each in step.every:
        for premise in each.premises:
            if premise.value is not None:
                return premise.value
    return None
