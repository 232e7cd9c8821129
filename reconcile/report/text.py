"""A Report in, a page for an editor's terminal out: what needs a decision comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.text import Text

from reconcile.report.layout import cut
from reconcile.report.letters import letters_of
from reconcile.report.report import Report
from reconcile.report.terminal.checks import check_blocks
from reconcile.report.terminal.findings import agreement_blocks, finding_blocks, possible_blocks
from reconcile.report.terminal.head import head
from reconcile.report.terminal.leftovers import single_blocks, unchecked_blocks
from reconcile.report.terminal.origins import origin_blocks
from reconcile.report.terminal.page import Page

#: lines longer than this are hard to read
_WIDEST_COLUMNS: Final = 100


def print_report(report: Report, console: Console) -> None:
    """Write the report to a rich console, within its width."""
    lines = report_lines(report, min(console.width, _WIDEST_COLUMNS))
    console.print(Text("\n").join(lines), highlight=False, soft_wrap=True)


def report_lines(report: Report, width: int) -> Iterator[Text]:
    """The lines of the report, none wider than ``width`` columns."""
    page = Page(width, letters_of(report.articles), dict(report.accepted))
    yield from head(report, page)
    for title, note, blocks in (
        ("CONFLICTS", "cannot all be right", finding_blocks(report.conflicts, page)),
        ("INSIDE ONE ARTICLE", "it does not fit itself", check_blocks(report.checks, page)),
        ("JOINT FINDINGS", "all together cannot be true", check_blocks(report.joint, page)),
        ("ORIGINS", "agreement on one report counts once", origin_blocks(report.origins, page)),
        ("DIFFERENCES", "all can be true", finding_blocks(report.differences, page)),
        ("AGREEMENTS", "", agreement_blocks(report.agreements, page)),
        ("POSSIBLY ONE FACT", "not judged", possible_blocks(report.possible, page)),
        ("IN ONE SOURCE ONLY", "", single_blocks(report.unmatched, page)),
        ("NOT CHECKED", "", unchecked_blocks(report.unchecked, page)),
    ):
        yield from section_lines(title, note, blocks, page)


def section_lines(
    title: str, note: str, blocks: Sequence[Sequence[Text]], page: Page
) -> Iterator[Text]:
    """A heading and its blocks, where there are any."""
    if not blocks:
        return
    heading = Text(title, style="bold")
    heading.append(f"  {note}" if note else "", style="dim")
    yield Text()
    yield cut(heading, page.width)
    for block in blocks:
        yield from block
