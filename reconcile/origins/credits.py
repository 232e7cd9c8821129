"""An Article in, whom it credits out: for all of it, for parts of it, for a sentence."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from reconcile import patterns
from reconcile.model import Segment, Span
from reconcile.origins.agencies import Agencies, is_place, masked, namesakes
from reconcile.origins.vocabulary import rules
from reconcile.origins.words import Words
from reconcile.records import frozen

Covers = Literal["article", "some", "sentence"]

#: lines longer than this are no credit lines
_LONGEST_LINE: Final = 240
#: so many paragraphs at the end may be credit lines that were taken for the story
_LAST: Final = 2
#: the roles of lines that are no part of the story
_LINES: Final = ("byline", "posted", "furniture", "standfirst")
_SLOT: Final = patterns.compile(r"\{(agency|tag|end)\}")
_AGENCY: Final = r"⟨\d+⟩"
#: what a pattern holds that only a line with the name of an agency can meet
_NAMED: Final = rf"(?P<tag>{_AGENCY})"
_TAG: Final = r"⟨\d+⟩|[A-Z][\w.&]{1,9}(?:\s[A-Z][\w&]+){0,3}"


#: what stands for agencies that an article does not name
UNNAMED: Final = ""


@frozen
class Credit:
    """Whom an article names as the origin of its words."""

    #: the name that stands for the agency or paper; "" for agencies that are not named
    agency: str
    covers: Covers
    #: the words that say so, or the sentence that they are about
    span: Span


def credits_of(words: Words, agencies: Agencies) -> tuple[Credit, ...]:
    """The credits of an article, in the order of its text."""
    found = {*_of_lines(words, agencies), *_of_sentences(words, agencies)}
    return tuple(sorted(found, key=lambda each: (each.span, each.covers, each.agency)))


def read_credit(
    text: str, where: str, agencies: Agencies, publisher: str | None = None
) -> tuple[str, Covers] | None:
    """Whom some words credit, and for what: a dateline, a line, a sentence, or a story's end.

    ``publisher`` is the article's own, whose tag in a dateline is known by it.
    """
    shown = masked(text, agencies)
    if where == "sentence" and not shown.names:
        return None
    small = shown.text.lower()
    for pattern, needs, covers in _patterns(where):
        if _NAMED in pattern and not shown.names:
            continue
        if needs and not any(need in small for need in needs):
            continue
        match = _compiled(pattern).search(shown.text)
        if match is None:
            continue
        if "tag" not in match.re.groupindex:
            return UNNAMED, covers
        tag = match["tag"]
        if tag.startswith("⟨"):
            return shown.names[int(tag[1:-1])], covers
        if not is_place(tag):
            return agencies.credited(tag, publisher), covers
    return None


@functools.cache
def _patterns(where: str) -> tuple[tuple[str, Sequence[str], Covers], ...]:
    """The patterns for a part of an article, in their order, with what they need and cover."""
    slots = {"agency": _AGENCY, "tag": _TAG, "end": rules("credits")["around"]["end"]}
    return tuple(
        (_SLOT.sub(lambda slot: slots[slot[1]], pattern), needs, rule["covers"])
        for rule in rules("credits").values()
        if rule.get("where") == where
        for pattern, needs in zip(rule["patterns"], rule["needs"], strict=True)
    )


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# --- lines ------------------------------------------------------------------------------------


def _of_lines(words: Words, agencies: Agencies) -> Iterator[Credit]:
    """The credits of datelines and of lines in front of and behind the story."""
    article = words.article
    body = [at for at, each in enumerate(article.segments) if each.role == "body"]
    ends = set(body[-_LAST:])
    for at, segment in enumerate(article.segments):
        text = article.text[segment.start : segment.end]
        where = _place(at, segment, article.segments, ends)
        found = read_credit(text, where, agencies, article.publisher) if where else None
        if found is None and at in ends:
            found = read_credit(text, "end", agencies)
        if found is not None:
            yield Credit(*found, Span(segment.start, segment.end))


def _place(at: int, segment: Segment, segments: Sequence[Segment], ends: set[int]) -> str:
    """What a segment is looked at as; "" where it can hold no credit for the words."""
    if segment.end - segment.start > _LONGEST_LINE:
        return ""
    if segment.role == "dateline":
        return "dateline"
    if segment.role in _LINES:
        under_picture = at > 0 and segments[at - 1].role == "caption"
        return "" if under_picture and segment.role == "furniture" else "line"
    return "line" if at in ends or segment.paragraph == 1 else ""


# --- sentences --------------------------------------------------------------------------------


def _of_sentences(words: Words, agencies: Agencies) -> Iterator[Credit]:
    """The credits inside sentences, but of an agency that the story is about."""
    article = words.article
    subjects = _subjects(words, agencies)
    for sentence in words.sentences:
        span = sentence.span
        found = read_credit(article.text[span.start : span.end], "sentence", agencies)
        if found is not None and found[0] not in subjects:
            yield Credit(*found, span)


def _subjects(words: Words, agencies: Agencies) -> set[str]:
    """The agencies that the headline names, whose own words are no credit; and their namesakes."""
    text = words.article.text
    found = {name for name, others in namesakes().items() if any(each in text for each in others)}
    for segment in words.article.segments:
        if segment.role == "headline":
            heading = text[segment.start : segment.end]
            if read_credit(heading, "sentence", agencies) is None:
                found.update(masked(heading, agencies).names)
    return found
