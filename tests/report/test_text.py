"""The report in a terminal: order, width, and nothing that could hurt a terminal."""

from __future__ import annotations

import io
import re

import attrs
import pytest
from rich.console import Console

from reconcile.model import Article, Check, Citation
from reconcile.report import Report
from reconcile.report.excerpts import excerpt, one_line
from reconcile.report.fingerprints import of_finding
from reconcile.report.text import print_report


def printed(report: Report, width: int = 80, *, colour: bool = False) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
    )
    print_report(report, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_what_needs_a_decision_comes_first(report: Report) -> None:
    page = printed(report)
    headings = re.findall(r"^[A-Z]{2}[A-Z ]+", page, re.MULTILINE)
    assert [heading.strip() for heading in headings] == [
        "CONFLICTS",
        "DIFFERENCES",
        "AGREEMENTS",
        "POSSIBLY ONE FACT",
        "IN ONE SOURCE ONLY",
        "NOT CHECKED",
    ]


def test_the_head_names_each_source_and_its_date(report: Report) -> None:
    first, second = printed(report).splitlines()[:2]
    assert first == "A  Harbour Wire  Wed 11 Jun 2025 09:12  wire.txt"
    assert second == "B  Vale Ledger   Wed 11 Jun 2025 15:12  ledger.txt"


def test_a_source_without_a_date_says_so(report: Report, wire: Article) -> None:
    undated = attrs.evolve(wire, published=None, publisher=None)
    page = printed(attrs.evolve(report, articles=(undated, report.articles[1])))
    assert page.startswith("A  wire         date unknown  wire.txt\n")


def test_an_agreement_takes_one_line(report: Report) -> None:
    assert "= day of the closure  A “Thursday”  B “Jun. 12”\n" in printed(report)


def test_no_verdict_is_shown_on_what_may_not_be_one_fact(report: Report) -> None:
    assert "52 is not 11" not in printed(report)


@pytest.mark.parametrize("width", [20, 40, 64, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    lines = printed(report, width).splitlines()
    assert max(map(len, lines)) <= min(width, 100)
    assert all(line == line.rstrip() for line in lines)


def test_quotes_stand_side_by_side_where_there_is_room(report: Report) -> None:
    beside = re.compile(r"^  A ¶1 .* B ¶1 ", re.MULTILINE)
    assert beside.search(printed(report, 80))
    assert not beside.search(printed(report, 50))


def test_three_sources_stand_under_each_other(report: Report) -> None:
    third = attrs.evolve(report.articles[1], id="third", publisher="Third")
    fact = report.aligned[0]
    more = attrs.evolve(fact.claims[1], article="third")
    told = attrs.evolve(fact, claims=(*fact.claims, more))
    page = printed(attrs.evolve(report, articles=(*report.articles, third), aligned=(told,)))
    assert re.search(r"^  A ¶2 .*\n(.*\n)*  B ¶2 .*\n(.*\n)*  C ¶2 ", page, re.MULTILINE)


def test_colour_is_for_terminals_only(report: Report) -> None:
    assert "\x1b[" not in printed(report)
    assert "\x1b[" in printed(report, colour=True)


def test_an_article_cannot_drive_the_terminal(report: Report, wire: Article) -> None:
    hostile = attrs.evolve(
        wire,
        text=wire.text.replace("The bridge", "\x1b[2J\x9b\u202ebri"),
        publisher="[red]Wire[/red]\x07",
    )
    page = printed(attrs.evolve(report, articles=(hostile, report.articles[1])))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", page)
    assert "[red]Wire[/red]" in page


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (80, "The toll of the collapse stands at 31 after a long night."),
        (30, "… stands at 31 after a …"),
        (2, "…31…"),
    ],
)
def test_an_excerpt_keeps_the_words_at_issue(width: int, expected: str) -> None:
    sentence = "The toll of the collapse stands at 31 after a long night."
    start = sentence.index("31")
    parts = excerpt(sentence, 0, [(start, start + 2)], width=width)
    assert "".join(part for part, _ in parts) == expected
    assert [part for part, at_issue in parts if at_issue] == ["31"]


def test_an_excerpt_can_have_several_words_at_issue() -> None:
    parts = excerpt(
        "It cost $5 (about £4) in all.", 100, [(108, 110), (112, 120), (112, 114)], width=80
    )
    assert parts == [
        ("It cost ", False),
        ("$5", True),
        (" (", False),
        ("about £4", True),
        (") in all.", False),
    ]


def test_one_line_closes_up_white_space() -> None:
    assert one_line(" a\n\t b\u00a0c ") == "a b c"


def test_what_cannot_hold_inside_an_article_is_told(report: Report, wire: Article) -> None:
    cited = tuple(
        Citation("wire", start, start + len(words), words)
        for words in ("14 weeks", "31")
        for start in (wire.text.index(words),)
    )
    check = Check("c1", "sum", "count", "parts of the closure", cited, "They do not add up.")
    page = printed(attrs.evolve(report, checked=(check,)))
    assert "1 inside one article" in page
    assert "! parts of the closure" in page
    assert "→ They do not add up." in page
    assert page.index("CONFLICTS") < page.index("INSIDE ONE ARTICLE") < page.index("DIFFERENCES")


def test_a_conflict_has_its_id_and_why_it_was_accepted(report: Report) -> None:
    conflict = report.conflicts[0]
    accepted = attrs.evolve(report, accepted=((conflict.id, "The wire counts the crew."),))
    page = printed(accepted)
    assert f"  {of_finding(conflict)[:7]}\n" in page
    assert "✓ accepted: The wire counts the crew." in page
    assert f"  {of_finding(conflict)[:7]}\n" in printed(accepted, 20)
