"""The body of a Word document in, its paragraphs out: characters, and the element behind each.

Reading and commenting both go through here, so that an offset means the same words in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
#: paragraphs stand apart by this in the text of a document
BREAK: Final = "\n\n"


def names(*local: str) -> tuple[str, ...]:
    """The names of elements or attributes in either name space of Word."""
    return tuple(f"{{{space}}}{name}" for name in local for space in _SPACES)


_PARAGRAPH: Final = names("p")
_RUN: Final = names("r")
_TEXT: Final = names("t")
#: elements that stand for a character
_CHARACTERS: Final = {
    **dict.fromkeys(names("tab", "ptab"), "\t"),
    **dict.fromkeys(names("br", "cr"), "\n"),
    **dict.fromkeys(names("noBreakHyphen"), "\u2011"),
}
#: what is not the text of the paragraph: taken out, moved away, in a box, or how it is spoken
_ELSEWHERE: Final = frozenset(names("del", "moveFrom", "txbxContent", "rt", "pPr", "rPr"))


class Piece(NamedTuple):
    """Characters of a paragraph, all of one element."""

    element: _Element
    #: offsets into the document's text
    start: int
    end: int


class Paragraph(NamedTuple):
    """A paragraph that has text: its characters are ``text[start:end]`` of the document."""

    element: _Element
    start: int
    end: int


def read_paragraphs(body: _Element) -> tuple[str, list[Paragraph]]:
    """The text of a document, and its paragraphs in order, those of tables included."""
    written: list[str] = []
    paragraphs: list[Paragraph] = []
    position = 0
    for element in body.iter(*_PARAGRAPH):
        if _is_elsewhere(element, body):
            continue
        text = "".join(characters for _, characters in _characters(element))
        if not text.strip():
            continue
        if written:
            written.append(BREAK)
            position += len(BREAK)
        written.append(text)
        paragraphs.append(Paragraph(element, position, position + len(text)))
        position += len(text)
    return "".join(written), paragraphs


def pieces_of(paragraph: Paragraph) -> Iterator[Piece]:
    """The elements that the characters of a paragraph stand in, as they are now."""
    position = paragraph.start
    for element, characters in _characters(paragraph.element):
        yield Piece(element, position, position + len(characters))
        position += len(characters)


def _is_elsewhere(element: _Element, body: _Element) -> bool:
    """Whether a paragraph stands in a box, or in what was taken out."""
    parent = element.getparent()
    while parent is not None and parent is not body:
        if parent.tag in _ELSEWHERE:
            return True
        parent = parent.getparent()
    return False


def _characters(element: _Element) -> Iterator[tuple[_Element, str]]:
    """The elements of a paragraph that stand for text, in order, with their characters."""
    for child in element:
        if child.tag in _ELSEWHERE or child.tag in _PARAGRAPH:
            continue
        if child.tag in _TEXT:
            if child.text and _in_run(child):
                yield child, child.text
        elif child.tag in _CHARACTERS and _in_run(child):
            yield child, _CHARACTERS[child.tag]
        else:
            yield from _characters(child)


def _in_run(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in _RUN
