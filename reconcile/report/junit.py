"""A Report in, JUnit XML out: a test case for each fact, failed where the sources conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from reconcile.report.excerpts import one_line
from reconcile.report.findings import CheckFinding, Finding
from reconcile.report.remarks import source_line
from reconcile.report.report import Report


class _Case(NamedTuple):
    """One fact or check: its outcome is ``failure``, ``skipped`` or, where it passed, empty."""

    name: str
    kind: str
    outcome: str
    #: one line
    message: str
    #: what the sources say, a line each
    lines: tuple[str, ...]


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
    lines = (*(each.explanation for each in finding.reasons), *_sources(finding))
    if finding.verdict != "conflict":
        return _Case(finding.title, finding.kind, "", "", lines)
    outcome, message = _outcome(finding.explanation, accepted)
    return _Case(finding.title, finding.kind, outcome, message, lines)


def _outcome(explanation: str, accepted: str) -> tuple[str, str]:
    """What was accepted fails no longer."""
    return ("skipped", f"accepted: {accepted}") if accepted else ("failure", explanation)


def _possible(finding: Finding) -> _Case:
    message = f"not judged, it may not be one fact: {finding.explanation}"
    return _Case(finding.title, finding.kind, "skipped", message, tuple(_sources(finding)))


def _check(check: CheckFinding, accepted: str) -> _Case:
    lines = (check.explanation, *check.steps, *_sources(check))
    outcome, message = _outcome(check.explanation, accepted)
    return _Case(check.title, check.kind, outcome, message, lines)


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
    lines = "\n".join(dict.fromkeys(one_line(line) for line in case.lines))
    if case.outcome:
        outcome = ElementTree.SubElement(element, case.outcome, message=one_line(case.message))
        outcome.text = lines
    else:
        ElementTree.SubElement(element, "system-out").text = lines
    return element
