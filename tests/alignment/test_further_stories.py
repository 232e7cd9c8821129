"""The sheets of the further stories: mentions stand in their articles, pairs join two sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from reconcile.model import Kind

FURTHER = Path(__file__).parents[2] / "benchmarks" / "further-stories"
SHEETS = sorted(FURTHER.glob("*/gold.json"))


def test_there_are_forty() -> None:
    assert len(SHEETS) == 40


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.parent.name)
def test_sheet_quotes_its_articles(sheet: Path) -> None:
    answers = json.loads(sheet.read_text("utf-8"))
    texts = {
        source["id"]: (sheet.parent / source["file"]).read_text("utf-8")
        for source in answers["sources"]
    }
    for pair in answers["pairs"] + answers["lookalikes"]:
        for mention in (pair["a"], pair["b"]):
            count = texts[mention["source"]].count(mention["quote"])
            assert count >= mention.get("occurrence", 1), mention
    for pair in answers["pairs"]:
        assert pair["kind"] in get_args(Kind)
        assert pair["verdict"] in ("agree", "compatible", "conflict", "updated")
        assert pair["a"]["source"] != pair["b"]["source"]
