"""A Report in, JUnit XML out: a test case for each fact, failed where the sources conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from reconcile.report.excerpts import one_line
from reconcile.report.findings import CheckFinding, Finding
from reconcile.report.fingerprints import SHOWN_DIGITS, of_check, of_finding
from reconcile.report.remarks import questions_of, source_line
from reconcile.report.report import Report
from reconcile.tuples import NamedTuple


class _Case(NamedTuple):
    """One fact or check: its outcome is ``failure``, ``skipped`` or, where it passed, empty."""

    name: str
    kind: str
    outcome: str
    #: one line
    message: str
    #: what the sources say, a line each
    lines: tuple[str, ...]
    #: names and values for what reads the file
    properties: tuple[tuple[str, str], ...] = ()


def report_to_junit(report: Report) -> str:
    """A test suite for the facts, and one each for what was found inside and across articles.

    A pair that is possibly one fact is a skipped case, for it was not judged, and so is what was
    accepted.
    """
    accepted = dict(report.accepted)
    facts = [_fact(each, accepted.get(each.id, "")) for each in report.facts]
    facts += [_possible(each) for each in report.possible]
    suites = (
        ("facts", facts),
        ("joint", [_check(each, accepted.get(each.id, "")) for each in report.joint]),
        ("internal", [_check(each, accepted.get(each.id, "")) for each in report.checks]),
    )
    root = ElementTree.Element("testsuites", name="reconcile")
    for name, cases in suites:
        if cases:
            root.append(_suite(name, cases))
    ElementTree.indent(root)
    written = ElementTree.tostring(root, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _fact(finding: Finding, accepted: str) -> _Case:
    reasons = (each.explanation for each in finding.reasons)
    lines = (*reasons, *questions_of(finding), *_sources(finding))
    outcome, message = "", ""
    if finding.verdict == "conflict":
        outcome, message = _outcome(finding.reasons[0].explanation, accepted)
    known = (*_known(of_finding(finding), finding.verdict), *_conflict(finding))
    return _Case(finding.title, finding.kind, outcome, message, lines, known)


def _known(fingerprint: str, verdict: str) -> Iterator[tuple[str, str]]:
    """What ``reconcile accept`` takes, and how the sources stand."""
    yield "reconcile.id", fingerprint[:SHOWN_DIGITS]
    yield "reconcile.verdict", verdict


def _conflict(finding: Finding) -> Iterator[tuple[str, str]]:
    """What a conflict is about, and the slips that may lie behind it."""
    if finding.about is not None:
        yield "reconcile.about", finding.about
    yield from (("reconcile.slip", one_line(slip.rule)) for slip in finding.slips)


def _outcome(explanation: str, accepted: str) -> tuple[str, str]:
    """What was accepted fails no longer."""
    return ("skipped", f"accepted: {accepted}") if accepted else ("failure", explanation)


def _possible(finding: Finding) -> _Case:
    message = f"not judged, it may not be one fact: {finding.explanation}"
    known = tuple(_known(of_finding(finding), "possible"))
    return _Case(finding.title, finding.kind, "skipped", message, tuple(_sources(finding)), known)


def _check(check: CheckFinding, accepted: str) -> _Case:
    lines = (check.explanation, *check.steps, *_sources(check))
    outcome, message = _outcome(check.explanation, accepted)
    known = tuple(_known(of_check(check), check.rule))
    return _Case(check.title, check.kind, outcome, message, lines, known)


def _sources(finding: Finding | CheckFinding) -> Iterator[str]:
    return (source_line(quote) for quote in finding.quotes)


def _suite(name: str, cases: list[_Case]) -> ElementTree.Element:
    outcomes = Counter(case.outcome for case in cases)
    suite = ElementTree.Element(
        "testsuite",
        name=f"reconcile.{name}",
        tests=str(len(cases)),
        failures=str(outcomes["failure"]),
        errors="0",
        skipped=str(outcomes["skipped"]),
    )
    seen: Counter[str] = Counter()
    for case in cases:
        title = one_line(case.name)
        seen[title] += 1
        number = f" ({seen[title]})" if seen[title] > 1 else ""
        suite.append(_element(case, f"reconcile.{name}.{case.kind}", title + number))
    return suite


def _element(case: _Case, group: str, name: str) -> ElementTree.Element:
    element = ElementTree.Element("testcase", classname=group, name=name)
    known = ElementTree.SubElement(element, "properties")
    for key, value in case.properties:
        ElementTree.SubElement(known, "property", name=key, value=value)
    lines = "\n".join(dict.fromkeys(one_line(line) for line in case.lines))
    if case.outcome:
        outcome = ElementTree.SubElement(element, case.outcome, message=one_line(case.message))
        outcome.text = lines
    else:
        ElementTree.SubElement(element, "system-out").text = lines
    return element
