"""Names and quotations in, an index out in which "I" and "we" stand for who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.coreference import NameIndex, Reference
from reconcile.claims.parse import ParsedArticle
from reconcile.claims.quotes import Quotation
from reconcile.claims.vocabulary import words


def with_first_person(
    parsed: ParsedArticle, index: NameIndex, quotes: Sequence[Quotation]
) -> NameIndex:
    """The index with the first person of every quotation linked to its speaker."""
    spoken: list[Reference] = []
    for quote in quotes:
        if quote.speaker is None or not quote.speaker.canonical:
            continue
        segment = parsed.segments[quote.segment]
        offset = segment.segment.start
        for token in segment.doc:
            start = token.idx + offset
            if quote.start <= start < quote.end and token.lower_ in words(
                "pronouns", "first_person"
            ):
                spoken.append(
                    Reference(start, start + len(token), quote.speaker.canonical, "pronoun")
                )
    merged = tuple(sorted({*index.references, *spoken}))
    return NameIndex(merged, index.entities, index.found)
