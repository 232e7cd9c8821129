"""A Report in, a Word document out: what a page for a browser shows, on paper."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from reconcile.records import frozen
from reconcile.report.places import as_uri
from reconcile.report.report import Report
from reconcile.report.told import remarks_on, telling_steps
from reconcile.report.view import View, view_of
from reconcile.report.view.nouns import Alone, Card, Missed, Said, Section, Short, Source, Tone
from reconcile.report.word.library import open_document, saved

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

#: the colour of a heading by its tone, in hexadecimal digits
_COLOURS: Final[dict[Tone, str]] = {
    "conflict": "A61B1B",
    "check": "A61B1B",
    "joint": "A61B1B",
    "updated": "1F4E9E",
    "compatible": "7A5200",
    "agree": "1E6B34",
    "possible": "6A2C86",
    "single": "444444",
}
_GREY: Final = "595959"
#: a document says when it was made: ours always the same
_DATE: Final = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
#: who and where, the words, what they were read as
_WIDTHS_CM: Final = (3.9, 8.6, 4.5)


@frozen
class _Ink:
    """How a stretch of text is set."""

    bold: bool = False
    italic: bool = False
    colour: str | None = None


_PLAIN: Final = _Ink()
_BOLD: Final = _Ink(bold=True)
_DIM: Final = _Ink(colour=_GREY)
_READING: Final = _Ink(italic=True)


def report_to_word(report: Report) -> bytes:
    """The bytes of a .docx file."""
    document = open_document()
    _set_up(document)
    view = view_of(report)
    _head(document, view)
    for section in view.sections:
        _section(document, section)
    _alone(document, view.alone)
    _missed(document, view.missed)
    return saved(document)


def _set_up(document: Document) -> None:
    from docx.shared import Cm, Pt

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10.5)
    properties = document.core_properties
    properties.author, properties.comments, properties.title = "reconcile", "", "Consistency report"
    properties.created = properties.modified = _DATE


def _write(paragraph: Paragraph, text: str, ink: _Ink = _PLAIN) -> None:
    from docx.shared import RGBColor

    run = paragraph.add_run(text)
    run.bold, run.italic = ink.bold or None, ink.italic or None
    if ink.colour:
        run.font.color.rgb = RGBColor.from_string(ink.colour)


def _heading(document: Document, text: str, level: int, tone: Tone | None = None) -> None:
    heading = document.add_paragraph()
    heading._p.style = f"Heading{level}"  # by its id: python-docx looks names up at length
    _write(heading, text, _Ink(colour=_COLOURS[tone] if tone else "222222"))
    heading.paragraph_format.keep_with_next = True


def _paragraph(document: Document, style: str | None = None) -> Paragraph:
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph._p.style = style
    paragraph.paragraph_format.space_after = Pt(3)
    return paragraph


# --- head -------------------------------------------------------------------------------------


def _head(document: Document, view: View) -> None:
    _heading(document, view.title, 1)
    counts = ", ".join(f"{count.number} {count.words}" for count in view.counts)
    _write(_paragraph(document), f"{view.extent}; {counts}", _BOLD)
    for source in view.sources:
        _source(document, source)
    for note in view.notes:
        _write(_paragraph(document), note, _DIM)
    for shared in view.origins:
        letters = " ".join(source.letter for source in shared.sources)
        _write(_paragraph(document), f"{letters} {shared.extent}: {shared.reason}")


def _source(document: Document, source: Source) -> None:
    paragraph = _paragraph(document)
    _write(paragraph, f"{source.letter}  ", _Ink(bold=True, colour="1F4E9E"))
    _write(paragraph, source.name, _BOLD)
    known = (source.date, source.date_from, source.file, as_uri(source.link))
    _write(paragraph, "".join(f", {each}" for each in known if each))
    for note in source.notes:
        _write(paragraph, f"\n{note}", _DIM)


# --- findings ---------------------------------------------------------------------------------


def _section(document: Document, section: Section) -> None:
    look = section.look
    _heading(document, f"{look.sign} {section.title} ({section.count})", 2, look.tone)
    if section.note:
        _write(_paragraph(document), section.note, _DIM)
    for card in section.cards:
        _card(document, card)
    for short in section.shorts:
        _short(document, short)


def _card(document: Document, card: Card) -> None:
    from docx.shared import Pt

    _heading(document, f"{card.look.sign} {card.title}", 3, card.look.tone)
    _table(document, card)
    for index, reason in enumerate(card.reasons):
        paragraph = _paragraph(document)
        if index == 0:
            paragraph.paragraph_format.space_before = Pt(4)
        _write(paragraph, f"{reason.look.sign} ", _Ink(colour=_COLOURS[reason.look.tone]))
        _write(paragraph, reason.explanation)
        _write(paragraph, "".join(f" · {step}" for step in telling_steps(card, reason)), _DIM)
    for remark in remarks_on(card):
        _write(_paragraph(document), remark, _DIM)


def _table(document: Document, card: Card) -> None:
    from docx.shared import Cm

    rows = [(column.source, said) for column in card.columns for said in column.said]
    table = document.add_table(rows=len(rows), cols=len(_WIDTHS_CM))
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS_CM, strict=True):
        column.width = Cm(width)
    for row, (source, said) in zip(table.rows, rows, strict=True):
        _keep_together(row)
        cells = row.cells
        for cell, width in zip(cells, _WIDTHS_CM, strict=True):
            cell.width = Cm(width)
        _fill(cells, source, said)
    _rule(table)


def _keep_together(row: _Row) -> None:
    """No page ends within the row."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _rule(table: Table) -> None:
    """Grey lines between the rows."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "BFBFBF")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _fill(cells: Sequence[_Cell], source: Source, said: Said) -> None:
    from docx.shared import Pt

    who, words, readings = (cell.paragraphs[0] for cell in cells)
    for paragraph in (who, words, readings):
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    _write(who, f"{source.letter} ", _Ink(bold=True, colour="1F4E9E"))
    _write(who, f"{source.name} ")
    _write(who, _places(said), _DIM)
    _quote(words, said)
    for index, reading in enumerate(said.readings):
        start = "\n" if index else ""
        _write(readings, f"{start}= {reading.words}", _READING)


def _places(said: Said) -> str:
    return " ".join(dict.fromkeys(place.sign for place in said.places))


def _quote(paragraph: Paragraph, said: Said) -> None:
    _write(paragraph, "“")
    for words, at_issue in said.stretches:
        _write(paragraph, words, _BOLD if at_issue else _PLAIN)
    _write(paragraph, "”")
    if said.speaker:
        _write(paragraph, f" ({said.speaker})", _DIM)


def _short(document: Document, short: Short) -> None:
    paragraph = _paragraph(document, "ListBullet")
    _write(paragraph, f"{short.title}: ")
    for index, wording in enumerate(short.wordings):
        _write(paragraph, f"{', ' if index else ''}{' '.join(wording.letters)} ", _DIM)
        _write(paragraph, f"“{wording.text}”")
    if short.standing:
        _write(paragraph, f" ({short.standing})", _DIM)


# --- what was left over -----------------------------------------------------------------------


def _alone(document: Document, alone: Iterable[Alone]) -> None:
    lines = [(each.source, said) for each in alone for said in each.said]
    if lines:
        _heading(document, f"In one source only ({len(lines)})", 2, "single")
    for source, said in lines:
        paragraph = _paragraph(document, "ListBullet")
        _write(paragraph, f"{source.letter} {_places(said)} ", _DIM)
        _quote(paragraph, said)


def _missed(document: Document, missed: Sequence[Missed]) -> None:
    if missed:
        _heading(document, f"Not checked ({len(missed)})", 2, "single")
    for each in missed:
        paragraph = _paragraph(document, "ListBullet")
        _write(paragraph, f"{each.source.letter if each.source else '?'} ", _DIM)
        _write(paragraph, f"“{each.text}”: ")
        _write(paragraph, each.reason, _DIM)
