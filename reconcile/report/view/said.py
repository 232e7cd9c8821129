"""Quotes in, what a page shows of them out: sentences with the words at issue marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.report.excerpts import excerpt, is_same_wording, one_line
from reconcile.report.quotes import Quote, gather_repeated, gather_sentences
from reconcile.report.view.nouns import Column, Place, Reading, Said, Source
from reconcile.report.words import place_sign

#: characters of a sentence that are shown around the words at issue
_WIDTH: Final = 320


def columns_of(quotes: Sequence[Quote], sources: Mapping[str, Source]) -> tuple[Column, ...]:
    """What each source says, in the order of the sources."""
    by_article: dict[str, list[Quote]] = {name: [] for name in sources}
    for quote in quotes:
        by_article[quote.article].append(quote)
    return tuple(
        Column(sources[name], said_of(every, sources[name]))
        for name, every in by_article.items()
        if every
    )


def said_of(quotes: Sequence[Quote], source: Source) -> tuple[Said, ...]:
    """The sentences of one article, a wording that it repeats only once, with all its places."""
    repeated = gather_repeated(quotes)
    same = {(quote.start, quote.end): every for quote, every in repeated}
    return tuple(
        _said(
            sentence, [each for quote in sentence for each in same[quote.start, quote.end]], source
        )
        for sentence in gather_sentences([quote for quote, _ in repeated])
    )


def _said(quotes: Sequence[Quote], every: Sequence[Quote], source: Source) -> Said:
    first = quotes[0]
    spans = [(each.start, each.end) for each in quotes]
    stretches = excerpt(first.sentence, first.sentence_span.start, spans, width=_WIDTH)
    return Said(
        places=_places(every, source),
        speaker=one_line(first.speaker or ""),
        stretches=tuple(stretches),
        readings=tuple(dict.fromkeys(_reading(each) for each in quotes if _is_telling(each))),
    )


def _places(quotes: Sequence[Quote], source: Source) -> tuple[Place, ...]:
    """Each paragraph once, leading to the first words in it."""
    by_sign: dict[str, Place] = {}
    for quote in quotes:
        by_sign.setdefault(place_sign(quote), place_of(quote, source))
    return tuple(by_sign.values())


def place_of(quote: Quote, source: Source) -> Place:
    """Where a quote stands."""
    return Place(place_sign(quote), quote.place, words_anchor(source, quote.start, quote.end))


def words_anchor(source: Source, start: int, end: int) -> str:
    """The name of the place of some words on the page."""
    return f"{source.letter}-{start}-{end}"


def _reading(quote: Quote) -> Reading:
    return Reading(one_line(quote.text), one_line(quote.reading or ""))


def _is_telling(quote: Quote) -> bool:
    """Whether the reading says more than the words: not "exactly 61" of "61 flights"."""
    if not quote.reading:
        return False
    reading = quote.reading.removeprefix("exactly ")
    return not is_same_wording(reading, quote.text) and reading not in quote.text.split()
