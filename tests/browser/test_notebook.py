"""What a notebook shows, on light and dark grounds, with and without its styles."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from reconcile.report import Report

Open = Callable[..., Any]
#: the colours of a notebook's page, as its themes set them
GROUNDS = {"light": "background:#ffffff;color:#1c1c1c", "dark": "background:#111111;color:#e0e0e0"}


def on_ground(display: str, ground: str) -> str:
    """The display as an output on a notebook's page."""
    return (
        '<!doctype html><html lang="en"><title>x</title>'
        f'<body style="{GROUNDS[ground]}"><main><h1>x</h1><h2>x</h2>{display}</main></body></html>'
    )


def contrast_violations(page: Any) -> list[Any]:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed"
    )
    options = {"runOnly": ["color-contrast", "duplicate-id", "list", "listitem", "label"]}
    found = axe.Axe().run(page, options=options).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"][:3]]) for each in found]


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_word_stands_out(story: Report, open_page: Open, ground: str) -> None:
    displays = story._repr_html_() + story.article("A")._repr_html_()
    page = open_page(on_ground(displays, ground))
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert contrast_violations(page) == []
    assert page.said == []


def test_it_reads_from_top_to_bottom_without_styles(story: Report, open_page: Open) -> None:
    display = re.sub(r"<style>.*?</style>", "", story._repr_html_(), flags=re.DOTALL)
    page = open_page(on_ground(re.sub(r' style="[^"]*"', "", display), "light"))
    text = page.locator("main").inner_text().replace("\xa0", " ")
    finding = story.conflicts[0]
    title = text.index(f"✗ conflict: {finding.title}")
    why = text.index(finding.explanation)
    words = text.index(finding.quotes[0].text, why + len(finding.explanation))
    derivation = text.index("How this was worked out")
    assert title < why < words < derivation < text.index("Told differently")
