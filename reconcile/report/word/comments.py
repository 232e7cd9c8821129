"""A draft and what is to be said of it in, the draft with comments at the right words out.

All else in the document stays as it is: runs are cut where a comment begins or ends, and both
parts keep the formatting.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from reconcile.documents.paragraphs import Paragraph, pieces_of, read_paragraphs
from reconcile.errors import DraftChanged
from reconcile.model import Article
from reconcile.records import frozen
from reconcile.report.excerpts import one_line
from reconcile.report.remarks import Remark, lines_of, remarks_of, source_line
from reconcile.report.report import Report
from reconcile.report.word.library import open_document, saved

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.run import CT_R
    from lxml.etree import _Element

_AUTHOR: Final = "reconcile"
_INITIALS: Final = "re"


@frozen
class Comment:
    """What is to be said of some words of a draft: ``text[start:end]``."""

    start: int
    end: int
    #: a paragraph each
    lines: tuple[str, ...]


def comments_of(report: Report, draft: str) -> list[Comment]:
    """A comment for each remark that is about the draft, which is an article's id."""
    return [
        comment
        for remark in remarks_of(report, article=draft)
        for comment in _comment(remark, draft)
    ]


def _comment(remark: Remark, draft: str) -> Iterator[Comment]:
    """At the first words of the draft; what the others say stands below."""
    own = [quote for quote in remark.quotes if quote.article == draft]
    if not own:
        return
    others = [quote for quote in remark.quotes if quote is not own[0]]
    said = dict.fromkeys(source_line(quote) for quote in others)
    reading = own[0].reading
    read = (f"read as {one_line(reading)}",) if reading else ()
    lines = (remark.headline, *lines_of(remark), *read, *said)
    yield Comment(own[0].start, own[0].end, lines)


def comment_on(data: bytes, article: Article, comments: Sequence[Comment]) -> bytes:
    """The .docx file of an article with these comments in its margin, in the text's order.

    Raises DraftChanged where the file does not hold the article's text.
    """
    document = open_document(data)
    text, paragraphs = read_paragraphs(document.element.body)
    if text != article.text:
        raise DraftChanged(article.path or article.id)
    for comment in sorted(comments, key=lambda each: (each.start, each.end)):
        _add(document, paragraphs, comment)
    return saved(document)


def _add(document: Document, paragraphs: Sequence[Paragraph], comment: Comment) -> None:
    from docx.text.run import Run

    runs = [
        run
        for paragraph in paragraphs
        if paragraph.start < comment.end and comment.start < paragraph.end
        for run in _runs(paragraph, comment.start, comment.end)
    ]
    if not runs:
        return
    ends = [Run(run, document) for run in (runs[0], runs[-1])]
    text = "\n".join(one_line(line) for line in comment.lines)
    added = document.add_comment(ends, text, _AUTHOR, _INITIALS)
    element = added._comment_elm
    for name in [each for each in element.attrib if each.endswith("}date")]:
        del element.attrib[name]


def _runs(paragraph: Paragraph, start: int, end: int) -> list[CT_R]:
    """The runs that hold just these characters of a paragraph, cut out where need be."""
    for offset in (start, end):
        _cut(paragraph, offset)
    found: dict[int, _Element] = {}
    for piece in pieces_of(paragraph):
        if start <= piece.start and piece.end <= end:
            run = piece.element.getparent()
            found.setdefault(id(run), run)
    return list(found.values())


def _cut(paragraph: Paragraph, offset: int) -> None:
    """Make a run begin at a character of a paragraph, where there is one."""
    piece = next((each for each in pieces_of(paragraph) if each.start <= offset < each.end), None)
    if piece is None:
        return
    element = piece.element
    if offset > piece.start:
        element = _cut_text(element, offset - piece.start)
    _cut_run(element)


def _cut_text(element: _Element, characters: int) -> _Element:
    """Cut the text of an element in two; the element of the second part."""
    from docx.oxml.ns import qn

    rest = copy.deepcopy(element)
    text = element.text or ""
    element.text, rest.text = text[:characters], text[characters:]
    for each in (element, rest):
        each.set(qn("xml:space"), "preserve")
    element.addnext(rest)
    return rest


def _cut_run(element: _Element) -> None:
    """Make a run of its own begin at an element, formatted as the run that it stood in."""
    run = element.getparent()
    formatting = [each for each in run if each.tag.endswith("}rPr")]
    before = [each for each in element.itersiblings(preceding=True) if each not in formatting]
    if not before:
        return
    behind = [element, *element.itersiblings()]
    right = copy.copy(run)
    for child in list(right):
        right.remove(child)
    for each in (*map(copy.deepcopy, formatting), *behind):
        right.append(each)
    run.addnext(right)
