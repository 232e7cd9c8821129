"""A Report in, Markdown out, fit for a pull request: conflicts open, the rest folded away.

Whatever an article says comes out as its own text: no markup, link, mention or HTML of it works.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Final

from reconcile.model import Article, Unchecked
from reconcile.report.excerpts import excerpt, one_line
from reconcile.report.findings import CheckFinding, Finding
from reconcile.report.markup import as_link, as_text, table, with_bold
from reconcile.report.places import web_address
from reconcile.report.quotes import Quote, gather_repeated, gather_sentences
from reconcile.report.report import Report
from reconcile.report.words import TOLD_SINGLY, count_words, letters_of, look_of, place_sign

#: characters of a sentence that are shown around the words at issue
_EXCERPT_CHARACTERS: Final = 160
#: characters of what was not checked
_SHOWN_CHARACTERS: Final = 80

Letters = Mapping[str, str]


def report_to_markdown(report: Report) -> str:
    """The counts, the articles, the conflicts, then all else in folded parts."""
    letters = letters_of(report.articles)
    return "\n".join(_lines(report, letters)).rstrip("\n") + "\n"


def _lines(report: Report, letters: Letters) -> Iterator[str]:
    yield from _head(report, letters)
    yield from _open("Conflicts", "cannot all be right", report.conflicts, letters)
    yield from _open("Do not fit together", "over several sources", report.joint, letters)
    yield from _open("Contradicts itself", "within one article", report.checks, letters)
    told = [single.quote for single in report.unmatched if single.kind in TOLD_SINGLY]
    for words, lines in (
        (f"{len(report.differences)} stated differently, all can be true",
         _blocks(report.differences, letters)),
        (f"{len(report.agreements)} agreed on", _agreements(report.agreements, letters)),
        (f"{len(report.possible)} possibly one fact, not judged",
         _blocks(report.possible, letters)),
        (f"{len(told)} in one source only", _singles(told, letters)),
        (f"{len(report.unchecked)} not checked", _unchecked(report.unchecked, letters)),
    ):  # fmt: skip
        yield from _folded(words, list(lines))


def _head(report: Report, letters: Letters) -> Iterator[str]:
    counts = [f"{count} {words}" for count, words in count_words(report)[:3]]
    yield f"## {len(report.articles)} articles: {', '.join(counts)}"
    yield ""
    for article in report.articles:
        yield f"- **{letters[article.id]}** {_article(article)}"
        yield from (f"  - note: {as_text(note)}" for note in article.notes)
    yield from (f"- **note** {as_text(note)}" for note in report.notes)
    yield ""


def _article(article: Article) -> str:
    name = article.publisher or article.id
    address = web_address(article.url)
    linked = as_link(name, address) if address else as_text(name)
    file = f", {as_text(PurePath(article.path).name)}" if article.path else ""
    return f"{linked}, {_date(article)}{file}"


def _date(article: Article) -> str:
    published = article.published
    if published is None:
        return "date unknown"
    return as_text(f"{published:%a} {published.day} {published:%b %Y %H:%M}")


def _open(
    title: str, note: str, findings: Sequence[Finding | CheckFinding], letters: Letters
) -> Iterator[str]:
    if findings:
        yield from (f"### {title} ({len(findings)}): {note}", "")
        yield from _blocks(findings, letters)


def _folded(words: str, lines: Sequence[str]) -> Iterator[str]:
    """A part that opens at a click; blank lines around, or its Markdown would not be read."""
    if lines:
        yield from (f"<details><summary>{words}</summary>", "", *lines, "", "</details>", "")


def _blocks(findings: Sequence[Finding | CheckFinding], letters: Letters) -> Iterator[str]:
    for finding in findings:
        yield from _block(finding, letters)


def _block(finding: Finding | CheckFinding, letters: Letters) -> Iterator[str]:
    yield f"#### {_sign(finding)} {as_text(finding.title)}"
    yield ""
    yield from table(("", "", "words", "read as"), _rows(finding.quotes, letters))
    yield ""
    if isinstance(finding, CheckFinding):
        yield from (f"→ {as_text(' '.join((finding.explanation, *finding.steps)))}", "")
    elif finding.certain:
        yield from _reasons(finding)


def _sign(finding: Finding | CheckFinding) -> str:
    if isinstance(finding, CheckFinding):
        return "✗"
    return look_of(finding.verdict).sign if finding.certain else "?"


def _reasons(finding: Finding) -> Iterator[str]:
    for judgement in finding.reasons:
        yield from (f"→ {as_text(judgement.explanation)}", "")


def _rows(quotes: Sequence[Quote], letters: Letters) -> Iterator[list[str]]:
    """A row for each sentence of each article."""
    for article in dict.fromkeys(quote.article for quote in quotes):
        own = [quote for quote in quotes if quote.article == article]
        for every in gather_sentences(own):
            readings = dict.fromkeys(quote.reading for quote in every if quote.reading)
            yield [
                f"**{letters[article]}** {as_text(every[0].source)}",
                as_text(place_sign(every[0])),
                _in_context(every),
                " · ".join(as_text(reading) for reading in readings),
            ]


def _in_context(quotes: Sequence[Quote]) -> str:
    first = quotes[0]
    spans = [(quote.start, quote.end) for quote in quotes]
    width = _EXCERPT_CHARACTERS
    parts = excerpt(first.sentence, first.sentence_span.start, spans, width=width)
    return f"“{with_bold(parts)}”"


def _agreements(agreements: Sequence[Finding], letters: Letters) -> Iterator[str]:
    for finding in agreements:
        wordings = []
        for first, quotes in gather_repeated(finding.quotes):
            who = dict.fromkeys(letters[quote.article] for quote in quotes)
            wordings.append(f"**{' '.join(who)}** “{as_text(first.text)}”")
        yield f"- = {as_text(finding.title)}: {', '.join(wordings)}"


def _singles(told: Sequence[Quote], letters: Letters) -> Iterator[str]:
    for article in dict.fromkeys(quote.article for quote in told):
        own = [quote for quote in told if quote.article == article]
        for every in gather_sentences(own):
            place = as_text(place_sign(every[0]))
            yield f"- **{letters[article]}** {place} {_in_context(every)}"


def _unchecked(unchecked: Sequence[Unchecked], letters: Letters) -> Iterator[str]:
    for each in unchecked:
        words = one_line(each.text)
        if len(words) > _SHOWN_CHARACTERS:
            words = words[: _SHOWN_CHARACTERS - 1].rstrip() + "…"
        letter = letters.get(each.article, "?")
        yield f"- **{letter}** “{as_text(words)}”: {as_text(each.reason)}"
