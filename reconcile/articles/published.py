"""A page's lines with their roles in, its publication time out, and what had to be decided."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Final

from reconcile import patterns
from reconcile.articles.moments import Moment, find_moments
from reconcile.articles.vocabulary import rules_of
from reconcile.model import SegmentRole
from reconcile.tuples import NamedTuple

_YEAR: Final = patterns.compile(r"\b((?:19|20)\d\d)\b")
_RIGHTS: Final = patterns.compile(r"©|\(c\)|copyright", re.I)
_URL_DATE: Final = patterns.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-]|$)")


class Dated(NamedTuple):
    """A publication time, and notes on how it was read."""

    published: datetime.datetime | None
    notes: tuple[str, ...] = ()
    #: a day whose year the page does not print
    without_year: Moment | None = None


def parse_published(text: str) -> datetime.datetime | None:
    """The first date of a text with its clock time and zone; offset 0 where no zone is printed."""
    try:
        read = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        moments = find_moments(text)
        return next((m.published for m in moments if m.published is not None), None)
    return read if read.tzinfo is not None else read.replace(tzinfo=datetime.UTC)


def date_in_url(url: str | None) -> datetime.datetime | None:
    """The day in a web address ("/2025/06/11/"), at midnight UTC."""
    match = _URL_DATE.search(url or "")
    if match is None:
        return None
    try:
        return datetime.datetime(int(match[1]), int(match[2]), int(match[3]), tzinfo=datetime.UTC)
    except ValueError:
        return None


def _notes_on(moment: Moment) -> tuple[str, ...]:
    notes = []
    if moment.offset_minutes is None:
        what = "date" if moment.time is None else "time"
        notes.append(f"the publication {what} is printed without a zone: taken as UTC")
    if moment.ambiguous:
        order = "month first" if moment.day > 12 else f"day {moment.day} of month {moment.month}"
        notes.append(f"the publication date is written in figures: read as {order}")
    return tuple(notes)


def _is_later(line: str, moment: Moment) -> bool:
    """Whether a moment is said to be an update."""
    words = re.findall(r"[a-z]+", line[max(0, moment.start - 24) : moment.start].lower())
    later = rules_of("published")["later"]
    first = ("posted", "published", "issued", "released")
    named = [word for word in words if word in later or word in first]
    return bool(named) and named[-1] in later


def _year_of_rights(lines: Sequence[str], roles: Sequence[SegmentRole]) -> int | None:
    """The year of a copyright line, where the page has exactly one."""
    years = {
        int(year)
        for line, role in zip(lines, roles, strict=True)
        if role == "furniture" and _RIGHTS.search(line)
        for year in _YEAR.findall(line)
    }
    return next(iter(years)) if len(years) == 1 else None


def published_in_text(lines: Sequence[str], roles: Sequence[SegmentRole]) -> Dated:
    """The publication time that a page prints in its posted line, byline or dateline.

    The first publication goes before an update, a line with a clock time before one without.
    """
    found: list[tuple[tuple[bool, bool, int], Moment]] = []
    for order, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role not in ("posted", "byline", "dateline"):
            continue
        for moment in find_moments(line[:400]):
            rank = (_is_later(line, moment), role == "dateline", order)
            found.append((rank, moment))
    dated = [(rank, moment) for rank, moment in found if moment.year is not None]
    if dated:
        moment = min(dated, key=lambda pair: pair[0])[1]
        return Dated(moment.published, _notes_on(moment))
    if not found:
        return Dated(None)
    moment = min(found, key=lambda pair: pair[0])[1]
    year = _year_of_rights(lines, roles)
    if year is None:
        return Dated(None, without_year=moment)
    return with_year(
        moment, year, f"the year of the publication date, {year}, is the copyright line's"
    )


def with_year(moment: Moment, year: int, note: str) -> Dated:
    """A day without a year, in the year that is known from elsewhere."""
    try:
        full = moment._replace(year=year)
        return Dated(full.published, (note, *_notes_on(full)))
    except ValueError:
        return Dated(None, without_year=moment)


def nearest_year(moment: Moment, other: datetime.datetime) -> int:
    """The year that puts a day nearest to another moment."""

    def days_apart(year: int) -> int:
        try:
            return abs((datetime.date(year, moment.month, moment.day) - other.date()).days)
        except ValueError:
            return 10_000

    return min(
        (other.year - 1, other.year, other.year + 1), key=lambda year: (days_apart(year), year)
    )
