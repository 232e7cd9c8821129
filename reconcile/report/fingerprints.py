"""Findings in, fingerprints out: the same finding has the same one in the next run.

A finding is known by its subject, by who states it and by what they state: never by a line, a
place in the text or the order of the sources, which move when an article is edited.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from typing import Any, Final

from reconcile import patterns
from reconcile.model import Comparison, Value
from reconcile.report.findings import CheckFinding, Finding
from reconcile.report.quotes import Quote
from reconcile.report.values import value_to_data

#: hexadecimal digits of a fingerprint
DIGITS: Final = 12
#: of these, what a page shows; ``reconcile accept`` takes them
SHOWN_DIGITS: Final = 7
_WORD: Final = patterns.compile(r"\w+")


def source_key(publisher: str | None, article: str) -> str:
    """Who states it: the publisher, or the article's id where that is unknown."""
    return _folded(publisher or article)


def statement_key(text: str, value: dict[str, Any] | None) -> str:
    """What is stated: the reading where there is one, however it is printed, or else the words."""
    if value is None or value["unresolved"]:
        return " ".join(_WORD.findall(_folded(text)))
    ends = f"{value['low'] or ''}..{value['high'] or ''}"
    return f"{value['unit']} {'[' if value['low_closed'] else '('}{ends}" + (
        "]" if value["high_closed"] else ")"
    )


def subject_words(title: str) -> frozenset[str]:
    """The words of a title, which names its subject."""
    return frozenset(_WORD.findall(_folded(title)))


def fingerprint(kind: str, title: str, statements: Iterable[tuple[str, str]]) -> str:
    """Twelve hexadecimal digits for a subject and what its sources state, in any order."""
    known = [kind, sorted(subject_words(title)), sorted(set(statements))]
    import hashlib

    written = json.dumps(known, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:DIGITS]


def of_finding(finding: Finding) -> str:
    """The fingerprint of what stands in the comparisons that have the finding's verdict.

    The subject is what these statements measure and say of it, not the title: that is made of all
    the statements of the fact, and another source that agrees with one of these may alter it.
    """
    weightiest = [each for each in finding.comparisons if each.verdict == finding.verdict]
    at_issue = sorted({index for each in weightiest for index in (each.a, each.b)})
    claims = [finding.fact.claims[index] for index in at_issue]
    subject = {
        word for claim in claims for word in (claim.context.measured, claim.context.governor)
    }
    stated = [
        _statement(finding.quotes[index], claim.focus.value)
        for index, claim in zip(at_issue, claims, strict=True)
    ]
    return fingerprint(finding.kind, " ".join(sorted(subject)), stated)


def of_comparison(finding: Finding, comparison: Comparison) -> str:
    """The fingerprint of two statements alone: it stays when a third source states the fact."""
    stated = [
        _statement(finding.quotes[index], finding.fact.claims[index].focus.value)
        for index in (comparison.a, comparison.b)
    ]
    return fingerprint(finding.kind, finding.title, stated)


def of_check(check: CheckFinding) -> str:
    """The fingerprint of statements that cannot all hold."""
    cited = zip(check.quotes, check.check.citations, strict=True)
    stated = [_statement(quote, citation.value) for quote, citation in cited]
    return fingerprint(f"{check.rule} {check.kind}", check.title, stated)


def _statement(quote: Quote, value: Value | None) -> tuple[str, str]:
    data = value_to_data(value) if value is not None else None
    return _folded(quote.source), statement_key(quote.text, data)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
