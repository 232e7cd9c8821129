"""A Word file in, its page out: a block for each paragraph, with what its style says it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reconcile.articles.assemble import Page
from reconcile.articles.blocks import Block
from reconcile.documents.word import NotWord, WordParagraph, read_word
from reconcile.errors import BinaryArticle, EmptyArticle

_HINTS: Final = {
    "title": "headline",
    "subtitle": "standfirst",
    "caption": "caption",
    "list": "list",
    "contents": "furniture",
}
_NOT_READ: Final = "footnotes and text boxes of the document are not read"


def read_word_page(data: bytes, shown: str) -> Page:
    """The page of a .docx file; raises BinaryArticle and EmptyArticle."""
    try:
        document = read_word(data)
    except NotWord as error:
        raise BinaryArticle(shown, f"{error}.", "Save it as a Word document (.docx).") from error
    if not document.paragraphs:
        raise EmptyArticle(shown, "there is no text in the document.", "Check that it was saved.")
    notes = (_NOT_READ,) if document.has_more else ()
    return Page(document.text, _blocks(document.text, document.paragraphs), notes=notes)


def _blocks(text: str, paragraphs: Sequence[WordParagraph]) -> list[Block]:
    """The paragraphs without the white space around them; the first heading is the headline."""
    titled = any(each.style == "title" for each in paragraphs)
    blocks: list[Block] = []
    for each in paragraphs:
        words = text[each.start : each.end]
        start = each.start + len(words) - len(words.lstrip())
        hint = _HINTS.get(each.style, "")
        if each.style == "heading":
            hint, titled = ("subhead" if titled else "headline"), True
        blocks.append(Block(start, start + len(words.strip()), hint, after_gap=bool(blocks)))
    return blocks
