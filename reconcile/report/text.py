"""A Report in, a page for an editor's terminal out: what needs a decision comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import frozen

from reconcile.model import Article
from reconcile.report.excerpts import excerpt, is_same_wording, one_line
from reconcile.report.findings import Finding, Single
from reconcile.report.layout import beside, cut, hang, indent, wrap
from reconcile.report.quotes import Quote, gather_repeated, gather_sentences
from reconcile.report.report import Report
from reconcile.report.words import NOT_JUDGED, Look, count_words, look_of, place_sign

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

#: below this many columns, quotes stand under each other
_SIDE_BY_SIDE_COLUMNS = 64
#: lines longer than this are hard to read
_WIDEST_COLUMNS = 100
_GAP_COLUMNS = 2


@frozen
class _Page:
    """What every part of the page needs: its width, and a letter for each article."""

    width: int
    letters: Mapping[str, str]


def print_report(report: Report, console: Console) -> None:
    """Write the report to a rich console, within its width."""
    for line in report_lines(report, min(console.width, _WIDEST_COLUMNS)):
        console.print(line, highlight=False, soft_wrap=True)


def report_lines(report: Report, width: int) -> Iterator[Text]:
    """The lines of the report, none wider than ``width`` columns."""
    page = _Page(width, _letters(report.articles))
    yield from _head(report, page)
    yield from _section("CONFLICTS", "cannot all be right", _blocks(report.conflicts, page), page)
    yield from _section(
        "DIFFERENCES", "told differently, all can be true", _blocks(report.differences, page), page
    )
    yield from _section(
        "AGREEMENTS", "", [_agreement(each, page) for each in report.agreements], page
    )
    yield from _section(
        "POSSIBLY ONE FACT", "not judged", [_possible(each, page) for each in report.possible], page
    )
    yield from _section(
        "IN ONE SOURCE ONLY", "", [[_single(each, page)] for each in report.unmatched], page
    )
    yield from _section("NOT CHECKED", "", _unchecked(report, page), page)


def _letters(articles: Sequence[Article]) -> dict[str, str]:
    """A short sign for each article: A to Z, then 27, 28 and so on."""
    return {
        article.id: chr(ord("A") + index) if index < 26 else str(index + 1)
        for index, article in enumerate(articles)
    }


def _section(title: str, note: str, blocks: list[list[Text]], page: _Page) -> Iterator[Text]:
    from rich.text import Text

    if not blocks:
        return
    heading = Text(title, style="bold")
    heading.append(f"  {note}" if note else "", style="dim")
    yield Text()
    yield cut(heading, page.width)
    for block in blocks:
        yield from block


# --- the head ---------------------------------------------------------------------------------


def _head(report: Report, page: _Page) -> Iterator[Text]:
    from rich.text import Text

    names = [one_line(article.publisher or article.id) for article in report.articles]
    widest = max((len(name) for name in names), default=0)
    for article, name in zip(report.articles, names, strict=True):
        line = Text(f"{page.letters[article.id]}  ", style="bold cyan")
        line.append(f"{name:{widest}}", style="bold")
        line.append(f"  {_date(article)}")
        line.append(f"  {one_line(article.path or article.url or '')}", style="dim")
        yield cut(line, page.width)
        for note in article.notes:
            yield from hang(Text("   "), Text(one_line(note), style="dim"), page.width)
    for note in report.notes:
        yield from wrap(Text(one_line(note), style="yellow"), page.width)
    yield Text()
    yield from wrap(_summary(report), page.width)


def _date(article: Article) -> str:
    published = article.published
    if published is None:
        return "date unknown"
    return f"{published:%a} {published.day} {published:%b %Y %H:%M}"


def _summary(report: Report) -> Text:
    from rich.text import Text

    text = Text()
    for count, words in count_words(report):
        text.append(" · " if text else "")
        text.append(str(count), style="bold" if count else "dim")
        text.append(f" {words}")
    return text


# --- findings ---------------------------------------------------------------------------------


def _blocks(findings: Sequence[Finding], page: _Page) -> list[list[Text]]:
    return [_finding(finding, page) for finding in findings]


def _finding(finding: Finding, page: _Page) -> list[Text]:
    look = look_of(finding.verdict)
    quotes = indent(_quotes(finding, page.width - 2, page), 2)
    return [_heading(finding, look, page), *quotes, *_why(finding, page)]


def _possible(finding: Finding, page: _Page) -> list[Text]:
    return [_heading(finding, NOT_JUDGED, page), *indent(_quotes(finding, page.width - 2, page), 2)]


def _heading(finding: Finding, look: Look, page: _Page) -> Text:
    from rich.text import Text

    text = Text(f"{look.sign} ", style=look.style)
    text.append(one_line(finding.title), style="bold")
    text.append(f"  {finding.kind}", style="dim")
    return cut(text, page.width)


def _quotes(finding: Finding, width: int, page: _Page) -> list[Text]:
    """The quotes side by side where two articles speak and the page is wide enough."""
    by_article = [list(quotes) for _, quotes in groupby(finding.quotes, lambda each: each.article)]
    if len(by_article) == 2 and width >= _SIDE_BY_SIDE_COLUMNS:
        column = (width - _GAP_COLUMNS) // 2
        left, right = (_quotes_of_one(quotes, column, page) for quotes in by_article)
        return beside(left, right, column=column, gap=_GAP_COLUMNS)
    return [line for quotes in by_article for line in _quotes_of_one(quotes, width, page)]


def _quotes_of_one(quotes: Sequence[Quote], width: int, page: _Page) -> list[Text]:
    repeated = gather_repeated(quotes)
    places = {quote.start: every for quote, every in repeated}
    return [
        line
        for sentence in gather_sentences([quote for quote, _ in repeated])
        for line in _sentence(sentence, places, width, page)
    ]


def _sentence(
    quotes: Sequence[Quote], places: Mapping[int, Sequence[Quote]], width: int, page: _Page
) -> list[Text]:
    """The words at issue of one sentence, where they stand, and what each was read as."""
    from rich.text import Text

    label = Text(f"{page.letters[quotes[0].article]} ", style="bold cyan")
    signs = dict.fromkeys(place_sign(each) for quote in quotes for each in places[quote.start])
    label.append(f"{' '.join(signs)} ", style="dim")
    lines = hang(label, _in_context(quotes, 2 * (width - label.cell_len) - 6), width)
    for quote in quotes:
        if quote.reading and not is_same_wording(quote.reading, quote.text):
            reading = Text(f"= {one_line(quote.reading)}", style="italic")
            lines += hang(Text(" " * label.cell_len), reading, width)
    return lines


def _in_context(quotes: Sequence[Quote], width: int) -> Text:
    """The words at issue in what fits of their sentence."""
    from rich.text import Text

    first = quotes[0]
    spans = [(each.start, each.end) for each in quotes]
    text = Text("“", style="dim")
    for words, at_issue in excerpt(first.sentence, first.sentence_span.start, spans, width=width):
        text.append(words, style="not dim bold" if at_issue else "")
    text.append("”")
    return text


def _why(finding: Finding, page: _Page) -> list[Text]:
    from rich.text import Text

    lines = []
    for judgement in finding.reasons:
        text = Text(one_line(judgement.explanation))
        for step in judgement.steps:
            if not is_same_wording(step, judgement.explanation):
                text.append(f" {one_line(step)}", style="dim")
        sign = Text("  → ", style=look_of(judgement.verdict).style)
        lines += hang(sign, text, page.width)
    return lines


def _agreement(finding: Finding, page: _Page) -> list[Text]:
    """One line: the title, and each wording with the articles that have it."""
    from rich.text import Text

    look = look_of(finding.verdict)
    wordings: list[tuple[Quote, list[Quote]]] = gather_repeated(finding.quotes)
    line = Text(f"{look.sign} ", style=look.style)
    line.append(one_line(finding.title))
    for quote, quotes in wordings:
        letters = dict.fromkeys(page.letters[each.article] for each in quotes)
        line.append(f"  {' '.join(letters)} ", style="cyan")
        line.append(f"“{one_line(quote.text)}”", style="dim")
    return [cut(line, page.width)]


# --- what was not compared --------------------------------------------------------------------


def _single(single: Single, page: _Page) -> Text:
    from rich.text import Text

    quote = single.quote
    line = Text(f"{page.letters[quote.article]} ", style="bold cyan")
    line.append(f"{place_sign(quote)} ", style="dim")
    line += _in_context([quote], page.width - line.cell_len - 2)
    return cut(line, page.width)


def _unchecked(report: Report, page: _Page) -> list[list[Text]]:
    from rich.text import Text

    blocks = []
    for each in report.unchecked:
        label = Text(f"{page.letters.get(each.article, '?')} ", style="bold cyan")
        body = Text(f"“{_shortened(one_line(each.text))}” ")
        body.append(one_line(each.reason), style="dim")
        blocks.append(hang(label, body, page.width))
    return blocks


def _shortened(text: str, *, longest: int = 60) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
