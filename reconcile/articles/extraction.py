"""A page in, which of its visible blocks are the article out, by trafilatura's choice."""

from __future__ import annotations

import functools
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from reconcile import patterns
from reconcile.articles.features import is_prose
from reconcile.articles.markup import Markup

#: a page of more characters, or nested deeper, is judged by its own markup alone
MOST_CHARACTERS: Final = 3_000_000
DEEPEST: Final = 250
_PLAIN: Final = patterns.compile(r"[^\w]+")


def _plain(words: str) -> str:
    return _PLAIN.sub("", words).casefold()


@functools.cache
def _extract() -> Callable[..., str | None]:
    """Trafilatura's extractor, loaded once; what it logs is not for a reader of reports."""
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura.extract


def _extracted(html: str) -> str:
    """The article's text by trafilatura; empty where it fails, whatever the reason."""
    try:
        return (
            _extract()(
                html, favor_recall=True, include_comments=False, include_tables=True, fast=False
            )
            or ""
        )
    except (ValueError, TypeError, AttributeError, RecursionError, KeyError, IndexError):
        return ""


def _by_trafilatura(html: str, markup: Markup) -> set[int]:
    lines = [_plain(line) for line in _extracted(html).splitlines()]
    exact = {line for line in lines if line}
    whole = "\n".join(lines)
    chosen = set()
    for index, block in enumerate(markup.blocks):
        plain = _plain(block.words)
        if plain in exact or (len(plain) >= 40 and len(whole) < 300_000 and plain in whole):
            chosen.add(index)
    return chosen


def _by_markup(markup: Markup) -> set[int]:
    """The paragraphs under the element that directly holds the most prose."""
    prose = [
        (index, block)
        for index, block in enumerate(markup.blocks)
        if block.hint in ("", "subhead") and is_prose(block.words)
    ]
    letters: Counter[int] = Counter()
    for _, block in prose:
        letters[markup.nodes[block.node].parent] += len(block.words)
    if not letters:
        return set()
    most = max(sorted(letters), key=letters.__getitem__)
    return {index for index, block in prose if markup.nodes[block.node].parent == most}


def article_blocks(html: str, markup: Markup, depth: int) -> tuple[set[int], tuple[str, ...]]:
    """Indexes of the blocks that are the article's body, and a note where the page was unusual.

    ``depth`` is how deeply the page is nested.
    """
    notes: tuple[str, ...] = ()
    if len(html) > MOST_CHARACTERS or depth > DEEPEST:
        notes = ("the page is too large or too deeply nested for extraction: read by its tags",)
        return _by_markup(markup), notes
    chosen = {i for i in _by_trafilatura(html, markup) if markup.blocks[i].hint != "furniture"}
    if not any(is_prose(markup.blocks[index].words) for index in chosen):
        chosen = _by_markup(markup)
    return chosen, notes


def container_of(markup: Markup, indexes: Sequence[int]) -> int:
    """The innermost element that holds nine tenths of some blocks' text; -1 for the page."""
    letters: Counter[int] = Counter()
    for index in indexes:
        block = markup.blocks[index]
        for node in markup.ancestors(block.node):
            letters[node] += len(block.words)
    total = sum(len(markup.blocks[index].words) for index in indexes)
    inside = [node for node, count in letters.items() if count * 10 >= total * 9]
    return max(inside, default=-1)
