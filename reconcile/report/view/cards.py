"""Findings in, cards and short lines out: what a page shows of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from reconcile.model import Fact, Judgement
from reconcile.report.excerpts import one_line
from reconcile.report.findings import CheckFinding, Finding
from reconcile.report.fingerprints import SHOWN_DIGITS, of_check, of_finding
from reconcile.report.quotes import gather_repeated
from reconcile.report.remarks import questions_of
from reconcile.report.view.looks import kind_words, tone_look, verdict_look
from reconcile.report.view.nouns import Card, Look, Reason, Short, Source, Tone, Wording
from reconcile.report.view.plots import plot_of
from reconcile.report.view.said import columns_of
from reconcile.report.view.trails import Places, places_in, trail_of
from reconcile.report.words import ABOUT

#: rungs of the evidence that say nothing by themselves
_SILENT_LEVELS: Final = ("kind",)
_MOST_EVIDENCE: Final = 5


def anchor_of(name: str) -> str:
    """The name of a finding's place on the page."""
    return f"finding-{name}"


def card_of(
    finding: Finding, sources: Mapping[str, Source], accepted: Mapping[str, str] | None = None
) -> Card:
    """A finding with all that there is to say; ``accepted`` are reasons by the finding's id."""
    judged = finding.certain
    places = places_in(finding.quotes, sources)
    look = verdict_look(finding.verdict) if judged else tone_look("possible")
    return Card(
        id=of_finding(finding)[:SHOWN_DIGITS] if judged else "",
        anchor=anchor_of(finding.id),
        look=look,
        title=one_line(finding.title),
        kind=kind_words(finding.kind),
        columns=columns_of(finding.at_issue, sources),
        reasons=tuple(reason_of(each, places) for each in finding.reasons) if judged else (),
        evidence=_evidence(finding.fact),
        standing=one_line(finding.standing),
        copied=tuple(map(one_line, finding.copied)) if judged else (),
        plot=plot_of(finding, sources) if judged else None,
        questions=questions_of(finding) if judged else (),
        wording=one_line(finding.fact.wording or "") if judged else "",
        moved=one_line(finding.moved or "") if judged else "",
        accepted=one_line((accepted or {}).get(finding.id, "")),
    )


def reason_of(judgement: Judgement, places: Places | None = None) -> Reason:
    """Why two claims stand as they do, with the steps that the sentence does not tell already."""
    explanation = one_line(judgement.explanation)
    steps = tuple(
        step
        for step in dict.fromkeys(map(one_line, judgement.steps))
        if step.rstrip(".").casefold() not in explanation.casefold()
    )
    about = ABOUT.get(judgement.about or "world", "")
    trail = trail_of(judgement.derivation, steps, places or {})
    return Reason(verdict_look(judgement.verdict), explanation, steps, about, trail)


def _evidence(fact: Fact) -> tuple[str, ...]:
    """What speaks for one fact, weightiest first, each once."""
    speaking = [each for each in fact.evidence if each.weight > 0]
    speaking.sort(key=lambda each: -each.weight)
    told = (one_line(each.words) for each in speaking if each.level not in _SILENT_LEVELS)
    return tuple(dict.fromkeys(told))[:_MOST_EVIDENCE]


def check_card(
    finding: CheckFinding,
    tone: Tone,
    sources: Mapping[str, Source],
    accepted: Mapping[str, str] | None = None,
) -> Card:
    """A finding inside one article, or over several, as a card."""
    look = tone_look(tone)
    steps = tuple(map(one_line, finding.steps))
    trail = trail_of(finding.check.derivation, steps, places_in(finding.quotes, sources))
    return Card(
        id=of_check(finding)[:SHOWN_DIGITS],
        anchor=anchor_of(finding.id),
        look=look,
        title=one_line(finding.title),
        kind=kind_words(finding.kind),
        columns=columns_of(finding.quotes, sources),
        reasons=(Reason(look, one_line(finding.explanation), steps, trail=trail),),
        evidence=(),
        standing="",
        accepted=one_line((accepted or {}).get(finding.id, "")),
    )


def shorts_of(findings: Iterable[Finding], sources: Mapping[str, Source]) -> tuple[Short, ...]:
    """A line for each finding."""
    return tuple(_short(finding, verdict_look(finding.verdict), sources) for finding in findings)


def _short(finding: Finding, look: Look, sources: Mapping[str, Source]) -> Short:
    return Short(
        anchor=anchor_of(finding.id),
        look=look,
        title=one_line(finding.title),
        kind=kind_words(finding.kind),
        wordings=_wordings(finding, sources),
        explanation=one_line(finding.explanation),
        standing="one origin" if finding.standing and not finding.independent else "",
    )


def _wordings(finding: Finding, sources: Mapping[str, Source]) -> tuple[Wording, ...]:
    return tuple(
        Wording(
            one_line(quote.text),
            tuple(dict.fromkeys(sources[each.article].letter for each in quotes)),
        )
        for quote, quotes in gather_repeated(finding.quotes)
    )


def ids_of(findings: Sequence[Finding]) -> dict[str, str]:
    """The place of each finding on the page, by its id."""
    return {finding.id: anchor_of(finding.id) for finding in findings}
