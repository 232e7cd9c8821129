"""Claims and their article in, lines out: each with its figures, in order, and its words masked.

In a masked line each figure is one sign, which stands for its kind and its number in the line, so
that a rule can say "from {money} to {money}" whatever the figures are.
"""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Sequence
from typing import Final

from reconcile.checks.signs import MOST_FIGURES, index_of, is_sign, sign
from reconcile.checks.vocabulary import words
from reconcile.model import Article, Citation, Claim, Interval, Segment, Span, Value
from reconcile.records import frozen
from reconcile.values.calendar import day, to_interval

#: what stands in lines of these roles is the desk's, and not the story's
_LEFT_OUT: Final = frozenset(("furniture", "byline"))


@frozen
class Figure:
    """A value where it stands in an article."""

    claim: Claim
    value: Value
    #: where it stands among the figures of its line, from 0
    index: int

    @property
    def start(self) -> int:
        return self.claim.focus.start

    @property
    def end(self) -> int:
        return self.claim.focus.end

    @property
    def text(self) -> str:
        return " ".join(self.claim.focus.text.split())

    @property
    def sentence(self) -> Span:
        return self.claim.clause.sentence


@frozen
class Line:
    """A paragraph, headline or caption: its figures, and its words with the figures masked."""

    article: Article
    segment: Segment
    figures: tuple[Figure, ...]
    #: the words, each figure as one sign, white space as single spaces
    masked: str

    def figure(self, character: str) -> Figure:
        """The figure that a sign of the masked words stands for."""
        return self.figures[index_of(character)]

    def figures_in(self, masked: str) -> list[Figure]:
        """The figures that a part of the masked words holds, in order."""
        return [self.figure(each) for each in masked if is_sign(each)]


def lines_of(claims: Sequence[Claim], article: Article) -> tuple[Line, ...]:
    """Every line of an article that is its story's, with the figures that stand in it."""
    valued = sorted(
        (claim for claim in claims if claim.focus.value is not None),
        key=lambda claim: (claim.focus.start, -claim.focus.end),
    )
    starts = [claim.focus.start for claim in valued]
    found = []
    for segment in article.segments:
        if segment.role in _LEFT_OUT:
            continue
        first = bisect.bisect_left(starts, segment.start)
        last = bisect.bisect_left(starts, segment.end)
        figures = _figures(valued[first:last])
        found.append(Line(article, segment, figures, _masked(article.text, segment, figures)))
    return tuple(found)


def _figures(claims: Sequence[Claim]) -> tuple[Figure, ...]:
    """One figure for each stretch of text; where claims share words, the first has them."""
    found: list[Figure] = []
    behind = 0
    for claim in claims:
        value = claim.focus.value
        if value is not None and claim.focus.start >= behind and len(found) < MOST_FIGURES:
            found.append(Figure(claim, value, len(found)))
            behind = claim.focus.end
    return tuple(found)


def _masked(text: str, segment: Segment, figures: Sequence[Figure]) -> str:
    parts, behind = [], segment.start
    for figure in figures:
        parts += [text[behind : figure.start], _kept(figure), sign(figure.value.kind, figure.index)]
        behind = figure.end
    parts.append(text[behind : segment.end])
    return " ".join("".join(parts).split())


def _kept(figure: Figure) -> str:
    """The words before the number that say more than how much it is: "a total of"."""
    found = words("kept", "masking").match(figure.text)
    return f"{found.group()} " if found else ""


def day_of_publication(published: datetime.datetime) -> Interval:
    """The day on which an article was published, as a set."""
    return to_interval(day(published.year, published.month, published.day))


def cite(figure: Figure, value: Value | None = None) -> Citation:
    """The figure's words as a check cites them, with its reading or another that is meant."""
    return Citation(
        article=figure.claim.article,
        start=figure.start,
        end=figure.end,
        text=figure.claim.focus.text,
        value=value or figure.value,
        sentence=figure.sentence,
    )
