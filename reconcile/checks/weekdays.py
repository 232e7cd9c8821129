"""An article in, its dates out whose weekday is not the calendar's."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import Final

from reconcile import patterns
from reconcile.model import Article, Check, Citation, Mention, Span
from reconcile.values import steps
from reconcile.values.calendar import DAY, civil, day_number, day_of, weekday
from reconcile.values.reader import mentions_of

_NAMES: Final = tuple(calendar.day_name)
_WEEKDAY: Final = patterns.compile(
    r"\b(?:(Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?)\b\.?", re.IGNORECASE
)
#: a day of the month beside its month, or "the 12th"; a clock time is neither
_DAY_OF_MONTH: Final = patterns.compile(
    r"""\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<a>[A-Z][a-z]{2,8})
      |(?P<b>[A-Z][a-z]{2,8})\.?\s+\d{1,2}(?:st|nd|rd|th)?\b
      |the\s+\d{1,2}(?:st|nd|rd|th)
      |\d{4}-\d{2}-\d{2})""",
    re.VERBOSE,
)
_END: Final = patterns.compile(r"[.!?]\s|\n")
_YEAR: Final = patterns.compile(r"\b(?:1[5-9]|20)\d\d\b")
#: so far from publication, in days, a day without its year may be one of another year
_SURE_DAYS: Final = 100
_NEAR_DAYS: Final = 330


def check_weekdays(article: Article) -> Iterator[Check]:
    """A finding for each date that the article gives another weekday than the calendar does."""
    for mention in mentions_of(article):
        if mention.kind == "date":
            yield from _check(mention, article)


def _check(mention: Mention, article: Article) -> Iterator[Check]:
    named = list(_WEEKDAY.finditer(mention.text))
    value = mention.value
    if value is None or value.interval.low is None or not _DAY_OF_MONTH.search(mention.text):
        return
    days = [day_of(int(value.named.low if value.named.low is not None else value.interval.low))]
    if len(named) == 2 and value.interval.high is not None:
        days.append(day_of(int(value.interval.high) - 1))
    if len(named) != len(days):
        return
    for word, day in zip(named, days, strict=True):
        said = _number(word.group())
        if (
            said is None
            or said == weekday(day)
            or _may_be_another_year(mention, article, day, said)
        ):
            continue
        yield _wrong(mention, article, day, said)


def _number(word: str) -> int | None:
    """Monday is 0."""
    start = word[:3].casefold()
    return next((at for at, name in enumerate(_NAMES) if name[:3].casefold() == start), None)


def _may_be_another_year(mention: Mention, article: Article, day: int, said: int) -> bool:
    """Whether the year is not printed, and the weekday is right for one that may be meant."""
    if _YEAR.search(mention.text):
        return False
    if article.published is None:
        return True
    today = day_number(article.published.year, article.published.month, article.published.day)
    year, month, of_month = civil(day)
    around = _sentence(mention, article)
    years = {int(found) for found in _YEAR.findall(around)}
    if abs(day - today) > _SURE_DAYS:
        years |= {year - 1, year + 1}
    for other in years - {year}:
        moved = day_number(other, month, min(of_month, 28 if month == 2 else of_month))
        near = str(other) in around or abs(moved - today) <= _NEAR_DAYS
        if near and weekday(moved) == said:
            return True
    return False


def _sentence(mention: Mention, article: Article) -> str:
    """The words around a mention, up to where its sentence or line ends."""
    before, behind = article.text[: mention.start], article.text[mention.end :]
    return f"{_END.split(before)[-1]} {_END.split(behind, maxsplit=1)[0]}"


def _wrong(mention: Mention, article: Article, day: int, said: int) -> Check:
    year, month, of_month = civil(day)
    date = f"{of_month} {calendar.month_name[month]} {year}"
    right, wrong = _NAMES[weekday(day)], _NAMES[said]
    past = article.published is not None and (day + 1) * DAY <= _second(article)
    citation = Citation(
        article.id, mention.start, mention.end, mention.text, mention.value, _line(mention, article)
    )
    verb = "was" if past else "is"
    derivation = steps.conclude(
        "weekday",
        (steps.reading(citation, f"{steps.quoted(citation)} names {date}"),),
        f"{date} {verb} a {right}",
    )
    return Check(
        id="",
        rule="weekday",
        kind="date",
        title=f"{wrong} or {right}, {of_month} {calendar.month_name[month]}",
        citations=(citation,),
        explanation=f"{date} {verb} a {right}; the article says {wrong}.",
        derivation=derivation,
    )


def _second(article: Article) -> int:
    assert article.published is not None
    published = article.published
    return day_number(published.year, published.month, published.day) * DAY


def _line(mention: Mention, article: Article) -> Span | None:
    for segment in article.segments:
        if segment.start <= mention.start < segment.end:
            return Span(segment.start, segment.end)
    return None
