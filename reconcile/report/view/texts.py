"""Articles and findings in, the articles in full out: on every stretch its weightiest mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from reconcile import patterns
from reconcile.model import Article, Segment
from reconcile.report.excerpts import one_line
from reconcile.report.quotes import Quote
from reconcile.report.view.nouns import Block, Look, Mark, Source, Stretch, Text
from reconcile.report.view.said import words_anchor
from reconcile.tuples import NamedTuple

_EDGES: Final = patterns.compile(r"^\s*|\s*$")


class Marked(NamedTuple):
    """Words of an article that a finding rests on."""

    start: int
    end: int
    mark: Mark


def mark_of(quote: Quote, look: Look, title: str, target: str) -> Marked:
    """The mark that a finding leaves on the words that it quotes."""
    words = f"{look.word}: {title}" if title else look.word
    return Marked(quote.start, quote.end, Mark(look, words, target))


def text_of(article: Article, source: Source, marked: Sequence[Marked]) -> Text:
    """An article with its marks; of two on the same words, the one that comes first wins."""
    segments = article.segments or (Segment(0, len(article.text), "body"),)
    by_start = sorted(marked, key=lambda each: each.start)
    blocks = (_block(article, segment, source, marked, by_start) for segment in segments)
    return Text(source, tuple(block for block in blocks if block.stretches))


def _block(
    article: Article,
    segment: Segment,
    source: Source,
    marked: Sequence[Marked],
    by_start: Sequence[Marked],
) -> Block:
    inside = [each for each in by_start if segment.start <= each.start < segment.end]
    rank = {id(each): index for index, each in enumerate(marked)}
    inside.sort(key=lambda each: rank[id(each)])
    stretches = tuple(_stretches(article.text, segment, source, inside))
    return Block(segment.role, segment.paragraph, stretches)


def _stretches(
    text: str, segment: Segment, source: Source, inside: Sequence[Marked]
) -> Iterator[Stretch]:
    """The segment cut wherever a mark begins or ends."""
    edges = {segment.start, segment.end}
    for each in inside:
        edges |= {each.start, min(each.end, segment.end)}
    anchors: Mapping[int, tuple[str, ...]] = _anchors(source, inside)
    for start, end in pairwise(sorted(edges)):
        holding = next((each for each in inside if each.start <= start < each.end), None)
        yield Stretch(
            text=_clean(text[start:end]),
            mark=holding.mark if holding else None,
            anchors=anchors.get(start, ()),
            ends=holding is not None and _ends_here(holding, end, inside, segment),
        )


def _ends_here(holding: Marked, end: int, inside: Sequence[Marked], segment: Segment) -> bool:
    """Whether the next stretch bears another mark or none."""
    if end >= min(holding.end, segment.end):
        return True
    behind = next((each for each in inside if each.start <= end < each.end), None)
    return behind is not holding


def _anchors(source: Source, inside: Sequence[Marked]) -> dict[int, tuple[str, ...]]:
    """The names of the places where marked words begin, by where that is."""
    named: dict[int, dict[str, None]] = {}
    for each in inside:
        named.setdefault(each.start, {})[words_anchor(source, each.start, each.end)] = None
    return {start: tuple(names) for start, names in named.items()}


def _clean(text: str) -> str:
    """The text on one line, the space at its edges kept."""
    before, behind = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{one_line(text)}{' ' * (behind and bool(text.strip()))}"
