"""A Review in, comments for the margin of the draft out: one for whatever is not borne out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reconcile.report.draft.review import Review, Statement, Status
from reconcile.report.draft.words import MANNERS
from reconcile.report.excerpts import one_line
from reconcile.report.findings import CheckFinding
from reconcile.report.remarks import questions_of, source_line
from reconcile.report.word.comments import Comment
from reconcile.report.words import TOLD_SINGLY

#: what two origins bear out needs no remark
_SILENT: Final[tuple[Status, ...]] = ("supported",)


def comments_on(review: Review) -> list[Comment]:
    """The comments, by weight; of names, places and acts only what is contradicted."""
    comments = [
        _comment(each)
        for each in review.statements
        if each.status not in _SILENT
        and (each.kind in TOLD_SINGLY or each.status not in ("unsupported", "one origin"))
    ]
    checks = [comment for each in review.checks for comment in _check(each, review.draft.id)]
    return [*comments, *checks]


def _comment(statement: Statement) -> Comment:
    first = statement.quotes[0]
    manner = MANNERS[statement.status]
    heading = manner.counted.capitalize()
    title = f"{heading}: {one_line(statement.title)}" if statement.title else f"{heading}."
    return Comment(first.start, first.end, (title, *_lines(statement)))


def _lines(statement: Statement) -> Iterator[str]:
    """Why, and what the sources say; what no source says needs no reason."""
    finding, single = statement.finding, statement.single
    if finding is not None:
        if statement.status != "one origin":
            yield one_line(finding.explanation)
            yield from questions_of(finding) if finding.certain else ()
        own = {quote.article for quote in statement.quotes}
        said = (source_line(quote) for quote in finding.quotes if quote.article not in own)
        yield from dict.fromkeys(said)
    elif single is not None and single.nearest is not None:
        yield f"Nearest: {source_line(single.nearest)} ({one_line(single.reason)})"


def _check(check: CheckFinding, draft: str) -> Iterator[Comment]:
    own = [quote for quote in check.quotes if quote.article == draft]
    others = [quote for quote in check.quotes if quote is not own[0]]
    lines = (
        f"Does not fit: {one_line(check.title)}",
        one_line(check.explanation),
        *(source_line(quote) for quote in others),
    )
    yield Comment(own[0].start, own[0].end, lines)
