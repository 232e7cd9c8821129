"""The page in a browser: accessible, bound to itself, whole on paper, usable by keyboard."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from reconcile.report import Report
from reconcile.report.changes import changes_between, entries_of
from reconcile.report.draft import review_of
from reconcile.report.html.changes import changes_to_page
from reconcile.report.html.review import review_to_page
from reconcile.report.json import report_to_data
from tests.report.hostile import hostile_report

Open = Callable[..., Any]
#: wide, and as narrow as accessibility asks for
WIDTHS = (1200, 320)


def violations(page: Any) -> list[str]:
    """What axe finds, with the elements it finds it at."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed"
    )
    found = axe.Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['help']}: {[node['html'] for node in each['nodes'][:3]]}"
        for each in found
    ]


def unfold(page: Any) -> None:
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(seeds: Report, open_page: Open, scheme: str) -> None:
    page = open_page(seeds.to_html(), scheme=scheme)
    assert violations(page) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1200)])
def test_axe_finds_nothing_where_there_is_every_verdict(
    story: Report, open_page: Open, scheme: str, width: int
) -> None:
    assert {finding.verdict for finding in story.facts} >= {"conflict", "updated", "compatible"}
    page = open_page(story.to_html(), scheme=scheme, width=width)
    unfold(page)
    assert violations(page) == []


def test_axe_is_listening(open_page: Open) -> None:
    found = violations(open_page("<title>x</title><p style='color:#bbb'>pale <img src='x'>"))
    assert {"color-contrast", "image-alt"} <= {each.partition(":")[0] for each in found}


def test_nothing_is_asked_for_and_nothing_refused(story: Report, open_page: Open) -> None:
    page = open_page(story.to_html())
    unfold(page)
    page.wait_for_load_state("networkidle")
    assert len(page.asked) == 1
    assert page.asked[0].startswith("file:")
    assert page.said == []


def test_the_style_of_the_page_is_applied(seeds: Report, open_page: Open) -> None:
    page = open_page(seeds.to_html(), scheme="dark")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(22, 21, 19)"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_never_scrolls_sideways(story: Report, open_page: Open, width: int) -> None:
    page = open_page(story.to_html(), width=width)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_holds_every_finding_and_what_is_folded_away(story: Report, open_page: Open) -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    page = open_page(story.to_html())
    pdf = pypdf.PdfReader(io.BytesIO(page.pdf(print_background=True)))
    printed = plain(" ".join(each.extract_text() for each in pdf.pages))
    for finding in (*story.conflicts, *story.differences):
        assert plain(finding.title) in printed
        assert plain(finding.explanation) in printed
        assert all(plain(step) in printed for step in finding.steps)
    for finding in (*story.agreements, *story.possible):
        assert plain(finding.title) in printed
    for unchecked in story.unchecked:
        assert plain(unchecked.reason) in printed


def plain(text: str) -> str:
    """The letters and figures alone: paper breaks lines where it likes."""
    return "".join(re.findall(r"\w", unicodedata.normalize("NFKC", text)))


def test_the_keyboard_leads_past_the_head_and_unfolds(story: Report, open_page: Open) -> None:
    page = open_page(story.to_html())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "findings"
    summary = page.locator("summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").first.evaluate("each => each.open")


def test_a_place_leads_to_the_words_and_back_to_the_finding(story: Report, open_page: Open) -> None:
    page = open_page(story.to_html())
    card = page.locator(".card.conflict").first
    card.locator(".places a").first.click()
    place = page.url.partition("#")[2]
    marked = page.locator(f"[id='{place}'] + a.m")
    assert marked.inner_text().startswith(story.conflicts[0].quotes[0].text)
    marked.click()
    assert page.url.endswith(f"#{card.get_attribute('id')}")


def test_hostile_articles_do_nothing(open_page: Open) -> None:
    page = open_page(hostile_report().to_html())
    unfold(page)
    page.wait_for_load_state("networkidle")
    assert page.said == []
    assert len(page.asked) == 1
    assert page.locator("script, img, iframe, object, embed, form").count() == 0
    links = page.eval_on_selector_all("a", "each => each.map(a => a.getAttribute('href'))")
    assert all(link.startswith("#") for link in links)
    assert violations(page) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1200)])
@pytest.mark.parametrize("which", ["review", "changes"])
def test_reviews_and_changes_are_pages_like_the_report(
    which: str, scheme: str, width: int, story: Report, open_page: Open
) -> None:
    if which == "review":
        html = review_to_page(review_of(story, story.articles[0].id))
    else:
        entries = entries_of(report_to_data(story))
        html = changes_to_page(changes_between(entries[::2], entries[1:]), ("old", "new"))
    page = open_page(html, scheme=scheme, width=width)
    unfold(page)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    assert (len(page.asked), page.said) == (1, [])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
