"""A Report in, JSON out: the same report gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from reconcile.model import (
    Article,
    Check,
    Claim,
    Comparison,
    Evidence,
    Fact,
    Origin,
    Point,
    Segment,
    Slip,
    Step,
    Unchecked,
    Unmatched,
    words_told,
)
from reconcile.report.derivations import (
    Tell,
    citation_to_data,
    derivation_to_data,
    telling_once,
)
from reconcile.report.fingerprints import of_check, of_finding
from reconcile.report.report import Report
from reconcile.report.values import mention_to_data, moment_ends
from reconcile.report.writing import indented

#: raised by one when a field changes its meaning or goes; new fields do not raise it
SCHEMA_VERSION: Final = 1


def report_to_json(report: Report) -> str:
    """The whole report as indented JSON that ends with a newline."""
    return indented(_sections(report, telling_once())) + "\n"


def report_to_json_lines(report: Report) -> Iterator[str]:
    """A line of JSON for each comparison, then each single claim, then each thing not checked."""
    for fact in report.aligned:
        for comparison in fact.comparisons:
            yield _line("comparison", _comparison_line(fact, comparison))
    for unmatched in report.unaligned:
        yield _line("unmatched", unmatched_to_data(unmatched))
    for unchecked in report.unchecked:
        yield _line("unchecked", unchecked_to_data(unchecked))


def report_to_data(report: Report) -> dict[str, Any]:
    """The report as dicts, lists and strings."""
    told = _sections(report)
    return {name: list(each) if isinstance(each, Iterator) else each for name, each in told.items()}


def _sections(report: Report, tell: Tell | None = None) -> dict[str, Any]:
    """The report by its sections; the long ones are made entry by entry, as they are taken."""
    known = {each.id: of_finding(each) for each in report.facts}
    known |= {each.id: of_check(each) for each in (*report.checks, *report.joint)}
    return {
        "schema_version": SCHEMA_VERSION,
        "articles": (article_to_data(article) for article in report.articles),
        "facts": (fact_to_data(fact, tell) for fact in report.aligned if fact.certain),
        "possible": (fact_to_data(fact, tell) for fact in report.aligned if not fact.certain),
        "unmatched": (unmatched_to_data(each) for each in report.unaligned),
        "unchecked": (unchecked_to_data(each) for each in report.unchecked),
        "internal": (check_to_data(check) for check in report.checked),
        "joint": (check_to_data(check) for check in report.checked_jointly),
        "origins": (origin_to_data(origin) for origin in report.origins),
        "fingerprints": known,
        "accepted": [{"id": name, "reason": reason} for name, reason in report.accepted],
        "notes": list(report.notes),
    }


def article_to_data(article: Article) -> dict[str, Any]:
    """An article with its text, which every span in the report indexes."""
    return {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from,
        "text": article.text,
        "segments": [_segment_to_data(segment) for segment in article.segments],
        "notes": list(article.notes),
    }


def fact_to_data(fact: Fact, tell: Tell | None = None) -> dict[str, Any]:
    """A fact: its claims as mentions, and how each two from different sources compare."""
    return {
        "id": fact.id,
        "kind": fact.kind,
        "title": fact.title,
        "certain": fact.certain,
        "wording": fact.wording,
        "timeline": [_point_to_data(point) for point in fact.timeline],
        "origins": list(fact.origins),
        "mentions": [claim_to_data(claim) for claim in fact.claims],
        "comparisons": [_comparison_to_data(each, tell) for each in fact.comparisons],
        "evidence": [_evidence_to_data(each) for each in fact.evidence],
    }


def _point_to_data(point: Point) -> dict[str, Any]:
    """When one mention's reading is of, and the words that say so; null: its publication."""
    low, high = moment_ends(point.when)
    return {"mention": point.claim, "low": low, "high": high, "words": point.words}


