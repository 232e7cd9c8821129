"""A parsed article in, its quotations out: the words between the marks, and who speaks them.

Double marks, curly or straight, and single ones; a quotation that is not closed by the end of its
paragraph runs on where the next paragraph opens with marks again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from reconcile import patterns
from reconcile.claims.coreference import NameIndex
from reconcile.claims.parse import ParsedArticle, ParsedSegment
from reconcile.claims.speakers import Speaker, reporting_verbs, speaker_named_by, speaker_of_verb
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DOUBLE: Final = patterns.compile(r"[\"“”„«»]")
_SINGLE: Final = patterns.compile(
    r"""
    (?<![\w'’])            # opens at the start of a word
    ['‘] (?=\w)
    (?P<inner> [^'‘’\n]+ (?: (?<=\w)['’](?=\w) [^'‘’\n]+ )* )
    ['’] (?!\w)
    """,
    re.VERBOSE,
)
#: how far from its quotation a verb of saying may stand, in tokens
_NEAR: Final = 30


class Quotation(NamedTuple):
    """Words between quotation marks, without the marks."""

    start: int
    end: int
    text: str
    segment: int
    speaker: Speaker | None
    #: whether it runs on into the next paragraph
    open_ended: bool = False


def read_quotes(parsed: ParsedArticle, index: NameIndex) -> tuple[Quotation, ...]:
    """Every quotation of the article with its speaker, in order."""
    found: list[Quotation] = []
    for number, segment in enumerate(parsed.segments):
        spans = list(quoted_stretches(segment))
        here: list[Quotation] = []
        for start, end, open_ended in spans:
            speaker = _speaker(segment, spans, start, end, index) or _carried(
                found, here, number, start
            )
            begin = segment.segment.start
            text = parsed.article.text[start + begin : end + begin]
            here.append(Quotation(start + begin, end + begin, text, number, speaker, open_ended))
        found += here
    return tuple(found)


def quoted_stretches(segment: ParsedSegment) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it is left open, of each quotation in a segment's own text."""
    text = segment.doc.text
    marks = [m.start() for m in _DOUBLE.finditer(text) if not _is_inch(text, m.start())]
    covered: list[tuple[int, int]] = []
    while marks:
        start = marks.pop(0)
        if text[start] == "”" or not text[start + 1 : start + 2].strip():
            continue
        end = marks.pop(0) if marks else len(text)
        covered.append((start, end))
        inner = text[start + 1 : end]
        if inner.strip():
            yield (*_trimmed(text, start + 1, end), end == len(text))
    for match in _SINGLE.finditer(text):
        inside = any(start <= match.start() < end for start, end in covered)
        if not inside and " " in match.group("inner"):
            yield (*_trimmed(text, *match.span("inner")), False)


def _is_inch(text: str, at: int) -> bool:
    return text[at] == '"' and at > 0 and text[at - 1].isdigit() and text[at + 1 : at + 2].isalpha()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without outer spaces, inner single marks and a closing comma."""
    while start < end and text[start] in " '‘…":
        start += 1
    while end > start and text[end - 1] in " ,…":
        end -= 1
    return start, end


def _speaker(
    segment: ParsedSegment,
    spans: Sequence[tuple[int, int, bool]],
    start: int,
    end: int,
    index: NameIndex,
) -> Speaker | None:
    """Who is said, in the same paragraph, to speak a stretch."""
    doc = segment.doc
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    outside = [v for v in reporting_verbs(doc) if not any(a <= v.idx < b for a, b, _ in spans)]
    near = [verb for verb in outside if _is_near(verb, span)]
    for verb in sorted(near, key=lambda verb: _distance(verb, span)):
        speaker = speaker_of_verb(verb, segment, index)
        if speaker:
            return speaker
    return speaker_named_by(span, segment, index)


def _is_near(verb: Token, span: Span) -> bool:
    """Whether a verb of saying is in the quotation's sentence, or opens right behind it."""
    if verb.i >= span.end:
        between = verb.doc[span.end : verb.i]
        stops = sum(token.text in ".!?" for token in between)
        return stops == 0 and verb.i - span.end <= _NEAR
    between = verb.doc[verb.i : span.start]
    return not any(token.text in ".!?" for token in between) and span.start - verb.i <= _NEAR


def _distance(verb: Token, span: Span) -> tuple[int, int]:
    away = verb.i - span.end + 1 if verb.i >= span.end else span.start - verb.i
    return away, verb.i


def _carried(
    found: Sequence[Quotation], here: Sequence[Quotation], number: int, start: int
) -> Speaker | None:
    """The speaker of the quotation before, where this one goes on from it."""
    if here:
        return here[-1].speaker
    if found and found[-1].segment == number - 1 and start <= 2:
        return found[-1].speaker
    return None
