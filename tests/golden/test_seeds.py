"""The report on the two sample articles: as recorded, and right by the answer sheet."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

import reconcile
from reconcile.report import Report
from reconcile.report.text import print_report

PROJECT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "seeds.txt"
SHEET = json.loads((PROJECT / "benchmarks" / "seeds-gold.json").read_text(encoding="utf-8"))
VALUE_KINDS = ("money", "count", "quantity", "percent", "rank", "date", "duration", "age")
#: wording of names, roles and quotes: the two shade into each other
SHADES = {"agree", "compatible"}

Span = tuple[str, int, int]


@pytest.fixture(scope="module")
def report() -> Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(PROJECT)
        return reconcile.compare("seeds")


@pytest.fixture(scope="module")
def data(report: Report) -> dict[str, Any]:
    return json.loads(report.to_json())


def test_the_page_is_the_recorded_one(report: Report, request: pytest.FixtureRequest) -> None:
    console = Console(file=io.StringIO(), width=80, color_system=None)
    print_report(report, console)
    assert isinstance(console.file, io.StringIO)
    page = console.file.getvalue()
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(page, encoding="utf-8")
    assert page == GOLDEN.read_text(encoding="utf-8")


def test_the_order_of_sources_changes_no_verdict(report: Report) -> None:
    backwards = reconcile.compare(tuple(reversed(report.articles)))
    assert verdicts(json.loads(backwards.to_json())) == verdicts(json.loads(report.to_json()))


def test_nothing_is_a_conflict(report: Report) -> None:
    assert [str(finding) for finding in report.conflicts] == []


def test_alignment_is_as_good_as_promised(data: dict[str, Any]) -> None:
    wanted = [pair for pair in SHEET["pairs"] if pair["kind"] in VALUE_KINDS]
    found = [(a, b) for a, b, _, kind in compared(data) if kind in VALUE_KINDS]
    recall = sum(any(meets(pair, a, b, data) for a, b in found) for pair in wanted) / len(wanted)
    right = sum(any(meets(pair, a, b, data) for pair in SHEET["pairs"]) for a, b in found)
    precision = right / len(found)
    assert 2 * precision * recall / (precision + recall) >= 0.80


def test_verdicts_are_as_good_as_promised(data: dict[str, Any]) -> None:
    judged = []
    for pair in SHEET["pairs"]:
        given = {verdict for a, b, verdict, _ in compared(data) if meets(pair, a, b, data)}
        accepted = {pair["verdict"]} if pair["kind"] in VALUE_KINDS else SHADES
        if given:
            judged.append(bool(given & accepted))
    assert sum(judged) / len(judged) >= 0.85


def compared(data: dict[str, Any]) -> Iterator[tuple[Span, Span, str, str]]:
    for fact in data["facts"]:
        spans = [(each["article"], each["start"], each["end"]) for each in fact["mentions"]]
        for each in fact["comparisons"]:
            yield spans[each["a"]], spans[each["b"]], each["verdict"], fact["kind"]


def verdicts(data: dict[str, Any]) -> set[tuple[frozenset[Span], str]]:
    return {(frozenset((a, b)), verdict) for a, b, verdict, _ in compared(data)}


def meets(pair: dict[str, Any], a: Span, b: Span, data: dict[str, Any]) -> bool:
    first, second = placed(pair["a"], data), placed(pair["b"], data)
    there = overlap(first, a) and overlap(second, b)
    return there or (overlap(first, b) and overlap(second, a))


def placed(mention: dict[str, Any], data: dict[str, Any]) -> Span:
    """Where a mention of the answer sheet stands in the report's text."""
    file = next(each["file"] for each in SHEET["sources"] if each["id"] == mention["source"])
    article = next(each for each in data["articles"] if Path(each["path"]).name == file)
    start = -1
    for _ in range(mention.get("occurrence", 1)):
        start = article["text"].index(mention["quote"], start + 1)
    return article["id"], start, start + len(mention["quote"])


def overlap(a: Span, b: Span) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]
