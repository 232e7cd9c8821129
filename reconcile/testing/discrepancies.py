"""What does not hold, as values: statements with their places, why, how far apart, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from reconcile.baseline.written import as_written
from reconcile.model import Article, Value
from reconcile.records import frozen
from reconcile.report.places import is_as_saved, line_starts, place_of
from reconcile.report.quotes import Quote
from reconcile.values import sets
from reconcile.values.telling import amount, number

_PERCENT: Final = 100


@frozen
class Sighting:
    """One statement, as a person finds it: whose it is, where it stands and what it was read as."""

    source: str
    #: "wire.txt:7", or the paragraph where a file's lines are not those of the article
    place: str
    #: the words at issue
    text: str
    sentence: str
    #: what they were read as; ``None`` for what is no value
    reading: str | None = None


@frozen
class Discrepancy:
    """Something that does not hold, with all that it takes to judge it."""

    title: str
    #: what is wrong, in a few words: "conflict", "not met", "not stated", "stale" ...
    sort: str
    #: one plain sentence
    explanation: str
    sightings: tuple[Sighting, ...] = ()
    #: the derivation, a plain sentence a step
    steps: tuple[str, ...] = ()
    #: how far apart the values are, in words, where they stand on one line
    gap: str | None = None
    #: the finding's id, which is the same in every run
    id: str | None = None
    #: what a person can do about it, a line each
    remedies: tuple[str, ...] = ()


@frozen
class FactCheckFailed(AssertionError):
    """What was asserted of the articles does not hold."""

    discrepancies: tuple[Discrepancy, ...]

    def __str__(self) -> str:
        from reconcile.testing.notes import note

        return note(self.discrepancies)


def sighting(quote: Quote, article: Article) -> Sighting:
    """Where a quote stands in the file that the article was read from."""
    return Sighting(
        source=quote.source,
        place=_place(quote, article),
        text=_one_line(quote.text),
        sentence=_one_line(quote.sentence),
        reading=quote.reading,
    )


def _place(quote: Quote, article: Article) -> str:
    if article.path is None:
        return quote.place
    path = as_written(article.path)
    if not is_as_saved(article):
        return f"{path}, {quote.place}"
    line = place_of(line_starts(article.text), quote.start, quote.end).line
    return f"{path}:{line}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def gap_between(values: Sequence[Value | None]) -> str | None:
    """How far apart the first two values are, in words; ``None`` where no line holds both."""
    known = [each for each in values if each is not None][:2]
    if len(known) < 2 or (known[0].kind, known[0].unit) != (known[1].kind, known[1].unit):
        return None
    a, b = known
    if a.kind == "date":
        starts = [each.named.low for each in known if each.named.low is not None]
        return (
            amount(abs(starts[0] - starts[1]), "second", "duration") if len(starts) == 2 else None
        )
    if a.nominal is None or b.nominal is None:
        apart = sets.distance(a.interval, b.interval)
        return amount(apart, a.unit, a.kind) if apart else None
    apart = abs(a.nominal - b.nominal)
    largest = max(abs(a.nominal), abs(b.nominal))
    if not apart:
        return None
    share = f" ({_percent(apart / largest)} percent)" if largest and _is_scaled(a) else ""
    return amount(apart, a.unit, a.kind) + share


def _is_scaled(value: Value) -> bool:
    """Whether a share of it means something: not so for ranks, ages and shares."""
    return value.kind in ("money", "count", "quantity", "duration")


def _percent(share: Decimal) -> str:
    return number((share * _PERCENT).quantize(Decimal("0.1"), rounding=ROUND_HALF_EVEN))
