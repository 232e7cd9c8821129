"""Two versions of a report, or of an article: what appeared, vanished and changed."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from rich.console import Console

from reconcile.model import Article
from reconcile.report import Report
from reconcile.report.changes import Changes, changes_between, changes_of_article, entries_of
from reconcile.report.changes.json import changes_to_json
from reconcile.report.changes.page import change_lines, print_changes
from reconcile.report.json import report_to_data
from tests.report.conftest import article, claim, fact, weeks
from tests.report.hostile import hostile_report

SCHEMAS = ("diff.schema.json", "report.schema.json")


def data_of(report: Report) -> dict[str, Any]:
    """The report as it is after it was kept in a file."""
    return json.loads(report.to_json())


def between(old: Report, new: Report) -> Changes:
    return changes_between(entries_of(data_of(old)), entries_of(data_of(new)))


def names(changes: Changes) -> dict[str, list[str]]:
    return {
        "appeared": [each.title for each in changes.appeared],
        "vanished": [each.title for each in changes.vanished],
        "changed": [each.new.title for each in changes.changed],
    }


def test_nothing_changes_between_a_report_and_itself(report: Report) -> None:
    changes = between(report, report)
    assert changes.is_empty
    assert changes.unchanged == 5


def test_the_order_of_facts_and_their_ids_change_nothing(report: Report) -> None:
    turned = tuple(
        evolve(each, id=f"f{90 + index}") for index, each in enumerate(report.aligned[::-1])
    )
    assert between(report, evolve(report, aligned=turned)).is_empty


def test_lines_that_moved_change_nothing(report: Report, wire: Article) -> None:
    data = data_of(report)
    for each in data["articles"]:
        each["text"] = "An editor's note.\n\n" + each["text"]
    for each in [*data["facts"], *data["possible"]]:
        for mention in each["mentions"]:
            mention["paragraph"] += 1
            for span in (mention, mention["sentence"]):
                span["start"] += 19
                span["end"] += 19
    changes = changes_between(entries_of(data_of(report)), entries_of(data))
    assert changes.is_empty


def test_findings_appear_and_vanish(report: Report) -> None:
    fewer = evolve(report, aligned=report.aligned[:1] + report.aligned[2:])
    assert names(between(fewer, report))["appeared"] == ["length of the closure"]
    assert names(between(report, fewer))["vanished"] == ["length of the closure"]
    assert [each.title for each in between(fewer, report).conflicts] == ["length of the closure"]
    assert not between(report, fewer).conflicts


def changed_length(report: Report, wire: Article, words: str, number: int, verdict: Any) -> Report:
    text = wire.text.replace("14 weeks", words)
    mended = article("wire", text, "Harbour Wire", 10)
    length = (claim(mended, words, "duration", weeks(number)), report.aligned[1].claims[1])
    other = fact("f7", "closure of the bridge", length, verdict, "now so.")
    rest = tuple(
        evolve(each, claims=(claim(mended, each.claims[0].focus.text, each.kind,
                                   each.claims[0].focus.value), each.claims[1]))
        for each in report.aligned
        if each.id not in ("f2", "f5")
    )  # fmt: skip
    return evolve(report, articles=(mended, report.articles[1]), aligned=(*rest, other))


def test_a_corrected_figure_is_a_finding_that_changed(report: Report, wire: Article) -> None:
    mended = changed_length(report, wire, "nine weeks", 9, "agree")
    changes = between(report, mended)
    (change,) = changes.changed
    assert (change.old.tone, change.new.tone) == ("conflict", "agree")
    assert names(changes)["vanished"] == ["something else"]
    back = between(mended, report)
    assert [each.title for each in back.conflicts] == ["length of the closure"]


def test_another_verdict_on_the_same_words_is_a_change(report: Report) -> None:
    length = report.aligned[1]
    judged = evolve(
        length.comparisons[0], judgement=evolve(length.comparisons[0].judgement, verdict="updated")
    )
    facts = tuple(
        evolve(each, comparisons=(judged,)) if each is length else each for each in report.aligned
    )
    (change,) = between(report, evolve(report, aligned=facts)).changed
    assert (change.old.tone, change.new.tone) == ("conflict", "updated")


def test_two_findings_that_state_the_same_pair_off_one_to_one(report: Report) -> None:
    twice = evolve(report, aligned=(*report.aligned, evolve(report.aligned[1], id="f9")))
    changes = between(report, twice)
    assert len(changes.appeared) == 1
    assert changes.unchanged == 5


def page_of(changes: Changes) -> str:
    page = io.StringIO()
    console = Console(file=page, width=80, emoji=False, markup=False)
    print_changes(changes, ("old.json", "new.json"), console)
    return page.getvalue()


def test_the_page_says_what_was_and_what_is(report: Report, wire: Article) -> None:
    page = page_of(between(report, changed_length(report, wire, "ten weeks", 10, "conflict")))
    assert "0 appeared · 1 changed · 1 vanished · 3 as before" in page
    assert "was Harbour Wire “14 weeks”" in page
    assert "now Harbour Wire “ten weeks”" in page
    assert all(len(line) <= 80 for line in page.splitlines())


def test_the_json_holds_every_change(report: Report, wire: Article) -> None:
    changes = between(report, changed_length(report, wire, "ten weeks", 10, "conflict"))
    data = json.loads(changes_to_json(changes, ("a", "b")))
    assert data["changed"][0]["old"]["statements"][0]["text"] == "14 weeks"
    assert data["changed"][0]["new"]["statements"][0]["text"] == "ten weeks"
    assert (data["old"], data["new"], data["unchanged"]) == ("a", "b", 3)


def test_the_json_follows_the_documented_schema(report: Report, wire: Article) -> None:
    folder = Path(__file__).parents[2] / "docs"
    named = [(name, json.loads((folder / name).read_text(encoding="utf-8"))) for name in SCHEMAS]
    resources = [(name, DRAFT202012.create_resource(schema)) for name, schema in named]
    validator = jsonschema.Draft202012Validator(
        named[0][1], registry=Registry().with_resources(resources)
    )
    for changes in (
        between(report, changed_length(report, wire, "ten weeks", 10, "conflict")),
        between(report, hostile_report()),
        changes_of_article(report),
    ):
        validator.validate(json.loads(changes_to_json(changes, ("a", "b"))))


def test_hostile_findings_are_text(report: Report) -> None:
    entries = entries_of(report_to_data(hostile_report()))
    lines = list(change_lines(changes_between([], entries), ("a", "b"), 80))
    text = "\n".join(line.plain for line in lines)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "javascript:" in text


@pytest.mark.parametrize("verdict", ["conflict", "compatible", "updated"])
def test_a_version_of_an_article_that_says_otherwise(verdict: Any) -> None:
    old = article("old", "Title\n\nIt closes for 14 weeks. Ana, 52, said so.\n", "Wire", 9)
    new = article("new", "Title\n\nIt closes for nine weeks. Ana, 52, said so.\n", "Wire", 10)
    length = (claim(old, "14 weeks", "duration"), claim(new, "nine weeks", "duration"))
    age = (claim(old, "52", "age"), claim(new, "52", "age"))
    facts = (fact("f1", "length", length, verdict, "x."), fact("f2", "age", age, "agree", "y."))
    changes = changes_of_article(Report((old, new), aligned=facts))
    assert [each.new.said[0].text for each in changes.changed] == ["nine weeks"]
    assert changes.unchanged == 1
    assert not changes.conflicts
