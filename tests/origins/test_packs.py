"""The packs' copies are found, and nothing else is joined."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import tomli

from reconcile import read_articles
from reconcile.model import Article
from reconcile.origins import trace_origins

STORIES = Path(__file__).parents[2] / "benchmarks" / "stories"
KNOWN = tomli.loads((Path(__file__).parent / "packs.toml").read_text("utf-8"))
PACKS = sorted(each.name for each in STORIES.iterdir() if each.is_dir())


def _articles(pack: str) -> list[Article]:
    return list(read_articles([STORIES / pack]))


def test_the_labels_name_packs() -> None:
    assert set(KNOWN) <= set(PACKS)


@pytest.mark.parametrize("pack", PACKS)
def test_copies_are_found_and_no_other_pair_is_joined(pack: str) -> None:
    found: dict[str, set[frozenset[str]]] = {"whole": set(), "partly": set()}
    for origin in trace_origins(_articles(pack)).origins:
        for pair in itertools.combinations(origin.articles, 2):
            part = "partly" if set(pair) & set(origin.partly) else "whole"
            found[part].add(frozenset(pair))
    wanted = KNOWN.get(pack, {})
    assert found == {name: {frozenset(pair) for pair in wanted.get(name, [])} for name in found}


@pytest.mark.parametrize("pack", ["binalugan-dam", "oslo-rate-cut", "san-lautaro-quake"])
def test_the_wire_stands_in_front(pack: str) -> None:
    origin = trace_origins(_articles(pack)).origins[0]
    assert [*origin.articles] == KNOWN[pack]["whole"][0]


@pytest.mark.parametrize("pack", sorted(KNOWN))
def test_the_order_of_the_sources_does_not_matter(pack: str) -> None:
    articles = _articles(pack)
    assert trace_origins(articles).origins == trace_origins(articles[::-1]).origins


def test_passages_slice_back() -> None:
    for pack in KNOWN:
        articles = {article.id: article for article in _articles(pack)}
        for origin in trace_origins([*articles.values()]).origins:
            for passage in origin.passages:
                for cited in (passage.a, passage.b):
                    assert articles[cited.article].text[cited.start : cited.end] == cited.text
