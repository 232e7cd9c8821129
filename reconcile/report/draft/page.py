"""A Review in, a page for an editor's terminal out: what needs a decision comes first."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.text import Text

from reconcile.report.draft.review import ORDER, Review, Statement
from reconcile.report.draft.words import MANNERS
from reconcile.report.findings import Finding, Single
from reconcile.report.layout import wrap
from reconcile.report.letters import letters_of
from reconcile.report.terminal.checks import check_blocks
from reconcile.report.terminal.findings import agreement_blocks, finding_blocks, possible_blocks
from reconcile.report.terminal.head import article_lines
from reconcile.report.terminal.leftovers import single_blocks, unchecked_blocks
from reconcile.report.terminal.page import Page
from reconcile.report.text import section_lines

#: lines longer than this are hard to read
_WIDEST_COLUMNS: Final = 100
#: columns of a page that goes to a file
_FILE_COLUMNS: Final = 80


def print_review(review: Review, console: Console) -> None:
    """Write the review to a rich console, within its width."""
    lines = review_lines(review, min(console.width, _WIDEST_COLUMNS))
    console.print(Text("\n").join(lines), highlight=False, soft_wrap=True)


def review_to_text(review: Review) -> str:
    """The page as plain text of 80 columns."""
    page = io.StringIO()
    print_review(review, Console(file=page, width=_FILE_COLUMNS, emoji=False, markup=False))
    return page.getvalue()


def review_lines(review: Review, width: int) -> Iterator[Text]:
    """The lines of the review, none wider than ``width`` columns."""
    page = Page(width, letters_of(review.report.articles))
    yield from article_lines(review.report, page)
    yield Text()
    letter = page.letters[review.draft.id]
    yield from wrap(Text(f"{letter} is the draft: ") + _summary(review), page.width)
    checks = check_blocks(review.checks, page)
    for status in ORDER:
        manner = MANNERS[status]
        blocks = _blocks(review.of(status), page)
        yield from section_lines(manner.heading, manner.note, blocks, page)
        if status == "contradicted":
            yield from section_lines("DOES NOT FIT TOGETHER", "cannot all be true", checks, page)
    yield from section_lines("NOT CHECKED", "", unchecked_blocks(review.unchecked, page), page)


def _summary(review: Review) -> Text:
    text = Text()
    for status in ORDER:
        count = len(review.of(status))
        text.append(" · " if text else "")
        text.append(str(count), style="bold" if count else "dim")
        text.append(f" {MANNERS[status].counted}")
    return text


def _blocks(statements: Sequence[Statement], page: Page) -> list[list[Text]]:
    """Statements of one status, drawn as the report draws findings of that weight."""
    findings: list[Finding] = [each.finding for each in statements if each.finding is not None]
    singles: list[Single] = [each.single for each in statements if each.single is not None]
    if not statements:
        return []
    match statements[0].status:
        case "unsupported":
            return single_blocks(singles, page)
        case "supported" | "one origin":
            return agreement_blocks(findings, page)
        case "possible":
            return possible_blocks(findings, page)
        case _:
            return finding_blocks(findings, page)
