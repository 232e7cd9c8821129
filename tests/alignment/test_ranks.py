"""How ranks rank: as records, or counted over a time."""

from __future__ import annotations

import pytest

from reconcile import extract_claims
from reconcile.alignment.ranks import (
    RANK_LEVELS,
    Ranked,
    rank_evidence,
    ranked_of,
    superlatives_in,
    tells_time,
)
from reconcile.articles import read_article
from reconcile.tables import read_tables

RULES = read_tables("alignment", "rules/ranks.toml")
READERS = {"time": tells_time, "superlative": superlatives_in}


@pytest.mark.parametrize("table", RULES)
def test_examples(table: str) -> None:
    for text in RULES[table]["reads"]:
        assert READERS[table](text), text
    for text in RULES[table]["ignores"]:
        assert not READERS[table](text), text


TOLD = {
    "records": (
        "It is the biggest order ever for the yard.",
        "That makes it the yard's largest contract since 1998.",
        ["both are records of a time", "superlatives of one measure"],
    ),
    "records by other measures": (
        "It was the wettest June since 1998.",
        "It was the coldest June in two decades.",
        ["both are records of a time", "superlatives of other measures"],
    ),
    "counted": (
        "It is the fourth strike this year.",
        "It was the fifth walkout since January.",
        ["both are counted over a time"],
    ),
    "counted, and not": (
        "It is the fourth strike this year.",
        "They met on the fourth floor.",
        ["of a time on one side"],
    ),
    "a superlative and an ordinal": (
        "It was the worst loss of the season.",
        "It was the third loss of the season.",
        ["a superlative on one side"],
    ),
}


def _ranked(text: str) -> Ranked | None:
    article = read_article(f"All of it was told in full to a full hall.\n\n{text}\n")
    return next(
        ranked_of(claim, article.text)
        for claim in extract_claims([article])
        if claim.focus.kind == "rank"
    )


@pytest.mark.parametrize(("first", "second", "levels"), TOLD.values(), ids=TOLD)
def test_levels(first: str, second: str, levels: list[str]) -> None:
    a, b = _ranked(first), _ranked(second)
    told = rank_evidence(a, b)
    assert [level for level, holds in zip(RANK_LEVELS, told, strict=True) if holds] == levels
    assert told == rank_evidence(b, a)


def test_what_is_no_rank_has_none() -> None:
    assert not any(rank_evidence(None, Ranked(frozenset(), over_time=True)))
