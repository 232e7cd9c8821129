"""The pytest plugin: collects ``*.claims.toml`` files, and imports nothing for a suite without any.

Its hooks look at names only; what they need of the library they import when there is work.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from reconcile.model import Claim
    from reconcile.report import Report

_SUFFIX = ".claims.toml"
_PREFIX = "reconcile."


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a file of expectations."""
    if not file_path.name.endswith(_SUFFIX):
        return None
    from reconcile.testing.collection import collect

    return collect(file_path, parent)


@pytest.fixture(scope="session")
def reconciled(request: pytest.FixtureRequest) -> Callable[..., Report]:
    """The report on articles, files and folders: ``reconciled("stories/ferry")``, parsed once."""
    from reconcile.testing.collection import parsed_in, resolve

    parsed = parsed_in(request.config)
    return lambda *sources: parsed.report(resolve(request.config, sources))


@pytest.fixture(scope="session")
def claims(request: pytest.FixtureRequest) -> Callable[..., tuple[Claim, ...]]:
    """The claims of articles, files and folders: ``claims("stories/ferry/wire.txt")``."""
    from reconcile.testing.collection import parsed_in, resolve

    parsed = parsed_in(request.config)
    return lambda *sources: parsed.claims(resolve(request.config, sources))


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Explain why two readings are not equal."""
    model = sys.modules.get("reconcile.model")
    if op != "==" or model is None:
        return None
    if not isinstance(left, model.Value) or not isinstance(right, model.Value):
        return None
    from reconcile.testing.equality import explain_difference

    return explain_difference(left, right)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """What the sources of each claims file came to."""
    told = [
        (each.nodeid.partition("::")[0], each.passed, each.user_properties)
        for reports in terminalreporter.stats.values()
        for each in reports
        if getattr(each, "when", None) == "call"
        and any(name.startswith(_PREFIX) for name, _ in each.user_properties)
    ]
    if not told:
        return
    from reconcile.testing.summary import summary

    terminalreporter.section("facts checked")
    for line in summary(told):
        terminalreporter.write_line(line)
