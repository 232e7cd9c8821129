"""A Report in, remarks out: all that deserves a remark at some words of some article, in order.

What stands in annotations, in SARIF and in the margin of a Word file is the same remarks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from reconcile.model import About, Article, Unchecked
from reconcile.records import evolve, frozen
from reconcile.report.excerpts import one_line
from reconcile.report.findings import CheckFinding, Finding
from reconcile.report.fingerprints import of_check, of_finding
from reconcile.report.quotes import Quote
from reconcile.report.report import Report
from reconcile.report.words import place_sign

Level = Literal["error", "warning", "note"]


@frozen
class Rule:
    """A sort of remark, and how much it matters."""

    id: str
    #: a few words
    name: str
    #: one sentence
    words: str
    level: Level


CONFLICT: Final = Rule("conflict", "Conflict", "The sources cannot all be right.", "error")
UPDATED: Final = Rule("updated", "Update", "A running figure, reported at different times.", "note")
COMPATIBLE: Final = Rule(
    "compatible", "Difference", "Stated differently, and all can be true.", "note"
)
POSSIBLE: Final = Rule(
    "possible",
    "Possibly a conflict",
    "The values do not fit, and the statements may not speak of one fact.",
    "note",
)
INTERNAL: Final = Rule(
    "internal", "Contradicts itself", "Statements of one article cannot all hold.", "warning"
)
JOINT: Final = Rule(
    "joint", "Do not fit together", "Statements of several sources cannot all hold.", "warning"
)
RULES: Final = (CONFLICT, JOINT, INTERNAL, UPDATED, COMPATIBLE, POSSIBLE)


@frozen
class Remark:
    """What is to be said of some words, and of those that they are compared with."""

    rule: Rule
    title: str
    #: why, in plain sentences
    explanation: str
    quotes: tuple[Quote, ...]
    #: stays the same from run to run
    fingerprint: str
    #: what the finding is called in this report
    id: str
    #: why somebody accepted it, or ""
    accepted: str = ""
    #: slips of the pen that may lie behind it, each as a question
    questions: tuple[str, ...] = ()
    #: what a conflict is about
    about: About | None = None

    @property
    def headline(self) -> str:
        """The sort of remark and the title, on one line."""
        return one_line(f"{self.rule.name}: {self.title}")


def remarks_of(report: Report, *, article: str | None = None) -> list[Remark]:
    """Every remark on a report, the gravest first; told from the side of an article by id."""
    remarks = (
        *(_of_finding(each, CONFLICT, article) for each in report.conflicts),
        *(_of_check(each, JOINT) for each in report.joint),
        *(_of_check(each, INTERNAL) for each in report.checks),
        *(
            _of_finding(each, UPDATED if each.verdict == "updated" else COMPATIBLE, article)
            for each in report.differences
        ),
        *(_of_finding(each, POSSIBLE, article) for each in report.possible),
    )
    accepted = dict(report.accepted)
    return [evolve(each, accepted=one_line(accepted.get(each.id, ""))) for each in remarks]


def _of_finding(finding: Finding, rule: Rule, article: str | None) -> Remark:
    reasons = finding.reasons if article is None else finding.reasons_from(article)
    said = dict.fromkeys(one_line(each.explanation) for each in reasons)
    return Remark(
        rule=rule,
        title=finding.title,
        explanation=" ".join(said),
        quotes=finding.quotes,
        fingerprint=of_finding(finding),
        id=finding.id,
        questions=questions_of(finding) if finding.certain else (),
        about=finding.about if finding.certain else None,
    )


def questions_of(finding: Finding) -> tuple[str, ...]:
    """The slips of the pen that may lie behind a finding, each as a question on one line."""
    return tuple(one_line(slip.question) for slip in finding.slips)


def _of_check(check: CheckFinding, rule: Rule) -> Remark:
    explanation = one_line(check.explanation)
    return Remark(rule, check.title, explanation, check.quotes, of_check(check), check.id)


def lines_of(remark: Remark) -> tuple[str, ...]:
    """What there is to say beside the quotes: that it was accepted, why it is, what to ask."""
    accepted = (f"Accepted: {remark.accepted}",) if remark.accepted else ()
    return (*accepted, remark.explanation, *remark.questions)


def source_line(quote: Quote) -> str:
    """Who says it where, the words, and what they were read as, on one line."""
    reading = quote.reading and one_line(quote.reading)
    behind = f" (read as {reading})" if reading and reading != one_line(quote.text) else ""
    return f"{one_line(quote.source)}, {place_sign(quote)}: “{one_line(quote.text)}”{behind}"


def source_lines(remark: Remark) -> Iterator[str]:
    """A line for each source and each of its wordings, each once."""
    yield from dict.fromkeys(source_line(quote) for quote in remark.quotes)


def unchecked_line(unchecked: Unchecked, articles: Mapping[str, Article]) -> str:
    """Whose words were not checked, and why, on one line."""
    article = articles.get(unchecked.article)
    source = (article.publisher if article else None) or unchecked.article
    return f"{one_line(source)}: “{one_line(unchecked.text)}”: {one_line(unchecked.reason)}"
