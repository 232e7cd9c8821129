"""Markdown in, its page out: the text as it is, blocks with what their marks say they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reconcile import patterns
from reconcile.articles.assemble import Known, Page
from reconcile.articles.blocks import Block, split_lines
from reconcile.articles.published import parse_published
from reconcile.records import frozen

_HEADING: Final = patterns.compile(r"(#{1,6})\s+(.*?)\s*#*$", re.DOTALL)
_LIST: Final = patterns.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?")
_QUOTE: Final = patterns.compile(r"(?:>\s?)+")
_IMAGE: Final = patterns.compile(r"!\[([^\]]*)\]\([^)]*\)\s*$")
_FENCE: Final = patterns.compile(r"(```|~~~)")
_RULE: Final = patterns.compile(r"(?:[-*_=]\s*){3,}$|\|?[\s:|-]+\|[\s:|-]*$")
_DEFINITION: Final = patterns.compile(r"\[[^\]]+\]:\s+\S+")
_EMPHASIS: Final = patterns.compile(r"(\*\*|__|\*|_)(?=\S)")
_FIELD: Final = patterns.compile(r"([A-Za-z_-]{2,20})\s*:\s*[\"']?(.*?)[\"']?\s*$")
_FIELDS: Final = {"published": ("date", "published", "pubdate"), "title": ("title", "headline")}


@frozen
class _Line:
    """A line with its role hint; ``goes_on`` where the next line of text may belong to it."""

    start: int
    end: int
    hint: str
    after_gap: bool
    goes_on: bool = False


def _front_matter(text: str, lines: list[Block]) -> tuple[int, Known]:
    """How many lines the front matter takes, and what it says."""
    if not lines or text[lines[0].start : lines[0].end] != "---":
        return 0, Known()
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1:60], 1):
        words = text[line.start : line.end]
        if words in ("---", "..."):
            return number + 1, _known(fields)
        match = _FIELD.match(words)
        if match:
            fields[match[1].lower()] = match[2]
    return 0, Known()


def _known(fields: dict[str, str]) -> Known:
    stated = next((fields[name] for name in _FIELDS["published"] if fields.get(name)), None)
    published = parse_published(stated) if stated else None
    return Known(
        published=published,
        published_from="meta" if published else "unknown",
        publisher=fields.get("publisher") or fields.get("site") or None,
        url=fields.get("url") or fields.get("canonical") or None,
        title=next((fields[name] for name in _FIELDS["title"] if fields.get(name)), None),
    )


def _line(text: str, line: Block, *, titled: bool) -> _Line:
    """What the marks at the front of a line say, and where its words begin."""
    words = text[line.start : line.end]
    heading = _HEADING.match(words)
    if heading:
        hint = "headline" if not titled else "subhead"
        start = line.start + heading.start(2)
        return _Line(start, start + len(heading[2]), hint, line.after_gap)
    image = _IMAGE.match(words)
    if image:
        start = line.start + image.start(1)
        hint = "caption" if image[1].strip() else "furniture"
        end = start + len(image[1]) if image[1].strip() else line.end
        return _Line(start if hint == "caption" else line.start, end, hint, line.after_gap)
    if _RULE.match(words) or _DEFINITION.match(words) or words.startswith("<!--"):
        return _Line(line.start, line.end, "furniture", line.after_gap)
    item = _LIST.match(words)
    if item:
        return _Line(line.start + item.end(), line.end, "list", line.after_gap, goes_on=True)
    quote = _QUOTE.match(words)
    start = line.start + (quote.end() if quote else 0)
    return _Line(start, line.end, "", line.after_gap, goes_on=not words.startswith("|"))


def _lines(text: str, lines: list[Block]) -> Iterator[_Line]:
    titled = fenced = False
    for line in lines:
        words = text[line.start : line.end]
        if _FENCE.match(words):
            fenced = not fenced
            yield _Line(line.start, line.end, "furniture", line.after_gap)
        elif fenced:
            yield _Line(line.start, line.end, "furniture", line.after_gap)
        else:
            read = _line(text, line, titled=titled)
            titled = titled or read.hint == "headline"
            if read.start < read.end:
                yield read


def _hard_break(text: str, line: _Line) -> bool:
    return text[line.end : line.end + 2] == "  " or text[line.end - 1] == "\\"


def read_markdown(text: str) -> Page:
    """The page of a Markdown document; lines of one paragraph are one block.

    Marks in front of a line are left out of its block, marks inside it stay in the text.
    """
    lines = split_lines(text)
    taken, known = _front_matter(text, lines)
    blocks = [Block(line.start, line.end, "furniture") for line in lines[:taken]]
    last: _Line | None = None
    for line in _lines(text, lines[taken:]):
        continues = last is not None and last.goes_on and not line.after_gap and line.hint == ""
        if continues and last is not None and line.goes_on and not _hard_break(text, last):
            blocks[-1] = Block(blocks[-1].start, line.end, blocks[-1].hint, blocks[-1].after_gap)
        else:
            blocks.append(Block(line.start, line.end, line.hint, line.after_gap))
        last = line
    return Page(text, [_without_emphasis(text, block) for block in blocks], known)


def _without_emphasis(text: str, block: Block) -> Block:
    """The block without a mark of emphasis that goes around all of it."""
    words = text[block.start : block.end]
    match = _EMPHASIS.match(words)
    if match and len(words) > 2 * len(match[1]) and words.endswith(match[1]):
        inside = words[len(match[1]) : -len(match[1])]
        if match[1] not in inside:
            length = len(match[1])
            return Block(block.start + length, block.end - length, block.hint, block.after_gap)
    return block
