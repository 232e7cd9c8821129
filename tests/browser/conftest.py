"""A browser without a head or a network, and the reports that are opened in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import reconcile
from reconcile.report import Report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROJECT = Path(__file__).parents[2]
#: what runs as root, in a container, and calls nobody
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Opened = Callable[..., "Page"]


def find_chromium() -> str:
    """The browser of this machine; ``CHROMIUM`` names another."""
    named = os.environ.get("CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no Chromium is installed: apt-get install chromium, or set CHROMIUM")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = find_chromium()
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def seeds() -> Report:
    return reconcile.compare(PROJECT / "seeds")


@pytest.fixture(scope="session")
def story() -> Report:
    """Four articles on one accident, with findings of every verdict."""
    return reconcile.compare(PROJECT / "benchmarks" / "stories" / "kirenga-bus-crash")


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Opens HTML as a file; ``asked`` lists what the page asks for, ``said`` what it reports."""
    contexts: list[Any] = []

    def opened(html: str, *, scheme: str = "light", width: int = 1200) -> Page:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(
            color_scheme=scheme,  # type: ignore[arg-type]
            viewport={"width": width, "height": 900},
            offline=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []  # type: ignore[attr-defined]
        page.on("request", lambda request: page.asked.append(request.url))  # type: ignore[attr-defined]
        page.on("console", lambda message: page.said.append(message.text))  # type: ignore[attr-defined]
        page.on("pageerror", lambda error: page.said.append(str(error)))  # type: ignore[attr-defined]
        page.on("dialog", lambda dialog: (page.said.append(dialog.message), dialog.dismiss()))  # type: ignore[attr-defined]
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
