"""Plain text in, its page out: blocks of lines or paragraphs, nothing known beside them."""

from __future__ import annotations

from reconcile.articles.assemble import Page
from reconcile.articles.blocks import split_blocks


def read_plain(text: str) -> Page:
    """The page of a text as it is pasted from a web page or a paper."""
    return Page(text, split_blocks(text))
