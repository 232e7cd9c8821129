"""The bytes of a Word file in, its text out: paragraphs, and what their styles say they are.

Only the document and its styles are read, nothing in them is followed or run, and what would
unpack to more than any article holds is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from reconcile.documents.paragraphs import names, read_paragraphs
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_BYTES: Final = 64 * 2**20
_DOCUMENT: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
#: Word's own names of styles, whatever language they are shown in
_ROLES: Final = (
    (re.compile(r"title", re.IGNORECASE), "title"),
    (re.compile(r"heading \d", re.IGNORECASE), "heading"),
    (re.compile(r"subtitle", re.IGNORECASE), "subtitle"),
    (re.compile(r"caption", re.IGNORECASE), "caption"),
    (re.compile(r"toc \d|toc heading", re.IGNORECASE), "contents"),
    (re.compile(r"list\b.*", re.IGNORECASE), "list"),
)


class WordParagraph(NamedTuple):
    """A paragraph, or a row of a table: ``text[start:end]``."""

    start: int
    end: int
    #: what its style says it is, or ""
    style: str


class WordText(NamedTuple):
    """The text of a document and its paragraphs."""

    text: str
    paragraphs: tuple[WordParagraph, ...]
    #: footnotes, boxes and the like that are not read
    has_more: bool


class NotWord(ValueError):
    """The bytes are no Word document that can be read; the message says why."""


def read_word(data: bytes) -> WordText:
    """The text of a .docx file; raises NotWord."""
    parts = _parts(data)
    body = _parsed(parts[_DOCUMENT]).find("{*}body")
    if body is None:
        raise NotWord("it has no body")
    styles = _style_names(parts[_STYLES]) if _STYLES in parts else {}
    text, paragraphs = read_paragraphs(body)
    rows: list[WordParagraph] = []
    for each in paragraphs:
        if each.goes_on:
            rows[-1] = rows[-1]._replace(end=each.end)
        else:
            rows.append(WordParagraph(each.start, each.end, _role(each.element, styles)))
    return WordText(
        text,
        tuple(rows),
        has_more=next(
            body.iter(*names("footnoteReference", "endnoteReference", "txbxContent")), None
        )
        is not None,
    )


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of the package that are read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            listed = {each.filename: each for each in package.infolist()}
            if _DOCUMENT not in listed:
                raise NotWord("there is no Word document in it")
            wanted = [listed[name] for name in (_DOCUMENT, _STYLES) if name in listed]
            if sum(each.file_size for each in wanted) > _MOST_BYTES:
                raise NotWord("it unpacks to more than an article holds")
            return {each.filename: _unpacked(package, each) for each in wanted}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise NotWord("it is not a Word document (.docx)") from error


def _unpacked(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """The bytes of a part, never more than its size says."""
    with package.open(part) as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise NotWord("it unpacks to more than an article holds")
    return data


def _parsed(data: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotWord(f"its XML is broken ({error})") from error


def _style_names(data: bytes) -> dict[str, str]:
    """The name of each style by its id."""
    found = {}
    for style in _parsed(data).iter(*names("style")):
        name = style.find("{*}name")
        if name is not None:
            found[_attribute(style, "styleId")] = _attribute(name, "val")
    return found


def _role(paragraph: _Element, styles: dict[str, str]) -> str:
    """What a paragraph's style says it is: "title", "heading", "list" ... or ""."""
    properties = paragraph.find("{*}pPr")
    if properties is None:
        return ""
    style = properties.find("{*}pStyle")
    identity = _attribute(style, "val") if style is not None else ""
    name = styles.get(identity, identity)
    for pattern, role in _ROLES:
        if pattern.fullmatch(name):
            return role
    return "list" if properties.find("{*}numPr") is not None else ""


def _attribute(element: _Element, name: str) -> str:
    return next((element.get(each, "") for each in names(name) if each in element.attrib), "")
