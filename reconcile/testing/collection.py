"""A ``*.claims.toml`` file as pytest collects it: a test of the sources, one an expectation."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reconcile.errors import ReconcileError, SuiteError
from reconcile.report import Report
from reconcile.testing.discrepancies import Discrepancy, FactCheckFailed
from reconcile.testing.running import (
    inconsistencies,
    outcome_of,
    report_of,
    review_of,
    stale,
)
from reconcile.testing.sources import Parsed
from reconcile.testing.suite import Expected, Suite, read_suite

PARSED = pytest.StashKey[Parsed]()


def parsed_in(config: pytest.Config) -> Parsed:
    """What was parsed in this session."""
    return config.stash.setdefault(PARSED, Parsed())


class ClaimsFile(pytest.File):
    """A file of expectations."""

    def collect(self) -> Iterator[pytest.Item]:
        try:
            suite = read_suite(self.path)
        except SuiteError as error:
            raise self.CollectError(str(error)) from None
        sources = suite.sources
        if sources.consistent:
            yield Consistent.of(self, suite, "consistent", sources.line)
        for expected in suite.expected:
            item = Expectation.of(self, suite, expected.name, expected.line)
            item.expected = expected
            yield item
        if suite.accepted or sources.baseline.exists():
            first = suite.accepted[0].line if suite.accepted else sources.line
            yield Accepted.of(self, suite, "accepted", first)


class ClaimsItem(pytest.Item):
    """A test of a suite."""

    suite: Suite
    line: int

    @classmethod
    def of(cls, parent: ClaimsFile, suite: Suite, name: str, line: int) -> Any:
        item = cls.from_parent(parent, name=name)
        item.suite, item.line = suite, line
        if parent.config.pluginmanager.hasplugin("xdist"):
            item.add_marker(pytest.mark.xdist_group(parent.nodeid))
        return item

    def discrepancies(self, report: Report) -> tuple[Discrepancy, ...]:
        raise NotImplementedError

    def runtest(self) -> None:
        report = report_of(self.suite, parsed_in(self.config))
        self._tell("sources", ", ".join(article.id for article in report.articles))
        found = self.discrepancies(report)
        for each in found:
            if each.id:
                self._tell("finding", each.id)
        if found:
            raise FactCheckFailed(found)

    def _tell(self, name: str, value: object) -> None:
        """A property of the test, for JUnit and for the end of the run."""
        self.user_properties.append((f"reconcile.{name}", value))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, FactCheckFailed | ReconcileError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[os.PathLike[str], int, str]:
        return self.path, self.line - 1, f"{self.path.name}: {self.name}"


class Consistent(ClaimsItem):
    """The sources contradict neither each other nor themselves, but for what was accepted."""

    def discrepancies(self, report: Report) -> tuple[Discrepancy, ...]:
        reviewed = review_of(self.suite, report)
        self._tell("facts", len(report.facts))
        self._tell("open", len(reviewed.open))
        self._tell("unchecked", len(report.unchecked))
        for case, acceptance in reviewed.accepted:
            self._tell("accepted", f"{case.id} {case.title}: {acceptance.reason}")
        return inconsistencies(self.suite, report)


class Expectation(ClaimsItem):
    """The sources bear out a sentence."""

    expected: Expected

    def discrepancies(self, report: Report) -> tuple[Discrepancy, ...]:
        outcome = outcome_of(self.expected, self.suite, report)
        self._tell("claim", self.expected.claim)
        met = dict.fromkeys(
            f"{each.article.id} “{each.claim.focus.text}”" for each in outcome.met_by
        )
        if met:
            self._tell("met_by", ", ".join(met))
        return () if outcome.discrepancy is None else (outcome.discrepancy,)


class Accepted(ClaimsItem):
    """What was accepted is still there."""

    def discrepancies(self, report: Report) -> tuple[Discrepancy, ...]:
        return stale(self.suite, report)


def resolve(config: pytest.Config, sources: tuple[Any, ...]) -> list[Any]:
    """Sources as a test names them: paths are looked for here, then below the root folder."""
    return [_found(config, each) if _is_path(each) else each for each in sources]


def _is_path(source: Any) -> bool:
    return isinstance(source, os.PathLike) or (isinstance(source, str) and "\n" not in source)


def _found(config: pytest.Config, path: str | os.PathLike[str]) -> str:
    below_root = config.rootpath / path
    return str(below_root) if not Path(path).exists() and below_root.exists() else os.fspath(path)


def collect(path: Path, parent: pytest.Collector) -> ClaimsFile:
    """The collector of a file."""
    return ClaimsFile.from_parent(parent, path=path)
