"""Blocks with roles in, the same with the cells of a pasted table joined to their label out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reconcile import patterns
from reconcile.articles.blocks import Block
from reconcile.model import SegmentRole

_WORD: Final = patterns.compile(r"[^\W\d_]{3,}")
_LONGEST_CELL: Final = 24
_LONGEST_LABEL: Final = 60


def is_cell(words: str) -> bool:
    """Whether a line holds a figure and no word, as a cell of a table does."""
    return (
        len(words) <= _LONGEST_CELL
        and any(character.isdigit() for character in words)
        and _WORD.search(words) is None
    )


def _is_label(words: str) -> bool:
    return len(words) <= _LONGEST_LABEL and not words.endswith((".", "!", "?", "…"))


def join_cells(
    text: str, blocks: Sequence[Block], roles: Sequence[SegmentRole]
) -> tuple[list[Block], list[SegmentRole]]:
    """A table pasted one cell a line reads as rows: a label and the figures under it."""
    joined: list[Block] = []
    kept: list[SegmentRole] = []
    in_row = False
    for block, role in zip(blocks, roles, strict=True):
        words = text[block.start : block.end]
        cell = role == "body" and is_cell(words)
        label = joined and kept[-1] in ("headline", "body") and len(joined) > 1
        if cell and label and (in_row or _is_label(text[joined[-1].start : joined[-1].end])):
            joined[-1] = joined[-1]._replace(end=block.end)
            kept[-1] = "body"
            in_row = True
        else:
            joined.append(block)
            kept.append(role)
            in_row = False
    return joined, kept
