"""Origins in, blocks of lines out: who stands on whose report, and what a copy changed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from reconcile.model import Change, Origin
from reconcile.report.excerpts import one_line
from reconcile.report.layout import hang
from reconcile.report.terminal.page import Page


def origin_blocks(origins: Sequence[Origin], page: Page) -> list[list[Text]]:
    """A block for each: the articles and the reason, then a line for each change."""
    return [_origin(origin, page) for origin in origins]


def _origin(origin: Origin, page: Page) -> list[Text]:
    letters = " ".join(page.letters[each] for each in origin.articles)
    partial = len(origin.articles) == len(origin.partly)
    label = Text("⧉ ", style="bold")
    label.append(f"{letters} ", style="bold cyan")
    text = Text("in part: " if partial else "")
    text.append(one_line(origin.reason))
    lines = hang(label, text, page.width)
    for change in origin.changes:
        lines += hang(Text("  → ", style="bold red"), _changed(change, page), page.width)
    return lines


def _changed(change: Change, page: Page) -> Text:
    text = Text()
    for index, citation in enumerate((change.a, change.b)):
        text.append(", changed: " if index else "", style="dim")
        text.append(f"{page.letters[citation.article]} ", style="bold cyan")
        text.append(f"“{one_line(citation.text)}”")
    return text
