"""Findings in, cases out: what stands against what, by source and value, as somebody accepts it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.model import Value
from reconcile.records import frozen
from reconcile.report import Report
from reconcile.report.findings import CheckFinding, Finding
from reconcile.report.fingerprints import of_check, of_finding
from reconcile.report.quotes import Quote

#: what is told by several figures at once, of which a reading holds one only
_TOLD_BY_ITS_WORDS: Final = ("score",)


@frozen
class Statement:
    """What one source states: the words of the value, whatever else its sentence says."""

    #: the article's id and, where it is known, its publisher: either names the source
    article: str
    publisher: str
    #: the reading in words that read back to it; the printed words of what is no value
    words: str
    value: Value | None = None


@frozen
class Case:
    """A finding with the statements that it stands on."""

    finding: Finding | CheckFinding
    #: the kind of fact, or the rule that is broken
    kind: str
    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...]

    @property
    def id(self) -> str:
        """The finding's fingerprint, the same in every run."""
        if isinstance(self.finding, Finding):
            return of_finding(self.finding)
        return of_check(self.finding)

    @property
    def title(self) -> str:
        return self.finding.title

    @property
    def verdict(self) -> str:
        """In a word, what the statements do."""
        if isinstance(self.finding, Finding):
            return self.finding.verdict
        return "check" if len({each.article for each in self.statements}) == 1 else "joint"


def cases_of(report: Report) -> Iterator[Case]:
    """All that can be accepted: conflicts first, then checks, joint findings and differences."""
    for conflict in report.conflicts:
        yield case_of(conflict)
    for check in (*report.checks, *report.joint):
        yield case_of_check(check)
    for difference in report.differences:
        yield case_of(difference)


def case_of(finding: Finding) -> Case:
    """The case of a fact: the claims of its weightiest comparisons."""
    weightiest = [each for each in finding.comparisons if each.verdict == finding.verdict]
    at_issue = sorted({index for each in weightiest for index in (each.a, each.b)})
    quotes = tuple(finding.quotes[index] for index in at_issue)
    values = [finding.fact.claims[index].focus.value for index in at_issue]
    return Case(finding, finding.kind, quotes, _statements(quotes, values))


def case_of_check(check: CheckFinding) -> Case:
    """The case of statements that cannot all hold."""
    values = [citation.value for citation in check.check.citations]
    return Case(check, check.rule, check.quotes, _statements(check.quotes, values))


def _statements(quotes: Sequence[Quote], values: Sequence[Value | None]) -> tuple[Statement, ...]:
    found: dict[tuple[str, str], Statement] = {}
    for quote, value in zip(quotes, values, strict=True):
        words = words_of_value(value, quote.text)
        found.setdefault(
            (quote.article, folded(words)), Statement(quote.article, quote.source, words, value)
        )
    return tuple(found[key] for key in sorted(found))


def words_of_value(value: Value | None, printed: str) -> str:
    """A value in words that read back to it, or the printed words on one line."""
    if value is None or value.unresolved or value.unit in _TOLD_BY_ITS_WORDS:
        return " ".join(printed.split())
    return str(value)


def folded(words: str) -> str:
    """Words as they are compared: without case, marks and the width of letters."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(re.findall(r"[\w.+%€$£¥-]+", plain))
