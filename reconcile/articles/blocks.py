"""Text in, blocks out: the paragraphs and lines of a text, hard-wrapped lines rejoined."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from reconcile import patterns
from reconcile.tuples import NamedTuple

_LINE: Final = patterns.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_INVISIBLE: Final = " \t\xa0\u3000\ufeff\u200b\u200e\u200f\x00"
_BULLET: Final = patterns.compile(r"[•●■▪◾★☆⭐*·–—►▶➤‣◦⦿○✔✓→-]\s|\d{1,2}[.)]\s|[a-z]\)\s")
_SENTENCE_END: Final = (".", "!", "?", "…", '"', "”", "’", "'", ")", ":", ";")
#: a line of a wrapped text is at least and at most this long
_WRAPPED_LENGTH: Final = (45, 110)
#: a wrapped line may end this much short of the width though the next word would have fitted
_RAGGED: Final = 6


class Block(NamedTuple):
    """A line or a paragraph of a text: ``text[start:end]``, and what its markup says it is."""

    start: int
    end: int
    #: a role, "subhead", "list", or "" where nothing is known
    hint: str = ""
    #: an empty line stands in front
    after_gap: bool = False


def is_bullet(words: str) -> bool:
    """Whether a line begins as an item of a list does."""
    return _BULLET.match(words) is not None


def split_lines(text: str) -> list[Block]:
    """The lines of a text that are not empty, without the white space around them."""
    lines: list[Block] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        words = match.group()
        stripped = words.strip(_INVISIBLE)
        if not stripped:
            continue
        start = match.start() + words.index(stripped)
        gap = text.count("\n", previous_end, start) > 1 or text.count("\r", previous_end, start) > 1
        gap = gap and bool(lines)
        lines.append(Block(start, start + len(stripped), after_gap=gap))
        previous_end = match.start() + len(words)
    return lines


def _runs_on(line: str, following: str) -> bool:
    """Whether a sentence plainly goes on from one line to the next."""
    shortest, longest = _WRAPPED_LENGTH
    return (
        shortest <= len(line) <= longest
        and not line.endswith(_SENTENCE_END)
        and following[0].islower()
    )


def wrapped_width(text: str, lines: Sequence[Block]) -> int | None:
    """The width at which a text is wrapped, or ``None`` where a line is a paragraph."""
    joints = runs = 0
    widths = []
    for line, following in itertools.pairwise(lines):
        words = text[line.start : line.end]
        if following.after_gap or len(words) < _WRAPPED_LENGTH[0]:
            continue
        joints += 1
        if _runs_on(words, text[following.start : following.end]):
            runs += 1
            widths.append(len(words))
    if runs < 2 or runs * 4 < joints:
        return None
    return sorted(widths)[len(widths) * 9 // 10]


def _goes_on(text: str, line: Block, following: Block, width: int) -> bool:
    """Whether the following line belongs to the same paragraph of a wrapped text."""
    length = line.end - line.start
    first_word = text[following.start : following.end].split(maxsplit=1)[0]
    return (
        not following.after_gap
        and length * 10 <= width * 11
        and length + 1 + len(first_word) > width - _RAGGED
        and not is_bullet(text[following.start : following.end])
    )


def split_blocks(text: str) -> list[Block]:
    """The blocks of a plain text: a line each, or a paragraph each where lines are wrapped."""
    lines = split_lines(text)
    width = wrapped_width(text, lines)
    if width is None:
        return lines
    blocks: list[Block] = []
    last_line: Block | None = None
    for line in lines:
        if last_line is not None and _goes_on(text, last_line, line, width):
            blocks[-1] = Block(blocks[-1].start, line.end, after_gap=blocks[-1].after_gap)
        else:
            blocks.append(line)
        last_line = line
    return blocks
