"""The body of a Word document in, its paragraphs out: characters, and the element behind each.

Reading and commenting both go through here, so that an offset means the same words in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
#: paragraphs stand apart by this in the text of a document
BREAK: Final = "\n\n"
#: and the cells of a row by this
CELLS: Final = " | "
#: a longer paragraph in a table is no cell
_CELL_LENGTH: Final = 80


def names(*local: str) -> tuple[str, ...]:
    """The names of elements or attributes in either name space of Word."""
    return tuple(f"{{{space}}}{name}" for name in local for space in _SPACES)


_PARAGRAPH: Final = names("p")
_RUN: Final = names("r")
_FORMATTING: Final = names("rPr")
_HIDDEN: Final = names("vanish")
_VALUE: Final = names("val")
_TEXT: Final = names("t")
_ROW: Final = names("tr")
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
    #: whether it stands in a cell beside the one before, in the same row of a table
    goes_on: bool = False


def read_paragraphs(body: _Element) -> tuple[str, list[Paragraph]]:
    """The text of a document, and its paragraphs in order, those of tables included.

    The cells of a row have " | " between them, unless they hold whole paragraphs, as the cells of
    a table do that only lays out the page.
    """
    found = [(element, text) for element in _elements(body) if (text := _text_of(element)).strip()]
    rows = [_row_of(element, body) for element, _ in found]
    laid_out = {row for row, (_, text) in zip(rows, found, strict=True) if len(text) > _CELL_LENGTH}
    written: list[str] = []
    paragraphs: list[Paragraph] = []
    position, last = 0, None
    for (element, text), row in zip(found, rows, strict=True):
        goes_on = row is not None and row is last and row not in laid_out
        between = (CELLS if goes_on else BREAK) if written else ""
        start = position + len(between)
        position, last = start + len(text), row
        written += [between, text] if written else [text]
        paragraphs.append(Paragraph(element, start, position, goes_on))
    return "".join(written), paragraphs


def _elements(body: _Element) -> Iterator[_Element]:
    return (each for each in body.iter(*_PARAGRAPH) if not _is_elsewhere(each, body))


def _text_of(element: _Element) -> str:
    return "".join(characters for _, characters in _characters(element))


def _row_of(element: _Element, body: _Element) -> _Element | None:
    """The row of the innermost table that a paragraph stands in."""
    parent = element.getparent()
    while parent is not None and parent is not body:
        if parent.tag in _ROW:
            return parent
        parent = parent.getparent()
    return None


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
        if child.tag in _ELSEWHERE or child.tag in _PARAGRAPH or _is_hidden(child):
            continue
        if child.tag in _TEXT:
            if child.text and _in_run(child):
                yield child, child.text
        elif child.tag in _CHARACTERS and _in_run(child):
            yield child, _CHARACTERS[child.tag]
        else:
            yield from _characters(child)


def _is_hidden(run: _Element) -> bool:
    """Whether a run is there and not shown."""
    if run.tag not in _RUN:
        return False
    marks = (each for properties in run.iterchildren(*_FORMATTING) for each in properties)
    return any(each.tag in _HIDDEN and not _is_off(each) for each in marks)


def _is_off(mark: _Element) -> bool:
    return any(mark.get(name) in ("0", "false", "off") for name in _VALUE)


def _in_run(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in _RUN
