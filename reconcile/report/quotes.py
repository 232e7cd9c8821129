"""A claim and its article in, a Quote out: the words, where they stand, what they were read as."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Sequence

from reconcile.model import Article, Citation, Claim, Kind, Mention, Segment, SegmentRole, Span
from reconcile.records import evolve, frozen
from reconcile.report.excerpts import is_same_wording
from reconcile.report.reading import in_words


@frozen
class Quote:
    """What one source says about a fact, as a reader can check it."""

    #: the article's id
    article: str
    #: who published it, or the article's id where that is unknown
    source: str
    published: datetime.datetime | None
    role: SegmentRole
    #: body and caption paragraphs from 1; 0 for everything else
    paragraph: int
    #: the words at issue: ``article.text[start:end]``
    start: int
    end: int
    text: str
    #: the sentence that holds them, and where it stands
    sentence: str
    sentence_span: Span
    #: who says so, as written; ``None`` is the article itself
    speaker: str | None = None
    #: what a value was read as, in plain words; ``None`` for what is no value
    reading: str | None = None
    #: the article's address, whatever it is
    url: str | None = None
    #: the sign of the article in its report: "A"; "" outside of one
    letter: str = ""

    @property
    def place(self) -> str:
        """Where in the article, in words: "paragraph 3", "headline"."""
        if self.role == "body" or not self.role:
            return f"paragraph {self.paragraph}"
        return self.role

    def __str__(self) -> str:
        return f"{self.source}, {self.place}: “{self.text}”"


def quote_claim(claim: Claim, article: Article, *, kind: Kind | None = None) -> Quote:
    """The quote that a claim rests on; ``kind`` is that of the fact in which it is read."""
    clause, value = claim.clause, claim.focus.value
    quote = _quote(claim.focus, article, clause.segment_role, clause.paragraph, clause.sentence)
    reading = None if value is None else in_words(value, kind=kind)
    return evolve(quote, speaker=clause.speaker, reading=reading)


def quote_citation(citation: Citation, article: Article) -> Quote:
    """The quote of words that a check cites, in the sentence that they stand in."""
    at = bisect.bisect_right(article.segments, citation.start, key=lambda each: each.start) - 1
    segment = article.segments[at] if at >= 0 else Segment(0, len(article.text), "body")
    span = citation.sentence or Span(segment.start, segment.end)
    return _quote(citation, article, segment.role, segment.paragraph, span)


def _quote(
    words: Mention | Citation, article: Article, role: SegmentRole, paragraph: int, sentence: Span
) -> Quote:
    return Quote(
        article=article.id,
        source=article.publisher or article.id,
        published=article.published,
        role=role,
        paragraph=paragraph,
        start=words.start,
        end=words.end,
        text=article.text[words.start : words.end],
        sentence=article.text[sentence.start : sentence.end],
        sentence_span=sentence,
        reading=in_words(words.value) if words.value is not None else None,
        url=article.url,
    )


def gather_repeated(quotes: Sequence[Quote]) -> list[tuple[Quote, list[Quote]]]:
    """Each wording once, by its first quote, with every quote that has it."""
    gathered: list[tuple[Quote, list[Quote]]] = []
    for quote in quotes:
        same = next(
            (every for first, every in gathered if is_same_wording(first.text, quote.text)), None
        )
        if same is None:
            gathered.append((quote, [quote]))
        else:
            same.append(quote)
    return gathered


def gather_sentences(quotes: Sequence[Quote]) -> list[list[Quote]]:
    """The quotes of one article by the sentence that they stand in, each by where it starts."""
    gathered: dict[Span, list[Quote]] = {}
    for quote in quotes:
        gathered.setdefault(quote.sentence_span, []).append(quote)
    return [sorted(every, key=lambda quote: quote.start) for every in gathered.values()]
