"""A claim and its article in, as of when it speaks out: by its own words, else by publication."""

from __future__ import annotations

import datetime
import functools
import re
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.comparison.entries import printed
from reconcile.comparison.pair import Pair, Side, later
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Claim, Interval, Mention, Span
from reconcile.tuples import NamedTuple
from reconcile.values import sets
from reconcile.values.sideclocks import is_clock

#: a story's figures are of the weeks before they are printed
_WEEKS_SECONDS: Final = 45 * 86_400
_DAY: Final = 86_400
#: the longest time that is one moment of a figure: "at the end of September"
_TEN_DAYS: Final = 10 * _DAY
_HOURS: Final = 2 * 3600
#: how many times as long the one may be, of two times that are told about as closely
_AS_CLOSE: Final = 12
#: characters in front of a date, and behind a share, in which the words stand that say so
_REACH: Final = 40
#: characters at the head of a sentence in which the date of all its figures stands
_OPENING: Final = 12
#: characters at the head of an article in which the date of all its figures stands
_HEAD: Final = 600
_EPOCH: Final = datetime.datetime(1970, 1, 1)
_POSSESSIVE: Final = patterns.compile(r"['’]s?\b")


class AsOf(NamedTuple):
    """The moment that a figure is of, on dates' line."""

    when: Interval
    #: the words that say so, or ``None``: it is when the article was published
    words: str | None = None
    #: seconds that its clock is ahead of universal time
    ahead_seconds: int = 0
    #: the share that was counted by then
    counted: Decimal | None = None

    @property
    def order(self) -> tuple[Decimal, Decimal]:
        """What moments are sorted by: the last instant that each can be, then what was counted."""
        end = self.when.high if self.when.high is not None else self.when.low
        return (end or Decimal(0)) - self.ahead_seconds, self.counted or Decimal(0)


@functools.lru_cache(maxsize=4096)
def as_of(claim: Claim, article: Article) -> AsOf | None:
    """As of when a claim speaks; ``None`` where neither its words nor its article say."""
    published = _of(printed(claim, article))
    said = _dated(claim, article) or _headed(article)
    if said is not None or published is None:
        return said
    return _counted(claim, article, published) or published


def _of(moment: datetime.datetime | None) -> AsOf | None:
    if moment is None:
        return None
    seconds = (moment.replace(tzinfo=None) - _EPOCH).total_seconds()
    return AsOf(sets.exactly(Decimal(int(seconds))), ahead_seconds=_ahead(moment))


def _ahead(moment: datetime.datetime | None) -> int:
    """Seconds that the clock of a moment is ahead of universal time, as far as that is known."""
    offset = moment.utcoffset() if moment is not None else None
    return 0 if offset is None else int(offset.total_seconds())


def _dated(claim: Claim, article: Article) -> AsOf | None:
    """The nearest date of the claim's sentence that "as of", "by" and the like lead to."""
    found = [
        (abs(date.start - claim.focus.start), date.start, said)
        for date, said in _leading_dates(claim, article)
    ]
    return min(found)[2] if found else None


def _leading_dates(claim: Claim, article: Article) -> list[tuple[Mention, AsOf]]:
    return [
        (date, said)
        for date in of_sentence(claim, article, "date")
        if (said := _read(date, article, "before")) is not None
    ]


@functools.lru_cache(maxsize=4096)
def is_counted_by(claim: Claim, article: Article) -> bool:
    """Whether a claim says by when its figure was reached: "by noon, 214 had landed".

    The moment stands in its clause, or at the head of its sentence.
    """
    if claim.clause.certainty != "asserted":
        return False
    head = claim.clause.sentence.start + _OPENING
    return any(
        claim.clause.start <= date.start < claim.clause.end or date.start <= head
        for date, _ in _leading_dates(claim, article)
    )


def are_of_one_moment(pair: Pair, *, of_an_hour: bool = False) -> bool:
    """Whether one says by when its figure was reached, and the other tells one of that time.

    As in "92% let at the end of September" against "82% let as at 30 September"; ``of_an_hour``
    asks for times by the clock.
    """
    return any(
        _are_one_moment(said.when, date.value.named, _HOURS if of_an_hour else _TEN_DAYS)
        for one, other in (pair.sides, pair.sides[::-1])
        for _, said in _leading_dates(*one)
        for date in of_sentence(*other, "date")
        if date.value is not None
    )


def _are_one_moment(one: Interval, other: Interval, longest: int) -> bool:
    """Whether two times meet that are told about as closely: no hour is a day."""
    if None in (one.low, one.high, other.low, other.high):
        return False
    short, long = sorted((_length(one), _length(other)))
    if long > longest or long > _AS_CLOSE * max(short, Decimal(1)):
        return False
    return not sets.disjoint(one, other)


def _length(when: Interval) -> Decimal:
    assert when.low is not None
    assert when.high is not None
    return when.high - when.low


def leads_to_figure(claim: Claim, article: Article) -> bool:
    """Whether a date is the one that "as of", "by" and the like lead to."""
    return claim.kind == "date" and _read(claim.focus, article, "before") is not None


