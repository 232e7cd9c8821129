"""What was not compared in, lines out: what one source alone says, and what was not checked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from reconcile.model import Unchecked
from reconcile.report.excerpts import one_line
from reconcile.report.findings import Single
from reconcile.report.layout import cut, hang
from reconcile.report.quotes import Quote, gather_sentences
from reconcile.report.terminal.page import Page, in_context
from reconcile.report.words import TOLD_SINGLY, place_sign


def single_blocks(singles: Sequence[Single], page: Page) -> list[list[Text]]:
    """A line for each sentence with something to check, then how much else there is."""
    told = [single.quote for single in singles if single.kind in TOLD_SINGLY]
    by_article = [list(quotes) for _, quotes in groupby(told, lambda each: each.article)]
    blocks = [
        [_single(sentence, page)] for quotes in by_article for sentence in gather_sentences(quotes)
    ]
    rest = len(singles) - len(told)
    if rest:
        blocks.append([cut(Text(f"and {rest} names, places and acts", style="dim"), page.width)])
    return blocks


def _single(quotes: Sequence[Quote], page: Page) -> Text:
    """The words of one sentence that no other source has, as far as they fit on a line."""
    line = Text(f"{page.letters[quotes[0].article]} ", style="bold cyan")
    line.append(f"{place_sign(quotes[0])} ", style="dim")
    line += in_context(quotes, page.width - line.cell_len - 2)
    return cut(line, page.width)


def unchecked_blocks(unchecked: Sequence[Unchecked], page: Page) -> list[list[Text]]:
    """The words that were not read or not compared, and why."""
    blocks = []
    for each in unchecked:
        label = Text(f"{page.letters.get(each.article, '?')} ", style="bold cyan")
        body = Text(f"“{_shortened(one_line(each.text))}” ")
        body.append(one_line(each.reason), style="dim")
        blocks.append(hang(label, body, page.width))
    return blocks


def _shortened(text: str, *, longest: int = 60) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
