"""A Report in, the rows of its tables out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from reconcile.model import Claim, Interval, Value
from reconcile.report.findings import Finding
from reconcile.report.frames.frame import Column, ColumnType, Frame
from reconcile.report.quotes import Quote, quote_claim
from reconcile.report.report import Report

_EPOCH: Final = datetime.datetime(1970, 1, 1)
_QUOTE: Final[Mapping[str, ColumnType]] = {
    "article": "text", "source": "text", "role": "text", "paragraph": "integer",
    "start": "integer", "end": "integer", "text": "text",
}  # fmt: skip
_READING: Final[Mapping[str, ColumnType]] = {
    "reading": "text", "unit": "text", "hedge": "text", "low": "number", "high": "number",
    "low_closed": "truth", "high_closed": "truth", "earliest": "local", "latest": "local",
}  # fmt: skip


def articles_frame(report: Report) -> Frame:
    """A row for each article."""
    types: dict[str, ColumnType] = {
        "article": "text", "source": "text", "title": "text", "published": "moment",
        "url": "text", "path": "text", "characters": "integer", "claims": "integer",
    }  # fmt: skip
    rows = [
        (
            article.id, article.publisher or article.id, article.title, _utc(article.published),
            article.url, article.path, len(article.text),
            sum(claim.article == article.id for claim in report.claims),
        )
        for article in report.articles
    ]  # fmt: skip
    return _frame("articles", types, rows)


def facts_frame(report: Report) -> Frame:
    """A row for each fact that two or more sources state, the possible ones last."""
    types: dict[str, ColumnType] = {
        "fact": "text", "kind": "text", "title": "text", "verdict": "text", "certain": "truth",
        "reason": "text", "explanation": "text", "sources": "integer", "claims": "integer",
    }  # fmt: skip
    rows = [
        (
            each.id, each.kind, each.title, each.verdict if each.certain else None, each.certain,
            each.reason, each.explanation, len({quote.article for quote in each.quotes}),
            len(each.quotes),
        )
        for each in _findings(report)
    ]  # fmt: skip
    return _frame("facts", types, rows)


def claims_frame(report: Report) -> Frame:
    """A row for each claim, with the fact that it belongs to."""
    types: dict[str, ColumnType] = {
        **_QUOTE, "kind": "text", **_READING, "speaker": "text", "certainty": "text",
        "negated": "truth", "sentence": "text", "fact": "text",
    }  # fmt: skip
    articles = {article.id: article for article in report.articles}
    facts = {_key(claim): fact.id for fact in reversed(report.aligned) for claim in fact.claims}
    rows = []
    for claim in report.claims:
        quote = quote_claim(claim, articles[claim.article])
        clause = claim.clause
        rows.append(
            (
                *_quote(quote), claim.kind, *_reading(claim.focus.value, quote.reading),
                clause.speaker, clause.certainty, clause.negated, quote.sentence,
                facts.get(_key(claim)),
            )
        )  # fmt: skip
    return _frame("claims", types, rows)


def comparisons_frame(report: Report) -> Frame:
    """A row for each two claims of one fact that were compared."""
    sides: dict[str, ColumnType] = {
        f"{side}_{name}": type_
        for side in ("a", "b")
        for name, type_ in (*_QUOTE.items(), *_READING.items())
    }
    types: dict[str, ColumnType] = {
        "fact": "text", "kind": "text", "title": "text", "verdict": "text", "certain": "truth",
        "reason": "text", "explanation": "text", **sides,
    }  # fmt: skip
    rows = []
    for finding in _findings(report):
        for each in finding.comparisons:
            ends = [_side(finding, index) for index in (each.a, each.b)]
            judgement = each.judgement
            verdict = each.verdict if finding.certain else None
            rows.append(
                (
                    finding.id, finding.kind, finding.title, verdict, finding.certain,
                    judgement.reason, judgement.explanation, *ends[0], *ends[1],
                )
            )  # fmt: skip
    return _frame("comparisons", types, rows)


def unmatched_frame(report: Report) -> Frame:
    """A row for each claim that one source alone makes."""
    types: dict[str, ColumnType] = {
        **_QUOTE, "kind": "text", **_READING, "reason": "text", "nearest_source": "text",
        "nearest_text": "text",
    }  # fmt: skip
    rows = []
    for single, unmatched in zip(report.unmatched, report.unaligned, strict=True):
        nearest = single.nearest
        rows.append(
            (
                *_quote(single.quote), single.kind,
                *_reading(unmatched.claim.focus.value, single.quote.reading), single.reason,
                nearest.source if nearest else None, nearest.text if nearest else None,
            )
        )  # fmt: skip
    return _frame("unmatched", types, rows)


def unchecked_frame(report: Report) -> Frame:
    """A row for each thing that was not read or not compared."""
    types: dict[str, ColumnType] = {
        "article": "text", "start": "integer", "end": "integer", "text": "text", "reason": "text",
    }  # fmt: skip
    rows = [
        (each.article, each.start, each.end, each.text, each.reason) for each in report.unchecked
    ]
    return _frame("unchecked", types, rows)


def checks_frame(report: Report) -> Frame:
    """A row for each statement of each finding inside one article or over several."""
    types: dict[str, ColumnType] = {
        "check": "text", "joint": "truth", "rule": "text", "kind": "text", "title": "text",
        "explanation": "text", **_QUOTE, **_READING,
    }  # fmt: skip
    rows = [
        (
            each.id, joint, each.rule, each.kind, each.title, each.explanation, *_quote(quote),
            *_reading(citation.value, quote.reading),
        )
        for joint, findings in ((False, report.checks), (True, report.joint))
        for each in findings
        for quote, citation in zip(each.quotes, each.check.citations, strict=True)
    ]  # fmt: skip
    return _frame("checks", types, rows)


def origins_frame(report: Report) -> Frame:
    """A row for each article of each report that two or more stand on."""
    types: dict[str, ColumnType] = {
        "origin": "text", "agency": "text", "reason": "text", "article": "text",
        "partly": "truth", "passages": "integer", "changes": "integer",
    }  # fmt: skip
    rows = [
        (
            each.id, each.agency, each.reason, article, article in each.partly,
            len(each.passages), len(each.changes),
        )
        for each in report.origins
        for article in each.articles
    ]  # fmt: skip
    return _frame("origins", types, rows)


# --- the parts of a row -----------------------------------------------------------------------


def _frame(name: str, types: Mapping[str, ColumnType], rows: Iterable[Sequence[Any]]) -> Frame:
    values = list(zip(*rows, strict=True)) or [()] * len(types)
    return Frame(
        name,
        tuple(
            Column(column, type_, tuple(each))
            for (column, type_), each in zip(types.items(), values, strict=True)
        ),
    )


def _findings(report: Report) -> tuple[Finding, ...]:
    return (*report.facts, *report.possible)


def _key(claim: Claim) -> tuple[str, int, int, str]:
    return claim.article, claim.focus.start, claim.focus.end, claim.kind


def _side(finding: Finding, index: int) -> tuple[Any, ...]:
    quote = finding.quotes[index]
    return (*_quote(quote), *_reading(finding.fact.claims[index].focus.value, quote.reading))


def _quote(quote: Quote) -> tuple[Any, ...]:
    return (
        quote.article, quote.source, quote.role, quote.paragraph or None, quote.start, quote.end,
        quote.text,
    )  # fmt: skip


def _reading(value: Value | None, words: str | None) -> tuple[Any, ...]:
    """What a value was read as: its ends as numbers or, for a date, as moments."""
    if value is None:
        return (None,) * len(_READING)
    interval = value.interval
    numbers: tuple[Any, ...] = (None, None)
    moments: tuple[Any, ...] = (None, None)
    if value.kind == "date":
        moments = (_moment(interval.low), _moment(interval.high))
    else:
        numbers = (_number(interval.low), _number(interval.high))
    return (words, value.unit, value.hedge, *numbers, *_closed(interval), *moments)


def _closed(interval: Interval) -> tuple[bool, bool]:
    return interval.low_closed, interval.high_closed


def _number(end: Decimal | None) -> float | None:
    return None if end is None else float(end)


def _moment(end: Decimal | None) -> datetime.datetime | None:
    try:
        return None if end is None else _EPOCH + datetime.timedelta(seconds=float(end))
    except OverflowError:
        return None


def _utc(moment: datetime.datetime | None) -> datetime.datetime | None:
    """The moment in UTC; one without a zone is taken to be in it, as the readers do."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        return moment.replace(tzinfo=datetime.UTC)
    return moment.astimezone(datetime.UTC)
