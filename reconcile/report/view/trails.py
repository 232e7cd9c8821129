"""A derivation and the quotes of a finding in, its steps with the places of their words out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.model import Step
from reconcile.report.excerpts import one_line
from reconcile.report.quotes import Quote
from reconcile.report.view.nouns import Place, Source, Told
from reconcile.report.view.said import words_anchor
from reconcile.report.words import place_sign

#: where quoted words stand, by article, start and end
Places = Mapping[tuple[str, int, int], Place]


def places_in(quotes: Sequence[Quote], sources: Mapping[str, Source]) -> Places:
    """The places of the words that a finding quotes: only those are marked in the articles."""
    places = {}
    for quote in quotes:
        source = sources[quote.article]
        places[quote.article, quote.start, quote.end] = Place(
            f"{source.letter} {place_sign(quote)}",
            f"{source.name}, {quote.place}",
            words_anchor(source, quote.start, quote.end),
        )
    return places


def trail_of(last: Step | None, shown: Sequence[str], places: Places) -> tuple[Told, ...]:
    """The steps that are shown, each once, with the places of the words that they rest on."""
    told: dict[str, dict[Place, None]] = {}
    for step in last.every if last else ():
        words = one_line(step.words)
        if words in shown:
            held = ((each.article, each.start, each.end) for each in step.premises)
            known = [places[each] for each in held if each in places]
            told.setdefault(words, {}).update(dict.fromkeys(known))
    return tuple(Told(words, tuple(found)) for words, found in told.items())
