"""The blocks of a text in, their roles out: furniture, head, story and foot told apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reconcile import patterns
from reconcile.articles.blocks import Block, is_bullet
from reconcile.articles.features import (
    begins_with_date,
    is_date_line,
    is_heading,
    is_prose,
    words_of,
)
from reconcile.articles.head import HEAD_BLOCKS, first_prose, give_head_roles, lead_index
from reconcile.articles.lines import ruled_roles
from reconcile.model import SegmentRole

_WHITE: Final = patterns.compile(r"\s+")
#: a block is judged by at most this many characters
_JUDGED: Final = 1500


def _foot_index(words: Sequence[str], roles: Sequence[SegmentRole | None]) -> int:
    """The index behind the last line of the story: a paragraph, or a line with a figure."""
    for index in range(len(words) - 1, -1, -1):
        line = words[index]
        has_figure = any(character.isdigit() for character in line)
        if roles[index] is None and (has_figure or is_prose(line) or len(words_of(line)) > 6):
            return index + 1
    return 0


def _story_role(words: str, *, at_foot: bool) -> SegmentRole:
    if is_prose(words) or not is_heading(words):
        return "body"
    return "furniture" if at_foot and not words.endswith("?") else "headline"


def _date_lines(
    words: Sequence[str], listed: Sequence[bool], roles: list[SegmentRole | None]
) -> None:
    """Find the lines that give the publication time."""
    first = first_prose(words)
    head_end = min(first + 8, HEAD_BLOCKS)
    dated = {index for index, line in enumerate(words) if begins_with_date(line)}
    rows = {index for index in dated if not dated.isdisjoint((index - 1, index + 1))}
    for index, line in enumerate(words):
        in_story = index >= head_end and is_prose(line)
        if roles[index] not in (None, "byline") or is_bullet(line) or in_story or index in rows:
            continue
        if is_date_line(line, alone=listed[index] or index > first):
            roles[index] = "posted"


def roles_of(
    text: str, blocks: Sequence[Block], *, publisher: str | None = None, title: str | None = None
) -> list[SegmentRole]:
    """The role of each block of a text, hints of its markup obeyed."""
    words = [
        _WHITE.sub(" ", text[block.start : min(block.end, block.start + _JUDGED)])
        for block in blocks
    ]
    listed = [
        is_bullet(line) or block.hint == "list" for line, block in zip(words, blocks, strict=True)
    ]
    roles = ruled_roles(words, min(first_prose(words) + 8, HEAD_BLOCKS))
    _date_lines(words, listed, roles)
    _apply_hints(blocks, roles)
    lead = lead_index(words, roles, listed)
    give_head_roles(words, roles, listed, lead, publisher=publisher, title=title)
    foot = _foot_index(words, roles)
    return [
        role or ("body" if listed[index] else _story_role(line, at_foot=index >= foot))
        for index, (role, line) in enumerate(zip(roles, words, strict=True))
    ]


#: hints that hold whatever the words look like
_STRONG: Final = ("furniture", "headline", "standfirst")
_FIXED: Final[dict[str, SegmentRole]] = {
    "headline": "headline",
    "subhead": "headline",
    "standfirst": "standfirst",
    "byline": "byline",
    "posted": "posted",
    "caption": "caption",
    "furniture": "furniture",
}


def _apply_hints(blocks: Sequence[Block], roles: list[SegmentRole | None]) -> None:
    """What markup says beats what words suggest, except that furniture stays furniture."""
    for index, block in enumerate(blocks):
        fixed = _FIXED.get(block.hint)
        if fixed is not None and (roles[index] != "furniture" or block.hint in _STRONG):
            roles[index] = fixed
        elif block.hint == "body" and roles[index] is None:
            roles[index] = "body"
