"""A Report in, its View out: what is shown of it, in which order; no verdict is decided here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from reconcile.errors import ArticleNotFound
from reconcile.model import Unchecked
from reconcile.report.excerpts import one_line
from reconcile.report.findings import Finding, Single
from reconcile.report.independence import extent_words
from reconcile.report.report import Report
from reconcile.report.view.cards import anchor_of, card_of, check_card, ids_of, shorts_of
from reconcile.report.view.looks import tone_look, verdict_look
from reconcile.report.view.matrices import matrix_of
from reconcile.report.view.nouns import (
    Alone,
    Count,
    Look,
    Missed,
    Section,
    Source,
    Text,
    View,
)
from reconcile.report.view.said import said_of, words_anchor
from reconcile.report.view.sources import shared_of, shortened, sources_of
from reconcile.report.view.texts import Marked, mark_of, text_of
from reconcile.report.view.timelines import timeline_of
from reconcile.report.view.titles import title_of
from reconcile.report.words import TOLD_SINGLY

_ALONE: Final = "alone"
_MISSED: Final = "not-checked"
_LONGEST_MISSED: Final = 200


def view_of(report: Report) -> View:
    """All that a page shows of a report."""
    sources = sources_of(report.articles, report.origins)
    shown = [*report.conflicts, *report.differences, *report.agreements]
    return View(
        title=title_of(report.articles, {each.id: each.title for each in sources.values()}),
        extent=extent_words(report),
        counts=tuple(_counts(report)),
        sources=tuple(sources.values()),
        notes=tuple(one_line(note) for note in report.notes),
        sections=tuple(each for each in _sections(report, sources) if each.count),
        alone=tuple(_alone(report.unmatched, sources)),
        missed=tuple(_missed(each, sources) for each in report.unchecked),
        origins=shared_of(report.origins, sources),
        texts=texts_of(report, sources),
        timeline=timeline_of(shown, report.articles, sources),
        matrix=matrix_of(shown, sources, ids_of(shown)),
    )


def _counts(report: Report) -> Iterator[Count]:
    """The parts of the summary line: verdicts always, the rest where there is some."""
    updated = _of(report, "updated")
    yield _count(len(report.conflicts), "conflict", "conflicts", "conflict")
    if report.checks:
        yield _count(
            len(report.checks), "check inside an article", "checks inside articles", "check"
        )
    if report.joint:
        yield _count(len(report.joint), "joint finding", "joint findings", "joint")
    if updated:
        yield _count(len(updated), "update", "updates", "updated")
    compatible = len(report.differences) - len(updated)
    yield _count(compatible, "difference", "differences", "compatible")
    yield _count(len(report.agreements), "agreement", "agreements", "agree")
    if report.possible:
        yield _count(len(report.possible), "possibly one fact", "possibly one fact", "possible")
    missed = len(report.unchecked)
    yield Count(missed, "not checked", _MISSED if missed else "")


def _count(number: int, one: str, many: str, tone: str) -> Count:
    return Count(number, one if number == 1 else many, f"{tone}s" if number else "", tone)  # type: ignore[arg-type]


def _of(report: Report, verdict: str) -> list[Finding]:
    return [finding for finding in report.differences if finding.verdict == verdict]


def _sections(report: Report, sources: Mapping[str, Source]) -> Iterator[Section]:
    """By weight."""
    accepted = dict(report.accepted)

    def cards(look: Look, title: str, note: str, findings: Sequence[Finding]) -> Section:
        every = tuple(card_of(finding, sources, accepted) for finding in findings)
        return Section(f"{look.tone}s", look, title, note, every)

    def checks(look: Look, title: str, note: str, joint: bool) -> Section:
        findings = report.joint if joint else report.checks
        every = tuple(check_card(each, look.tone, sources, accepted) for each in findings)
        return Section(f"{look.tone}s", look, title, note, every)

    yield cards(verdict_look("conflict"), "Conflicts", "cannot all be right", report.conflicts)
    yield checks(
        tone_look("check"), "Inside one article", "the article does not fit itself", joint=False
    )
    yield checks(
        tone_look("joint"), "Joint findings", "any two can be true, all together cannot", joint=True
    )
    yield cards(
        verdict_look("updated"), "Updated", "true when written, at different times",
        _of(report, "updated"),
    )  # fmt: skip
    yield cards(
        verdict_look("compatible"), "Told differently", "all can be true", _of(report, "compatible")
    )
    agree = verdict_look("agree")
    shorts = shorts_of(report.agreements, sources)
    yield Section("agrees", agree, "Agreements", "which is not proof", shorts=shorts)
    yield cards(
        tone_look("possible"), "Possibly one fact", "too uncertain to judge", report.possible
    )


def _alone(singles: Sequence[Single], sources: Mapping[str, Source]) -> Iterator[Alone]:
    """What each source alone says; of names, places and acts only how many."""
    for name, every in groupby(singles, key=lambda each: each.quote.article):
        listed = list(every)
        told = [each.quote for each in listed if each.kind in TOLD_SINGLY]
        source = sources[name]
        yield Alone(source, said_of(told, source), len(listed) - len(told))


def _missed(unchecked: Unchecked, sources: Mapping[str, Source]) -> Missed:
    source = sources.get(unchecked.article)
    return Missed(
        source=source,
        text=shortened(one_line(unchecked.text), longest=_LONGEST_MISSED),
        reason=one_line(unchecked.reason),
        target=words_anchor(source, unchecked.start, unchecked.end) if source else "",
    )


# --- the articles in full ---------------------------------------------------------------------


def texts_of(report: Report, sources: Mapping[str, Source]) -> tuple[Text, ...]:
    """The articles with everything marked that was found, the weightiest mark on top."""
    marked: dict[str, list[Marked]] = {name: [] for name in sources}
    for name, each in _marks(report):
        marked[name].append(each)
    return tuple(
        text_of(article, sources[article.id], marked[article.id]) for article in report.articles
    )


def text_named(report: Report, name: str) -> Text:
    """The text of one article, by id, letter or publisher; raises ArticleNotFound."""
    sources = sources_of(report.articles, report.origins)
    for text in texts_of(report, sources):
        if name in (text.source.id, text.source.letter, text.source.name):
            return text
    raise ArticleNotFound(name, "no article of the report has this id, letter or publisher")


def _marks(report: Report) -> Iterator[tuple[str, Marked]]:
    """Every mark with its article, weightiest first."""
    for finding in report.conflicts:
        yield from _finding_marks(finding, verdict_look("conflict"))
    for tone, checks in (("check", report.checks), ("joint", report.joint)):
        for check in checks:
            for quote in check.quotes:
                look = tone_look(tone)  # type: ignore[arg-type]
                yield quote.article, mark_of(quote, look, check.title, anchor_of(check.id))
    for finding in (*report.differences, *report.agreements):
        yield from _finding_marks(finding, verdict_look(finding.verdict))
    for finding in report.possible:
        yield from _finding_marks(finding, tone_look("possible"))
    for single in report.unmatched:
        if single.kind in TOLD_SINGLY:
            yield single.quote.article, mark_of(single.quote, tone_look("single"), "", "")


def _finding_marks(finding: Finding, look: Look) -> Iterator[tuple[str, Marked]]:
    for quote in finding.quotes:
        yield quote.article, mark_of(quote, look, one_line(finding.title), anchor_of(finding.id))
