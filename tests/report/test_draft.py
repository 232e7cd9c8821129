"""A draft against its sources: who stands behind each claim."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from attrs import evolve
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from rich.console import Console

from reconcile.model import (
    Article,
    Comparison,
    Fact,
    Interval,
    Judgement,
    Kind,
    Point,
    Unmatched,
    Verdict,
)
from reconcile.report import Report
from reconcile.report.draft import ORDER, Review, review_of
from reconcile.report.draft.comments import comments_on
from reconcile.report.draft.json import review_to_data, review_to_json
from reconcile.report.draft.page import print_review
from reconcile.report.html.review import review_to_page
from tests.report.conftest import article, claim
from tests.report.hostile import HOSTILE, hostile_report

SCHEMAS = ("check.schema.json", "report.schema.json")
DRAFT = """Bridge to close

The bridge will close for 14 weeks.
Repairs cost $73 million (£54 million).
The toll stands at 31.
Eleven ferries stand by.
"""
OTHER = """Bridge to shut

It closes for {weeks}. The work costs {cost}. The toll is {toll}.
"""


def source(
    name: str, weeks: str = "14 weeks", cost: str = "$73 million", toll: str = "31"
) -> Article:
    return article(name, OTHER.format(weeks=weeks, cost=cost, toll=toll), name.title(), 9)


def fact(
    name: str,
    kind: Kind,
    words: list[tuple[Article, str]],
    verdicts: dict[tuple[int, int], Verdict],
    *,
    certain: bool = True,
    origins: tuple[str, ...] = (),
) -> Fact:
    claims = tuple(claim(of, quote, kind) for of, quote in words)
    comparisons = tuple(
        Comparison(a, b, Judgement(verdict, "made up", f"{verdict} because."))
        for (a, b), verdict in verdicts.items()
    )
    return Fact(name, kind, name, claims, comparisons, (), certain, origins)


DRAFTED = article("draft", DRAFT, "Desk", 12)
A, B, C = source("alpha"), source("beta", toll="29"), source("gamma", weeks="nine weeks")


def reviewed(*facts: Fact, unaligned: tuple[Unmatched, ...] = ()) -> Review:
    articles = (DRAFTED, A, B, C)
    return review_of(Report(articles, aligned=facts, unaligned=unaligned), "draft")


TOLL = [(DRAFTED, "31"), (A, "31"), (B, "29")]


@pytest.mark.parametrize(
    ("verdicts", "status"),
    [
        pytest.param({(0, 1): "agree", (0, 2): "conflict"}, "contradicted", id="one against"),
        pytest.param({(0, 1): "agree", (0, 2): "updated"}, "moved", id="at another time"),
        pytest.param({(0, 1): "agree", (0, 2): "compatible"}, "supported", id="two for it"),
        pytest.param({(0, 1): "agree"}, "one origin", id="one for it"),
        pytest.param({(0, 1): "compatible"}, "reworded", id="one differently"),
        pytest.param(
            {(0, 1): "compatible", (0, 2): "compatible"}, "reworded", id="two differently"
        ),
        pytest.param({(0, 1): "agree", (1, 2): "conflict"}, "one origin", id="sources quarrel"),
    ],
)
def test_the_status_is_what_the_sources_make_it(
    verdicts: dict[tuple[int, int], Verdict], status: str
) -> None:
    (statement,) = reviewed(fact("toll", "count", TOLL, verdicts)).statements
    assert statement.status == status
    assert [quote.text for quote in statement.quotes] == ["31"]


def test_of_a_timeline_a_statement_keeps_what_its_own_sources_tell() -> None:
    moved = fact("toll", "count", [(B, "29"), (A, "31"), (DRAFTED, "31")], {(1, 2): "agree"})
    at = Decimal(1_750_000_000)
    points = tuple(Point(index, Interval(at, at, True, True)) for index in range(3))
    review = reviewed(evolve(moved, timeline=points))
    (statement,) = review.statements
    assert statement.finding is not None
    assert [point.claim for point in statement.finding.timeline] == [1, 0]
    assert "29" not in (statement.finding.moved or "")
    assert "toll" in review_to_page(review)


def test_sources_that_stand_on_one_report_count_once() -> None:
    verdicts: dict[tuple[int, int], Verdict] = {(0, 1): "agree", (0, 2): "agree"}
    together = fact("toll", "count", TOLL, verdicts, origins=("draft", "o1", "o1"))
    apart = fact("toll", "count", TOLL, verdicts, origins=("draft", "o1", "beta"))
    (one,) = reviewed(together).statements
    (two,) = reviewed(apart).statements
    assert (one.status, one.origins) == ("one origin", ("o1",))
    assert (two.status, two.origins) == ("supported", ("o1", "beta"))


def test_a_sum_and_its_conversion_are_one_statement() -> None:
    words = [(DRAFTED, "$73 million"), (DRAFTED, "£54 million"), (A, "$73 million")]
    cost = fact("cost", "money", words, {(0, 2): "agree", (1, 2): "compatible"})
    first, second, third = cost.claims
    restating = evolve(second, focus=evolve(second.focus, restates=first.focus.span))
    cost = evolve(cost, claims=(first, restating, third))
    (statement,) = reviewed(cost).statements
    assert statement.status == "one origin"
    assert [quote.text for quote in statement.quotes] == ["$73 million", "£54 million"]


def test_a_claim_may_stand_apart_from_another_of_its_fact() -> None:
    words = [(DRAFTED, "14 weeks"), (DRAFTED, "Eleven"), (A, "14 weeks"), (C, "nine weeks")]
    verdicts: dict[tuple[int, int], Verdict] = {(0, 2): "agree", (1, 3): "conflict"}
    review = reviewed(fact("length", "duration", words, verdicts))
    assert [each.status for each in review.statements] == ["contradicted", "one origin"]
    assert review.of("contradicted")[0].quotes[0].text == "Eleven"


def test_what_no_source_says_is_told() -> None:
    ferries = Unmatched(claim(DRAFTED, "Eleven ferries", "count"), None, "nothing alike")
    elsewhere = Unmatched(claim(A, "14 weeks", "duration"), None, "nothing alike")
    review = reviewed(unaligned=(ferries, elsewhere))
    (statement,) = review.statements
    assert (statement.status, statement.explanation) == ("unsupported", "nothing alike")


def test_what_may_be_contradicted_is_told() -> None:
    words = [(DRAFTED, "14 weeks"), (C, "nine weeks")]
    unsure = fact("length", "duration", words, {(0, 1): "conflict"}, certain=False)
    (statement,) = reviewed(unsure).statements
    assert statement.status == "possible"


def test_what_a_source_surely_says_is_not_doubted() -> None:
    words = [(DRAFTED, "14 weeks"), (C, "nine weeks")]
    sure = fact("length", "duration", words, {(0, 1): "conflict"})
    elsewhere = [(DRAFTED, "14 weeks"), (C, "31")]
    unsure = fact("other", "duration", elsewhere, {(0, 1): "conflict"}, certain=False)
    assert [each.status for each in reviewed(sure, unsure).statements] == ["contradicted"]
    another = fact("other", "duration", [(DRAFTED, "14 weeks"), (B, "29")], {(0, 1): "conflict"},
                   certain=False)  # fmt: skip
    statuses = [each.status for each in reviewed(sure, another).statements]
    assert statuses == ["contradicted", "possible"]


@pytest.fixture
def review() -> Review:
    words = [(DRAFTED, "14 weeks"), (A, "14 weeks"), (C, "nine weeks")]
    ferries = Unmatched(claim(DRAFTED, "Eleven ferries", "count"), None, "nothing alike")
    return reviewed(
        fact("length", "duration", words, {(0, 1): "agree", (0, 2): "conflict"}),
        fact("toll", "count", TOLL, {(0, 1): "agree"}),
        unaligned=(ferries,),
    )


def page_of(review: Review) -> str:
    page = io.StringIO()
    print_review(review, Console(file=page, width=80, emoji=False, markup=False))
    return page.getvalue()


def test_the_page_begins_with_what_needs_a_decision(review: Review) -> None:
    page = page_of(review)
    assert "A is the draft: 1 contradicted" in page
    assert page.index("CONTRADICTED") < page.index("WITHOUT A SOURCE") < page.index("ON ONE ORIGIN")
    assert "conflict because." in page
    assert "Eleven ferries" in page


def test_the_json_holds_every_statement(review: Review) -> None:
    data = json.loads(review_to_json(review))
    assert data["draft"] == "draft"
    assert tuple(data["counts"]) == ORDER
    assert [each["status"] for each in data["statements"]] == [
        "contradicted", "unsupported", "one origin",
    ]  # fmt: skip
    first = data["statements"][0]
    assert [each["text"] for each in first["mentions"]] == ["14 weeks"]
    assert [(each["mention"]["article"], each["verdict"]) for each in first["sources"]] == [
        ("alpha", "agree"), ("gamma", "conflict"),
    ]  # fmt: skip
    assert review_to_json(review) == review_to_json(review)


def test_the_json_follows_the_documented_schema(review: Review) -> None:
    folder = Path(__file__).parents[2] / "docs"
    named = [(name, json.loads((folder / name).read_text(encoding="utf-8"))) for name in SCHEMAS]
    resources = [(name, DRAFT202012.create_resource(schema)) for name, schema in named]
    validator = jsonschema.Draft202012Validator(
        named[0][1], registry=Registry().with_resources(resources)
    )
    for each in (review, review_of(hostile_report(), "a")):
        validator.validate(review_to_data(each))


def test_a_comment_for_each_statement_that_is_not_borne_out(review: Review) -> None:
    comments = comments_on(review)
    assert [DRAFT[each.start : each.end] for each in comments] == [
        "14 weeks", "Eleven ferries", "31",
    ]  # fmt: skip
    assert [each.lines[0] for each in comments] == [
        "Contradicted: length", "Without a source.", "On one origin: toll",
    ]  # fmt: skip
    assert any("nine weeks" in line for line in comments[0].lines)


def test_a_hostile_draft_is_text() -> None:
    review = review_of(hostile_report(), "a")
    page = page_of(review)
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert review_to_data(review)["statements"]
    assert all("\n" not in line for each in comments_on(review) for line in each.lines)
    assert HOSTILE[:20] in page
