"""Findings in, blocks of lines out: title, quotes, readings and why; an agreement on one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from rich.text import Text

from reconcile.report.excerpts import is_same_wording, one_line
from reconcile.report.findings import Finding
from reconcile.report.fingerprints import of_finding
from reconcile.report.layout import beside, cut, hang, indent
from reconcile.report.quotes import Quote, gather_repeated, gather_sentences
from reconcile.report.terminal.page import Page, accepted_lines, in_context, with_id
from reconcile.report.words import NOT_JUDGED, TOLD_SINGLY, Look, look_of, place_sign

#: below this many columns, quotes stand under each other
_SIDE_BY_SIDE_COLUMNS: Final = 64
#: so many conflicts of one fact are told one by one
_MOST_CONFLICTS: Final = 3
_GAP_COLUMNS: Final = 2
#: kinds whose titles do not say what they are
_SHOWN_KINDS: Final = frozenset(("name", "place"))


def finding_blocks(findings: Sequence[Finding], page: Page) -> list[list[Text]]:
    """A block for each finding: title, quotes with their readings, and why."""
    return [_finding(finding, page) for finding in findings]


def _finding(finding: Finding, page: Page) -> list[Text]:
    look = look_of(finding.verdict)
    quotes = indent(quote_lines(finding.at_issue, page.width - 2, page), 2)
    behind = [*_why(finding, page), *_advice(finding, page), *accepted_lines(finding.id, page)]
    return [_heading(finding, look, page), *quotes, *behind]


def possible_blocks(findings: Sequence[Finding], page: Page) -> list[list[Text]]:
    """The quotes of pairs that may be one fact, without a verdict."""
    return [_possible(finding, page) for finding in findings]


def _possible(finding: Finding, page: Page) -> list[Text]:
    quotes = indent(quote_lines(finding.quotes, page.width - 2, page), 2)
    return [_heading(finding, NOT_JUDGED, page), *quotes]


def _heading(finding: Finding, look: Look, page: Page) -> Text:
    text = Text(f"{look.sign} ", style=look.style)
    text.append(one_line(finding.title), style="bold")
    if finding.kind in _SHOWN_KINDS:
        text.append(f"  {finding.kind}", style="dim")
    if look.sign != look_of("conflict").sign:
        return cut(text, page.width)
    return with_id(text, of_finding(finding), page)


def quote_lines(quotes: Sequence[Quote], width: int, page: Page) -> list[Text]:
    """The quotes side by side where two articles speak and the page is wide enough."""
    by_article = [list(every) for _, every in groupby(quotes, lambda each: each.article)]
    if len(by_article) == 2 and width >= _SIDE_BY_SIDE_COLUMNS:
        column = (width - _GAP_COLUMNS) // 2
        left, right = (_quotes_of_one(every, column, page) for every in by_article)
        return beside(left, right, column=column, gap=_GAP_COLUMNS)
    return [line for every in by_article for line in _quotes_of_one(every, width, page)]


def _quotes_of_one(quotes: Sequence[Quote], width: int, page: Page) -> list[Text]:
    repeated = gather_repeated(quotes)
    places = {quote.start: every for quote, every in repeated}
    return [
        line
        for sentence in gather_sentences([quote for quote, _ in repeated])
        for line in _sentence(sentence, places, width, page)
    ]


def _sentence(
    quotes: Sequence[Quote], places: Mapping[int, Sequence[Quote]], width: int, page: Page
) -> list[Text]:
    """The words at issue of one sentence, where they stand, and what each was read as."""
    label = Text(f"{page.letters[quotes[0].article]} ", style="bold cyan")
    signs = dict.fromkeys(place_sign(each) for quote in quotes for each in places[quote.start])
    label.append(f"{' '.join(signs)} ", style="dim")
    lines = hang(label, in_context(quotes, 2 * (width - label.cell_len) - 6), width)
    for quote in quotes:
        if quote.reading and not _is_plain(quote):
            reading = Text(f"= {one_line(quote.reading)}", style="italic")
            lines += hang(Text(" " * label.cell_len), reading, width)
    return lines


def _is_plain(quote: Quote) -> bool:
    """Whether the reading says no more than the words: "exactly 61" of "61 flights"."""
    reading = (quote.reading or "").removeprefix("exactly ")
    return is_same_wording(reading, quote.text) or reading in quote.text.split()


def _is_told(step: str, explanation: str) -> bool:
    return step.rstrip(".").casefold() in explanation.casefold()


def _why(finding: Finding, page: Page) -> list[Text]:
    """The reasons in their order; of many conflicts between the same quotes only the first ones."""
    lines: list[Text] = []
    shown = {f"“{quote.text}” is {quote.reading}" for quote in finding.quotes}
    conflicts = [each for each in finding.reasons if each.verdict == "conflict"]
    untold = conflicts[_MOST_CONFLICTS:]
    for judgement in (each for each in finding.reasons if each not in untold):
        text = Text(one_line(judgement.explanation))
        steps = [one_line(each) for each in judgement.steps if each not in shown]
        steps = [each for each in steps if not _is_told(each, text.plain)]
        text.append("".join(f" · {each}" for each in steps), style="dim")
        sign = Text("  → ", style=look_of(judgement.verdict).style)
        lines += hang(sign, text, page.width)
    if untold:
        more = (
            f"nor can {len(untold)} more {'pairs' if len(untold) > 1 else 'pair'} of these quotes"
        )
        lines += hang(Text("  → ", style=look_of("conflict").style), Text(more), page.width)
    return lines


def _advice(finding: Finding, page: Page) -> list[Text]:
    """What a copy changed, who is not independent, slips, how it moved, words safe to print."""
    lines = []
    for copied in finding.copied:
        lines += hang(Text("  ⧉ ", style="bold"), Text(one_line(copied)), page.width)
    if finding.standing:
        text = Text(one_line(finding.standing), style="dim")
        lines += hang(Text("  ⧉ ", style="dim"), text, page.width)
    for slip in finding.slips:
        lines += hang(Text("  ? ", style="bold"), Text(one_line(slip.question)), page.width)
    if finding.moved is not None:
        text = Text(f"over time: {finding.moved}", style="dim")
        lines += hang(Text("  ↗ ", style="dim"), text, page.width)
    if finding.wording is not None:
        text = Text(f"safe to print: {one_line(finding.wording)}", style="dim")
        lines += hang(Text("  ✎ ", style="dim"), text, page.width)
    return lines


def agreement_blocks(agreements: Sequence[Finding], page: Page) -> list[list[Text]]:
    """A line for each, but for names and the like in the same words, which share one."""
    plain = [each for each in agreements if _says_nothing_new(each)]
    blocks = [[_agreement(each, page)] for each in agreements if each not in plain]
    if plain:
        look = look_of("agree")
        words = dict.fromkeys(one_line(each.quotes[0].text) for each in plain)
        text = Text("in the same words: ")
        text.append(", ".join(words), style="dim")
        blocks.append(hang(Text(f"{look.sign} ", style=look.style), text, page.width))
    return blocks


def _says_nothing_new(finding: Finding) -> bool:
    return finding.kind not in TOLD_SINGLY and len(gather_repeated(finding.quotes)) == 1


def _agreement(finding: Finding, page: Page) -> Text:
    """One line: the title, and each wording with the articles that have it."""
    look = look_of(finding.verdict)
    line = Text(f"{look.sign} ", style=look.style)
    line.append(one_line(finding.title))
    for quote, quotes in gather_repeated(finding.quotes):
        letters = dict.fromkeys(page.letters[each.article] for each in quotes)
        line.append(f"  {' '.join(letters)} ", style="cyan")
        line.append(f"“{one_line(quote.text)}”", style="dim")
    if finding.standing and not finding.independent:
        line.append("  one origin", style="italic")
    return cut(line, page.width)
