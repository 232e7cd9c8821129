"""Text and blocks in, Article out: roles, datelines, paragraphs, language and publication time."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from reconcile import patterns
from reconcile.articles.blocks import Block
from reconcile.articles.corrections import correction_start
from reconcile.articles.datelines import dateline_length
from reconcile.articles.language import ENGLISH, language_of
from reconcile.articles.published import date_in_url, published_in_text
from reconcile.articles.roles import roles_of
from reconcile.articles.rows import join_cells
from reconcile.errors import EmptyArticle, UnsupportedLanguage
from reconcile.model import READ_ROLES, Article, Segment, SegmentRole, Unchecked
from reconcile.tuples import NamedTuple

#: a longer paragraph is cut into segments of about this many characters
SEGMENT_LENGTH: Final = 20_000
_CUT: Final = patterns.compile(r"[.!?][\"”’)]*\s+|\s+")
_CONTROL: Final = patterns.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HALF: Final = patterns.compile("[\ud800-\udfff]")


class Known(NamedTuple):
    """What is known about an article beside its text; ``None`` where it is not."""

    published: datetime.datetime | None = None
    published_from: str = "unknown"
    publisher: str | None = None
    url: str | None = None
    title: str | None = None


class Page(NamedTuple):
    """A text cut into blocks, with what its markup says of it."""

    text: str
    blocks: Sequence[Block]
    known: Known = Known()
    notes: tuple[str, ...] = ()
    #: blocks whose role is settled already, by their index
    roles: Sequence[SegmentRole] | None = None


def first_known(*sources: Known) -> Known:
    """The fields of several sources, each from the first that knows it."""
    published = next((known for known in sources if known.published is not None), Known())
    return Known(
        published=published.published,
        published_from=published.published_from,
        publisher=next((known.publisher for known in sources if known.publisher), None),
        url=next((known.url for known in sources if known.url), None),
        title=next((known.title for known in sources if known.title), None),
    )


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch cut where it is too long to be parsed at once, at the end of a sentence."""
    pieces = []
    while end - start > SEGMENT_LENGTH:
        window = text[start + SEGMENT_LENGTH // 2 : start + SEGMENT_LENGTH]
        cuts = list(_CUT.finditer(window))
        sentence_cuts = [cut for cut in cuts if cut.group()[0] in ".!?"]
        last = (sentence_cuts or cuts)[-1:]
        stop = start + SEGMENT_LENGTH // 2 + (last[0].end() if last else len(window))
        pieces.append((start, start + len(text[start:stop].rstrip())))
        start = stop
    return [*pieces, (start, end)]


def segments_of(
    text: str, blocks: Sequence[Block], roles: Sequence[SegmentRole]
) -> tuple[Segment, ...]:
    """A segment for each block, with the dateline in front of a paragraph set apart."""
    segments: list[Segment] = []
    paragraph = 0
    stories = 0
    for block, role in zip(blocks, roles, strict=True):
        start = block.start
        if role == "furniture":
            right = correction_start(text[start : min(block.end, start + 1500)])
            if right is not None:
                segments.append(
                    Segment(start, start + len(text[start : start + right].rstrip()), role)
                )
                start, role = start + right, "body"
        if role in ("body", "caption"):
            paragraph += 1
        if role == "body":
            stories += 1
            length = dateline_length(text[start : min(block.end, start + 400)], first=stories == 1)
            if 0 < length < block.end - start:
                dateline = text[start : start + length].rstrip()
                segments.append(Segment(start, start + len(dateline), "dateline"))
                start += length
        number = paragraph if role in ("body", "caption") else 0
        segments.extend(
            Segment(first, last, role, number) for first, last in _pieces(text, start, block.end)
        )
    return tuple(segments)


def _foreign_lines(
    text: str, blocks: Sequence[Block], roles: list[SegmentRole], name: str
) -> tuple[Unchecked, ...]:
    """The lines in another language, made furniture and listed."""
    unchecked = []
    for index, block in enumerate(blocks):
        words = text[block.start : block.end]
        language = language_of(words[:2000])
        if language != ENGLISH:
            roles[index] = "furniture"
            reason = f"not in English: it looks like {language}"
            unchecked.append(Unchecked(name, block.start, block.end, words, reason))
    return tuple(unchecked)


def refuse_foreign(text: str, path: str) -> None:
    """Raise UnsupportedLanguage where a text as a whole is not English."""
    language = language_of(text)
    if language != ENGLISH:
        first = " ".join(text.split())[:60]
        raise UnsupportedLanguage(
            path,
            f'the text looks like {language}, not English ("{first}…").',
            "Pass an English version; other languages are not read.",
        )


def _control_note(text: str) -> tuple[str, ...]:
    count = len(_CONTROL.findall(text))
    if not count:
        return ()
    first = _CONTROL.search(text)
    code = f"U+{ord(first.group()):04X}" if first else ""
    return (f"{count} control character(s) kept in the text, the first {code}",)


def _whole_characters(page: Page) -> Page:
    """The page with a sign in place of each half of a character, which no file can hold."""
    text, count = _HALF.subn("\N{REPLACEMENT CHARACTER}", page.text)
    if not count:
        return page
    note = f"{count} half character(s) replaced by U+FFFD: the text was cut or decoded wrongly"
    return page._replace(text=text, notes=(*page.notes, note))


def _title_of(text: str, segments: Sequence[Segment]) -> str | None:
    for segment in segments:
        if segment.role == "headline":
            return " ".join(text[segment.start : segment.end].split())
        if segment.role == "body":
            return None
    return None


def assemble(
    page: Page, known: Known, *, name: str, path: str | None, shown: str | None = None
) -> Article:
    """The article of a page; ``known`` (arguments, manifest) goes before what the page says.

    ``name`` is its id, ``shown`` what errors call it.

    Raises EmptyArticle and UnsupportedLanguage.
    """
    shown = shown or path or name
    page = _whole_characters(page)
    if not page.blocks:
        raise EmptyArticle(shown, "there is nothing to read in it.", "Check that it was saved.")
    known = first_known(known, page.known)
    roles = (
        list(page.roles)
        if page.roles is not None
        else roles_of(page.text, page.blocks, publisher=known.publisher, title=known.title)
    )
    unchecked = _foreign_lines(page.text, page.blocks, roles, name)
    read = [b for b, role in zip(page.blocks, roles, strict=True) if role in READ_ROLES]
    if len(unchecked) * 2 > len(page.blocks) or not read:
        refuse_foreign(page.text, shown)
    segments = segments_of(page.text, *join_cells(page.text, page.blocks, roles))
    notes = [*page.notes, *_control_note(page.text)]
    published, published_from, dated_notes = _published(page.text, segments, known)
    return Article(
        id=name,
        text=page.text,
        path=path,
        publisher=known.publisher,
        published=published,
        published_from=published_from,
        url=known.url,
        title=known.title or _title_of(page.text, segments),
        segments=segments,
        notes=(*notes, *dated_notes),
        unchecked=unchecked,
    )


def _published(
    text: str, segments: Sequence[Segment], known: Known
) -> tuple[datetime.datetime | None, str, tuple[str, ...]]:
    """The publication time by the order: argument, manifest, JSON-LD, meta, the text, its URL."""
    if known.published is not None:
        if known.published.tzinfo is None:
            aware = known.published.replace(tzinfo=datetime.UTC)
            note = "the publication time was given without a zone: taken as UTC"
            return aware, known.published_from, (note,)
        return known.published, known.published_from, ()
    lines = [text[segment.start : min(segment.end, segment.start + 400)] for segment in segments]
    dated = published_in_text(lines, [segment.role for segment in segments])
    if dated.published is not None:
        return dated.published, "text", dated.notes
    from_url = date_in_url(known.url)
    if from_url is not None:
        return from_url, "meta", ("the publication date is the one in the address: taken as UTC",)
    if dated.without_year is not None:
        day, month = dated.without_year.day, dated.without_year.month
        note = f"the date {day}/{month} (day/month) is printed without a year: not used"
        return None, "unknown", (note,)
    return None, "unknown", ()
