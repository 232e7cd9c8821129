"""The report in a terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from reconcile.report import Report
from reconcile.report.text import print_report


def printed(report: Report, width: int = 80, **options: object) -> str:
    console = Console(file=io.StringIO(), width=width, legacy_windows=False, **options)  # type: ignore[arg-type]
    print_report(report, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_show(report: Report) -> None:
    print(printed(report))
