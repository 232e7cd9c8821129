"""Steps that rest on an article itself: what they give is read again from it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from reconcile.model import Citation, Step
from reconcile.verification.ranges import Range, point, range_of, same
from reconcile.verification.sources import Sources

_EPOCH: Final = datetime.datetime(1970, 1, 1)
_DAY: Final = 86_400


def reading(step: Step, sources: Sources) -> Iterator[str]:
    """What the words leave open, what their figure stands for, and the figure."""
    value = _one_value(step)
    if value is None or value.value is None:
        yield "it rests on one quote with a reading, and here is none"
        return
    read = value.value
    if not same(range_of(step.result), range_of(read.interval)):
        yield "the set is not the one that the words leave open"
    if step.figure is not None and not same(range_of(step.figure), range_of(read.named)):
        yield "the figure does not stand for that"
    if step.number is not None and step.number != read.nominal:
        yield "another figure is printed"
    if step.unit != read.unit:
        yield f"the words are in {read.unit or 'no unit'}, not in {step.unit or 'none'}"


def printed(step: Step, sources: Sources) -> Iterator[str]:
    """The number as it is printed."""
    cited = _one_value(step)
    number = None if cited is None or cited.value is None else cited.value.stated.number
    if number is None or not same(range_of(step.result), point(number)):
        yield "another number is printed"
    if step.number is not None and step.number != number:
        yield "another number is printed"
    if step.figure is not None and not same(range_of(step.figure), range_of(step.result)):
        yield "another number is printed"
    if step.unit:
        yield "a number as printed has no unit"


def since(step: Step, sources: Sources) -> Iterator[str]:
    """When the last was that stood as high."""
    cited = _one_value(step)
    there = None if cited is None or cited.value is None else cited.value.since
    if there is None or not same(range_of(step.result), range_of(there)):
        yield "the words name another time since when"
    if step.figure is not None and not same(range_of(step.figure), range_of(step.result)):
        yield "the words name another time since when"
    if step.number is not None or step.unit != "date":
        yield "a time has no figure"


def words(step: Step, sources: Sources) -> Iterator[str]:
    """Words that stand in an article."""
    if not step.premises[0].text or step.premises[0].value is not None:
        yield "it rests on a quote without a reading"


def publication(step: Step, sources: Sources) -> Iterator[str]:
    """The day on which an article was published, by its own clock."""
    moment = _moment(step, sources)
    if moment is None:
        yield "the article does not say when it was published"
        return
    day = (moment.replace(tzinfo=None) - _EPOCH).days
    there = Range(Fraction(day * _DAY), Fraction((day + 1) * _DAY), True, False)
    if not same(range_of(step.result), there):
        yield "the article was published on another day"


def published(step: Step, sources: Sources) -> Iterator[str]:
    """The moment of publication, in universal time."""
    moment = _moment(step, sources)
    if moment is None:
        yield "the article does not say when it was published"
        return
    zone = moment.utcoffset() or datetime.timedelta()
    second = int((moment.replace(tzinfo=None) - zone - _EPOCH).total_seconds())
    if not same(range_of(step.result), point(second)):
        yield "the article was published at another time"


def whole(step: Step, sources: Sources) -> Iterator[str]:
    """All of something, as a share."""
    if step.unit != "fraction" or not same(range_of(step.result), point(1)):
        yield "a whole is one"


def counted(step: Step, sources: Sources) -> Iterator[str]:
    """So many things are named, each by a quote of its own."""
    places = {(each.article, each.start, each.end) for each in step.premises}
    if len(places) != len(step.premises):
        yield "one quote is counted twice"
    if len(places) == 1 and step.premises[0].value is not None:
        yield "a figure is no single thing"
    if not same(range_of(step.result), point(len(places))):
        yield "another number of things is named"


def remark(step: Step, sources: Sources) -> Iterator[str]:
    """A sentence that nothing rests on: only its quotes are looked up."""
    if step.number is not None or step.figure is not None:
        yield "a remark gives nothing"


def _one_value(step: Step) -> Citation | None:
    return step.premises[0] if len(step.premises) == 1 else None


def _moment(step: Step, sources: Sources) -> datetime.datetime | None:
    if step.premises[0].text:
        return None
    article = sources.articles.get(step.premises[0].article)
    return None if article is None else article.published