def claim_to_data(claim: Claim) -> dict[str, Any]:
    """A claim: the words at issue with their reading, and the clause that they stand in."""
    clause, sentence = claim.clause, claim.clause.sentence
    return {
        "article": claim.article,
        **mention_to_data(claim.focus),
        "paragraph": clause.paragraph,
        "role": clause.segment_role,
        "sentence": {"start": sentence.start, "end": sentence.end},
        "subject": clause.subject.text if clause.subject else None,
        "predicate": clause.predicate,
        "negated": clause.negated,
        "certainty": clause.certainty,
        "tense": clause.tense,
        "speaker": clause.speaker,
        "quoted": clause.quoted,
        "place": claim.place,
    }


def unmatched_to_data(unmatched: Unmatched) -> dict[str, Any]:
    """A claim that no other source pairs with, and why its nearest candidate was not taken."""
    nearest = unmatched.nearest
    return {
        "mention": claim_to_data(unmatched.claim),
        "nearest": claim_to_data(nearest) if nearest else None,
        "reason": unmatched.reason,
    }


def check_to_data(check: Check) -> dict[str, Any]:
    """Statements that cannot all hold, and why."""
    return {
        "id": check.id,
        "rule": check.rule,
        "kind": check.kind,
        "title": check.title,
        "mentions": [citation_to_data(citation) for citation in check.citations],
        "explanation": check.explanation,
        "steps": list(check.steps),
        "derivation": derivation_to_data(_every(check.derivation)),
    }


def origin_to_data(origin: Origin) -> dict[str, Any]:
    """The articles that stand on one report, and the passages that they share."""
    return {
        "id": origin.id,
        "articles": list(origin.articles),
        "agency": origin.agency,
        "reason": origin.reason,
        "passages": [
            {"a": citation_to_data(passage.a), "b": citation_to_data(passage.b)}
            for passage in origin.passages
        ],
        "partly": list(origin.partly),
        "changes": [
            {
                "kind": change.kind,
                "a": citation_to_data(change.a),
                "b": citation_to_data(change.b),
                "explanation": change.explanation,
            }
            for change in origin.changes
        ],
    }


def unchecked_to_data(unchecked: Unchecked) -> dict[str, Any]:
    """Words that were not read or not compared, and why."""
    return {
        "article": unchecked.article,
        "start": unchecked.start,
        "end": unchecked.end,
        "text": unchecked.text,
        "reason": unchecked.reason,
    }


def _segment_to_data(segment: Segment) -> dict[str, Any]:
    return {
        "start": segment.start,
        "end": segment.end,
        "role": segment.role,
        "paragraph": segment.paragraph,
    }


def _comparison_to_data(comparison: Comparison, tell: Tell | None = None) -> dict[str, Any]:
    judgement = comparison.judgement
    every = _every(judgement.derivation)
    return {
        "a": comparison.a,
        "b": comparison.b,
        "verdict": judgement.verdict,
        "reason": judgement.reason,
        "explanation": judgement.explanation,
        "about": judgement.about,
        "steps": list(words_told(every)),
        "derivation": derivation_to_data(every, tell),
        "slip": _slip_to_data(comparison.slip),
        "copied": comparison.copied,
    }


def _every(last: Step | None) -> tuple[Step, ...]:
    """Every step of a derivation; none where there is no derivation."""
    return () if last is None else last.every


def _slip_to_data(slip: Slip | None) -> dict[str, Any] | None:
    if slip is None:
        return None
    return {"rule": slip.rule, "side": slip.side, "question": slip.question}


def _evidence_to_data(evidence: Evidence) -> dict[str, Any]:
    return {
        "a": evidence.a,
        "b": evidence.b,
        "level": evidence.level,
        "words": evidence.words,
        "weight": round(evidence.weight, 3),
    }


def _comparison_line(fact: Fact, comparison: Comparison) -> dict[str, Any]:
    return {
        "fact": fact.id,
        "kind": fact.kind,
        "title": fact.title,
        "certain": fact.certain,
        **_comparison_to_data(comparison),
        "a": claim_to_data(fact.claims[comparison.a]),
        "b": claim_to_data(fact.claims[comparison.b]),
    }


def _line(sort: str, data: dict[str, Any]) -> str:
    return json.dumps({"type": sort, **data}, ensure_ascii=False, separators=(",", ":"))
