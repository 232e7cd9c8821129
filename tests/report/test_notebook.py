"""What a notebook shows: of a report and of each noun; and the one line that each is in a list."""

from __future__ import annotations

import html
import re

import pytest
from attrs import evolve

import reconcile
from reconcile.model import Mention
from reconcile.report import Report


def stripped(display: str) -> str:
    """The display as a site shows it that takes away styles."""
    return re.sub(r' style="[^"]*"', "", re.sub(r"<style>.*?</style>", "", display, flags=re.S))


def text_of(display: str) -> str:
    """The words alone: what stands in blocks of its own is parted by a space."""
    display = re.sub(r"</?(?:p|td|th|tr|li|br|h\d|div|summary)\b[^>]*>", " ", stripped(display))
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", display)).split())


def test_a_report_brings_its_forms(report: Report) -> None:
    bundle = report._repr_mimebundle_(include=None, exclude=None)
    assert bundle == {"text/plain": repr(report), "text/html": report._repr_html_()}


def test_a_display_reads_without_styles(report: Report) -> None:
    text = text_of(report._repr_html_())
    finding = report.conflicts[0]
    assert f"✗ conflict: {finding.title}" in text
    assert text.index("length of the closure") < text.index("cost of the repairs")
    for words in ("Harbour Wire", "Wed 11 June 2025", "¶1", "14 weeks", finding.explanation):
        assert words in text


def test_colour_never_stands_alone(report: Report) -> None:
    display = report._repr_html_()
    for chip in re.findall(r'<span style="background:[^"]*">(.*?)</span>', display):
        assert re.fullmatch(r"<b>[✗!∑↻≈=?◦]</b>&nbsp;[\w ]+", chip)


def test_no_part_needs_a_script(report: Report) -> None:
    assert "<script" not in report._repr_html_()


def test_four_sources_stand_under_each_other(report: Report) -> None:
    articles = [
        evolve(report.articles[index % 2], id=f"x{index}", publisher=f"Paper {index}")
        for index in range(4)
    ]
    fact = report.aligned[1]
    claims = tuple(evolve(fact.claims[index % 2], article=f"x{index}") for index in range(4))
    many = evolve(
        report, articles=tuple(articles), claims=(), aligned=(evolve(fact, claims=claims),),
        unaligned=(), unchecked=(),
    )  # fmt: skip
    display = many.conflicts[0]._repr_html_()
    assert display.count("<tr>") == 5
    assert "Paper 3" in display


def test_a_finding_shows_itself(report: Report) -> None:
    finding = report.conflicts[0]
    text = text_of(finding._repr_html_())
    assert finding.explanation in text
    assert "Nine weeks is 63 days." in text
    assert repr(finding) == "<Finding f2 conflict: length of the closure>"
    assert repr(report.possible[0]) == "<Finding f5 possibly one fact: something else>"


def test_a_fact_a_claim_an_article_show_themselves(report: Report) -> None:
    fact, claim, article = report.aligned[0], report.claims[0], report.articles[0]
    assert "72.5 million USD to 73.5 million USD" in text_of(fact._repr_html_())
    assert "$73 million" in text_of(claim._repr_html_())
    assert "Mayor Ana Ruiz" in text_of(article._repr_html_())
    assert repr(fact) == "<Fact f1, money: 'cost of the repairs', 2 claims>"
    assert repr(claim) == "<Claim of wire, money: '$73 million'>"
    assert repr(article).startswith("<Article wire 'Harbour Wire', 2025-06-11 09:12,")


def test_a_reading_shows_its_steps() -> None:
    value = reconcile.read_value("over two weeks")
    assert "more than 14 days" in text_of(value._repr_html_())
    assert "<li" in value._repr_html_()
    assert repr(value).startswith("<Value duration: ")
    mention = reconcile.read_values("over 31 people")[0]
    assert "more than 31" in text_of(mention._repr_html_())
    assert repr(mention).startswith("<Mention count 0:14 'over 31 people' = ")


@pytest.mark.parametrize("words", ["\n\x1b[31m", "x" * 500, "‮"])
def test_one_line_stays_one_line(words: str) -> None:
    shown = repr(Mention(0, len(words), words, "name"))
    assert "\n" not in shown
    assert "\x1b" not in shown
    assert len(shown) < 120


def test_a_marked_article_shows_itself(report: Report) -> None:
    text = text_of(report.article("ledger")._repr_html_())
    assert "nine weeks✗" in text
    assert repr(report.article("ledger")).startswith("<Text of Vale Ledger")


def test_a_finding_alone_keeps_the_letters_of_its_report(report: Report) -> None:
    third = evolve(report.articles[0], id="first", publisher="First Post")
    longer = evolve(report, articles=(third, *report.articles))
    finding = longer.conflicts[0]
    assert [quote.letter for quote in finding.quotes] == ["B", "C"]
    assert "B Harbour Wire" in text_of(finding._repr_html_())
    plot = finding.plot()
    assert plot is not None
    assert [lane.letters for lane in plot.lanes] == ["B", "C"]