def of_sentence(claim: Claim, article: Article, kind: str) -> list[Mention]:
    """The other values of a kind in the claim's sentence."""
    return _others_within(claim, article, kind, claim.clause.sentence)


def of_paragraph(claim: Claim, article: Article, kind: str) -> list[Mention]:
    """The other values of a kind in the claim's paragraph."""
    start = article.text.rfind("\n", 0, claim.focus.start) + 1
    end = article.text.find("\n", claim.focus.end)
    return _others_within(claim, article, kind, Span(start, end if end >= 0 else len(article.text)))


def _others_within(claim: Claim, article: Article, kind: str, span: Span) -> list[Mention]:
    return [
        mention
        for mention in _mentions(article)
        if mention.kind == kind
        and span.start <= mention.start < span.end
        and mention.span != claim.focus.span
    ]


@functools.lru_cache(maxsize=256)
def _headed(article: Article) -> AsOf | None:
    """The date at the head of an article that says as of when all of it is."""
    for mention in _mentions(article):
        if mention.kind == "date" and mention.start < _HEAD:
            said = _read(mention, article, "heading")
            if said is not None:
                return said
    return None


def _mentions(article: Article) -> tuple[Mention, ...]:
    from reconcile.values.reader import mentions_of

    return mentions_of(article)


def _read(date: Mention, article: Article, section: str) -> AsOf | None:
    """The date, where such words lead to it and it is of the weeks before the article."""
    value, published = date.value, _of(article.published)
    before = article.text[max(date.start - _REACH, 0) : date.start]
    ahead = leading(section).search(before)
    inside = leading(section, anywhere=True).match(date.text)
    if value is None or value.named.low is None or value.named.high is None:
        return None
    if ahead is None and inside is None or _POSSESSIVE.match(article.text, date.end):
        return None
    if published is not None and published.when.low is not None:
        ago = published.when.low - value.named.low
        if not -_DAY <= ago <= _WEEKS_SECONDS:
            return None
    start = date.start if ahead is None else date.start - len(before) + ahead.start()
    words = " ".join(article.text[start : date.end].split())
    ahead_seconds = _ahead(article.published)
    if value.offset_minutes is not None:
        ahead_seconds = value.offset_minutes * 60
    return AsOf(value.named, words, ahead_seconds)


def _counted(claim: Claim, article: Article, published: AsOf) -> AsOf | None:
    """How much was counted when an article was published: "with 40 percent counted"."""
    for share in of_sentence(claim, article, "percent"):
        found = _count_behind(share, article)
        if found is None or share.value is None:
            continue
        start, end = found
        words = " ".join(article.text[start:end].split())
        return published._replace(words=words, counted=share.value.nominal)
    return None


def tells_count(claim: Claim, article: Article) -> bool:
    """Whether a share is how much was counted: "with 40 percent of ballots counted"."""
    return claim.kind == "percent" and _count_behind(claim.focus, article) is not None


def _count_behind(share: Mention, article: Article) -> tuple[int, int] | None:
    """Where the words begin and end that make a share how much was counted."""
    before = article.text[max(share.start - _REACH, 0) : share.start]
    behind = article.text[share.end : share.end + _REACH]
    ahead, found = leading("with").search(before), words_of("counted").search(behind)
    if ahead is None or found is None:
        return None
    return share.start - len(before) + ahead.start(), share.end + found.end()


def clocks_of(claim: Claim, article: Article) -> list[Interval]:
    """The moments by the clock at which a claim's clause says that its figure stood."""
    clause = claim.clause
    return [
        date.value.named
        for date in of_sentence(claim, article, "date")
        if clause.start <= date.start < clause.end and date.value and is_clock(date.value)
    ]


def later_as_of(pair: Pair) -> Side | None:
    """Which side is of the later time: by the words of both, where they tell two moments apart.

    ``None`` where both say that they are of one moment: no figure moved in between.
    """
    a, b = as_of(pair.a, pair.article_a), as_of(pair.b, pair.article_b)
    if a is None or b is None or a.words is None or b.words is None:
        return later(pair)
    if a.counted is not None or b.counted is not None:
        return later(pair)
    if a.order == b.order:
        return None
    if not sets.disjoint(a.when, b.when):
        return later(pair)
    return "a" if a.order > b.order else "b"


@functools.cache
def leading(section: str, *, anywhere: bool = False) -> re.Pattern[str]:
    """The words of a list where nothing stands behind them but what they lead to."""
    end = r"\b" if anywhere else r"[\s:]*(?:the\s+)?\Z"
    return re.compile(rf"\b(?:{_listed(section)}){end}", re.IGNORECASE)


@functools.cache
def words_of(section: str) -> re.Pattern[str]:
    """The words of a list, wherever they stand."""
    return re.compile(rf"\b(?:{_listed(section)})\b", re.IGNORECASE)


def _listed(section: str) -> str:
    words = sorted(rules("asof")[section]["words"], key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words)
