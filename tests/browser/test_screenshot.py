"""The picture of the page in the docs; ``--update-golden`` takes it anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reconcile

DOCS = Path(__file__).parents[2] / "docs"
PICTURE = DOCS / "images" / "report.png"
_PNG = b"\x89PNG\r\n\x1a\n"


def test_the_picture_in_the_docs_is_the_page(
    open_page: Callable[..., Any], pytestconfig: pytest.Config
) -> None:
    page = open_page(reconcile.compare(DOCS / "grounding").to_html(), width=1100)
    page.set_viewport_size({"width": 1100, "height": 1000})
    if pytestconfig.getoption("--update-golden"):
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
    data = PICTURE.read_bytes()
    assert data.startswith(_PNG)
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (1100, 1000)
