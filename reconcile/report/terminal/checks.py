"""Checks in, blocks of lines out: statements that cannot all hold, and why."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from reconcile.report.excerpts import one_line
from reconcile.report.findings import CheckFinding
from reconcile.report.fingerprints import of_check
from reconcile.report.layout import hang, indent
from reconcile.report.terminal.findings import quote_lines
from reconcile.report.terminal.page import Page, accepted_lines, with_id

_STYLE = "bold red"


def check_blocks(checks: Sequence[CheckFinding], page: Page) -> list[list[Text]]:
    """A block for each: title, the words, and why they cannot all hold."""
    return [_check(check, page) for check in checks]


def _check(check: CheckFinding, page: Page) -> list[Text]:
    heading = Text("! ", style=_STYLE)
    heading.append(one_line(check.title), style="bold")
    text = Text(one_line(check.explanation))
    steps = [one_line(step) for step in check.steps]
    told = [step for step in steps if step.rstrip(".").casefold() not in text.plain.casefold()]
    text.append("".join(f" · {step}" for step in told), style="dim")
    return [
        with_id(heading, of_check(check), page),
        *indent(quote_lines(check.quotes, page.width - 2, page), 2),
        *hang(Text("  → ", style=_STYLE), text, page.width),
        *accepted_lines(check.id, page),
    ]
