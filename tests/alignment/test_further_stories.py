"""The sheets of the later sets: mentions stand in their articles, pairs join two sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from reconcile.model import Kind

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
SETS = {"further-stories": 40, "later-stories": 24, "unseen-stories": 7}
SHEETS = [sheet for name in SETS for sheet in sorted((BENCHMARKS / name).glob("*/gold.json"))]


@pytest.mark.parametrize(("name", "count"), SETS.items())
def test_none_is_missing(name: str, count: int) -> None:
    assert len(list((BENCHMARKS / name).glob("*/gold.json"))) == count


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
